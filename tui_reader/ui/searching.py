"""Running a search, in a thread: the open episode by the matcher, the library by its index."""

from collections.abc import Callable
from dataclasses import dataclass

from tui_reader.index import EpisodeHits
from tui_reader.library import Library
from tui_reader.matching import Hit, Matcher, Searchable
from tui_reader.model import Transcript
from tui_reader.page import Page
from tui_reader.query import parse
from tui_reader.ui.results import EpisodeResult, Results, Scope

__all__ = ["OpenEpisode", "find_hits", "run_search"]


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
) -> Results:
    """The answer to what was typed; raises QueryError, or Abandoned once `cancelled` is true."""
    hits = find_hits(text, opened)
    if scope is Scope.EPISODE:
        return Results(text, scope, hits)
    query = parse(text, typing=True)
    matcher = Matcher(query)

    def result(found: EpisodeHits) -> tuple[int, EpisodeResult]:
        best = library.index.turn(found.episode, found.best)
        spans = matcher.match(best.text, best.speaker) or ()
        return found.episode, EpisodeResult(
            found.turns, found.best, best.speaker, best.start, best.text, spans
        )

    episodes = library.index.search(query, cancelled=cancelled)
    return Results(text, scope, hits, dict(map(result, episodes)))
