"""Taking over what can still be read of a damaged database, row by row."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui_reader.state.connection import check_files, connect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["rescue"]


def rescue(damaged: Path, into: sqlite3.Connection) -> int:
    """Copy every row that can be read into a new database: how many. `damaged` stays as it is."""
    import sqlite3

    try:
        check_files(damaged)
        how = "mode=ro" if os.path.exists(f"{damaged}-wal") else "immutable=1"
        source = connect(f"{damaged.absolute().as_uri()}?{how}", uri=True)
    except (sqlite3.Error, OSError):
        return 0
    try:
        return sum(_copied(table, source, into) for table in _tables(into))
    finally:
        source.close()


def _tables(connection: sqlite3.Connection) -> list[str]:
    """The tables, those first that others refer to."""
    listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return [name for (name,) in connection.execute(f"{listed} ORDER BY rowid")]


def _copied(table: str, source: sqlite3.Connection, into: sqlite3.Connection) -> int:
    import sqlite3

    columns = [name for _, name, *_ in into.execute(f"PRAGMA table_info({table})")]
    insert = f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(columns))})"
    count = 0
    # What is behind a broken page may be reached from the other end.
    for order in ("", " ORDER BY rowid DESC"):
        for row in _readable(f"SELECT {', '.join(columns)} FROM {table}{order}", source):
            if "episode" in columns:
                _make_sure_of(row[columns.index("episode")], into)
            try:
                count += into.execute(insert, row).rowcount
            except sqlite3.Error:
                continue  # a number too large for one, or an episode that is none
    return count


def _make_sure_of(episode: object, into: sqlite3.Connection) -> None:
    """Where nobody knows any more which episode it was, what was made of it still shows."""
    if isinstance(episode, int):
        into.execute(
            "INSERT OR IGNORE INTO episodes (id, path, traits, sketch, title) "
            "VALUES (?, x'3f', '', x'', '?')",
            (episode,),
        )


def _readable(select: str, source: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """The rows up to the first that cannot be read."""
    import sqlite3

    try:
        yield from source.execute(select)
    except (sqlite3.Error, UnicodeDecodeError, OverflowError):
        return
