"""Running a search, in a thread: the open episode by the matcher, the library by its index."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tui_reader.errors import QueryError
from tui_reader.index import Abandoned, EpisodeHits
from tui_reader.library import Library
from tui_reader.matching import Hit, Matcher
from tui_reader.matching.narrowing import narrowed
from tui_reader.query import All, Query, parse
from tui_reader.ui.entries import Entries, Entry, Spotted
from tui_reader.ui.open_episode import OpenEpisode
from tui_reader.ui.results import Results, Said
from tui_reader.ui.scope import Scope

__all__ = ["all_turns", "count_speakers", "find_hits", "run_search", "words_of"]

_AT_ONCE: Final = 40
"""So many hits fill most windows; a larger one asks for more."""

_SOON: Final = 0.015
_NOW_AND_THEN: Final = 0.5
"""Seconds after which a search that goes on tells what it has found by then."""

_COUNTED: Final = 500
"""Whose hits they are is told of so many at most."""

_LITTLE: Final = 10
"""Fewer hits than these may not be what was meant."""


def find_hits(text: str, opened: OpenEpisode | None) -> tuple[Hit, ...]:
    """The hits in the open episode; raises QueryError."""
    query = parse(text, typing=True)
    if opened is None:
        return ()
    here = narrowed(query, opened.page.transcript.metadata)
    return tuple(Matcher(here).search(opened.searchable)) if here is not None else ()


def run_search(
    text: str,
    scope: Scope,
    library: Library,
    opened: OpenEpisode | None,
    cancelled: Callable[[], bool],
    *,
    finished: bool = False,
    shown: tuple[int | None, int] | None = None,
    tell: Callable[[Results], None] | None = None,
) -> Results:
    """The answer to what was typed; raises QueryError, or Abandoned once `cancelled` is true.

    Where it takes long, what there is of it so far is handed to `tell`.

    While one types, the last word is a beginning; episodes that have it whole come first. Once it
    is `finished` it is a whole word, unless that would take away the hit that is `shown`, an
    episode and a turn in it.
    """
    search = _Search(scope, library, opened, cancelled)
    whole = text if text.endswith(" ") else f"{text} "  # as who types goes on to the next word
    results = search.answer_if_any(whole) if finished and whole != text else None
    if results is None or not results.total or (shown and not search.has(results, *shown)):
        results = search.answer(text, tell)
    return results


def count_speakers(
    results: Results, library: Library, cancelled: Callable[[], bool]
) -> tuple[tuple[str, int], ...]:
    """How many hits everybody has, who has most first; nobody, where they are too many.

    Raises Abandoned once `cancelled` is true.
    """
    if not 0 < results.entries.total <= _COUNTED:
        return ()
    query = parse(results.text, typing=True)
    counted: Counter[str] = Counter()
    for entry in results.entries:
        if cancelled():
            raise Abandoned
        turns = all_turns(query, entry, library)
        said = library.index.turns(entry.episode, turns).values()
        counted.update(turn.speaker for turn in said if turn.speaker)
    return tuple(counted.most_common())


@dataclass(frozen=True)
class _Search:
    """Where a search is made, and whether anybody waits for it."""

    scope: Scope
    library: Library
    opened: OpenEpisode | None
    cancelled: Callable[[], bool]

    def answer(self, text: str, tell: Callable[[Results], None] | None = None) -> Results:
        """What `text` finds, with the words that are first seen."""
        hits = find_hits(text, self.opened)
        if self.scope is Scope.EPISODE:
            return Results(text, self.scope, hits, too_few=len(hits) < _LITTLE)
        query = parse(text, typing=True)
        # Who types a word to its end wants it before those that only begin like it.
        whole = None if text.endswith(" ") else parse(f"{text} ", typing=True)
        growing = self.library.index.growing(
            query,
            about=self.library.about,
            prefer=whole,
            cancelled=self.cancelled,
            first=_SOON if tell else None,
            then=_NOW_AND_THEN if tell else None,
        )
        results = Results(text, self.scope, hits)
        for found, is_all in growing:
            entries = Entries(map(_entry_of_one if _is_one(query) else _entry, found))
            first = [entries.of_shown(number) for number in range(min(_AT_ONCE, entries.shown))]
            words = words_of(text, first, self.library)
            if self.cancelled():
                raise Abandoned
            few = is_all and entries.total < _LITTLE
            results = Results(text, self.scope, hits, entries, words, few, is_all)
            if tell and not is_all and entries.total:
                tell(results)
        return results

    def answer_if_any(self, text: str) -> Results | None:
        """What `text` finds, if it means anything."""
        try:
            return self.answer(text)
        except QueryError:
            return None

    def has(self, results: Results, number: int | None, turn: int) -> bool:
        """Whether a turn of an episode is among the hits."""
        here = self.opened
        if number is None or (here is not None and here.number == number):
            return any(hit.turn == turn for hit in results.hits)
        query = parse(results.text, typing=True)
        return turn in self.library.index.hits(query, number, about=self.library.about)


def all_turns(query: Query, entry: Entry, library: Library) -> Sequence[int]:
    """Every turn of an entry of what `query` finds."""
    if entry.total <= len(entry.shown):
        return entry.shown
    return library.index.hits(query, entry.episode, about=library.about)


def words_of(text: str, hits: Iterable[Spotted], library: Library) -> dict[tuple[int, int], Said]:
    """What is said in `hits` of the search for `text`, and where in it the hits are."""
    matcher = Matcher(parse(text, typing=True))
    wanted: dict[int, list[int]] = {}
    for hit in hits:
        wanted.setdefault(hit.episode, []).append(hit.turn)
    words = {}
    for episode, numbers in wanted.items():
        # Of a file that has changed meanwhile there may be fewer.
        for number, turn, spans in library.index.matched(matcher, episode, numbers):
            words[episode, number] = Said(turn.speaker, turn.start, turn.text, spans)
    return words


def _is_one(query: Query) -> bool:
    """Whether only one thing is looked for: then no turn has more of it than another."""
    return not isinstance(query.root, All)


def _entry(found: EpisodeHits) -> Entry:
    shown = tuple(sorted(found.best))
    return Entry(found.episode, found.count, found.first, found.last, shown, found.best[0])


def _entry_of_one(found: EpisodeHits) -> Entry:
    entry = _entry(found)
    return entry._replace(best=entry.shown[0])
