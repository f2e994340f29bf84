"""A SQLite file of ours: made where it is not there yet, brought forward where it is older.

One connection, for whichever thread asks, one after the other. Other readers may have the same file
open: each asks anew, and changes something in one transaction. What is not ours or damaged is set
aside under another name; where there is no writing to the disk, or the file is of a newer version,
all stays in memory and is gone with this run. Both is told in `problems`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from tui_reader.alone import alone
from tui_reader.errors import PathError
from tui_reader.harmless import harmless_path
from tui_reader.state.aside import set_aside
from tui_reader.state.connection import (
    PATIENCE,
    check_files,
    check_sound,
    connect,
    is_busy,
    is_damaged,
    stamp,
    transaction,
    use_log,
    version,
    why,
)
from tui_reader.state.rescue import rescue

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

__all__ = ["Database", "Schema"]

T = TypeVar("T")


class Schema(NamedTuple):
    """What a database is like: `steps` are SQL that lead from each version to the next.

    `mark` tells a file of ours from others. Where every commit is to outlive a power cut, `sync` is
    FULL; NORMAL may lose the last seconds then, and never more.
    """

    mark: int
    steps: Sequence[str]
    sync: Literal["FULL", "NORMAL"]


class Database:
    """The database in `file`, opened when it is first needed."""

    def __init__(self, file: Path, schema: Schema) -> None:
        self.file = file
        self.problems: tuple[str, ...] = ()
        self._schema = schema
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int] | None = None
        """What the file was when it was opened; None where all is in memory."""
        self._aside: Path | None = None
        """Where a damaged file is now, until what can be read of it has been taken over."""

    def read(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """The answer to a question, of one moment; raises PathError where there is none."""
        return self._run(question, "BEGIN")

    def write(self, change: Callable[[sqlite3.Connection], T]) -> T:
        """Make a change, whole or not at all; raises PathError where it cannot be."""
        return self._run(change, "BEGIN IMMEDIATE")

    def glance(self, question: Callable[[sqlite3.Connection], T]) -> T | None:
        """The answer to a question, leaving no trace of having asked; raises sqlite3.Error.

        It is for those who only read: what is damaged is left as it is. None: it is empty yet.
        """
        # While nobody writes there is no log beside the file, and opening it would make one.
        check_files(self.file)
        logged = self.file.with_name(f"{self.file.name}-wal").exists()
        how = "mode=ro" if logged else "immutable=1"
        connection = connect(f"{self.file.absolute().as_uri()}?{how}", uri=True)
        try:
            return question(connection) if version(connection, self._schema.mark) else None
        finally:
            connection.close()

    @property
    def in_memory(self) -> bool:
        """Whether the file cannot be used, so that nothing is kept."""
        return self._connection is not None and self._opened is None

    def close(self) -> None:
        """Close the file. What is asked from now on opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection, self._opened = None, None

    # Asking

    def _run(self, ask: Callable[[sqlite3.Connection], T], begin: str) -> T:
        import sqlite3

        with self._lock:
            try:
                return self._ask(ask, begin)
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                if not is_damaged(error) or self._connection is None or self._opened is None:
                    raise PathError(self._complaint(error)) from None
                with self._alone():
                    self._close_for(error, self._connection, self._opened)
            try:
                return self._ask(ask, begin)
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                raise PathError(self._complaint(error)) from None

    def _ask(self, ask: Callable[[sqlite3.Connection], T], begin: str) -> T:
        connection = self._usable()
        with transaction(connection, begin):
            return ask(connection)

    def _usable(self) -> sqlite3.Connection:
        """The connection; another one where the file is no more the one that was opened."""
        if self._connection is not None and self._opened not in (None, stamp(self.file)):
            self.close()
        if self._connection is None:
            self._connection = self._open()
        return self._connection

    def _complaint(self, error: Exception) -> str:
        return f"What is kept cannot be used ({why(error)}): {harmless_path(self.file)}."

    # Opening

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While no other reader opens the file, or sets aside what is there."""
        with ExitStack() as held:
            with suppress(OSError):  # what is wrong with the folder, opening the file will tell
                held.enter_context(alone(self.file.parent, PATIENCE))
            yield

    def _open(self) -> sqlite3.Connection:
        with self._alone():
            return self._open_or_replace()

    def _open_or_replace(self) -> sqlite3.Connection:
        import sqlite3

        try:
            return self._open_file()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if is_busy(error):
                raise  # next time it may be free
            if not is_damaged(error):
                return self._open_in_memory(why(error))
        except OSError as error:
            return self._open_in_memory(why(error))
        try:  # what was damaged has been set aside
            return self._open_file()
        except (sqlite3.DatabaseError, UnicodeDecodeError, OSError) as error:
            return self._open_in_memory(why(error))

    def _open_file(self) -> sqlite3.Connection:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        check_files(self.file)
        found = stamp(self.file)
        connection = connect(str(self.file))
        try:
            if version(connection, self._schema.mark) > len(self._schema.steps):
                connection.close()
                return self._open_in_memory("it is of a newer version of the program", copied=False)
            use_log(connection)
            connection.execute(f"PRAGMA synchronous={self._schema.sync}")
            connection.execute("PRAGMA foreign_keys=ON")
            if self._schema.sync == "FULL":  # what is written into a damaged file may be lost
                check_sound(connection)
            self._bring_forward(connection)
        except BaseException as error:
            self._close_for(error, connection, found)
            raise
        self._opened = stamp(self.file)
        self._take_over(connection)
        return connection

    def _take_over(self, connection: sqlite3.Connection) -> None:
        """Fill a new file with what can still be read of the damaged one before it."""
        import sqlite3

        damaged, self._aside = self._aside, None
        if damaged is None:
            return
        with suppress(sqlite3.Error), transaction(connection, "BEGIN IMMEDIATE"):
            saved = rescue(damaged, connection)
            if saved:
                self._tell("What can still be read of it has been taken over.")

    def _bring_forward(self, connection: sqlite3.Connection) -> None:
        """Take the steps that are still to be taken."""
        begun = version(connection, self._schema.mark)
        for number, step in enumerate(self._schema.steps[begun:], begun + 1):
            with transaction(connection, "BEGIN IMMEDIATE"):
                if version(connection, self._schema.mark) >= number:
                    continue  # another reader was faster
                for statement in step.split(";\n"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id={self._schema.mark}")
                connection.execute(f"PRAGMA user_version={number}")

    def _open_in_memory(self, reason: str, *, copied: bool = True) -> sqlite3.Connection:
        """What the file holds, where that can be read, and nothing that is written to it."""
        import sqlite3

        # The reason first: a status line has no room for all of the path.
        name = harmless_path(self.file)
        self._tell(f"Nothing will be remembered ({self.file.name}: {reason}): {name}.")
        connection = connect(":memory:")
        if copied and os.path.isfile(self.file):
            with suppress(sqlite3.Error, UnicodeDecodeError):
                source = connect(f"{self.file.absolute().as_uri()}?immutable=1", uri=True)
                try:
                    if version(source, self._schema.mark) > 0:
                        source.backup(connection)
                finally:
                    source.close()
        self._opened = None
        connection.execute("PRAGMA foreign_keys=ON")
        self._bring_forward(connection)
        return connection

    def _close_for(
        self,
        error: BaseException,
        connection: sqlite3.Connection,
        opened: tuple[int, int] | None,
    ) -> None:
        """Close a connection after an error; set the file aside where that is what was wrong.

        Not if it is another one by now than the one that was `opened`.
        """
        if not is_damaged(error):
            connection.close()
            return
        if os.name == "nt":
            connection.close()  # there, what is open cannot be moved
        # Else it is moved while it is open: closing it would take away the log beside it.
        if opened == stamp(self.file):
            aside = set_aside(self.file, why(error))
            self._tell(aside.sentence)
            self._aside = aside.file
        connection.close()
        self._connection, self._opened = None, None

    def _tell(self, sentence: str) -> None:
        if sentence and sentence not in self.problems:
            self.problems = (*self.problems, sentence)
