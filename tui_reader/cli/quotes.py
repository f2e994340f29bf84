"""What a query finds in files, in the orders that `grep` offers."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.cli.streaming import in_order
from tui_reader.errors import PatternTooSlow
from tui_reader.index import Index, IndexedTurn
from tui_reader.library import Episode, Library, is_kept, lost_episode, open_group
from tui_reader.loading import Loaded
from tui_reader.matching import Matcher, Span
from tui_reader.matching.narrowing import narrowed
from tui_reader.model import Turn
from tui_reader.query import Query
from tui_reader.widening import Kind, WideHit
from tui_reader.widening.recall import recall

if TYPE_CHECKING:
    from tui_reader.people import Rules

__all__ = ["ORDERS", "Matches", "Quote", "Search", "by_likeness"]


_MOST_ALIKE: Final = 10_000
"""So many exact hits of all files are told apart, by how near to each other their words are."""


class Quote(NamedTuple):
    """A turn that was found: its number in the transcript, and where in its text the hits are."""

    number: int
    turn: Turn
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found in one file. `error` says why it could not be read.

    `too_slow` says that it could not be searched, nor would any other be. `like` is in which way
    the hits are what was asked for, and `cut` how many of all of that kind are told, if not all.
    """

    number: int
    path: Path
    title: str = ""
    day: date | None = None
    quotes: tuple[Quote, ...] = ()
    error: str | None = None
    too_slow: str | None = None
    like: Kind = Kind.EXACT
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for in the files that `paths` hold, in `groups` that are called alike.

    `named` are the files that were asked for one by one. `most` is how many hits of a file are
    wanted. Unless it is `cached`, no index on disk is used. `people` are called as they are known.
    """

    query: Query
    paths: tuple[Path, ...]
    groups: tuple[tuple[Path, ...], ...]
    named: frozenset[Path] = frozenset()
    stdin: bytes | None = None
    most: int | None = None
    cached: bool = False
    people: "Rules | None" = None

    @property
    def library(self) -> Library:
        """All that is searched, still to be built."""
        library = Library(self.paths, self.stdin, kept=self.cached)
        if self.people is not None:
            library.call_people(self.people)
        return library


def _by_file(search: Search) -> Iterator[Matches]:
    """As the files come: out of the index where one is kept, else as soon as each is read."""
    return _indexed(search) if search.cached and is_kept(search.paths) else _read(search)


def _indexed(search: Search) -> Iterator[Matches]:
    """What is found in an index, by file."""
    library = search.library
    failed = {matches.number: matches for matches in _built(library)}
    index, query = library.index, search.query
    found = {hits.episode for hits in index.search(query, about=library.about)}
    for episode in library.episodes:
        if episode.number in failed:
            yield failed[episode.number]
        elif episode.number in found:
            turns = index.hits(query, episode.number, about=library.about)[: search.most]
            yield _found(index, episode, turns, query)


def _read(search: Search) -> Iterator[Matches]:
    """What is found in the files, each as soon as it is read."""
    task = partial(
        _group_matches,
        query=search.query,
        most=search.most,
        stdin=search.stdin,
        named=search.named,
        people=search.people,
    )
    for found in in_order(task, search.groups, lost=_lost):
        for matches in found.matches:
            if matches.too_slow:
                raise PatternTooSlow(matches.too_slow)
            yield matches


def _by_time(search: Search) -> Iterator[Matches]:
    """The oldest episode first, those without a date last."""
    found = _by_file(search)
    yield from sorted(found, key=lambda matches: (matches.day or date.max, matches.number))


def _by_relevance(search: Search) -> Iterator[Matches]:
    """The episode with the best turn first, and that turn first of its own."""
    library = search.library
    yield from _built(library)
    index, query = library.index, search.query
    for hits in index.search(query, about=library.about):
        episode = library[hits.episode]
        turns = dict.fromkeys((*hits.best, *index.hits(query, hits.episode, about=library.about)))
        yield _found(index, episode, list(turns)[: search.most], query)


def by_likeness(search: Search) -> Iterator[Matches]:
    """What is like the query, too: the best hits first, whatever their files, a kind at a time."""
    library = search.library
    yield from _built(library)
    languages = {episode.metadata.language for episode in library.episodes} - {None}
    counts: Counter[int] = Counter()
    for group in recall(
        search.query,
        library.index,
        about=library.about,
        languages=sorted(filter(None, languages)),
        most=_MOST_ALIKE,
    ):
        cut = f"{len(group.hits)} of {group.total}" if group.others else ""
        for number, hits in groupby(group.hits, attrgetter("episode")):
            left = None if search.most is None else search.most - counts[number]
            quotes = tuple(_recalled(library.index, hit) for hit in islice(hits, left))
            counts[number] += len(quotes)
            yield _of_episode(library[number], quotes, group.kind, cut)


ORDERS: Final[dict[str, Callable[[Search], Iterator[Matches]]]] = {
    "file": _by_file,
    "time": _by_time,
    "relevance": _by_relevance,
}
"""The orders by name. Each yields what was found a file at a time, or raises PatternTooSlow."""


class _GroupMatches(NamedTuple):
    """What was found in files that are called alike, an episode at a time."""

    number: int
    matches: tuple[Matches, ...]


def _group_matches(
    number: int,
    files: tuple[Path, ...],
    query: Query,
    most: int | None,
    stdin: bytes | None,
    named: frozenset[Path],
    people: "Rules | None",
) -> _GroupMatches:
    parts = open_group(files, stdin, named=named).parts
    found = (_matches(number, part.path, part.loaded, query, most, people) for part in parts)
    return _GroupMatches(number, tuple(found))


def _matches(
    number: int,
    path: Path,
    loaded: Loaded | str,
    query: Query,
    most: int | None,
    people: "Rules | None",
) -> Matches:
    if isinstance(loaded, str):
        return Matches(number, path, error=loaded)
    transcript = loaded.transcript if people is None else people.named(loaded.transcript, path)
    turns, metadata = transcript.turns, transcript.metadata
    asked = narrowed(query, metadata)
    try:
        hits = _matcher(asked).search(turns)[:most] if asked is not None else []
    except PatternTooSlow as error:
        return Matches(number, path, too_slow=error.message)
    quotes = tuple(Quote(hit.turn, turns[hit.turn], hit.spans) for hit in hits)
    return Matches(number, path, metadata.title, metadata.date, quotes)


def _built(library: Library) -> Iterator[Matches]:
    """Reads the whole library, and tells of what could not be read."""
    for batch in library.build():
        for episode in batch.episodes:
            if episode.error:
                yield Matches(episode.number, episode.path, error=episode.error)


def _recalled(index: Index, hit: WideHit) -> Quote:
    return Quote(hit.turn, _turn(index.turn(hit.episode, hit.turn)), hit.spans)


def _found(index: Index, episode: Episode, numbers: Sequence[int], query: Query) -> Matches:
    """Turns of an episode as the index remembers them, with their hits."""
    matcher = _matcher(narrowed(query, episode.metadata) or query)
    quotes = tuple(
        Quote(number, _turn(known), spans)
        for number, known, spans in index.matched(matcher, episode.number, numbers)
    )
    return _of_episode(episode, quotes)


def _of_episode(
    episode: Episode, quotes: tuple[Quote, ...], like: Kind = Kind.EXACT, cut: str = ""
) -> Matches:
    day = episode.metadata.date
    return Matches(episode.number, episode.path, episode.title, day, quotes, like=like, cut=cut)


def _turn(known: IndexedTurn) -> Turn:
    return Turn(known.text, known.speaker, known.start, line=known.line)


@cache
def _matcher(query: Query) -> Matcher:
    """One matcher for all files a process reads."""
    return Matcher(query)


def _lost(number: int, files: tuple[Path, ...], why: str) -> _GroupMatches:
    error = lost_episode(number, files, why).error
    return _GroupMatches(number, (Matches(number, files[0], error=error),))
