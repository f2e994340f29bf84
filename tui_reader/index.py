"""Every turn of a library, searched in milliseconds: SQLite's FTS5, in memory.

The full-text table is fed what `fold.spaced` makes of a turn, so that its words are the matcher's
words. It stores no text of its own; an ordinary table beside it does, for snippets and for the
matcher, which has the last word where a query asks for more than folded words can tell.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from tui_reader.errors import ReaderError
from tui_reader.fold import spaced
from tui_reader.fts import Candidates, candidates
from tui_reader.matching import Matcher
from tui_reader.model import Turn
from tui_reader.query import Query

if TYPE_CHECKING:
    from sqlite3 import Connection

__all__ = ["Abandoned", "EpisodeHits", "Index", "IndexedTurn", "Prepared", "prepare"]

_SCHEMA: Final = """
    PRAGMA journal_mode = OFF;
    PRAGMA temp_store = MEMORY;
    CREATE TABLE turn (id INTEGER PRIMARY KEY, speaker, start, line, text);
    CREATE VIRTUAL TABLE words USING fts5 (text, speaker, content = '', tokenize = 'ascii');
    BEGIN;
"""
# There is nothing to roll back to: the table lives and dies with the reader. And a transaction that
# goes on lets FTS5 write a few large pieces, where one for each episode has it merge small ones.

_BITS: Final = 24
"""The id of a turn is its episode's number, and in so many bits below its own."""

_MASK: Final = (1 << _BITS) - 1

_RANKED: Final = 10_000
"""More hits are not ranked one by one: words so common tell nothing of relevance."""

_STEPS: Final = 20_000
"""After so many instructions of SQLite, whether a search is still wanted is asked again."""


class Abandoned(Exception):  # noqa: N818
    """A search that nobody waits for any more, or an index that has been closed."""


class IndexedTurn(NamedTuple):
    """A turn as the index keeps it: enough to show a hit without opening its file."""

    speaker: str | None
    start: int | None
    line: int
    text: str


class EpisodeHits(NamedTuple):
    """An episode that a query is about: its turns with hits in order, and the best of them."""

    episode: int
    turns: tuple[int, ...]
    best: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """The turns of an episode, with the folded words of their texts and of their speakers."""

    rows: tuple[tuple[IndexedTurn, str, str], ...]


def prepare(turns: Sequence[Turn]) -> Prepared:
    """What `Index.add` takes, worked out wherever there is time: in a worker process, usually."""
    words = spaced.each([turn.text for turn in turns])
    names = {turn.speaker: spaced(turn.speaker or "") for turn in turns}
    return Prepared(
        tuple(
            (
                IndexedTurn(turn.speaker, turn.start, turn.line, turn.text),
                # FTS5 splits and folds ASCII the same way, so the text need not be sent twice.
                turn.text if turn.text.isascii() else folded,
                names[turn.speaker],
            )
            for turn, folded in zip(turns, words, strict=True)
        )
    )


class Index:
    """The turns of many episodes. Any thread may call it; a search and an `add` take turns."""

    def __init__(self) -> None:
        import sqlite3

        self._connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False
        )
        try:
            self._connection.executescript(_SCHEMA)
        except sqlite3.OperationalError as error:
            raise ReaderError(f"SQLite cannot search here: {error}.") from error
        self._queue, self._lock = Lock(), Lock()
        self._closed = False

    def add(self, episode: int, prepared: Prepared) -> None:
        """Make an episode searchable, instead of what was known of it before, if anything."""
        rows = [(_id(episode, number), *row) for number, row in enumerate(prepared.rows)]
        turns = [(id_, *turn) for id_, turn, _, _ in rows]
        words = [(id_, text, speaker) for id_, _, text, speaker in rows]
        with self._alone() as connection:
            _remove(connection, episode)
            connection.executemany("INSERT INTO turn VALUES (?, ?, ?, ?, ?)", turns)
            connection.executemany(
                "INSERT INTO words (rowid, text, speaker) VALUES (?, ?, ?)", words
            )

    def remove(self, episode: int) -> None:
        """Forget an episode, known or not."""
        with self._alone() as connection:
            _remove(connection, episode)

    def search(
        self,
        query: Query,
        *,
        order: Literal["relevance", "episode"] = "relevance",
        cancelled: Callable[[], bool] | None = None,
    ) -> list[EpisodeHits]:
        """The episodes with turns that `query` is about, the most relevant or the lowest first.

        The relevance of an episode is that of its best turn (bm25), or where hits are very many
        how many it has. Raises Abandoned soon after `cancelled` turns true.
        """
        asked = candidates(query)
        with self._alone(cancelled) as connection:
            found = _candidates(connection, asked)
            few = sum(map(len, found.values())) <= _RANKED
            ranked = few and asked.match and not asked.complement
            ranks = _ranks(connection, asked.match) if ranked else {}
        if not asked.are_hits:
            found = self._confirmed(Matcher(query), found, cancelled)

        def rank(episode: int, turn: int) -> float:
            return ranks.get(_id(episode, turn), 0.0)

        hits = [
            EpisodeHits(
                episode, turns, min(turns, key=partial(rank, episode)) if ranks else turns[0]
            )
            for episode, turns in sorted(found.items())
        ]
        if order == "relevance":
            hits.sort(key=lambda hit: (rank(hit.episode, hit.best), -len(hit.turns)))
        return hits

    def turn(self, episode: int, turn: int) -> IndexedTurn:
        """A turn of an episode; KeyError where there is none."""
        return self.turns(episode, [turn])[turn]

    def turns(self, episode: int, numbers: Iterable[int]) -> dict[int, IndexedTurn]:
        """Those `numbers` of an episode's turns that are known, in order."""
        ids = f"[{','.join(str(_id(episode, number)) for number in numbers)}]"
        with self._alone() as connection:
            rows = connection.execute(
                f"SELECT id & {_MASK}, speaker, start, line, text FROM turn"
                " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
                [ids],
            ).fetchall()
        return {number: IndexedTurn(*row) for number, *row in rows}

    def close(self) -> None:
        """Free the memory. What another thread is doing here ends, raising Abandoned."""
        if not self._closed:
            self._closed = True
            self._connection.interrupt()
            with self._lock:
                self._connection.close()

    @contextmanager
    def _alone(self, cancelled: Callable[[], bool] | None = None) -> Iterator["Connection"]:
        """The connection, for the calling thread alone."""
        from sqlite3 import OperationalError

        # A thread that waits here is next: the lock alone could go to the same one over and over.
        with self._queue:
            self._lock.acquire()
        try:
            if self._closed or (cancelled and cancelled()):
                raise Abandoned
            self._connection.set_progress_handler(cancelled, _STEPS)
            yield self._connection
        except OperationalError as error:
            if self._closed or (cancelled and cancelled()):
                raise Abandoned from error
            raise
        finally:
            self._lock.release()

    def _confirmed(
        self,
        matcher: Matcher,
        found: dict[int, tuple[int, ...]],
        cancelled: Callable[[], bool] | None,
    ) -> dict[int, tuple[int, ...]]:
        """Those of the turns found that the matcher agrees with."""
        confirmed = {}
        for episode, numbers in found.items():
            if cancelled and cancelled():
                raise Abandoned
            turns = self.turns(episode, numbers)
            kept = tuple(
                number
                for number, turn in turns.items()
                if matcher.match(turn.text, turn.speaker) is not None
            )
            if kept:
                confirmed[episode] = kept
        return confirmed


def _candidates(connection: "Connection", asked: Candidates) -> dict[int, tuple[int, ...]]:
    """The turns by episode, put together inside SQLite: other threads run meanwhile."""
    source = "SELECT rowid AS id FROM words WHERE words MATCH ?"
    if asked.complement:
        source = f"SELECT id FROM turn WHERE id NOT IN ({source})"
    if not asked.match:
        source = "SELECT id FROM turn"
    rows = connection.execute(
        f"SELECT id >> {_BITS}, group_concat(id & {_MASK}) FROM ({source}) GROUP BY 1",
        [asked.match] if asked.match else [],
    )
    return {episode: tuple(sorted(map(int, numbers.split(",")))) for episode, numbers in rows}


def _ranks(connection: "Connection", match: str) -> dict[int, float]:
    """How relevant each turn is, by its id: the lower the better. Names don't count."""
    select = "SELECT rowid, bm25(words, 1.0, 0.0) FROM words WHERE words MATCH ?"
    return dict(connection.execute(select, [match]).fetchall())


def _remove(connection: "Connection", episode: int) -> None:
    ids = (_id(episode, 0), _id(episode, _MASK))
    where = "FROM turn WHERE id BETWEEN ? AND ?"
    rows = connection.execute(f"SELECT id, text, speaker {where}", ids).fetchall()
    # A table without content is told what to forget in the very words it was told.
    connection.executemany(
        "INSERT INTO words (words, rowid, text, speaker) VALUES ('delete', ?, ?, ?)",
        [(id_, spaced(text), spaced(speaker or "")) for id_, text, speaker in rows],
    )
    connection.execute(f"DELETE {where}", ids)
    if rows:
        # FTS5 is confused by an id that goes and comes back within one transaction.
        connection.execute("COMMIT")
        connection.execute("BEGIN")


def _id(episode: int, turn: int) -> int:
    return (episode << _BITS) + turn
