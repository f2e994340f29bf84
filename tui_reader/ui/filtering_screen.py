"""Showing only the turns that have what is searched."""

from __future__ import annotations

from textual import on

from tui_reader.model import Place
from tui_reader.ui.remembering_screen import RememberingScreen
from tui_reader.ui.scope import Scope
from tui_reader.ui.transcript_view import TranscriptView

__all__ = ["FilteringScreen"]


class FilteringScreen(RememberingScreen):
    """A screen on which the open transcript can be cut down to its hits, in every episode."""

    def action_filter(self) -> None:
        """Show only the turns with hits, or all again; ask what to search where nothing is."""
        if self.opened is None:
            self.say("There is no transcript to filter.")
        elif self.session.text:
            self._show_only_hits(not self.transcript.only_hits)
        else:
            self.transcript.show_only_hits(True)
            self.begin_search(Scope.EPISODE)
            self.set_class(True, "-reading")  # what is typed shows there, even where it was hidden
            self.set_class(False, "-choosing")

    def _show_only_hits(self, only: bool) -> None:
        self.transcript.show_only_hits(only)
        self.show_place()
        self.say("Only turns with hits: & or Esc shows all." if only else "All turns again.")

    def action_leave(self) -> None:
        """Show all turns again where some are hidden, else leave the search."""
        if self.transcript.only_hits and not self.bar.has_focus_within:
            self._show_only_hits(False)
        else:
            super().action_leave()

    def leave_search(self) -> None:
        """End the search, and with it the filter: what one comes back to is the whole page."""
        self.transcript.show_only_hits(False)
        super().leave_search()

    @on(TranscriptView.SkippedChosen)
    def _show_skipped(self, message: TranscriptView.SkippedChosen) -> None:
        self._show_only_hits(False)
        self.transcript.go_to(message.place)

    def go_to_place(self, place: Place, row: int | None = None) -> None:
        """Go to a place of the open transcript, on a row of the window where one is given.

        Where it is hidden, all turns are shown again.
        """
        if not self.transcript.shows(place):
            self.transcript.show_only_hits(False)
            self.say("That place has no hit, so all turns are shown again.")
        self.transcript.go_to(place, row)
