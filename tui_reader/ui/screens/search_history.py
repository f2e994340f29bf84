"""Remembering what was searched, as soon as somebody reads on at what was found."""

from __future__ import annotations

from dataclasses import replace

from tui_reader.history import with_query
from tui_reader.motions import Direction
from tui_reader.ui.screens.searching import SearchingScreen

__all__ = ["SearchHistoryScreen"]


class SearchHistoryScreen(SearchingScreen):
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
            self.remember(
                lambda before: replace(before, searches=with_query(before.searches, query))
            )
