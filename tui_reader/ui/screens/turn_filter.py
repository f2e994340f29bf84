"""Showing only some turns: those with what is searched, of some speakers, of some length."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from textual import on

from tui_reader.model import Place
from tui_reader.turn_filter import Length, TurnFilter
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.scope import Scope
from tui_reader.ui.screens.search_history import SearchHistoryScreen
from tui_reader.ui.transcript_view import TranscriptView

if TYPE_CHECKING:
    from tui_reader.motions import Direction
    from tui_reader.request import ReadRequest
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["TurnFilterScreen"]


class TurnFilterScreen(SearchHistoryScreen):
    """A screen on which the transcripts can be cut down to some of their turns."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._no_filter = TurnFilter(long_turn=max(1, request.settings.long_turn))
        self._asked = self._no_filter
        """What was asked for last, with speakers who are not in what the list shows in passing."""

    def on_mount(self) -> None:
        """Know from the first transcript on how long a long turn is."""
        self.query_one(TranscriptView).show_turns(self._no_filter)

    @property
    def turn_filter(self) -> TurnFilter:
        """Which turns are shown."""
        return self.transcript.filter

    def _filter_turns(self, turn_filter: TurnFilter, said: str) -> None:
        self._asked = turn_filter
        self.transcript.show_turns(turn_filter)
        self.show_place()
        self.say(said)

    def pane_focused(self) -> None:
        """Whoever reads on here no longer asks for speakers who are not here."""
        super().pane_focused()
        if self.focused is self.transcript:
            self._asked = self.turn_filter

    # Hits

    def action_filter(self) -> None:
        """Show only the turns with hits, or all again; ask what to search where nothing is."""
        if self.opened is None:
            self.say("There is no transcript to filter.")
        elif self.session.text:
            self._show_only_hits(not self.transcript.only_hits)
        else:
            self.transcript.show_turns(self.turn_filter._replace(only_hits=True))
            self.begin_search(Scope.EPISODE)
            self.set_class(True, "-reading")  # what is typed shows there, even where it was hidden
            self.set_class(False, "-choosing")

    def _show_only_hits(self, only: bool) -> None:
        left = self.turn_filter._replace(only_hits=only)
        keys = keys_of(self).named("{filter} or {leave}")
        said = f"Only turns with hits: {keys} shows all." if only else _told(left)
        self._filter_turns(left, said)

    # Speakers

    def show_speakers(self, only: Collection[str] = (), hidden: Collection[str] = ()) -> None:
        """Show only the turns of some speakers where any are given, and none of the `hidden`."""
        left = self.turn_filter._replace(only=frozenset(only), hidden=frozenset(hidden))
        said = _told(left)
        if only or hidden:
            said += f" {keys_of(self).first('leave')} shows everybody."
        self._filter_turns(left, said)

    @property
    def speakers_shown(self) -> tuple[frozenset[str], frozenset[str]]:
        """The speakers that alone are shown, none where all are; and those that are hidden."""
        return self.turn_filter.only, self.turn_filter.hidden

    def rename_shown(self, names: Mapping[str, str]) -> None:
        """Have those shown or hidden who were, by the `names` they have on the next page."""
        only, hidden = (
            frozenset(names.get(name, name) for name in some)
            for some in (self._asked.only, self._asked.hidden)
        )
        self._asked = self._asked._replace(only=only, hidden=hidden)

    # Length

    def action_long_turns(self) -> None:
        """Fold turns of a word, show only long ones, and all again."""
        if self.opened is None:
            self.say("There is no transcript to filter.")
            return
        left = self.turn_filter._replace(length=self.turn_filter.length.next)
        said = keys_of(self).named(_LENGTHS[left.length])
        self._filter_turns(left, said.replace("%d", str(left.long_turn)))

    # All again

    def action_leave(self) -> None:
        """Show more turns where some are hidden, else leave the search."""
        left = self.turn_filter.back()
        if left != self.turn_filter and not self.bar.has_focus_within:
            self._filter_turns(left, _told(left))
        else:
            super().action_leave()

    def leave_search(self) -> None:
        """End the search, and with it the filter: what one comes back to has all other turns."""
        self.transcript.show_turns(self.turn_filter._replace(only_hits=False))
        super().leave_search()

    @on(TranscriptView.SkippedChosen)
    def _show_skipped(self, message: TranscriptView.SkippedChosen) -> None:
        left = self._showing(message.place)
        self._filter_turns(left, _told(left))
        self.transcript.go_to(message.place)

    def go_to_place(self, place: Place, row: int | None = None) -> None:
        """Go to a place of the open transcript, on a row of the window where one is given.

        Where it is hidden, as much is shown again as it takes.
        """
        self._reveal(place)
        self.transcript.go_to(place, row)

    def go_to_hit(self, turn: int, direction: Direction = 1) -> None:
        """Go to the hit in a turn of the open episode; a hidden one is shown, unless one types."""
        if not self.bar.has_focus_within:
            self._reveal(Place(turn))
        super().go_to_hit(turn, direction)

    def _reveal(self, place: Place) -> None:
        if not self.transcript.shows(place):
            left = self._showing(place)
            self._filter_turns(left, _again(left))

    def _showing(self, place: Place) -> TurnFilter:
        """The filter without what hides a place."""
        view = self.transcript
        if view.whole is None or place.turn < 0:
            return self.turn_filter._replace(only_hits=False)
        turns = view.whole.transcript.turns
        turn = turns[min(place.turn, len(turns) - 1)]
        return self.turn_filter.showing(turn, is_hit=place.turn in view.turns_with_hits)

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready; a filter by speakers ends where none of them speaks."""
        wanted, hidden = self._asked.only, self._asked.hidden
        left = self.turn_filter._replace(only=wanted, hidden=hidden)
        left = left.among(opened.page.transcript.speakers)
        self.transcript.filter_next(left)
        super().show_opened(opened, place)
        if self.focused is not self.transcript:
            return
        self._asked = left
        if wanted and not left.only:
            names = ", ".join(sorted(wanted))
            self.say(f"Not one turn here is by {names}, so everybody is shown.")


_LENGTHS = {
    Length.ANY: "Turns of any length.",
    Length.WORDS: "Turns of a single word are folded: {long-turns} shows only long ones.",
    Length.LONG: "Only turns of %d words or more: {long-turns} shows all.",
}


def _told(left: TurnFilter) -> str:
    """What is shown now."""
    words = left.in_words
    return f"Turns shown: {words}." if words else "All turns again."


def _again(left: TurnFilter) -> str:
    """What is shown now that something hidden has to be."""
    words = left.in_words
    shown = f"more turns are shown: {words}" if words else "all turns are shown again"
    return f"That place was hidden, so {shown}."
