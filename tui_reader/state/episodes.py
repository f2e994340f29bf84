"""The episodes that a database knows something of, and which of them one is that comes along.

An episode has one row, whatever paths it has had: its path says which, else what a list knows of
it, else its words. A file with wholly other words under an old path is another episode.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui_reader.identity import ALIKE, Identity, are_same, is_replaced, likeness, needed
from tui_reader.state.values import storable, text_from

if TYPE_CHECKING:
    import sqlite3

__all__ = ["COLUMNS", "Episodes", "identity_from"]

COLUMNS: Final = "path, traits, sketch, title, show, date"
"""What `identity_from` makes an identity of, in a query over `episodes`."""


class Episodes:
    """The rows of `episodes` and `paths`.

    Of the tables `once` an episode has one row at most, of `often` any number.
    """

    def __init__(self, once: Sequence[str], often: Sequence[str] = ()) -> None:
        self._once = once
        self._often = often

    def known(self, connection: sqlite3.Connection, identity: Identity) -> int | None:
        """The row of an episode; None where nothing is known of it."""
        by_path = self._by_path(connection, identity)
        if by_path is None:
            return self._by_traits(connection, identity) or self._by_words(connection, identity)
        row, sketch = by_path
        if not sketch:  # it was never opened: its words may be known elsewhere
            return self._by_words(connection, identity) or row
        if is_replaced(sketch, identity.sketch):
            return self._by_words(connection, identity)
        return row

    def note(self, connection: sqlite3.Connection, identity: Identity) -> int:
        """The row of an episode, made where there is none, and with what is known of it by now."""
        row = self.known(connection, identity)
        if row is None:
            row = self._add(connection, identity)
        else:
            self._renew(connection, row, identity)
        before = self._by_path(connection, identity)
        if before is not None and before[0] != row and not before[1]:
            self._merge(connection, before[0], row)
        connection.execute(
            "INSERT OR REPLACE INTO paths VALUES (?, ?)", (os.fsencode(identity.path), row)
        )
        return row

    def _by_path(
        self, connection: sqlite3.Connection, identity: Identity
    ) -> tuple[int, tuple[int, ...]] | None:
        found = connection.execute(
            "SELECT id, sketch FROM paths JOIN episodes ON id = episode WHERE paths.path = ?",
            (os.fsencode(identity.path),),
        ).fetchone()
        return None if found is None else (found[0], _unpacked(found[1]))

    def _by_traits(self, connection: sqlite3.Connection, identity: Identity) -> int | None:
        if not identity.traits:
            return None
        rows = connection.execute(
            f"SELECT id, {COLUMNS} FROM episodes WHERE traits = ? ORDER BY id DESC",
            (identity.traits,),
        )
        known = ((row, identity_from(who)) for row, *who in rows)
        return next((row for row, other in known if are_same(other, identity)), None)

    def _by_words(self, connection: sqlite3.Connection, identity: Identity) -> int | None:
        """The row whose words are most like those of an episode, if they are at all."""
        if not identity.sketch:
            return None
        mine = set(identity.sketch)
        rows = connection.execute("SELECT id, sketch FROM episodes WHERE sketch != x''")
        sketches = ((row, _unpacked(packed)) for row, packed in rows)
        alike = [
            (likeness(identity.sketch, sketch) or 0.0, row)
            for row, sketch in sketches
            if not mine.isdisjoint(sketch)
        ]
        for share, row in sorted(alike, reverse=True):
            if share < ALIKE:
                break
            who = connection.execute(f"SELECT {COLUMNS} FROM episodes WHERE id = ?", (row,))
            if share >= needed(identity_from(who.fetchone()), identity):
                return int(row)
        return None

    def _add(self, connection: sqlite3.Connection, identity: Identity) -> int:
        added = connection.execute(
            f"INSERT INTO episodes ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
            _values(identity),
        )
        return added.lastrowid or 0

    def _renew(self, connection: sqlite3.Connection, row: int, identity: Identity) -> None:
        """Write down what an episode is called by now, and what its words are if they are known."""
        path, traits, sketch, *called = _values(identity)
        connection.execute(
            "UPDATE episodes SET path = ?, traits = iif(?2 = '', traits, ?2), "
            "sketch = iif(?3 = x'', sketch, ?3), title = ?, show = ?, date = ? WHERE id = ?",
            (path, traits, sketch, *called, row),
        )

    def _merge(self, connection: sqlite3.Connection, row: int, into: int) -> None:
        """One row was made of an episode before its words were known, which another has."""
        for table in ("paths", *self._once):
            connection.execute(
                f"UPDATE OR REPLACE {table} SET episode = ? WHERE episode = ?", (into, row)
            )
        left = 0
        for table in self._often:  # what cannot be in both stays where it is
            moved = f"UPDATE OR IGNORE {table} SET episode = ? WHERE episode = ?"
            connection.execute(moved, (into, row))
            counted = f"SELECT count(*) FROM {table} WHERE episode = ?"
            left += connection.execute(counted, (row,)).fetchone()[0]
        if not left:
            connection.execute("DELETE FROM episodes WHERE id = ?", (row,))


def identity_from(values: Sequence[object]) -> Identity:
    """The identity in the `COLUMNS` of a row."""
    path, traits, sketch, title, show, date = values
    return Identity(
        Path(os.fsdecode(path if isinstance(path, bytes) else text_from(path))),
        text_from(traits),
        _unpacked(sketch),
        text_from(title),
        None if show is None else text_from(show),
        None if date is None else text_from(date),
    )


def _values(identity: Identity) -> tuple[bytes, str, bytes, str, str | None, str | None]:
    return (
        os.fsencode(identity.path),
        identity.traits,
        struct.pack(f"<{len(identity.sketch)}I", *identity.sketch),
        storable(identity.title),
        None if identity.show is None else storable(identity.show),
        identity.date,
    )


def _unpacked(sketch: object) -> tuple[int, ...]:
    if not isinstance(sketch, bytes):
        return ()
    count = len(sketch) // 4
    return struct.unpack(f"<{count}I", sketch[: count * 4])
