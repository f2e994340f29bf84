"""A page one can scroll: only the rows in the window are ever painted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Offset
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender
from textual.selection import Selection
from textual.strip import Strip

from tui_reader.layout import Gutter, Layout, Row
from tui_reader.model import Place
from tui_reader.page import Kind, Page
from tui_reader.selecting import Excerpt, excerpt
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.painting import Layer, Palette, RowPainter
from tui_reader.ui.scrolling import set_rows
from tui_reader.ui.styling import layered
from tui_reader.ui.ticks import ticked

if TYPE_CHECKING:
    from tui_reader.matching import Hit, Span

__all__ = ["PageView"]

_ROW_END = -1
"""What Textual calls the end of a selected row, whatever is on it."""


class PageView(ScrollView):
    """Paints a `Page`: speakers in their colours, hits, links, and what the mouse selects."""

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "transcript--time",
        "transcript--mark",
        "transcript--title",
        "transcript--facts",
        "transcript--heading",
        "transcript--note",
        "transcript--link",
        "transcript--hit",
        "transcript--current-hit",
    }
    """
    | class | what it styles |
    | :- | :- |
    | `transcript--time` | times in the gutter |
    | `transcript--mark` | the mark beside the turn one is at |
    | `transcript--title`, `--facts`, `--note`, `--link` | the page above the first turn |
    | `transcript--heading` | headings and chapters |
    | `transcript--hit`, `--current-hit` | what was searched |
    """

    def __init__(self, colours: SpeakerColours, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page: Page | None = None
        """What is shown: `whole`, or only some of its turns."""
        self.whole: Page | None = None
        self.rows: Layout | None = None
        """The page at the width of the window."""
        self.times = Gutter.TURN
        self.strips: LRUCache[tuple[int, bool, bool, bool], Strip] = LRUCache(2048)
        """Painted rows by (row, current, sticky, current hit); dropped when all else changes."""
        self.current_block = 0
        """The block that is marked as the one where one is."""
        self.current_hit: int | None = None
        """The turn whose hits stand out from the others."""
        self._colours = colours
        self._painter: RowPainter | None = None
        self._blank: Strip | None = None
        self._title = ""
        self._spans: dict[int, tuple[Span, ...]] = {}

    # What is shown

    def name_pane(self, title: str) -> None:
        """Show a title in the frame, painting it only when it is another one."""
        if title != self._title:
            self._title = title
            self.border_title = Content(title)

    def set_page(self, page: Page) -> None:
        """Show another page, without hits."""
        self._colours.meet(page.transcript.speakers)
        self.page = self.whole = page
        self._spans, self.current_hit, self.current_block = {}, None, 0
        self.lay_out()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Highlight `hits`, instead of those that were."""
        spans = {hit.turn: hit.spans for hit in hits}
        if spans == self._spans:
            return
        self._spans = spans
        if self.current_hit not in self._spans:
            self.current_hit = None
        self._show_ticks()
        self.repaint()

    @property
    def filtered(self) -> bool:
        """Whether turns are hidden."""
        return self.page is not self.whole

    @property
    def turns_with_hits(self) -> Collection[int]:
        """The numbers of the turns in which something is highlighted."""
        return self._spans.keys()

    def lay_out(self) -> None:
        """Wrap the page to the width there is."""
        if self.page is None:
            return
        width = max(1, self.scrollable_content_region.width)
        self.rows = Layout(self.page, width, self.times)
        self._painter = None
        set_rows(self, width, len(self.rows))
        self._show_ticks()
        self.repaint()

    def _show_ticks(self) -> None:
        """Mark on the scrollbar where the hits are."""
        marked: list[int] = []
        if self.rows is not None and self.page is not None:
            found = self._spans if not self.filtered else {}  # else every turn has its mark
            for turn, spans in found.items():
                block, _ = self.page.position(Place(turn))
                offsets = [span.start for span in spans] or [0]
                marked += [self.rows.row_of(block, offset) for offset in offsets]
        style = layered(self, "transcript--current-hit")
        renderer = ticked(marked, style.bgcolor) if marked else ScrollBarRender
        bar = self.vertical_scrollbar
        bar.renderer = renderer  # type: ignore[misc]  # documented: one bar may have its own
        bar.refresh()

    # The selection

    @property
    def chosen(self) -> Excerpt | None:
        """The words selected with the mouse, None where none are."""
        selection = self.text_selection
        if selection is None or self.page is None:
            return None
        found = self._excerpt(self.page, selection)
        return found if found.text else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words under a selection, as Textual asks for them."""
        return None if self.page is None else (self._excerpt(self.page, selection).text, "\n")

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self.repaint()

    def _excerpt(self, page: Page, selection: Selection) -> Excerpt:
        last = len(page.blocks) - 1
        begin = self._position_at(selection.start) or (0, 0)
        end = self._position_at(selection.end) or (last, len(page.blocks[last].text))
        return excerpt(page, begin, end)

    def _position_at(self, offset: Offset | None) -> tuple[int, int] | None:
        """The block and character at a row (y) and a character in it (x)."""
        if offset is None or self.rows is None or offset.y >= len(self.rows):
            return None
        row = self.rows.row(offset.y)
        return row.block, min(row.start + max(0, offset.x), row.end)

    # Painting

    def notify_style_update(self) -> None:
        """Drop what was painted in the colours of another theme."""
        super().notify_style_update()
        self._painter = self._blank = None
        self.repaint()

    def repaint(self) -> None:
        """Paint every row in the window anew."""
        self.strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row of the page at row `y` of the window."""
        number = round(self.scroll_y) + y
        if self.rows is None or number >= len(self.rows):
            if self._blank is None or self._blank.cell_length != self.size.width:
                self._blank = Strip.blank(self.size.width, self.rich_style)
            return self._blank
        row = self.rows.row(number)
        turn = self.rows.page.blocks[row.block].turn
        current = row.block == self.current_block and turn >= 0
        key = (number, current, y == 0, turn == self.current_hit)
        strip = self.strips.get(key)
        if strip is None:
            if self._painter is None:
                self._painter = RowPainter(self.rows, self._palette())
            layers = self._layers(self._painter, row, number)
            strip = self._painter.paint(number, row, current=current, sticky=y == 0, layers=layers)
            self.strips[key] = strip
        return strip

    def _layers(self, painter: RowPainter, row: Row, number: int) -> list[Layer]:
        """What lies over the text of a row: links, hits, the selection."""
        palette = painter.palette
        block = painter.layout.page.blocks[row.block]
        layers = [Layer(link.start, link.end, palette.link) for link in block.links]
        if block.kind is Kind.TURN and (spans := self._spans.get(block.turn)):
            style = palette.current_hit if block.turn == self.current_hit else palette.hit
            layers += [Layer(span.start, span.end, style) for span in spans]
        selection = self.text_selection
        if selection is not None and (selected := selection.get_span(number)) is not None:
            start, end = selected
            stop = len(block.text) if end == _ROW_END else row.start + max(0, end)
            layers.append(Layer(row.start + max(0, start), stop, palette.selection))
        return layers

    def _palette(self) -> Palette:
        background = self.background_colors[1]
        speakers = self.page.transcript.speakers if self.page else ()

        def part(name: str) -> Style:
            return layered(self, f"transcript--{name}")

        def named(speaker: str) -> Style:
            return self.rich_style + Style(
                color=self._colours.colour(speaker, background), bold=True
            )

        return Palette(
            text=self.rich_style,
            time=part("time"),
            mark=part("mark"),
            title=part("title"),
            facts=part("facts"),
            heading=part("heading"),
            note=part("note"),
            link=part("link"),
            hit=part("hit"),
            current_hit=part("current-hit"),
            selection=self.screen.get_component_rich_style("screen--selection"),
            names={speaker: named(speaker) for speaker in speakers},
        )
