"""Both databases: where one is in the episodes, and what one has made of them."""

from __future__ import annotations

from tui_reader.folders import data_folder, state_folder
from tui_reader.state.database import Database
from tui_reader.state.notebook import Notebook
from tui_reader.state.places import Places
from tui_reader.state.schemas import MADE, REMEMBERED

__all__ = ["Store"]


class Store:
    """Both databases, opened when first needed.

    Any thread may ask. Other readers may run on them, and any of them be killed at any moment.
    """

    def __init__(self) -> None:
        self._state = Database(state_folder() / "state.db", REMEMBERED)
        self._data = Database(data_folder() / "data.db", MADE)
        self.places = Places(self._state)
        self.notebook = Notebook(self._data)

    @property
    def problems(self) -> tuple[str, ...]:
        """What went wrong with the files so far, in sentences."""
        return (*self._state.problems, *self._data.problems)

    def close(self) -> None:
        """Close both. What is asked from now on opens them again."""
        self._state.close()
        self._data.close()
