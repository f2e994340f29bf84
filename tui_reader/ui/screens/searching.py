"""Searching while one reads: what the search answers, and reading on there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui_reader.errors import QueryError
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.reports import Searched, SearchFailed
from tui_reader.ui.scope import Scope
from tui_reader.ui.screens.asking import AskingScreen
from tui_reader.ui.search_bar import SearchBar
from tui_reader.ui.search_session import Origin

if TYPE_CHECKING:
    from tui_reader.motions import Direction
    from tui_reader.ui.results import Results

__all__ = ["SearchingScreen"]

_PAINTED = 0.04
"""Seconds in which an answer is painted, before its best hit is shown in the other pane."""

_AROUND = 20
"""So many characters of a query tell where in it something is wrong."""


class SearchingScreen(AskingScreen):
    """A screen on which one searches the open episode or the library."""

    def pane_focused(self) -> None:
        """Whoever goes to the transcript reads on there: Esc does not lead back any more."""
        super().pane_focused()
        if self.focused is self.transcript and self.session.text:
            self.session.accept()

    # Being answered

    @on(Searched)
    def _show_results(self, report: Searched) -> None:
        results = report.results
        if results.text.strip() != self.session.text or results.scope is not self.session.scope:
            return
        if self._waiting is not None:
            self._waiting.stop()
        if not results.is_all:
            self._show_some(results)
            return
        if report.opened is not self.opened:  # another episode has been opened meanwhile
            self.search(results.text, results.scope, self.opened, live=report.live)
            return
        self.session.take(results)
        self.session.take_hits(results.hits)
        if report.live:
            self.is_placed = results.scope is Scope.EPISODE
        widens = results.too_few and (report.live or not self.status.progress)
        if self._keeps_list(report, widens):
            self.session.arrange(self.wanted, self.date_of)
            self.keep_list(True)
        else:
            self.show_found()
            if report.live:
                self._show_best()
        self.show_place()
        if widens:
            self.widen_soon()

    def _show_some(self, results: Results) -> None:
        """Show what has been found so far, and stay where one is."""
        self.session.take(results)
        self.is_placed = False
        self.show_found()

    def _keeps_list(self, report: Searched, widens: bool) -> bool:
        """Whether what is in the list had better stay, until it is known what is similar."""
        if report.results.total or report.results.scope is Scope.EPISODE:
            return False
        if not report.live:
            return self.is_list_kept
        return widens and self.episodes.has_hits

    def similar_came(self, *, first: bool, is_all: bool) -> None:
        """Show the best of what is similar where there is nothing else, and read on if asked to."""
        if first:
            self._show_best()
        if self.session.entries.total:
            if self._submitted:
                self._read_on_at_hit()
        elif is_all and (self.session.has_other or self._submitted):
            self.tell_nothing()

    @on(SearchFailed)
    def _show_outdated(self, report: SearchFailed) -> None:
        """What is typed says nothing yet: what was found before stays, faintly."""
        if report.text.strip() != self.session.text:
            return
        self._forget_question()
        self._failed = report
        self.keep_list(True)
        self.show_place()
        if report.position is None:
            self.say(report.reason, warning=True)

    def _show_best(self) -> None:
        """While one types, show the best hit; in an episode, the next from where one was."""
        session, place = self.session, self.transcript.place
        reads_on = session.origin is None
        if reads_on and self.is_opening_hit:
            return
        if reads_on and session.is_hit(self.wanted, place.turn):
            self.go_to_hit(place.turn)
        elif session.in_library is not None:
            self.episodes.highlight_first()
            self.preview_soon(_PAINTED)
        else:
            self._show_next_from(session.origin)
            self.take_steps()

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
        if not session.text:
            self.leave_search()
            self._repeat_search()
        elif failed := self._mistake() or self._failed:
            self._tell_failure_of_query(failed)
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

    def _mistake(self) -> SearchFailed | None:
        """What is wrong with the query, now that it is finished. Whoever closes no quote is meant.

        While it was typed, much of it may have been passed over.
        """
        from tui_reader.query import closed, parse

        text = self.bar.text
        try:
            parse(closed(text))
        except QueryError as error:
            return SearchFailed(text, error.message, error.position)
        return None

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
            key = keys_of(self).first("search")
            self.say(f"Nothing is searched for yet: press {key} first.")
            return
        text, scope = self.session.last
        self.bar.show(text, scope)
        self.focus_pane(self.transcript)
        self.search_for(text, scope, finished=True)

    def action_hit(self, direction: Direction) -> None:
        """Go to the next or previous hit; begin the last search again where none is on."""
        if not self.session.text:
            self._repeat_search()
        elif self._failed is not None:
            self._tell_failure_of_query(self._failed)
        else:
            super().action_hit(direction)

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
        """End the search; go back to where it began, unless something was read on at."""
        origin = self.session.origin if self.focused is not self.transcript else None
        self._forget_question()
        self.session.clear()
        self.bar.clear()
        self._show_no_search()
        if origin is not None:
            self.focus_pane(self.episodes if origin.in_list else self.transcript)
            self.show_origin(origin)
