"""Remembering what was searched, as soon as somebody reads on at what was found."""

from __future__ import annotations

from dataclasses import replace

from textual import work

from tui_reader import state
from tui_reader.errors import PathError
from tui_reader.history import with_query
from tui_reader.motions import Direction
from tui_reader.state import State
from tui_reader.ui.reports import WorkFailed
from tui_reader.ui.searching_screen import SearchingScreen

__all__ = ["RememberingScreen"]


class RememberingScreen(SearchingScreen):
    """A screen whose search bar has the queries of earlier times too."""

    def pane_focused(self) -> None:
        """Whoever goes to the transcript while a search is on has found what it was for."""
        super().pane_focused()
        if self.focused is self.transcript:
            self._remember_search()

    def action_hit(self, direction: Direction) -> None:
        """Go to the next or previous hit."""
        self._remember_search()
        super().action_hit(direction)

    def _remember_search(self) -> None:
        query, unanswered = self.session.text, self.session.results is None
        if query and (unanswered or self.session.entries.total) and self.history.add(query):
            self._save_search(query)

    @work(thread=True, group="state", exit_on_error=False)
    def _save_search(self, query: str) -> None:
        def with_search(remembered: State) -> State:
            return replace(remembered, searches=with_query(remembered.searches, query))

        try:
            state.update(with_search)
        except PathError as error:
            self.post_message(WorkFailed(error.message))
