"""A page one can scroll: only the rows in the window are ever painted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.cache import LRUCache
from textual.content import Content
from textual.scrollbar import ScrollBarRender
from textual.selection import Selection
from textual.strip import Strip

from tui_reader.layout import USUAL_WIDTH, Gutter, Layout, Row, RowKind
from tui_reader.model import Place
from tui_reader.page import Kind, Page
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.decorations import Decorations
from tui_reader.ui.painting import Layer, Palette, RowPainter
from tui_reader.ui.scrolling import set_rows
from tui_reader.ui.selectable_view import SelectableView
from tui_reader.ui.styling import layered
from tui_reader.ui.themes import least_contrast
from tui_reader.ui.ticks import HIT, KEPT, Ticks, ticked

if TYPE_CHECKING:
    from tui_reader.matching import Hit, Span
    from tui_reader.playing import Spoken

__all__ = ["PageView"]

_ROW_END = -1
"""What Textual calls the end of a selected row, whatever is on it."""


class PageView(SelectableView):
    """Paints a `Page`: speakers in their colours, hits, links, and what the mouse selects."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "transcript--time",
        "transcript--mark",
        "transcript--sign",
        "transcript--title",
        "transcript--facts",
        "transcript--heading",
        "transcript--note",
        "transcript--link",
        "transcript--hit",
        "transcript--current-hit",
        "transcript--spoken",
    }
    """
    | class | what it styles |
    | :- | :- |
    | `transcript--time` | times in the gutter |
    | `transcript--mark` | the mark beside the turn one is at |
    | `transcript--sign` | the letters of marks, and what stands for a note |
    | `transcript--title`, `--facts`, `--note`, `--link` | the page above the first turn |
    | `transcript--heading` | headings and chapters |
    | `transcript--hit`, `--current-hit` | what was searched |
    | `transcript--spoken` | the words that are being spoken |
    """

    def __init__(self, colours: SpeakerColours, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.whole: Page | None = None
        """The page of which `page` is shown: that, or only some of its turns."""
        self.times = Gutter.TURN
        self.text_width = USUAL_WIDTH
        self.strips: LRUCache[tuple[int, bool, bool, bool, int], Strip] = LRUCache(2048)
        """Painted rows by (row, current, sticky, current hit, start of what is spoken on it);
        dropped when all else changes."""
        self.current_block = 0
        """The block that is marked as the one where one is."""
        self.current_hit: int | None = None
        """The turn whose hits stand out from the others."""
        self._colours = colours
        self._painter: RowPainter | None = None
        self._blank: Strip | None = None
        self._title = ""
        self._spans: dict[int, tuple[Span, ...]] = {}
        self._decorations = Decorations()
        self._signs: dict[int, str] = {}
        """The signs of marks and notes by row."""
        self._selected: range | None = None
        self._spoken: Spoken | None = None

    # What is shown

    @property
    def colours(self) -> SpeakerColours:
        """The colours of the speakers, the same ones everywhere."""
        return self._colours

    def name_pane(self, title: str) -> None:
        """Show a title in the frame, painting it only when it is another one."""
        if title != self._title:
            self._title = title
            self.border_title = Content(title)

    def set_page(self, page: Page) -> None:
        """Show another page, without hits."""
        self._colours.meet(page.transcript.speakers)
        self._spans, self.current_hit, self.current_block = {}, None, 0
        self._decorations, self._selected = Decorations(), None
        self._spoken = None
        self.whole = page
        self.page = self.part_of(page)
        self.lay_out()

    def part_of(self, whole: Page) -> Page:
        """What is to be shown of a page."""
        return whole

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

    def decorate(self, decorations: Decorations) -> None:
        """Show marks and notes beside the text, instead of those that were."""
        if decorations != self._decorations:
            self._decorations = decorations
            self._show_ticks()
            self.repaint()

    @property
    def is_selecting(self) -> bool:
        """Whether turns are selected with keys."""
        return self._selected is not None

    def show_selected(self, turns: range | None) -> None:
        """Show which turns are selected with keys, if any are."""
        if turns != self._selected:
            self._selected = turns
            self.repaint()

    def show_spoken(self, spoken: Spoken | None) -> None:
        """Show which words are being spoken, if any are."""
        before, self._spoken = self._spoken, spoken
        if (before and before[:3]) != (spoken and spoken[:3]):
            self.refresh()  # what was painted of other rows stays

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
        self.rows = Layout(self.page, width, self.times, self.text_width)
        self._painter = None
        set_rows(self, width, len(self.rows))
        self._show_ticks()
        self.repaint()

    def _show_ticks(self) -> None:
        """Mark on the scrollbar where the hits are, and marks and notes."""
        self._signs = {} if self.rows is None else self._decorations.signs(self.rows)
        hits = layered(self, "transcript--current-hit").bgcolor
        kept = layered(self, "transcript--sign").color
        kinds = [Ticks(self._signs, KEPT, kept), Ticks(self._rows_of_hits(), HIT, hits)]
        renderer = ticked(*kinds) if any(kind.rows for kind in kinds) else ScrollBarRender
        bar = self.vertical_scrollbar
        bar.renderer = renderer  # type: ignore[misc]  # documented: one bar may have its own
        bar.refresh()

    def _rows_of_hits(self) -> Sequence[int]:
        """The rows with hits; none where every turn has one."""
        if self.rows is None or self.page is None or self.filtered:
            return ()
        marked: list[int] = []
        for turn, spans in self._spans.items():
            block, _ = self.page.position(Place(turn))
            offsets = [span.start for span in spans] or [0]
            marked += [self.rows.row_of(block, offset) for offset in offsets]
        return marked

    # Painting

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self.repaint()

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
        spoken = self._spoken if self._speaks(row) else None
        heard = spoken.start if spoken else -1
        key = (number, current, y == 0, turn == self.current_hit, heard)
        strip = self.strips.get(key)
        if strip is None:
            if self._painter is None:
                self._painter = RowPainter(self.rows, self._palette())
            layers = self._layers(self._painter, row, number)
            strip = self._painter.paint(
                number,
                row,
                current=current,
                sticky=y == 0,
                layers=layers,
                selected=self._is_selected(row),
                signs=self._signs.get(number, ""),
            )
            self.strips[key] = strip
        return strip

    def _speaks(self, row: Row) -> bool:
        """Whether words on a row are being spoken."""
        spoken = self._spoken
        if spoken is None or self.page is None or row.kind is not RowKind.TEXT:
            return False
        block = self.page.blocks[row.block]
        said = row.start < spoken.end and row.end > spoken.start
        return said and block.turn == spoken.turn and block.kind is Kind.TURN

    def _is_selected(self, row: Row) -> bool:
        """Whether a row is of a turn that is selected with keys, or between two such turns."""
        if self._selected is None or self.rows is None:
            return False
        block = self.rows.page.blocks[row.block]
        inside = block.turn > self._selected.start or row.kind is not RowKind.GAP
        return block.kind is Kind.TURN and block.turn in self._selected and inside

    def _layers(self, painter: RowPainter, row: Row, number: int) -> list[Layer]:
        """What lies over the text of a row: what is spoken, links, hits, the selection."""
        palette = painter.palette
        block = painter.layout.page.blocks[row.block]
        layers = [Layer(link.start, link.end, palette.link) for link in block.links]
        if self._spoken is not None and self._speaks(row):
            layers.append(Layer(self._spoken.start, self._spoken.end, palette.spoken))
        if block.kind is Kind.TURN and (spans := self._spans.get(block.turn)):
            style = palette.current_hit if block.turn == self.current_hit else palette.hit
            layers += [Layer(span.start, span.end, style) for span in spans]
        if self._is_selected(row):
            layers.append(Layer(0, len(block.text), palette.selection))
        selection = self.text_selection
        if selection is not None and (selected := selection.get_span(number)) is not None:
            start, end = selected
            stop = len(block.text) if end == _ROW_END else row.start + max(0, end)
            layers.append(Layer(row.start + max(0, start), stop, palette.selection))
        return layers

    def _palette(self) -> Palette:
        background = self.background_colors[1]
        speakers = self.page.transcript.speakers if self.page else ()
        least = least_contrast(self.app.theme_variables)

        def part(name: str) -> Style:
            return layered(self, f"transcript--{name}")

        def named(speaker: str) -> Style:
            colour = self._colours.colour(speaker, background, least)
            return self.rich_style + Style(color=colour, bold=True)

        return Palette(
            text=self.rich_style,
            time=part("time"),
            mark=part("mark"),
            sign=part("sign"),
            title=part("title"),
            facts=part("facts"),
            heading=part("heading"),
            note=part("note"),
            link=part("link"),
            hit=part("hit"),
            current_hit=part("current-hit"),
            spoken=part("spoken"),
            selection=layered(self.screen, "screen--selection"),
            names={speaker: named(speaker) for speaker in speakers},
        )
