"""The search bar on the screen: what is typed there is searched, live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.timer import Timer
from textual.widgets import Input

from tui_reader.ui.keymap import COMMANDS
from tui_reader.ui.reports import BatchRead, LibraryRead, SearchFailed
from tui_reader.ui.scope import Scope
from tui_reader.ui.screens.similar import SimilarScreen
from tui_reader.ui.search_bar import SearchBar
from tui_reader.ui.search_session import Origin

if TYPE_CHECKING:
    from tui_reader.request import ReadRequest

__all__ = ["AskingScreen"]

_SEARCH_AGAIN_AFTER = 0.5
"""Seconds between the searches that take in what has been indexed meanwhile."""

_SLOW = 0.3
"""Seconds after which somebody who waits for an answer is told that there is none yet."""

_OPEN_INPUTS = {command.action.rpartition(".")[2] for command in COMMANDS if command.opens_input}


class AskingScreen(SimilarScreen):
    """A screen on which one can search, and come back to where one was before."""

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
        """While one types somewhere, every letter belongs there."""
        if action in _OPEN_INPUTS and isinstance(self.focused, Input):
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
            if self.session.origin is not None:
                self.show_origin(self.session.origin)
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
        self.preview_no_more()
        self.forget_steps()

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

    # Going back

    def show_origin(self, origin: Origin) -> None:
        """Show again where a search was begun."""
        if origin.number == self.wanted and not self.is_opening:
            self.transcript.restore(origin.spot)
        elif origin.number is not None:
            self.returning = origin
            self.open(self.library[origin.number])
