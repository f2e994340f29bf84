"""A search under way: what it found, where it began, and where the next hit is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.ui.entries import Entries, Entry, HitOrder, Spotted
from tui_reader.ui.scope import Scope

if TYPE_CHECKING:
    import datetime

    from tui_reader.matching import Hit, Span
    from tui_reader.model import Place
    from tui_reader.motions import Direction
    from tui_reader.ui.results import Results, Said, Similar
    from tui_reader.ui.spot import Spot
    from tui_reader.widening import Kind
    from tui_reader.widening.suggesting import Suggestion

__all__ = ["Origin", "SearchSession", "Step"]

_HERE = -1
"""The episode of a search in one episode, which may have no number yet."""


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
    kind: Kind | None = None


@dataclass(eq=False, repr=False)
class SearchSession:
    """The search that is on, if `text` is not empty.

    `results` and what is `similar` are the last that came in, `hits` those in the open episode of
    what was typed, and `entries` all there is to go to, in its order. `texts` has the words of some
    hits, by episode and turn, and `speakers` says how many hits everybody has, once that is known.
    `kind` is that of the hit one went to last.
    """

    text: str = ""
    scope: Scope = Scope.LIBRARY
    results: Results | None = None
    similar: Similar | None = None
    hits: tuple[Hit, ...] = ()
    entries: Entries = field(default_factory=Entries)
    texts: dict[tuple[int, int], Said] = field(default_factory=dict)
    speakers: tuple[tuple[str, int], ...] = ()
    kind: Kind | None = None
    order: HitOrder = field(default_factory=HitOrder)
    origin: Origin | None = None
    last: tuple[str, Scope] | None = None
    """The last search that was read on at, to be begun again."""

    def clear(self) -> None:
        """End the search."""
        self.text, self.origin = "", None
        self.forget_results()

    def forget_results(self) -> None:
        """Nothing was found, or nobody knows yet."""
        self.results = self.similar = self.kind = None
        self.hits, self.entries, self.texts, self.speakers = (), Entries(), {}, ()

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

    # Taking in what was found

    def take(self, results: Results) -> None:
        """A search has been answered; what was similar to another one is so no more."""
        before = self.results
        if before is None or (before.text, before.scope) != (results.text, results.scope):
            self.similar = self.kind = None
            self.hits, self.texts = (), {}
        self.results = results
        self.texts.update(results.texts)

    def take_similar(self, similar: Similar) -> None:
        """Here is what is similar to the results."""
        self.similar = similar
        self.texts.update(similar.texts)

    def take_hits(self, hits: tuple[Hit, ...]) -> None:
        """These are the hits in the episode that is open now."""
        self.hits = hits

    def arrange(self, number: int | None, date: Callable[[int], datetime.date | None]) -> None:
        """Put all there is into its order, after anything has been taken in."""
        found = self.results
        if found is None:
            self.entries = Entries()
            return
        similar = self.similar.entries() if self.similar else []
        if found.scope is Scope.EPISODE:
            here = [entry._replace(episode=_HERE) for entry in similar if entry.episode == number]
            self.entries = Entries([*_entry_of(self.hits), *here])
            return
        exact = found.entries
        entries = Entries([*exact, *similar]) if similar else exact
        self.entries = entries.arranged(self.order, date)

    @property
    def suggestions(self) -> Sequence[Suggestion]:
        """What else one could look for, where nothing was found."""
        nothing = self.results is not None and not self.results.total
        return self.similar.suggestions if nothing and self.similar else ()

    @property
    def elsewhere(self) -> int:
        """How many hits the library has where the episode has none, as far as that is known."""
        return self.similar.elsewhere if self.similar else 0

    @property
    def has_other(self) -> bool:
        """Whether whoever finds nothing can be told what else to do."""
        return bool(self.suggestions or self.elsewhere)

    # The open episode

    def spans(self, number: int | None, turn: int) -> tuple[Span, ...]:
        """Where the hit in a turn of the open episode is; nowhere, if there is none."""
        hit = self._hit(number, turn)
        return hit.spans if hit else ()

    def is_hit(self, number: int | None, turn: int) -> bool:
        """Whether a turn of the open episode is a hit of any kind."""
        return self._hit(number, turn) is not None

    def highlights(self, number: int | None) -> list[Hit]:
        """All hits of the open episode, with what of them stands in the turn after their own."""
        spans: dict[int, tuple[Span, ...]] = {}
        for hit in self._all_hits(number):
            spans[hit.turn] = (*spans.get(hit.turn, ()), *hit.spans)
            if hit.carried:
                spans[hit.turn + 1] = (*spans.get(hit.turn + 1, ()), *hit.carried)
        if not spans:
            return []
        from tui_reader.matching import Hit

        return [Hit(turn, found) for turn, found in sorted(spans.items())]

    def _hit(self, number: int | None, turn: int) -> Hit | None:
        lists = (self.hits, *(self._similar_hits(kind, number) for kind in self._kinds))
        return next((hit for hits in lists if (hit := _at(hits, turn))), None)

    def _all_hits(self, number: int | None) -> list[Hit]:
        similar = (self._similar_hits(kind, number) for kind in self._kinds)
        return [*self.hits, *chain.from_iterable(similar)]

    @property
    def _kinds(self) -> list[Kind]:
        return [group.kind for group in self.similar.groups] if self.similar else []

    def _similar_hits(self, kind: Kind, number: int | None) -> tuple[Hit, ...]:
        return self.similar.hits(kind, number) if self.similar and number is not None else ()

    # Going from one to the next

    def spotted(self, number: int | None, turn: int) -> Spotted:
        """The kind of hit one is at in a turn, or was at last in this episode."""
        here = _HERE if self.scope is Scope.EPISODE or number is None else number
        for kind in self._kinds:
            if _at(self._similar_hits(kind, number), turn):
                return Spotted(kind, here, turn)
        kinds = (None,) if _at(self.hits, turn) else (self.kind, None, *self._kinds)
        known = (kind for kind in kinds if self.entries.number(kind, here) is not None)
        return Spotted(next(known, None), here, turn)

    def step(self, number: int | None, turn: int, direction: Direction) -> Step | None:
        """The next hit in a direction, on into the next episode and round the end of all."""
        if not self.entries.total:
            return None
        at = self.spotted(number, turn)
        entry = self.entries.number(at.kind, at.episode)
        if entry is not None:
            further = _beyond(self._turns(at.kind, number), turn, direction)
            if further is not None:
                return Step(number, further, kind=at.kind)
            following = entry + direction
        else:
            following = 0 if direction > 0 else -1
        wrapped = entry is not None and not 0 <= following < len(self.entries)
        to = self.entries[following % len(self.entries)]
        found = number if to.episode == _HERE else to.episode
        return Step(found, to.first if direction > 0 else to.last, wrapped, to.kind)

    def _turns(self, kind: Kind | None, number: int | None) -> list[int]:
        hits = self.hits if kind is None else self._similar_hits(kind, number)
        return [hit.turn for hit in hits]

    def first(self, number: int | None, place: Place) -> int | None:
        """The turn to show while one types: the next from `place` on, else the first."""
        turns = self._turns(None, number)
        if turns:
            return turns[bisect_left(turns, place.turn) % len(turns)]
        return next((entry.best for entry in self.entries), None)

    # Telling

    def counter(self, number: int | None, place: Place | None) -> str:
        """Which hit one is at, of how many: `3/41`, in a library `3/41 in 7 episodes`.

        Where something similar is shown too: `3/7 +9 similar`. Without a place only how many.
        """
        found = self.results
        if found is None or not self.text:
            return ""
        if not self.entries.total:
            return "no hits"
        exact, similar = found.total, self.entries.total - found.total
        before, inside = ("", "") if place is None else self._positions(number, place, exact)
        if similar:
            told = f"{inside}{similar} similar"
            return f"{before}{exact} +{told}" if exact else told
        here = f"{before}{exact}" if found.is_all else f"{exact} …"
        if found.scope is Scope.EPISODE:
            return here
        count = len(found.entries)
        return f"{here} in {count} episode{'s' * (count > 1)}"

    def _positions(self, number: int | None, place: Place, exact: int) -> tuple[str, str]:
        """Which hit one is at, to be written before the number of hits, or of similar ones."""
        at = self.spotted(number, place.turn)
        position = self._position(at, number)
        return (f"{position}/", "") if at.kind is None else ("", f"{position - exact}/")

    def _position(self, at: Spotted, number: int | None) -> int:
        """Which hit, from 1, one is at: the last one begun by its turn. 0 in another episode."""
        entry = self.entries.number(at.kind, at.episode)
        if entry is None:
            return 0
        inside = bisect_right(self._turns(at.kind, number), at.turn)
        return self.entries.hits_before(entry) + inside


def _entry_of(hits: tuple[Hit, ...]) -> list[Entry]:
    turns = tuple(hit.turn for hit in hits)
    return [Entry(_HERE, len(turns), turns[0], turns[-1], (), turns[0])] if turns else []


def _at(hits: Sequence[Hit], turn: int) -> Hit | None:
    index = bisect_left(hits, turn, key=lambda hit: hit.turn)
    return hits[index] if index < len(hits) and hits[index].turn == turn else None


def _beyond(turns: Sequence[int], turn: int, direction: Direction) -> int | None:
    index = bisect_right(turns, turn) if direction > 0 else bisect_left(turns, turn) - 1
    return turns[index] if 0 <= index < len(turns) else None
