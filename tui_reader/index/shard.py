"""The turns of some episodes in one database: made once, in a worker usually, and then only asked.

SQLite's FTS5 does the searching. Its table is fed what `fold.spaced` makes of a turn, so that its
words are the matcher's words. It keeps no text of its own; an ordinary table beside it does, for
snippets and for the matcher, which has the last word where folded words cannot tell.

Inside a shard the episodes have numbers of its own, from 0, so that it can be kept on disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, Final
from weakref import finalize

from tui_reader.errors import ReaderError
from tui_reader.fold import spaced
from tui_reader.index.fts import SEAM
from tui_reader.index.rows import Abandoned, Cancelled, IndexedTurn, Ranked, Tally
from tui_reader.matching.seams import goes_on

if TYPE_CHECKING:
    import sqlite3

    from tui_reader.model import Turn

__all__ = ["Shard"]

_SCHEMA: Final = """
    PRAGMA journal_mode = OFF;
    PRAGMA temp_store = MEMORY;
    CREATE TABLE facts (size, seamed);
    CREATE TABLE turn (id INTEGER PRIMARY KEY, speaker, start, line, text);
    CREATE VIRTUAL TABLE words USING fts5 (text, speaker, seam, content = '', tokenize = 'ascii');
    INSERT INTO words (words, rank) VALUES ('hashsize', 268435456);
    BEGIN;
"""
# All words are sorted in memory and written once: no pieces to be merged, neither now nor when
# somebody searches.

_VOCABULARY: Final = """
    CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, words, col);
    CREATE TABLE vocabulary AS SELECT term AS word, doc AS turns FROM terms WHERE col = 'text';
"""

_BITS: Final = 24
"""The id of a turn is its episode's number, and in so many bits below its own."""

_MASK: Final = (1 << _BITS) - 1

_CACHE: Final = 256
"""Kibibytes of copies that SQLite may keep of what is in memory anyway."""

_STEPS: Final = 20_000
"""After so many instructions of SQLite, whether a search is still wanted is asked again."""


class Shard:
    """Some episodes, searchable. Any thread may ask; they take turns.

    Conditions are in the language of FTS5, with the columns `text`, `speaker` and `seam`. Every
    question raises Abandoned soon after `cancelled` turns true or the shard is closed. `size` is
    the number of turns; `seamed` is true where phrases may go on from one turn to the next. The
    memory is freed once nobody uses it any more.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        finalize(self, connection.close)
        self._lock = Lock()
        self._closed = False
        size, seamed = connection.execute("SELECT size, seamed FROM facts").fetchone()
        self.size, self.seamed = int(size), bool(seamed)

    @classmethod
    def build(cls, episodes: Iterable[Sequence[Turn]]) -> Shard:
        """A shard of these episodes, numbered as they come."""
        connection = _connect()
        connection.executescript(_SCHEMA)
        seamed = False
        for number, turns in enumerate(episodes):
            first = number << _BITS
            rows = list(_rows(turns))
            seamed = seamed or any(seam for _, _, seam in rows)
            connection.executemany(
                "INSERT INTO turn VALUES (?, ?, ?, ?, ?)",
                [(first + n, t.speaker, t.start, t.line, t.text) for n, t in enumerate(turns)],
            )
            connection.executemany(
                "INSERT INTO words (rowid, text, speaker, seam) VALUES (?, ?, ?, ?)",
                [(first + n, *row) for n, row in enumerate(rows)],
            )
        connection.execute("COMMIT")
        connection.executescript(_VOCABULARY)
        connection.execute("INSERT INTO facts SELECT count(*), ? FROM turn", [seamed])
        return cls(connection)

    @classmethod
    def load(cls, content: bytes) -> Shard:
        """The shard that `serialize` made `content` of; raises ValueError where it is none."""
        import sqlite3

        connection = _connect()
        try:
            connection.deserialize(content)
            connection.execute("SELECT word, turns FROM vocabulary LIMIT 1").fetchone()
            connection.execute("SELECT rowid FROM words WHERE words MATCH 'a'").fetchone()
            return cls(connection)
        except (sqlite3.Error, MemoryError) as error:
            connection.close()
            raise ValueError(f"This is no shard of an index: {error}.") from error

    def serialize(self) -> bytes:
        """All of it, to be kept or sent."""
        with self._asked(None) as connection:
            return connection.serialize()

    def count(self, match: str, cancelled: Cancelled | None = None) -> int:
        """How many turns `match`: by far the fastest question."""
        with self._asked(cancelled) as connection:
            found = connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", [match])
            return int(found.fetchone()[0])

    def tally(
        self, match: str, complement: bool, cancelled: Cancelled | None = None
    ) -> list[Tally]:
        """The episodes with turns that do `match`, or with turns that do not."""
        # Counted inside SQLite: other threads run meanwhile.
        with self._asked(cancelled) as connection:
            rows = connection.execute(
                f"SELECT id >> {_BITS}, count(*), min(id) & {_MASK}, max(id) & {_MASK}"
                f" FROM ({_source(match, complement)}) GROUP BY 1",
                _values(match),
            )
            return rows.fetchall()

    def ranked(self, match: str, cancelled: Cancelled | None = None) -> list[Ranked]:
        """The turns that `match`, with their relevance (bm25 of the words; names don't count)."""
        with self._asked(cancelled) as connection:
            rows = connection.execute(
                f"SELECT rowid >> {_BITS}, rowid & {_MASK}, bm25(words, 1.0, 0.0, 0.0)"
                " FROM words WHERE words MATCH ? ORDER BY rowid",
                [match],
            )
            return rows.fetchall()

    def found(
        self, match: str, complement: bool, cancelled: Cancelled | None = None
    ) -> list[tuple[int, int]]:
        """The (episode, turn) of every turn that does `match`, or of all that do not, in order."""
        select = (
            f"SELECT id >> {_BITS}, id & {_MASK} FROM ({_source(match, complement)}) ORDER BY id"
        )
        with self._asked(cancelled) as connection:
            return connection.execute(select, _values(match)).fetchall()

    def found_in(self, episode: int, match: str, complement: bool) -> list[int]:
        """The turns of one episode that do `match`, or all of them that do not, in order."""
        within = (_id(episode, 0), _id(episode, _MASK))
        select = f"SELECT id & {_MASK} FROM ({_source(match, complement, within)}) ORDER BY id"
        with self._asked(None) as connection:
            return [turn for (turn,) in connection.execute(select, _values(match))]

    def turns(self, episode: int, numbers: Iterable[int]) -> dict[int, IndexedTurn]:
        """Those `numbers` of an episode's turns that are known, in order."""
        ids = f"[{','.join(str(_id(episode, number)) for number in numbers)}]"
        with self._asked(None) as connection:
            rows = connection.execute(
                f"SELECT id & {_MASK}, speaker, start, line, text FROM turn"
                " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
                [ids],
            ).fetchall()
        return {number: IndexedTurn(*row) for number, *row in rows}

    def vocabulary(self) -> list[tuple[str, int]]:
        """Every folded word of the texts, and in how many turns it is."""
        with self._asked(None) as connection:
            return connection.execute("SELECT word, turns FROM vocabulary").fetchall()

    def speakers(self) -> list[tuple[str, int]]:
        """Every label of a speaker, and how many turns have it."""
        with self._asked(None) as connection:
            return connection.execute(
                "SELECT speaker, count(*) FROM turn WHERE speaker IS NOT NULL GROUP BY speaker"
            ).fetchall()

    def speakers_in(self) -> list[tuple[int, str, int]]:
        """The same, for each of the episodes by itself."""
        with self._asked(None) as connection:
            return connection.execute(
                f"SELECT id >> {_BITS}, speaker, count(*) FROM turn WHERE speaker IS NOT NULL"
                " GROUP BY 1, 2"
            ).fetchall()

    def close(self) -> None:
        """Free the memory at once. What another thread is asking ends, raising Abandoned."""
        if not self._closed:
            self._closed = True
            self._connection.interrupt()
            with self._lock:
                self._connection.close()

    @contextmanager
    def _asked(self, cancelled: Cancelled | None) -> Iterator[sqlite3.Connection]:
        """The connection, for the calling thread alone."""
        from sqlite3 import OperationalError

        def unwanted() -> bool:
            return self._closed or (cancelled is not None and cancelled())

        with self._lock:
            if unwanted():
                raise Abandoned
            self._connection.set_progress_handler(cancelled, _STEPS)
            try:
                yield self._connection
            except OperationalError as error:
                if unwanted():
                    raise Abandoned from error
                raise


def _source(match: str, complement: bool, within: tuple[int, int] | None = None) -> str:
    """SQL for the ids of the turns that do `match`, or do not; nothing to match matches all."""
    turns, words = "SELECT id FROM turn", "SELECT rowid AS id FROM words WHERE words MATCH ?"
    if within is not None:
        words += " AND rowid BETWEEN {} AND {}".format(*within)
        turns += " WHERE id BETWEEN {} AND {}".format(*within)
    if not match:
        return f"{turns} LIMIT 0" if complement else turns
    if not complement:
        return words
    return f"{turns} {'AND' if within else 'WHERE'} id NOT IN ({words})"


def _values(match: str) -> list[str]:
    return [match] if match else []


def _connect() -> sqlite3.Connection:
    import sqlite3

    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    if not hasattr(connection, "deserialize"):
        raise ReaderError("SQLite cannot search here: it was built without serialization.")
    return connection


def _rows(turns: Sequence[Turn]) -> Iterator[tuple[str, str, str]]:
    """The words of each turn as they are searched: of its text, its speaker and its seam."""
    texts = spaced.each([turn.text for turn in turns])
    names = {turn.speaker: spaced(turn.speaker or "") for turn in turns}
    seams = _seams(turns, texts)
    for turn, text, seam in zip(turns, texts, seams, strict=True):
        yield text, names[turn.speaker], seam


def _seams(turns: Sequence[Turn], texts: Sequence[str]) -> Iterator[str]:
    """What a phrase is found by that begins in one turn of nobody named, and ends in the next."""
    pairs = zip(pairwise(turns), pairwise(texts), strict=True)
    for (turn, following), (text, next_text) in pairs:
        if goes_on(turn, following):
            before, after = text.rsplit(maxsplit=SEAM), next_text.split(maxsplit=SEAM)
            yield " ".join([*before[-SEAM:], *after[:SEAM]])
        else:
            yield ""
    if turns:
        yield ""


def _id(episode: int, turn: int) -> int:
    return (episode << _BITS) + turn
