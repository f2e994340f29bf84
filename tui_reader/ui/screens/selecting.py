"""Selecting turns with keys: from one turn to where one goes."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from textual import on

from tui_reader.counting import counted
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.screens.inspecting import InspectingScreen
from tui_reader.ui.transcript_view import TranscriptView

if TYPE_CHECKING:
    from tui_reader.model import Place
    from tui_reader.request import ReadRequest
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["SelectingScreen"]


class SelectingScreen(InspectingScreen):
    """A screen on which every motion makes a selection longer or shorter, once it is begun."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._selected_from: int | None = None
        """The turn at which the selection was begun."""

    @property
    def selected_turns(self) -> range | None:
        """The turns that are selected, None where none are."""
        if self._selected_from is None or self.opened is None:
            return None
        begun, here = self._selected_from, max(0, self.transcript.place.turn)
        return range(min(begun, here), max(begun, here) + 1)

    def action_select(self) -> None:
        """Begin to select turns, or end it."""
        if self._selected_from is not None:
            self.end_selection()
            return
        place = self.transcript.place
        if self.opened is None or place.turn < 0 or not self.transcript.shows(place):
            self.say("Go to a turn to select from there.")
            return
        self.focus_pane(self.transcript)
        self.clear_selection()
        self._selected_from = place.turn
        self._show_selection()

    def end_selection(self) -> None:
        """Nothing is selected any more."""
        self._selected_from = None
        self._show_selection()

    def action_leave(self) -> None:
        """End the selection before anything else is left."""
        if self._selected_from is not None and not self.bar.has_focus_within:
            self.end_selection()
        else:
            super().action_leave()

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready, of which nothing is selected."""
        if self._selected_from is not None:
            self._selected_from = None
            self.say("The selection has ended: the page is another one.")
        super().show_opened(opened, place)
        self._show_selection()

    @on(TranscriptView.Moved)
    def _extend_selection(self) -> None:
        if self._selected_from is not None:
            self._show_selection()

    def _show_selection(self) -> None:
        """Show which turns are selected, and how many of them are not hidden."""
        turns, page = self.selected_turns, self.transcript.page
        self.transcript.show_selected(turns)
        if turns is not None and page is not None:
            before, to_end = (bisect_left(page.shown, turn) for turn in (turns.start, turns.stop))
            keys = keys_of(self).named("{copy} {cite} {note} take, {leave} ends.")
            self.say(f"{counted(to_end - before, 'turn')} selected: {keys}")
