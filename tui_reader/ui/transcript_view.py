"""The transcript, as a page one scrolls: only the rows in the window are ever painted."""

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender
from textual.selection import Selection
from textual.strip import Strip

from tui_reader.layout import Gutter, Layout, RowKind
from tui_reader.matching import Hit, Span
from tui_reader.model import Place
from tui_reader.page import Kind, Page
from tui_reader.selecting import Excerpt, excerpt
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.keymap import Where, bindings
from tui_reader.ui.painting import Layer, Palette, RowPainter, text_column
from tui_reader.ui.ticks import ticked

__all__ = ["TranscriptView"]

_OVERLAP = 2
"""Rows that stay in sight when a page is turned, as in less."""

_LEAD = 3
"""A jump shows its target below one part in so many of the window, for what was said before."""


class TranscriptView(ScrollView, can_focus=True):
    """Shows a `Page`, knows the place one is at in it, and marks the hits of a search."""

    ALLOW_SELECT = True
    BINDINGS = bindings(Where.MOVE)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "transcript--time",
        "transcript--bar",
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
    | `transcript--bar` | the mark beside the turn one is at |
    | `transcript--title`, `--facts`, `--note`, `--link` | the page above the first turn |
    | `transcript--heading` | headings and chapters |
    | `transcript--hit`, `--current-hit` | what was searched |
    """

    class Moved(Message):
        """The place one is at has changed."""

        def can_replace(self, message: Message) -> bool:
            """Only the last of several moves matters."""
            return isinstance(message, TranscriptView.Moved)

    class LinkChosen(Message):
        """A link on the page was clicked."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    def __init__(self, colours: SpeakerColours, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page: Page | None = None
        self.times = Gutter.TURN
        self.strips: LRUCache[tuple[int, bool, bool], Strip] = LRUCache(2048)
        """Painted rows by (row, current, sticky); dropped when anything else they show changes."""
        self._colours = colours
        self._layout_rows: Layout | None = None
        self._painter: RowPainter | None = None
        self._cursor = (0, 0)
        self._anchor: tuple[int, int] | None = None
        self._spans: dict[int, tuple[Span, ...]] = {}
        self._current_hit: int | None = None

    # What is shown

    def show(self, page: Page, place: Place | None = None) -> None:
        """Show `page` from its top, or from `place` where one is given."""
        self._colours.meet(page.transcript.speakers)
        self.page = page
        self._spans, self._current_hit = {}, None
        self._cursor = (0, 0)
        self._anchor = None
        self._lay_out()
        self.scroll_to(y=0, animate=False)
        if place is not None:
            self.go_to(place)
        self.post_message(self.Moved())

    def clear(self) -> None:
        """Show nothing."""
        self.page = self._layout_rows = self._painter = None
        self.virtual_size = Size(0, 0)
        self._repaint()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Highlight `hits`, instead of those that were."""
        self._spans = {hit.turn: hit.spans for hit in hits}
        self._current_hit = None
        self._show_ticks()
        self._repaint()

    def show_times(self, times: Gutter) -> None:
        """Show the times that `times` asks for; the words in sight stay where they are."""
        self.times = times
        self._lay_out_again()

    # Where one is

    @property
    def place(self) -> Place:
        """The place one is at: where one jumped to, or the top row once one scrolls past it."""
        return self.page.place(*self._cursor) if self.page else Place(-1)

    def go_to(self, place: Place, *, hit: bool = False) -> None:
        """Be at `place`, in sight: at the top of the window, or with room above it for a `hit`.

        A place that is in sight already does not make the page move when it is a hit.
        """
        if self.page is None or self._layout_rows is None:
            return
        self._cursor = self.page.position(place)
        self._current_hit = place.turn if hit else None
        rows = self._layout_rows
        block, offset = self._cursor
        row = rows.row_of(block, offset)
        height = self.scrollable_content_region.height
        if hit:
            top = round(self.scroll_y)
            if not top + 1 <= row < top + height - 2:
                self._scroll(row - height // _LEAD)
        elif place.turn < 0:
            self._scroll(row)
        else:
            at_start = offset == 0
            above = self.page.blocks[block - 1] if block else None
            if at_start and above is not None and above.kind is Kind.SECTION:
                self._scroll(rows.top(block - 1))
            else:
                self._scroll(rows.top(block) if at_start else row)
        self._repaint()
        self.post_message(self.Moved())

    @property
    def chosen(self) -> Excerpt | None:
        """The words selected with the mouse, None where none are."""
        selection = self.text_selection
        if selection is None or self.page is None:
            return None
        start, end = self._position_at(selection.start, 0), self._position_at(selection.end, -1)
        found = excerpt(self.page, start, end)
        return found if found.text else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words under a selection, as Textual asks for them."""
        if self.page is None:
            return None
        start, end = self._position_at(selection.start, 0), self._position_at(selection.end, -1)
        return excerpt(self.page, start, end).text, "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self._repaint()

    def _position_at(self, offset: Offset | None, otherwise: int) -> tuple[int, int]:
        """The (block, character) at a row and a character in it; the start or end for None."""
        rows = self._layout_rows
        assert rows is not None and self.page is not None
        if offset is None or offset.y >= len(rows):
            last = len(self.page.blocks) - 1
            return (last, len(self.page.blocks[last].text)) if otherwise else (0, 0)
        row = rows.row(offset.y)
        return row.block, min(row.start + offset.x, row.end)

    # Moving

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self._scroll(round(self.scroll_y) + rows, moves=True)

    def action_scroll_pages(self, pages: float) -> None:
        """Scroll by pages or parts of one."""
        height = self.scrollable_content_region.height
        rows = round((height if abs(pages) < 1 else height - _OVERLAP) * pages)
        self.action_scroll_rows(rows or (1 if pages > 0 else -1))

    def action_edge(self, direction: int) -> None:
        """Go to the top or the bottom."""
        if self._layout_rows is None or self.page is None:
            return
        self._scroll(0 if direction < 0 else len(self._layout_rows))
        self._cursor = (0, 0) if direction < 0 else (len(self.page.blocks) - 1, 0)
        self._repaint()
        self.post_message(self.Moved())

    def _scroll(self, y: int, *, moves: bool = False) -> None:
        self._anchor = None
        self.scroll_to(y=max(0, min(y, self.max_scroll_y)), animate=False)
        if moves:
            self._follow()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the place in the window however the page was scrolled: wheel, bar or key."""
        super().watch_scroll_y(old_value, new_value)
        if self._anchor is None:
            self._follow()

    def _follow(self) -> None:
        """Take the top row for the place where the old one is out of sight."""
        rows = self._layout_rows
        if rows is None or not len(rows):
            return
        top = round(self.scroll_y)
        if top <= rows.row_of(*self._cursor) < top + self.scrollable_content_region.height:
            return
        self._cursor = rows.position(top)
        self._repaint()
        self.post_message(self.Moved())

    async def on_click(self, event: events.Click) -> None:
        """Be at the turn that was clicked; follow a link."""
        rows = self._layout_rows
        if rows is None or self.page is None or self.text_selection is not None:
            return
        offset = event.get_content_offset(self)
        y = round(self.scroll_y) + offset.y if offset else -1
        if offset is None or not 0 <= y < len(rows):
            return
        row = rows.row(y)
        block = self.page.blocks[row.block]
        character = row.start + offset.x - text_column(rows, row)
        for link in block.links:
            if link.start <= character < link.end and row.kind is RowKind.TEXT:
                self.post_message(self.LinkChosen(link.url))
                return
        self._cursor = (row.block, row.start)
        self._repaint()
        self.post_message(self.Moved())

    # Painting

    def on_resize(self) -> None:
        """Wrap to the new width."""
        width = self.scrollable_content_region.width
        if self._layout_rows is not None and width != self._layout_rows.width:
            self._lay_out_again()

    def _lay_out_again(self) -> None:
        """Wrap anew and keep the words on top that were on top, however often one resizes."""
        if self._layout_rows is None:
            return
        anchor = self._anchor or self._layout_rows.position(round(self.scroll_y))
        self._anchor = anchor
        self._lay_out()
        rows = self._layout_rows
        row = rows.top(anchor[0]) if anchor[1] == 0 else rows.row_of(*anchor)
        self.scroll_to(y=row, animate=False)

    def _lay_out(self) -> None:
        assert self.page is not None
        width = max(1, self.scrollable_content_region.width)
        self._layout_rows = Layout(self.page, width, self.times)
        self._painter = None
        self.virtual_size = Size(width, len(self._layout_rows))
        self._show_ticks()
        self._repaint()

    def _show_ticks(self) -> None:
        rows, page = self._layout_rows, self.page
        marked: list[int] = []
        if rows is not None and page is not None:
            for turn, spans in self._spans.items():
                offset = spans[0].start if spans else 0
                marked.append(rows.row_of(*page.position(Place(turn, offset))))
        style = self.get_component_rich_style("transcript--current-hit")
        bar = self.vertical_scrollbar
        renderer = ticked(marked, style.bgcolor) if marked else ScrollBarRender
        bar.renderer = renderer  # type: ignore[misc]  # documented: one bar may have its own
        bar.refresh()

    def notify_style_update(self) -> None:
        """Drop what was painted in the colours of another theme."""
        super().notify_style_update()
        self._painter = None
        self._repaint()

    def _repaint(self) -> None:
        self.strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row of the page at row `y` of the window."""
        rows = self._layout_rows
        row_number = round(self.scroll_y) + y
        if rows is None or row_number >= len(rows):
            return Strip.blank(self.size.width, self.rich_style)
        row = rows.row(row_number)
        current = row.block == self._cursor[0]
        key = (row_number, current, y == 0)
        strip = self.strips.get(key)
        if strip is None:
            if self._painter is None:
                self._painter = RowPainter(rows, self._palette())
            layers = self._layers(row.block, row_number)
            strip = self._painter.paint(
                row_number, row, current=current, sticky=y == 0, layers=layers
            )
            self.strips[key] = strip
        return strip

    def _layers(self, block_number: int, y: int) -> list[Layer]:
        assert self._painter is not None and self.page is not None
        palette, block = self._painter.palette, self.page.blocks[block_number]
        layers = [Layer(link.start, link.end, palette.link) for link in block.links]
        if block.kind is Kind.TURN and (spans := self._spans.get(block.turn)):
            style = palette.current_hit if block.turn == self._current_hit else palette.hit
            layers += [Layer(span.start, span.end, style) for span in spans]
        selection = self.text_selection
        if selection is not None and (selected := selection.get_span(y)) is not None:
            start = self._layout_rows.row(y).start if self._layout_rows else 0
            stop = start + selected[1] if selected[1] >= 0 else len(block.text)
            layers.append(Layer(start + selected[0], stop, palette.selection))
        return layers

    def _palette(self) -> Palette:
        component = self.get_component_rich_style
        background = self.background_colors[1]
        speakers = self.page.transcript.speakers if self.page else ()
        text = self.rich_style

        def named(speaker: str) -> Style:
            return text + Style(color=self._colours.colour(speaker, background), bold=True)

        return Palette(
            text=text,
            time=component("transcript--time"),
            bar=component("transcript--bar"),
            title=component("transcript--title"),
            facts=component("transcript--facts"),
            heading=component("transcript--heading"),
            note=component("transcript--note"),
            link=component("transcript--link", partial=True),
            hit=component("transcript--hit", partial=True),
            current_hit=component("transcript--current-hit", partial=True),
            selection=self.screen.get_component_rich_style("screen--selection", partial=True),
            names={speaker: named(speaker) for speaker in speakers},
        )
