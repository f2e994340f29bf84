"""Connections to SQLite as they are used here, and what their errors mean."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tui_reader.harmless import harmless_line

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

__all__ = ["connect", "is_damaged", "stamp", "transaction", "use_log", "version", "why"]

_PATIENCE: Final = 5.0
"""Seconds to wait for another reader to finish what it is writing."""

_BETWEEN: Final = 0.02

_FOREIGN: Final = "it is of another program"


def is_damaged(error: BaseException) -> bool:
    """Whether an error says that a file is no database, or a broken one, or of another program."""
    import sqlite3

    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return isinstance(error, sqlite3.DatabaseError) and error.args[:1] == (_FOREIGN,)
    return code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def why(error: BaseException) -> str:
    """The reason in an error, to stand in a sentence."""
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return harmless_line(str(error))


def connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    """A connection for any thread, which begins and ends its transactions itself."""
    import sqlite3

    return sqlite3.connect(
        name, timeout=_PATIENCE, isolation_level=None, check_same_thread=False, uri=uri
    )


def use_log(connection: sqlite3.Connection) -> None:
    """Write ahead, so that readers wait for no writer; nobody is asked to wait for this step."""
    import sqlite3

    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(_BETWEEN)


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    """What is done inside is done whole or not at all. `begin` is BEGIN, of whichever kind."""
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def version(connection: sqlite3.Connection, mark: int) -> int:
    """The version of a database; raises DatabaseError where it is of another program."""
    import sqlite3

    if not connection.in_transaction:  # of one moment: another reader may be making the file
        with transaction(connection, "BEGIN"):
            return version(connection, mark)
    (found,) = connection.execute("PRAGMA application_id").fetchone()
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if (tables or number) and found != mark:
        raise sqlite3.DatabaseError(_FOREIGN)
    return int(number)


def stamp(file: Path) -> tuple[int, int] | None:
    """What tells a file from another that has come into its place; None where there is none."""
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_dev, found.st_ino
