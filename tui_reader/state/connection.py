"""Connections to SQLite as they are used here, and what their errors mean."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tui_reader.harmless import harmless_line

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

__all__ = [
    "PATIENCE",
    "check_files",
    "check_sound",
    "connect",
    "is_busy",
    "is_damaged",
    "stamp",
    "transaction",
    "use_log",
    "version",
    "why",
]

PATIENCE: Final = 2.5
"""Seconds to wait for another reader to finish what it is writing."""

_BETWEEN: Final = 0.02

_FOREIGN: Final = "it is of another program"
_BROKEN: Final = "it is damaged"
_BESIDE: Final = ("", "-wal", "-shm", "-journal")


def is_damaged(error: BaseException) -> bool:
    """Whether an error says that a file is no database, or a broken one, or of another program."""
    import sqlite3

    if isinstance(error, UnicodeDecodeError):  # it names what is wrong, and the name is broken
        return True
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        said = (_FOREIGN, _BROKEN)
        return isinstance(error, sqlite3.DatabaseError) and str(error) in said
    if code == sqlite3.SQLITE_ERROR:
        return str(error).startswith("no such ")  # tables and columns were there once
    return code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_busy(error: BaseException) -> bool:
    """Whether an error says that somebody else is writing, and will not always be."""
    import sqlite3

    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def why(error: BaseException) -> str:
    """The reason in an error, to stand in a sentence."""
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    if isinstance(error, UnicodeDecodeError):
        return _BROKEN
    if is_busy(error):
        return "another program is writing to it"
    return harmless_line(str(error))


def connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    """A connection for any thread, which begins and ends its transactions itself."""
    import sqlite3

    connection = sqlite3.connect(
        name, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=uri
    )
    connection.text_factory = _text
    return connection


def _text(written: bytes) -> str:
    """A text as far as it is one: a single broken byte costs no more than itself."""
    return str(written, "utf-8", "replace")


def use_log(connection: sqlite3.Connection) -> None:
    """Write ahead, so that readers wait for no writer; nobody is asked to wait for this step."""
    import sqlite3

    deadline = time.monotonic() + PATIENCE
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


def check_sound(connection: sqlite3.Connection) -> None:
    """Raises DatabaseError where anything in the file is not as it should be. Reads all of it."""
    import sqlite3

    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != ("ok",):
        raise sqlite3.DatabaseError(_BROKEN)


def check_files(file: Path) -> None:
    """Raises OSError where what is there is no file: to open a pipe may wait for ever."""
    for ending in _BESIDE:
        try:
            mode = os.stat(f"{file}{ending}").st_mode
        except FileNotFoundError:
            continue
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, f"{file.name}{ending} is no file")


def stamp(file: Path) -> tuple[int, int] | None:
    """What tells a file from another that has come into its place; None where there is none."""
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_dev, found.st_ino
