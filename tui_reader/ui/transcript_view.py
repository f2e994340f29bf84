"""The transcript pane: a page, all of it or only some turns, and what is clicked there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from tui_reader.filtered import FilteredPage
from tui_reader.layout import RowKind
from tui_reader.model import Place
from tui_reader.motions import Direction, next_turn
from tui_reader.page import Kind, Page
from tui_reader.turn_filter import TurnFilter
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.moving_view import MovingView
from tui_reader.ui.painting import text_column
from tui_reader.ui.spot import Spot

if TYPE_CHECKING:
    from tui_reader.matching import Hit

__all__ = ["TranscriptView"]


class TranscriptView(MovingView, can_focus=True):
    """Shows a transcript, or only some of its turns."""

    class SkippedChosen(Message):
        """A row that stands for hidden turns was clicked; `place` is the first of them."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    class LinkChosen(Message):
        """A link on the page was clicked."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    def __init__(self, colours: SpeakerColours, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(colours, id=id)
        self._filter = TurnFilter()
        self._searched = False
        self._unfiltered: tuple[Place, Spot] | None = None
        """Where one came to be when the page was filtered, and where one was before."""

    def set_page(self, page: Page) -> None:
        """Show another page without hits, and of it what the filter lets through."""
        self._unfiltered = None
        self._searched = False
        super().set_page(page)

    # Only some turns

    @property
    def filter(self) -> TurnFilter:
        """Which turns are to be shown; those with hits once something is searched."""
        return self._filter

    @property
    def only_hits(self) -> bool:
        """Whether only the turns with hits are to be shown, once something is searched."""
        return self._filter.only_hits

    def show_turns(self, turn_filter: TurnFilter) -> None:
        """Hide every turn that `turn_filter` does not let through; where one is stays there."""
        if turn_filter != self._filter:
            self._filter = turn_filter
            self._show_part()

    def filter_next(self, turn_filter: TurnFilter) -> None:
        """Have `turn_filter` for the page that is shown next."""
        self._filter = turn_filter

    def show_hits(self, hits: Sequence[Hit] | None) -> None:
        """Highlight `hits`, instead of those that were. None: nothing is searched."""
        super().show_hits(hits or ())
        self._searched = hits is not None
        if self.only_hits:
            self._show_part()

    def shows(self, place: Place) -> bool:
        """Whether a place is on the page, and not in a turn that is hidden."""
        return self.page is not None and self.page.has(place)

    def part_of(self, whole: Page) -> Page:
        """The page of the turns that are not hidden: all of it, where none is."""
        hits = self.turns_with_hits if self._searched else None
        turns = self._filter.turns(whole.transcript, hits)
        if len(turns) == len(whole.shown):
            return whole
        with_front = hits is None or not self.only_hits
        now = self.page
        if isinstance(now, FilteredPage) and now.is_just(whole, turns, with_front=with_front):
            return now
        return FilteredPage(whole, turns, with_front=with_front)

    def _show_part(self) -> None:
        """Show what is not hidden now, around where one is, or was before one was moved by this."""
        if self.whole is None or self.rows is None:
            return
        page = self.part_of(self.whole)
        if page is self.page:
            return
        before, row = self.spot, self.row
        if self.text_selection is not None:
            self.screen.clear_selection()
        origin = before
        if self._unfiltered is not None and self._unfiltered[0] == before.place:
            origin = self._unfiltered[1]
        self.page = page
        block, offset = page.position(origin.place)
        self.lay_out_at(block, offset)
        if not self.filtered and origin is not before:
            self.show_rows(origin)
        else:
            y = self.rows.row_of(block, offset) - row if origin.place.turn >= 0 else 0
            self.scroll_to_row(y)
        self._unfiltered = (self.place, origin) if self.filtered else None

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll by rows; while turns are selected, go by turns."""
        if self.is_selecting and abs(rows) == 1:
            self._step(1 if rows > 0 else -1)
        else:
            super().action_scroll_rows(rows)

    def _step(self, direction: Direction) -> None:
        """Go to the next turn; the page stays where that is in sight already."""
        place = next_turn(self.page, self.place, direction) if self.page else None
        if place is not None:
            hidden = self.is_beyond(place, 1) or self.is_beyond(place, -1)
            self.go_to(place, None if hidden else self.row_at(place))

    def on_click(self, event: events.Click) -> None:
        """Be at the turn that was clicked; ask for a link."""
        offset = event.get_content_offset(self)
        if offset is None or self.rows is None or self.page is None or self.chosen is not None:
            return
        y = round(self.scroll_y) + offset.y
        if not 0 <= y < len(self.rows):
            return
        row = self.rows.row(y)
        if row.kind is RowKind.TEXT and self.page.blocks[row.block].kind is Kind.SKIPPED:
            self.post_message(self.SkippedChosen(self.page.place(row.block, 0)))
            return
        character = row.start + offset.x - text_column(self.rows, row)
        for link in self.page.blocks[row.block].links:
            if link.start <= character < link.end and row.kind is RowKind.TEXT:
                self.post_message(self.LinkChosen(link.url))
                return
        self.be_at(row.block, row.start)
