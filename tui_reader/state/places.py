"""The place one is at in every episode."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.anchoring import Anchor
from tui_reader.state.episodes import Episodes
from tui_reader.state.values import anchor_from, now, written

if TYPE_CHECKING:
    import sqlite3

    from tui_reader.identity import Identity
    from tui_reader.state.database import Database

__all__ = ["Kept", "Places", "Progress"]


_SHARE: Final = "min(max(CAST(progress AS REAL), 0), 1)"
"""The share is a number whatever a broken disk has made of it."""


class Kept(NamedTuple):
    """Where one left an episode, and the share of its words up to there, 0..1.

    `top` were the words on top of the window, or `shift` rows further down.
    """

    anchor: Anchor
    progress: float
    top: Anchor | None = None
    shift: int = 0


class Progress:
    """How far one is in every episode of a list."""

    def __init__(self, by_path: Mapping[bytes, float], by_traits: Mapping[str, float]) -> None:
        self._by_path = by_path
        self._by_traits = by_traits

    def of(self, identity: Identity) -> float | None:
        """How far one is in an episode; None where one has not begun."""
        found = self._by_path.get(os.fsencode(identity.path))
        return self._by_traits.get(identity.traits) if found is None else found


class Places:
    """The places in state.db; what raises PathError there does so here."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._episodes = Episodes(("places",))

    def get(self, identity: Identity) -> Kept | None:
        """Where one left an episode."""

        def kept(connection: sqlite3.Connection) -> Kept | None:
            found = connection.execute(
                f"SELECT anchor, {_SHARE}, top, CAST(shift AS INTEGER) "
                "FROM places WHERE episode = ?",
                (self._episodes.known(connection, identity),),
            ).fetchone()
            if found is None:
                return None
            place, progress, top, shift = found
            return Kept(anchor_from(place), progress, top and anchor_from(top), shift)

        return self._database.read(kept)

    def put(
        self,
        identity: Identity,
        anchor: Anchor,
        progress: float,
        top: Anchor | None = None,
        shift: int = 0,
    ) -> None:
        """Keep where one is in an episode."""

        def keep(connection: sqlite3.Connection) -> None:
            row = self._episodes.note(connection, identity)
            connection.execute(
                "INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?, ?)",
                (row, written(anchor), progress, top and written(top), shift, now()),
            )

        self._database.write(keep)

    def files(self, identity: Identity) -> tuple[Path, ...]:
        """All files that an episode was found in."""

        def files(connection: sqlite3.Connection) -> tuple[Path, ...]:
            found = connection.execute(
                "SELECT path FROM paths WHERE episode = ?",
                (self._episodes.known(connection, identity),),
            )
            return tuple(Path(os.fsdecode(path)) for (path,) in found if isinstance(path, bytes))

        return self._database.read(files)

    def progress(self) -> Progress:
        """How far one is in all of them, at this moment."""

        def progress(connection: sqlite3.Connection) -> Progress:
            by_path = dict(
                connection.execute(f"SELECT path, {_SHARE} FROM paths JOIN places USING (episode)")
            )
            by_traits = dict(
                connection.execute(
                    f"SELECT traits, {_SHARE} FROM episodes JOIN places ON id = episode "
                    "WHERE traits != '' ORDER BY changed"
                )
            )
            return Progress(by_path, by_traits)

        return self._database.read(progress)
