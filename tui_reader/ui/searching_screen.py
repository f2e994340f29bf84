"""Searching while one reads: the bar, live, and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.timer import Timer

from tui_reader.ui.keymap import COMMANDS, Where, bindings
from tui_reader.ui.reports import BatchRead, LibraryRead, Searched, SearchFailed
from tui_reader.ui.scope import Scope
from tui_reader.ui.search_bar import SearchBar
from tui_reader.ui.search_session import Origin
from tui_reader.ui.similar_screen import SimilarScreen

if TYPE_CHECKING:
    from tui_reader.motions import Direction
    from tui_reader.request import ReadRequest
    from tui_reader.ui.results import Results

__all__ = ["SearchingScreen"]

_SEARCH_AGAIN_AFTER = 0.5
"""Seconds between the searches that take in what has been indexed meanwhile."""

_SLOW = 0.3
"""Seconds after which somebody who waits for an answer is told that there is none yet."""

_AROUND = 20
"""So many characters of a query tell where in it something is wrong."""

_OPEN_INPUTS = {command.action for command in COMMANDS if command.opens_input}


class SearchingScreen(SimilarScreen):
    """A screen on which one searches the open episode or the library."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.FIND)

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._will_search_again = False
        self._waiting: Timer | None = None
        """Until then an answer needs no excuse."""
        self._submitted = False
        """Whether Enter waits for what is similar, since there is nothing else."""
        self._failed: SearchFailed | None = None
        """Why what is typed says nothing."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types a query, every letter belongs to it."""
        if action in _OPEN_INPUTS and self.bar.has_focus_within:
            return False
        return super().check_action(action, parameters)

    @property
    def _scope_here(self) -> Scope:
        return Scope.LIBRARY if self.focused is self.episodes else Scope.EPISODE

    def pane_focused(self) -> None:
        """Show what would be searched from here, as long as nothing is."""
        super().pane_focused()
        if not self.session.text:
            self.bar.set_scope(self._scope_here)

    # Asking

    def action_search(self) -> None:
        """Search where one is: the library from the list, the episode from the transcript."""
        self.begin_search(self._scope_here)

    def action_search_library(self) -> None:
        """Search all episodes."""
        self.begin_search(Scope.LIBRARY)

    def action_switch_scope(self) -> None:
        """Switch between episode and library."""
        self.bar.set_scope(self.bar.scope.other)

    def begin_search(self, scope: Scope) -> None:
        """Open the search bar, and remember where to come back to."""
        if self.session.origin is None:
            in_list = self.focused is self.episodes
            here = self.transcript
            self.session.origin = Origin(self.wanted, here.place, in_list, here.spot)
        self.bar.open(scope)

    @on(SearchBar.Changed)
    def _search_typed(self, message: SearchBar.Changed) -> None:
        self.somebody_is_there()
        self.search_for(message.text, message.scope)

    def search_for(self, text: str, scope: Scope, *, finished: bool = False) -> None:
        """Search for `text` instead of what was searched before; nothing, where it is empty."""
        self._forget_question()
        self.session.text, self.session.scope = text.strip(), scope
        if not self.session.text:
            self._show_no_search()
            return
        here = (self.wanted, self.transcript.place.turn)
        shown = here if finished and self.session.is_hit(*here) else None
        self._waiting = self.set_timer(_SLOW, self._tell_to_wait)
        self.search(text, scope, self.opened, live=True, finished=finished, shown=shown)

    def search_again(self) -> None:
        """Search once more for the same, since something is different now."""
        self.search(self.session.query, self.session.scope, self.opened, live=False)

    def _forget_question(self) -> None:
        """Nobody waits any more for an answer to what was asked last."""
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self._failed = None
        self._submitted = False
        self.workers.cancel_group(self, "search")
        self.widen_no_more()
        self.episodes.remove_class("-outdated")

    def _tell_to_wait(self) -> None:
        self.bar.show_count("searching …")

    def _show_no_search(self) -> None:
        self.session.forget_results()
        self.show_found()

    @on(BatchRead)
    @on(LibraryRead)
    def _search_what_came(self) -> None:
        """Let a search take in what has been indexed since, now and then."""
        if self.session.in_library is None or self._will_search_again:
            return
        self._will_search_again = True
        self.set_timer(_SEARCH_AGAIN_AFTER, self._search_what_is_there)

    def _search_what_is_there(self) -> None:
        self._will_search_again = False
        if self.session.in_library is not None and self._failed is None:
            self.search_again()

    # Being answered

    @on(Searched)
    def _show_results(self, report: Searched) -> None:
        results = report.results
        if results.text.strip() != self.session.text or results.scope is not self.session.scope:
            return
        if self._waiting is not None:
            self._waiting.stop()
        self.session.take(results)
        if report.opened is self.opened:
            self.session.take_hits(results.hits)
        self.show_found()
        if report.live:
            self._show_best()
        if results.too_few and (report.live or not self.status.progress):
            self.widen_soon()

    def similar_came(self, *, first: bool, is_all: bool) -> None:
        """Show the best of what is similar where there is nothing else, and read on if asked to."""
        if first:
            self._show_best()
        if self.session.entries.total:
            if self._submitted:
                self._read_on_at_hit()
        elif is_all and (self.session.suggestions or self._submitted):
            self.tell_nothing()

    @on(SearchFailed)
    def _show_outdated(self, report: SearchFailed) -> None:
        """What is typed says nothing yet: what was found before stays, faintly."""
        if report.text.strip() != self.session.text:
            return
        self._forget_question()
        self._failed = report
        self.episodes.add_class("-outdated")
        self.bar.show_count("…" if self.session.results else "")
        if report.position is None:
            self.say(report.reason, warning=True)

    def _show_best(self) -> None:
        """While one types, show the best hit; in an episode, the next from where one was."""
        session, place = self.session, self.transcript.place
        if session.origin is None and session.is_hit(self.wanted, place.turn):
            self.go_to_hit(place.turn)
        elif session.in_library is not None:
            self.episodes.highlight_first()
            self.call_after_refresh(self._preview_found, session.results)
        else:
            self._show_next_from(session.origin)

    def _preview_found(self, results: Results | None) -> None:
        """Show the hit under the cursor, now that the list is painted, if nobody has typed on."""
        if results is not None and results is self.session.results:
            self._preview_now()

    def _show_next_from(self, origin: Origin | None) -> None:
        turn = self.session.first(self.wanted, origin.place if origin else self.transcript.place)
        if turn is not None:
            self.go_to_hit(turn)
        elif origin is not None and origin.number == self.wanted:
            self.transcript.restore(origin.spot)

    # Reading on

    @on(SearchBar.Submitted)
    def _read_on_at_hit(self) -> None:
        """Read on at the hit that is shown."""
        session, found = self.session, self.session.results
        is_answered = found is not None and found.text.strip() == session.text
        if self._failed is not None:
            self._tell_failure_of_query(self._failed)
        elif not session.text:
            self.leave_search()
            self._repeat_search()
        elif is_answered and not session.entries.total:
            self._submitted = True
            if not self.widen_at_once():
                self.tell_nothing()
        else:
            self.preview_pending()
            session.accept()
            self.focus_pane(self.transcript)
            if found is None or found.total or not is_answered:
                self.search_for(session.text, session.scope, finished=True)

    def _tell_failure_of_query(self, failed: SearchFailed) -> None:
        """Say what cannot be understood, and go there in the bar."""
        if failed.position is None:
            self.say(failed.reason, warning=True)
            return
        before, after = failed.text[: failed.position], failed.text[failed.position :]
        self.say(f"{failed.reason} Here: {before[-_AROUND:]}▸{after[:_AROUND]}", warning=True)
        self.bar.point_at(failed.position)

    def _repeat_search(self) -> None:
        """Search again for what was searched last, from here."""
        if self.session.last is None:
            self.say("Nothing is searched for yet: press / first.")
            return
        text, scope = self.session.last
        self.bar.show(text, scope)
        self.focus_pane(self.transcript)
        self.search_for(text, scope, finished=True)

    def action_hit(self, direction: Direction) -> None:
        """Go to the next or previous hit; begin the last search again where none is on."""
        if self.session.text:
            super().action_hit(direction)
        else:
            self._repeat_search()

    @on(SearchBar.Downward)
    def _choose_result(self) -> None:
        in_library = self.session.scope is Scope.LIBRARY
        self.focus_pane(self.episodes if in_library else self.transcript)

    # Leaving

    def action_leave(self) -> None:
        """Leave the search: back to where it began, nothing highlighted."""
        if self.bar.has_focus_within or self.session.text:
            self.leave_search()

    def leave_search(self) -> None:
        """End the search; while one types it, go back to where it began."""
        typing, origin = self.bar.has_focus_within, self.session.origin
        self._forget_question()
        self.preview_no_more()
        self.session.clear()
        self.bar.clear()
        self._show_no_search()
        if not typing or origin is None:
            return
        self.focus_pane(self.episodes if origin.in_list else self.transcript)
        if origin.number == self.wanted:
            self.transcript.restore(origin.spot)
        elif origin.number is not None:
            self.returning = origin
            self.open(self.library[origin.number])
