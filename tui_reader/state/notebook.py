"""What a person has made: marks, notes, and which episodes they have read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from tui_reader.anchoring import Anchor
from tui_reader.errors import PathError
from tui_reader.state.entry import SELECT, Entry, Kind, entry_from
from tui_reader.state.episodes import Episodes
from tui_reader.state.read_marks import ReadMarks
from tui_reader.state.values import now, storable, written

if TYPE_CHECKING:
    import sqlite3

    from tui_reader.identity import Identity
    from tui_reader.state.database import Database

__all__ = ["Entry", "Kind", "Notebook", "ReadMarks"]

_FORGOTTEN: Final = "-30 days"
"""What was deleted so long ago will not be wanted back."""


class Notebook:
    """What data.db holds; everything raises PathError where that cannot be read or written.

    What is deleted can be restored. It is gone for good only after a month.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._episodes = Episodes(("finished",), ("entries",))

    @property
    def is_lasting(self) -> bool:
        """Whether what is written outlives this run."""
        return not self._database.in_memory

    # Marks and notes

    def entries(self, identity: Identity | None = None) -> list[Entry]:
        """The marks and notes of an episode, or of all by their titles, in their order in it."""

        def entries(connection: sqlite3.Connection) -> list[Entry]:
            if identity is None:
                rows = connection.execute(SELECT)
            else:
                row = self._episodes.known(connection, identity)
                rows = connection.execute(f"{SELECT} AND entries.episode = ?", (row,))
            return sorted(map(entry_from, rows), key=_order)

        return self._database.read(entries)

    def marked(self, letter: str, identity: Identity | None) -> Entry | None:
        """The mark with a letter, in an episode; with a capital, in the whole library."""

        def marked(connection: sqlite3.Connection) -> Entry | None:
            episode = None
            if identity is not None and not letter.isupper():
                episode = self._episodes.known(connection, identity)
            holder = _holder(connection, letter, episode)
            return None if holder is None else _entry(connection, holder)

        return self._database.read(marked)

    def mark(
        self,
        letter: str,
        identity: Identity,
        start: Anchor,
        quote: str,
        speaker: str | None,
        time: int | None,
    ) -> Entry:
        """Give a place a letter, which no other place has any more.

        That is one of the episode for a small letter, one of the whole library for a capital.
        """

        def mark(connection: sqlite3.Connection) -> Entry:
            episode = self._episodes.note(connection, identity)
            _free(connection, letter, episode)
            said = (written(start), None, storable(quote), speaker and storable(speaker), time, "")
            return _add(connection, episode, (Kind.MARK, letter, *said))

        return self._database.write(mark)

    def note(
        self,
        identity: Identity,
        start: Anchor,
        end: Anchor | None,
        quote: str,
        speaker: str | None,
        time: int | None,
        text: str,
    ) -> Entry:
        """Write a note on a turn, or on all from `start` to `end`."""

        def note(connection: sqlite3.Connection) -> Entry:
            episode = self._episodes.note(connection, identity)
            stop = None if end is None else written(end)
            said = (
                written(start),
                stop,
                storable(quote),
                speaker and storable(speaker),
                time,
                storable(text),
            )
            return _add(connection, episode, (Kind.NOTE, None, *said))

        return self._database.write(note)

    def change(self, id: int, text: str) -> Entry:  # noqa: A002
        """Give a note another text."""

        def change(connection: sqlite3.Connection) -> Entry:
            connection.execute(
                "UPDATE entries SET text = ?, changed = ? WHERE id = ?",
                (storable(text), now(), id),
            )
            return _entry(connection, id)

        return self._database.write(change)

    def delete(self, id: int) -> None:  # noqa: A002
        """Delete a mark or a note, for as long as it is not restored."""
        self._database.write(lambda connection: _delete(connection, id))

    def restore(self, id: int) -> Entry:  # noqa: A002
        """Bring back what was deleted; a mark takes its letter back."""

        def restore(connection: sqlite3.Connection) -> Entry:
            found = connection.execute(
                "SELECT letter, episode FROM entries WHERE id = ? AND deleted IS NOT NULL", (id,)
            ).fetchone()
            if found is not None:
                letter, episode = found
                if letter is not None:
                    _free(connection, letter, episode)
                connection.execute("UPDATE entries SET deleted = NULL WHERE id = ?", (id,))
            return _entry(connection, id)

        return self._database.write(restore)

    # Episodes

    def seen(self, identity: Identity) -> None:
        """Know an episode again wherever it is now, if anything was ever made of it."""

        def seen(connection: sqlite3.Connection) -> None:
            if self._episodes.known(connection, identity) is not None:
                self._episodes.note(connection, identity)

        self._database.write(seen)

    def set_read(self, identity: Identity, read: bool) -> None:
        """Say that an episode has been read, or not."""
        self.set_all_read(((identity, read),))

    def set_all_read(self, marks: Iterable[tuple[Identity, bool | None]]) -> None:
        """Say so of many episodes at once; None takes back whatever was said."""

        def set_read(connection: sqlite3.Connection) -> None:
            for identity, read in marks:
                row = self._episodes.note(connection, identity)
                connection.execute("DELETE FROM finished WHERE episode = ?", (row,))
                if read is not None:
                    connection.execute("INSERT INTO finished VALUES (?, ?, ?)", (row, read, now()))

        self._database.write(set_read)

    def read(self) -> ReadMarks:
        """Which episodes have been read, at this moment."""
        return self._database.read(ReadMarks.of_all)

    def clear_out(self) -> None:
        """Forget for good what was deleted long ago."""
        self._database.write(
            lambda connection: connection.execute(
                "DELETE FROM entries WHERE deleted < strftime('%Y-%m-%dT%H:%M:%S', 'now', ?)",
                (_FORGOTTEN,),
            )
        )


def _order(entry: Entry) -> tuple[str, str, int, int, int]:
    """By episode, then by place."""
    about = entry.identity
    return about.title, str(about.path), entry.start.turn, entry.start.offset, entry.id


def _add(connection: sqlite3.Connection, episode: int, values: tuple[object, ...]) -> Entry:
    moment = now()
    added = connection.execute(
        "INSERT INTO entries (episode, kind, letter, start, stop, quote, speaker, time, text, "
        "created, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (episode, *values, moment, moment),
    )
    return _entry(connection, added.lastrowid or 0)


def _entry(connection: sqlite3.Connection, number: int) -> Entry:
    row = connection.execute(f"{SELECT} AND entries.id = ?", (number,)).fetchone()
    if row is None:
        raise PathError("That mark or note is not there any more.")
    return entry_from(row)


def _holder(connection: sqlite3.Connection, letter: str, episode: int | None) -> int | None:
    """The mark that has a letter: a capital, wherever it is."""
    found = connection.execute(
        "SELECT id FROM entries WHERE letter = ? AND deleted IS NULL AND (? OR episode = ?)",
        (letter, letter.isupper(), episode),
    ).fetchone()
    return None if found is None else int(found[0])


def _free(connection: sqlite3.Connection, letter: str, episode: int) -> None:
    """Take a letter from where it is."""
    holder = _holder(connection, letter, episode)
    if holder is not None:
        _delete(connection, holder)


def _delete(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(
        "UPDATE entries SET deleted = ? WHERE id = ? AND deleted IS NULL", (now(), number)
    )
