"""What searches found, made up: episodes with hits, and what is similar to a search."""

from collections.abc import Sequence

from tui_reader.matching import Hit, Span
from tui_reader.ui.entries import Entries, Entry
from tui_reader.ui.results import Results, Similar
from tui_reader.ui.scope import Scope
from tui_reader.widening import Group, Kind, WideHit
from tui_reader.widening.suggesting import Suggestion

__all__ = ["LIBRARY", "entry", "hits", "in_episode", "in_library", "similar", "wide"]

LIBRARY = {7: (0, 4), 3: (2, 5, 9, 11), 1: (8,)}
"""The turns with hits, by episode, the most relevant first."""


def entry(episode: int, turns: Sequence[int], kind: Kind | None = None) -> Entry:
    """An entry that shows the first three of its turns."""
    shown = tuple(turns[:3])
    return Entry(episode, len(turns), turns[0], turns[-1], shown, shown[-1], kind)


def hits(*turns: int) -> tuple[Hit, ...]:
    """Hits in some turns, each of three letters."""
    return tuple(Hit(turn, (Span(turn, turn + 3),)) for turn in turns)


def in_library(text: str = "beans") -> Results:
    """A search that found what LIBRARY has, with episode 3 open."""
    entries = Entries(entry(number, turns) for number, turns in LIBRARY.items())
    return Results(text, Scope.LIBRARY, hits(*LIBRARY[3]), entries)


def in_episode(*turns: int, text: str = "beans") -> Results:
    """A search in one episode."""
    return Results(text, Scope.EPISODE, hits(*turns))


def wide(kind: Kind, *found: tuple[int, int]) -> Group:
    """Similar hits in (episode, turn), the best first."""
    spans = (Span(0, 2),)
    return Group(kind, tuple(WideHit(number, turn, spans, 1.0) for number, turn in found))


def similar(
    *groups: Group,
    text: str = "beans",
    scope: Scope = Scope.LIBRARY,
    suggestions: tuple[Suggestion, ...] = (),
) -> Similar:
    """What is similar to a search."""
    return Similar(text, scope, groups, suggestions)
