"""Which episodes have been read, for a whole list."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from tui_reader.identity import Identity

__all__ = ["ReadMarks"]


class ReadMarks:
    """What is said of every episode of a list: whether it has been read."""

    def __init__(
        self, by_path: Mapping[bytes, int] | None = None, by_traits: Mapping[str, int] | None = None
    ) -> None:
        self._by_path = by_path or {}
        self._by_traits = by_traits or {}

    @classmethod
    def of_all(cls, connection: sqlite3.Connection) -> ReadMarks:
        """What is said by now."""
        by_path = connection.execute(
            "SELECT path, is_read FROM paths JOIN finished USING (episode)"
        )
        by_traits = connection.execute(
            "SELECT traits, is_read FROM episodes JOIN finished ON id = episode "
            "WHERE traits != '' ORDER BY changed"
        )
        return cls(dict(by_path), dict(by_traits))

    def of(self, identity: Identity) -> bool | None:
        """Whether an episode was read; None where that was never said."""
        found = self._by_path.get(os.fsencode(identity.path))
        if found is None and identity.traits:
            found = self._by_traits.get(identity.traits)
        return None if found is None else bool(found)
