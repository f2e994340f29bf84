"""What is only similar to a search: looked for where little was found, once nobody types on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.timer import Timer

from tui_reader.ui.episode_list import EpisodeList
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.reports import Widened
from tui_reader.ui.scope import Scope
from tui_reader.ui.screens.hits import HitsScreen

if TYPE_CHECKING:
    from tui_reader.request import ReadRequest
    from tui_reader.widening.suggesting import Suggestion

__all__ = ["SimilarScreen"]

_WIDEN_AFTER = 0.15
"""Seconds without a key after which somebody has typed what was to be typed."""


class SimilarScreen(HitsScreen):
    """A screen that shows similar hits after the others, and what else one could look for."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._widening: Timer | None = None

    def widen_soon(self) -> None:
        """Look for what is similar, unless something else is searched in a moment."""
        self.widen_no_more()
        self._widening = self.set_timer(_WIDEN_AFTER, self._widen)

    def widen_at_once(self) -> bool:
        """Do now what was to be done soon; whether anything similar may still come."""
        if self._widening is not None:
            self._widening.stop()
            self._widen()
        return self.is_widening

    def widen_no_more(self) -> None:
        """Nobody wants to know any more."""
        if self._widening is not None:
            self._widening.stop()
            self._widening = None
        self.workers.cancel_group(self, "widen")

    def _widen(self) -> None:
        self._widening = None
        if self.session.results is not None:
            self.widen(self.session.results, self.searched)

    @on(Widened)
    def _take_similar(self, report: Widened) -> None:
        session, similar = self.session, report.similar
        found = session.results
        if found is None or (found.text, found.scope) != (similar.text, similar.scope):
            return
        known = len(session.similar.groups) if session.similar else 0
        if len(similar.groups) < known and not report.is_all:
            return  # asked once more: what is known stays until there is as much again
        first = not session.entries.total
        session.take_similar(similar)
        self.show_found()
        self.similar_came(first=first and session.entries.total > 0, is_all=report.is_all)

    def similar_came(self, *, first: bool, is_all: bool) -> None:
        """Called when similar hits are shown: the `first` hits there are, all that will come."""

    def tell_nothing(self) -> None:
        """Say that there is nothing, and what there is instead."""
        session = self.session
        where = "this episode" if session.scope is Scope.EPISODE else "the library"
        said = f"Nothing in {where} has {session.text}."
        if session.suggestions:
            key = keys_of(self).first("other-pane")
            said += f" {key} takes {session.suggestions[0].words}."
        elif session.elsewhere:
            key = keys_of(self).first("switch-scope")
            said += f" {session.elsewhere} in the library: {key}."
        self.say(said, warning=True)

    # Something else to look for

    def action_other_pane(self) -> None:
        """Go to the other pane; from the search bar, take the nearest spelling."""
        if self.bar.has_focus_within and self.session.suggestions:
            self._take_suggestion(self.session.suggestions[0])
        else:
            super().action_other_pane()

    @on(EpisodeList.SuggestionChosen)
    def _take_chosen(self, message: EpisodeList.SuggestionChosen) -> None:
        self._take_suggestion(message.suggestion)

    def _take_suggestion(self, suggestion: Suggestion) -> None:
        self.bar.show(suggestion.query, self.session.scope)
        self.search_for(suggestion.query, self.session.scope)

    def search_for(self, text: str, scope: Scope, *, finished: bool = False) -> None:
        """Search for `text` instead of what was searched before."""
