"""The transcript pane: a page, all of it or only its hits, and what is clicked there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from tui_reader.filtered import FilteredPage
from tui_reader.layout import RowKind
from tui_reader.model import Place
from tui_reader.page import Kind, Page
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.moving_view import MovingView
from tui_reader.ui.painting import text_column
from tui_reader.ui.spot import Spot

if TYPE_CHECKING:
    from tui_reader.matching import Hit

__all__ = ["TranscriptView"]


class TranscriptView(MovingView, can_focus=True):
    """Shows a transcript, or only the turns of it that are hits."""

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
        self._only_hits = False
        self._searched = False
        self._unfiltered: tuple[Place, Spot] | None = None
        """Where one came to be when the page was filtered, and where one was before."""

    def set_page(self, page: Page) -> None:
        """Show another page, whole and without hits."""
        self._unfiltered = None
        super().set_page(page)

    # Only some turns

    @property
    def only_hits(self) -> bool:
        """Whether only the turns with hits are to be shown, once something is searched."""
        return self._only_hits

    def show_only_hits(self, only: bool) -> None:
        """Hide every turn without a hit, or show all again; where one is stays where it is."""
        if only != self._only_hits:
            self._only_hits = only
            self._filter(only and self._searched)

    def show_hits(self, hits: Sequence[Hit] | None) -> None:
        """Highlight `hits`, instead of those that were. None: nothing is searched."""
        super().show_hits(hits or ())
        self._searched = hits is not None
        if self._only_hits:
            self._filter(self._searched)

    def shows(self, place: Place) -> bool:
        """Whether a place is on the page, and not in a turn that is hidden."""
        return self.page is not None and (place.turn in self.page.shown or not self.filtered)

    def _filter(self, only: bool) -> None:
        """Show only the turns with hits or all, around where one is."""
        if self.page is None or self.whole is None or self.rows is None:
            return
        turns = sorted(self.turns_with_hits) if only else self.whole.shown
        if only == self.filtered and tuple(self.page.shown) == tuple(turns):
            return
        before, row = self.spot, self.row
        if self.text_selection is not None:
            self.screen.clear_selection()
        self.page = FilteredPage(self.whole, turns) if only else self.whole
        block, offset = self.page.position(before.place)
        self.lay_out_at(block, offset)
        if not only and self._unfiltered is not None and self._unfiltered[0] == before.place:
            self.show_rows(self._unfiltered[1])
        else:
            self.scroll_to_row(
                self.rows.row_of(block, offset) - row if before.place.turn >= 0 else 0
            )
        if only and not before.filtered:
            self._unfiltered = (self.place, before)

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
