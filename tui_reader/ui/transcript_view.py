"""The transcript pane: a page, and the place one is at in it."""

from textual import events
from textual.message import Message

from tui_reader.layout import Gutter, RowKind
from tui_reader.model import Place
from tui_reader.page import Kind, Page
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.keymap import Where, bindings
from tui_reader.ui.page_view import PageView
from tui_reader.ui.painting import text_column
from tui_reader.ui.spot import Spot

__all__ = ["TranscriptView"]

_OVERLAP = 2
"""Rows that stay in sight when a page is turned, as in less."""

_LEAD = 3
"""A jump shows its target below one part in so many of the window, for what was said before."""


class TranscriptView(PageView, can_focus=True):
    """Shows a transcript, moves about in it, and knows where one is.

    The place is where one jumped to last; once that is scrolled out of sight, it is the top row.
    """

    BINDINGS = bindings(Where.MOVE)

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
        super().__init__(colours, id=id)
        self._cursor = (0, 0)
        self._anchor: tuple[int, int] | None = None
        """What was on top before the window was resized, until one scrolls."""

    @property
    def spot(self) -> Spot:
        """What `restore` needs to show exactly this again."""
        return Spot(self._cursor, round(self.scroll_y), self.rows.width if self.rows else 0)

    def restore(self, spot: Spot) -> None:
        """Show what was shown at `spot`, row by row where the width is still the same."""
        if self.page is None or self.rows is None:
            return
        self.current_hit = None
        same = self.rows.width == spot.width
        y = spot.y if same else self.rows.row_of(*spot.cursor)
        self._be_at(*spot.cursor)
        self._scroll(y)

    @property
    def place(self) -> Place:
        """The place one is at."""
        return self.page.place(*self._cursor) if self.page else Place(-1)

    def show(self, page: Page, place: Place | None = None) -> None:
        """Show `page` from its top, or from `place` where one is given."""
        self._anchor = None
        self._cursor = (0, 0)
        self.set_page(page)
        self._scroll(0)
        if place is not None:
            self.go_to(place)
        self._tell_moved()

    def show_times(self, times: Gutter) -> None:
        """Show the times that `times` asks for; the words in sight stay where they are."""
        self.times = times
        self._lay_out_again()

    # Moving

    def go_to(self, place: Place) -> None:
        """Be at `place`, at the top of the window; a section's first turn below its heading."""
        if self.page is None or self.rows is None:
            return
        block, offset = self.page.position(place)
        self.current_hit = None
        self._be_at(block, offset)
        if place.turn < 0 or offset:
            self._scroll(self.rows.row_of(block, offset))
            return
        heading = block > 0 and self.page.blocks[block - 1].kind is Kind.SECTION
        self._scroll(self.rows.top(block - 1 if heading else block))

    def go_to_hit(self, place: Place) -> None:
        """Be at a hit: where it is in sight the page stays, else there is room above it."""
        if self.page is None or self.rows is None:
            return
        block, offset = self.page.position(place)
        self.current_hit = place.turn
        self._be_at(block, offset)
        row, top = self.rows.row_of(block, offset), round(self.scroll_y)
        height = self.scrollable_content_region.height
        if not top < row < top + height - 2:
            self._scroll(row - height // _LEAD)

    def is_beyond(self, place: Place, direction: int) -> bool:
        """Whether a place is below the window, or above it for a negative direction."""
        if self.page is None or self.rows is None:
            return False
        row, top = self.rows.row_of(*self.page.position(place)), round(self.scroll_y)
        height = self.scrollable_content_region.height
        return row >= top + height if direction > 0 else row < top

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self._scroll(round(self.scroll_y) + rows)

    def action_scroll_pages(self, pages: float) -> None:
        """Scroll by pages or parts of one."""
        height = self.scrollable_content_region.height
        rows = round((height if abs(pages) < 1 else height - _OVERLAP) * pages)
        self.action_scroll_rows(rows or (1 if pages > 0 else -1))

    def action_edge(self, direction: int) -> None:
        """Go to the top or the bottom."""
        if self.page is None or self.rows is None:
            return
        self._be_at(0 if direction < 0 else len(self.page.blocks) - 1, 0)
        self._scroll(0 if direction < 0 else len(self.rows))

    def _be_at(self, block: int, offset: int) -> None:
        self._cursor = (block, offset)
        self.current_block = block
        self.refresh()
        self._tell_moved()

    def _tell_moved(self) -> None:
        # Straight to the screen: bubbling there takes until after the frame is painted.
        self.screen.post_message(self.Moved())

    def _scroll(self, y: int) -> None:
        self._anchor = None
        self.scroll_to(y=max(0, min(y, self.max_scroll_y)), animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the place in sight however the page was scrolled: wheel, bar or key."""
        super().watch_scroll_y(old_value, new_value)
        if self._anchor is not None or self.rows is None or not len(self.rows):
            return
        if (old_value < 1) != (new_value < 1):
            self._tell_moved()
        self._keep_in_sight(round(new_value))

    def _keep_in_sight(self, top: int) -> None:
        """Take the top row for the place where the old one is out of the window."""
        if self.rows is None or not len(self.rows):
            return
        bottom = top + self.scrollable_content_region.height
        if not top <= self.rows.row_of(*self._cursor) < bottom:
            self._be_at(*self.rows.position(top))

    def on_click(self, event: events.Click) -> None:
        """Be at the turn that was clicked; ask for a link."""
        offset = event.get_content_offset(self)
        if offset is None or self.rows is None or self.page is None or self.chosen is not None:
            return
        y = round(self.scroll_y) + offset.y
        if not 0 <= y < len(self.rows):
            return
        row = self.rows.row(y)
        character = row.start + offset.x - text_column(self.rows, row)
        for link in self.page.blocks[row.block].links:
            if link.start <= character < link.end and row.kind is RowKind.TEXT:
                self.post_message(self.LinkChosen(link.url))
                return
        self._be_at(row.block, row.start)

    # Resizing

    def on_resize(self) -> None:
        """Wrap to the new width, and keep the place one is at in sight."""
        if self.rows is None:
            return
        if self.scrollable_content_region.width != self.rows.width:
            self._lay_out_again()
        self._keep_in_sight(round(self.scroll_y))

    def _lay_out_again(self) -> None:
        """Wrap anew and keep the words on top that were on top, however often one resizes."""
        if self.rows is None:
            return
        anchor = self._anchor or self.rows.position(round(self.scroll_y))
        self._anchor = anchor
        self.lay_out()
        row = self.rows.row_of(*anchor) if anchor[1] else self.rows.top(anchor[0])
        self.scroll_to(y=row, animate=False)
