"""A search under way: what it found, where it began, and where the next hit is."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.ui.results import Results, Scope

if TYPE_CHECKING:
    from tui_reader.matching import Hit, Span
    from tui_reader.model import Place
    from tui_reader.motions import Direction
    from tui_reader.ui.spot import Spot

__all__ = ["Origin", "SearchSession", "Step"]


class Origin(NamedTuple):
    """Where one was before a search: the episode, the place in it, the pane, and what it showed."""

    number: int | None
    place: Place
    in_list: bool
    spot: Spot


class Step(NamedTuple):
    """The hit to go to: an episode, a turn in it, and whether the end was passed on the way."""

    number: int | None
    turn: int
    wrapped: bool = False


@dataclass
class SearchSession:
    """The search that is on, if `text` is not empty. `results` are the last that came in."""

    text: str = ""
    scope: Scope = Scope.LIBRARY
    results: Results | None = None
    origin: Origin | None = None
    last: tuple[str, Scope] | None = None
    """The last search that was read on at, to be begun again."""

    def clear(self) -> None:
        """End the search."""
        self.text, self.results, self.origin = "", None, None

    @property
    def query(self) -> str:
        """What is searched, with a space at its end where the last word is a whole one."""
        return self.results.text if self.results else self.text

    def accept(self) -> None:
        """Read on at the hits: a new search begins from here."""
        self.last, self.origin = (self.text, self.scope), None

    @property
    def in_library(self) -> Results | None:
        """The results, where they are of the whole library."""
        found = self.results
        return found if found is not None and found.scope is Scope.LIBRARY else None

    def take_hits(self, hits: tuple[Hit, ...]) -> None:
        """Another episode is open: these are its hits."""
        if self.results is not None:
            self.results = replace(self.results, hits=hits)

    def spans(self, turn: int) -> tuple[Span, ...]:
        """Where the hit in a turn of the open episode is; nowhere, if there is none."""
        hits = self.results.hits if self.results else ()
        index = bisect_left(hits, turn, key=lambda hit: hit.turn)
        return hits[index].spans if index < len(hits) and hits[index].turn == turn else ()

    def counter(self, number: int | None, place: Place) -> str:
        """Which hit one is at, of how many: `3/41`, in a library `3/41 in 7 episodes`."""
        found = self.results
        if found is None or not self.text:
            return ""
        if not found.total:
            return "no hits"
        here = f"{found.position(number, place.turn)}/{found.total}"
        if found.scope is Scope.EPISODE:
            return here
        count = len(found.episodes)
        return f"{here} in {count} episode{'s' * (count > 1)}"

    def first(self, place: Place) -> Hit | None:
        """The hit to show while one types: the next from `place` on, else the first."""
        found = self.results
        if found is None:
            return None
        return found.hit_from(place.turn, 1, inclusive=True) or next(iter(found.hits), None)

    def step(self, number: int | None, turn: int, direction: Direction) -> Step | None:
        """The next hit in a direction, round the end of the episode or of the library."""
        found = self.results
        if found is None or not found.total:
            return None
        edge = 0 if direction > 0 else -1
        hit = found.hit_from(turn, direction)
        if found.scope is Scope.EPISODE:
            return Step(number, hit.turn) if hit else Step(number, found.hits[edge].turn, True)
        if hit is not None and number in found.episodes:
            return Step(number, hit.turn)
        following = found.episode_from(number, direction)
        wrapped = following is None
        if following is None:
            following = list(found.episodes)[edge]
        return Step(following, found.episodes[following].turns[edge], wrapped)
