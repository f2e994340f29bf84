"""Running a search, in a thread: the open episode by the matcher, the library by its index."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from tui_reader.index import Abandoned
from tui_reader.library import Library
from tui_reader.matching import Hit, Matcher, Searchable
from tui_reader.model import Transcript
from tui_reader.page import Page
from tui_reader.query import parse
from tui_reader.ui.results import EpisodeResult, Results, Scope

__all__ = ["OpenEpisode", "find_hits", "run_search"]

_AT_ONCE: Final = 100
"""So many episodes fill any window."""


@dataclass(frozen=True)
class OpenEpisode:
    """The episode in the transcript pane: laid out as a page, and folded to be searched.

    `number` is None as long as the library has not come to its file.
    """

    number: int | None
    page: Page
    searchable: Searchable

    @classmethod
    def of(cls, number: int | None, transcript: Transcript) -> "OpenEpisode":
        """All of it made from a transcript. Takes some milliseconds an hour: a thread's work."""
        return cls(number, Page(transcript), Searchable(transcript.turns))


def find_hits(text: str, opened: OpenEpisode | None) -> tuple[Hit, ...]:
    """The hits in the open episode; raises QueryError."""
    matcher = Matcher(parse(text, typing=True))
    return tuple(matcher.search(opened.searchable)) if opened else ()


def run_search(
    text: str,
    scope: Scope,
    library: Library,
    opened: OpenEpisode | None,
    cancelled: Callable[[], bool],
    *,
    finished: bool = False,
    shown: tuple[int | None, int] | None = None,
) -> Iterator[Results]:
    """The answer to what was typed; raises QueryError, or Abandoned once `cancelled` is true.

    While one types, the last word is a beginning; episodes that have it whole come first. Once it
    is `finished` it is a whole word, unless that would take away the hit that is `shown`, an
    episode and a turn in it.

    In a large library it comes twice: the second time with the words of every episode's first hit,
    not only of the first ones.
    """
    whole = text if text.endswith(" ") else f"{text} "  # as who types goes on to the next word
    if finished and whole != text:
        answers = list(run_search(whole, scope, library, opened, cancelled))
        if answers[-1].total and (shown is None or answers[-1].has(*shown)):
            yield from answers
            return
    hits = find_hits(text, opened)
    if scope is Scope.EPISODE:
        yield Results(text, scope, hits)
        return
    query = parse(text, typing=True)
    matcher = Matcher(query)
    found = library.index.search(query, cancelled=cancelled)
    if whole != text:
        exact = library.index.search(parse(whole, typing=True), cancelled=cancelled)
        have_it = {hit.episode for hit in exact}
        found.sort(key=lambda hit: hit.episode not in have_it)
    episodes = {hit.episode: EpisodeResult(hit.turns) for hit in found}
    for number, hit in enumerate(found):
        if cancelled():
            raise Abandoned
        if number == _AT_ONCE:
            yield Results(text, scope, hits, dict(episodes))
        first = library.index.turn(hit.episode, hit.turns[0])
        spans = matcher.match(first.text, first.speaker) or ()
        episodes[hit.episode] = EpisodeResult(
            hit.turns, first.speaker, first.start, first.text, spans
        )
    yield Results(text, scope, hits, episodes)
