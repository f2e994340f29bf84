"""A page one moves about on, which knows where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui_reader.layout import Gutter
from tui_reader.model import Place
from tui_reader.page import Kind, Page
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.keymap import Where, bindings
from tui_reader.ui.moving_rows import MovingRows
from tui_reader.ui.page_view import PageView
from tui_reader.ui.spot import Spot

if TYPE_CHECKING:
    from tui_reader.anchoring.leaving import Look

__all__ = ["MovingView"]

_LEAD = 3
"""A jump shows its target below one part in so many of the window, for what was said before."""


class MovingView(MovingRows, PageView, can_focus=True):
    """Moves about on a page, and knows where one is.

    The place is where one jumped to last; once that is scrolled out of sight, it is the top row.
    """

    BINDINGS = bindings(Where.MOVE)

    class Moved(Message):
        """The place one is at has changed."""

        def can_replace(self, message: Message) -> bool:
            """Only the last of several moves matters."""
            return isinstance(message, MovingView.Moved)

    class Leapt(Message):
        """One has gone to the top or the bottom, from a place that stood on a row of the window."""

        def __init__(self, place: Place, row: int) -> None:
            super().__init__()
            self.place = place
            self.row = row

    def __init__(self, colours: SpeakerColours, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(colours, id=id)
        self._cursor = (0, 0)
        self._anchor: tuple[int, int] | None = None
        """What was on top before the window was resized, until one scrolls."""
        self._restored: Spot | None = None
        """What to show row by row, should the page get its width again before one scrolls."""

    @property
    def spot(self) -> Spot:
        """What `restore` needs to show exactly this again."""
        width = self.rows.width if self.rows else 0
        return Spot(self.place, self._cursor, round(self.scroll_y), width, self.filtered)

    def restore(self, spot: Spot) -> None:
        """Show what was shown at `spot`, row by row where the width is still the same."""
        if self.page is None or self.rows is None:
            return
        if self.filtered or spot.filtered:
            self.go_to(spot.place)
            return
        self.current_hit = None
        self.show_rows(spot)

    def show_rows(self, spot: Spot) -> None:
        """Show the rows of `spot`, which are of this very page."""
        if self.rows is not None:
            same = self.rows.width == spot.width
            y = spot.y if same else self.rows.row_of(*spot.cursor)
            self.be_at(*spot.cursor)
            self.scroll_to_row(y)
            self._restored = None if same else spot

    @property
    def place(self) -> Place:
        """The place one is at."""
        return self.page.place(*self._cursor) if self.page else Place(-1)

    @property
    def row(self) -> int:
        """The row of the window on which the place stands that one is at."""
        return self.rows.row_of(*self._cursor) - round(self.scroll_y) if self.rows else 0

    @property
    def look(self) -> Look | None:
        """What is in the window; None where nothing is shown."""
        from tui_reader.anchoring.leaving import Look

        if self.page is None or self.rows is None or not len(self.rows):
            return None
        y = round(self.scroll_y)
        top = self.page.place(*self.rows.position(y))
        shift = y - self.rows.row_of(*self.page.position(top))
        bottom = y + self.scrollable_content_region.height
        at_end = bottom >= len(self.rows) and not self.filtered
        return Look(self.place, top, shift, at_end)

    def look_at(self, look: Look) -> None:
        """Show what was in the window before; where some turns are hidden, only its place."""
        if self.page is None or self.rows is None:
            return
        if self.filtered:
            self.go_to(look.place)
            return
        self.be_at(*self.page.position(look.place))
        self.scroll_to_row(self.rows.row_of(*self.page.position(look.top)) + look.shift)
        self._keep_in_sight(round(self.scroll_y))

    def show(self, page: Page, place: Place | None = None) -> None:
        """Show `page` from its top, or from `place` where one is given."""
        self._anchor = None
        self._cursor = (0, 0)
        self.set_page(page)
        self.scroll_to_row(0)
        if place is not None:
            self.go_to(place)
        self._tell_moved()

    def show_times(self, times: Gutter) -> None:
        """Show the times that `times` asks for; the words in sight stay where they are."""
        self.times = times
        self._lay_out_again()

    def show_width(self, text_width: int) -> None:
        """Give the text so many cells at most; the words on top stay there."""
        self.text_width = text_width
        self._lay_out_again()

    # Moving

    def go_to(self, place: Place, row: int | None = None) -> None:
        """Be at `place`, on a row of the window or at its top.

        At the top, a section's first turn stands below its heading.
        """
        if self.page is None or self.rows is None:
            return
        block, offset = self.page.position(place)
        self.current_hit = None
        self.be_at(block, offset)
        if row is not None:
            height = self.scrollable_content_region.height
            self.scroll_to_row(self.rows.row_of(block, offset) - max(0, min(row, height - 1)))
            return
        if place.turn < 0 or offset:
            self.scroll_to_row(self.rows.row_of(block, offset))
            return
        heading = block > 0 and self.page.blocks[block - 1].kind is Kind.SECTION
        self.scroll_to_row(self.rows.top(block - 1 if heading else block))

    def go_to_hit(self, place: Place) -> None:
        """Be at a hit: where it is in sight the page stays, else there is room above it."""
        if self.page is None or self.rows is None:
            return
        block, offset = self.page.position(place)
        self.current_hit = place.turn
        self.be_at(block, offset)
        row, top = self.rows.row_of(block, offset), round(self.scroll_y)
        height = self.scrollable_content_region.height
        if not top < row < top + height - 2:
            self.scroll_to_row(row - height // _LEAD)

    def row_at(self, place: Place) -> int:
        """The row of the window on which a place stands, above or below it too."""
        if self.page is None or self.rows is None:
            return 0
        return self.rows.row_of(*self.page.position(place)) - round(self.scroll_y)

    def is_beyond(self, place: Place, direction: int) -> bool:
        """Whether a place is below the window, or above it for a negative direction."""
        if self.page is None or self.rows is None:
            return False
        row, top = self.rows.row_of(*self.page.position(place)), round(self.scroll_y)
        height = self.scrollable_content_region.height
        return row >= top + height if direction > 0 else row < top

    def action_edge(self, direction: int) -> None:
        """Go to the top or the bottom."""
        if self.page is None or self.rows is None:
            return
        self.post_message(self.Leapt(self.place, self.row))
        block = 0 if direction < 0 else len(self.page.blocks) - 1
        if self.filtered:
            block, _ = self.page.position(self.page.place(block, 0))
        self.be_at(block, 0)
        self.scroll_to_row(0 if direction < 0 else len(self.rows))

    def be_at(self, block: int, offset: int) -> None:
        """Be at a character of a block, wherever the window is."""
        self._cursor = (block, offset)
        self.current_block = block
        self.refresh()
        self._tell_moved()

    def _tell_moved(self) -> None:
        # Straight to the screen: bubbling there takes until after the frame is painted.
        self.screen.post_message(self.Moved())

    def scroll_to_row(self, y: int) -> None:
        """Have a row of the page on top of the window, if that can be."""
        self._anchor = self._restored = None
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
            block, offset = self.rows.position(top)
            if self.page is not None and self.page.blocks[block].kind is Kind.SKIPPED:
                block, offset = self.page.position(self.page.place(block, offset))
            self.be_at(block, offset)

    # Laying out

    def lay_out_at(self, block: int, offset: int) -> None:
        """Lay out what has become another page, and be at a character of it."""
        self._anchor = None
        self._cursor = (block, offset)  # before and after: what was scrolled over may be no more
        self.lay_out()
        self.be_at(block, offset)

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
        if self._restored is not None and self._restored.width == self.rows.width:
            self.show_rows(self._restored)
            return
        row = self.rows.row_of(*anchor) if anchor[1] else self.rows.top(anchor[0])
        self.scroll_to(y=row, animate=False)
