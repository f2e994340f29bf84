"""Looking for what is only similar to what was typed, in a thread, once that found too little."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from tui_reader.library import Library
from tui_reader.query import Query, parse
from tui_reader.ui.results import Results, Said, Similar
from tui_reader.ui.scope import Scope
from tui_reader.ui.searching import all_turns
from tui_reader.widening import ENOUGH, Group, widen
from tui_reader.widening.suggesting import Suggestion, suggest

__all__ = ["find_similar"]

_BEGUN: Final = re.compile(r'\*(?=[")]*\Z)')


def find_similar(
    results: Results, library: Library, number: int | None, cancelled: Callable[[], bool]
) -> Iterator[tuple[Similar, bool]]:
    """What is similar to `results`: ever more of it, and whether that is all.

    Of a search in one episode, which is `number`, only what is there. Raises Abandoned once
    `cancelled` is true.
    """
    query = parse(results.text, typing=True)
    similar = Similar(results.text, results.scope)
    if not results.total and (results.scope is Scope.LIBRARY or len(library) == 1):
        offered = suggest(query, library.index, about=library.about, cancelled=cancelled)
        similar = replace(similar, suggestions=tuple(map(_as_typed, offered)))
        if similar.suggestions:
            yield similar, False
    elif not results.total:
        found = library.index.search(query, about=library.about, cancelled=cancelled)
        similar = replace(similar, elsewhere=sum(hits.count for hits in found))
    if results.scope is Scope.EPISODE and number is None:
        yield similar, True  # the library has not come to this file
        return
    about = [episode.metadata for episode in library.episodes]
    languages = sorted({known.language for known in about if known.language})
    exact, total = _exact(query, results, library, number), results.total
    for group in widen(
        query,
        library.index,
        exact=exact,
        about=library.about,
        languages=languages,
        episode=number if results.scope is Scope.EPISODE else None,
        cancelled=cancelled,
    ):
        if not group.hits:
            continue
        texts = {**similar.texts, **_words(group, library)}
        similar = replace(similar, groups=(*similar.groups, group), texts=texts)
        total += len(group.hits)
        if total >= ENOUGH:
            break
        yield similar, False
    yield similar, True


def _as_typed(suggestion: Suggestion) -> Suggestion:
    """A suggestion whose last word, which was still being typed, is a whole one."""
    return replace(suggestion, query=_BEGUN.sub("", suggestion.query))


def _exact(
    query: Query, results: Results, library: Library, number: int | None
) -> set[tuple[int, int]]:
    """The turns that were found as they were asked for, by episode."""
    if results.scope is Scope.EPISODE:
        return set() if number is None else {(number, hit.turn) for hit in results.hits}
    return {
        (entry.episode, turn)
        for entry in results.entries
        for turn in all_turns(query, entry, library)
    }


def _words(group: Group, library: Library) -> dict[tuple[int, int], Said]:
    words = {}
    for hit in group.hits:
        turn = library.index.turns(hit.episode, [hit.turn]).get(hit.turn)
        if turn is not None:  # else the file has changed meanwhile
            words[hit.episode, hit.turn] = Said(turn.speaker, turn.start, turn.text, hit.spans)
    return words
