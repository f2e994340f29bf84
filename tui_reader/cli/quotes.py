"""What a query finds in files, in the orders that `grep` offers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Final, NamedTuple

from tui_reader.cli.streaming import in_order
from tui_reader.index import IndexedTurn
from tui_reader.library import Library, lost_episode, try_file
from tui_reader.matching import Matcher, Span
from tui_reader.model import Turn
from tui_reader.query import Query

__all__ = ["ORDERS", "Matches", "Quote", "Search"]


class Quote(NamedTuple):
    """A turn that was found: its number in the transcript, and where in its text the hits are."""

    number: int
    turn: Turn
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found in one file. `error` says why it could not be read."""

    number: int
    path: Path
    title: str = ""
    day: date | None = None
    quotes: tuple[Quote, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and where; `most` is how many hits of a file are wanted."""

    query: Query
    files: tuple[Path, ...]
    stdin: bytes | None = None
    most: int | None = None


def _by_file(search: Search) -> Iterator[Matches]:
    """As the files come, each as soon as it is read."""
    task = partial(_matches, query=search.query, most=search.most, stdin=search.stdin)
    return in_order(task, search.files, lost=_lost)


def _by_time(search: Search) -> Iterator[Matches]:
    """The oldest episode first, those without a date last."""
    found = _by_file(search)
    yield from sorted(found, key=lambda matches: (matches.day or date.max, matches.number))


def _by_relevance(search: Search) -> Iterator[Matches]:
    """The episode with the best turn first, and that turn first of its own."""
    library = Library(search.files, search.stdin)
    for batch in library.build():
        yield from (
            Matches(episode.number, episode.path, error=episode.error)
            for episode in batch.episodes
            if episode.error
        )
    for hits in library.index.search(search.query):
        episode = library[hits.episode]
        order = [hits.best, *(turn for turn in hits.turns if turn != hits.best)][: search.most]
        known = library.index.turns(hits.episode, order)
        quotes = (_quote(number, known[number], search.query) for number in order)
        day = episode.metadata.date
        yield Matches(episode.number, episode.path, episode.title, day, tuple(quotes))


ORDERS: Final[dict[str, Callable[[Search], Iterator[Matches]]]] = {
    "file": _by_file,
    "time": _by_time,
    "relevance": _by_relevance,
}
"""The orders by name. Each yields what was found a file at a time."""


def _matches(
    number: int, path: Path, query: Query, most: int | None, stdin: bytes | None
) -> Matches:
    loaded = try_file(path, stdin)
    if isinstance(loaded, str):
        return Matches(number, path, error=loaded)
    turns = loaded.transcript.turns
    hits = _matcher(query).search(turns)[:most]
    quotes = tuple(Quote(hit.turn, turns[hit.turn], hit.spans) for hit in hits)
    metadata = loaded.transcript.metadata
    return Matches(number, path, metadata.title, metadata.date, quotes)


def _quote(number: int, known: IndexedTurn, query: Query) -> Quote:
    """A turn as the index remembers it, with its hits."""
    turn = Turn(known.text, known.speaker, known.start, line=known.line)
    return Quote(number, turn, _matcher(query).match(turn.text, turn.speaker) or ())


@cache
def _matcher(query: Query) -> Matcher:
    """One matcher for all files a process reads."""
    return Matcher(query)


def _lost(number: int, path: Path) -> Matches:
    return Matches(number, path, error=lost_episode(number, path).error)
