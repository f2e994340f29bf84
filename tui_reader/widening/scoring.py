"""How well a piece of speech answers a query that is only half remembered.

What counts: how much of the query's weight is in it at all; how much of it is close together; and
how many words that are neighbours in the query are so here too, in their order best.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log2
from typing import Final, NamedTuple

from tui_reader.widening.readings import Reading, Readings

__all__ = ["Occurrence", "Passage", "Reader"]

_ANYWHERE: Final = 0.35
_TOGETHER: Final = 0.65
_NEIGHBOURS: Final = 0.7
"""What the three parts of a score are worth."""

_BACKWARDS: Final = 0.7
"""What neighbours are worth in the wrong order."""

_ONE_APART: Final = 0.5
"""What the next but one is worth as a neighbour."""

_WEIGHTY: Final = 0.3
"""A word weighs something if it has so much of the weight of the heaviest."""

_ENOUGH_TO_ERR: Final = 4
"""Of so many words, one may be wrong, even where only one other is no little word."""

_LONG: Final = 40
_LENGTH_COSTS: Final = 0.06
"""Every time a passage is twice as long as so many words, it is worth a little less."""


class Occurrence(NamedTuple):
    """A reading found at the tokens from `start` up to, not including, `end`."""

    start: int
    end: int
    reading: Reading


class Passage(NamedTuple):
    """What was found in a piece of speech, and how long that is in tokens."""

    occurrences: Sequence[Occurrence]
    length: int

    def after(self, tokens: int) -> "Passage":
        """The same, `tokens` later."""
        moved = [Occurrence(a + tokens, b + tokens, reading) for a, b, reading in self.occurrences]
        return Passage(moved, self.length + tokens)


class Reader:
    """Finds the readings of a query in passages, and says how well they answer it."""

    def __init__(self, readings: Readings) -> None:
        self.weights = readings.weights
        self._total = readings.total or 1.0
        self._needed = readings.needed
        self._by_start: dict[str, list[Reading]] = {}
        for reading in readings.all:
            self._by_start.setdefault(reading.tokens[0], []).append(reading)
        least = _WEIGHTY * max(readings.weights, default=0.0)
        self._weighty = frozenset(n for n, weight in enumerate(readings.weights) if weight >= least)
        self._telling = self._weighty & readings.needed or readings.needed
        self._within = 6 + 2 * len(readings.weights)

    def passage(self, tokens: Sequence[str]) -> Passage:
        """Where the readings are among `tokens`."""
        found = []
        for start in [n for n, token in enumerate(tokens) if token in self._by_start]:
            for reading in self._by_start[tokens[start]]:
                end = start + len(reading.tokens)
                if end == start + 1 or tuple(tokens[start:end]) == reading.tokens:
                    found.append(Occurrence(start, end, reading))
        return Passage(found, len(tokens))

    def score(self, passage: Passage) -> float:
        """From 0 to 1.7."""
        found = passage.occurrences
        parts = (
            _ANYWHERE * self.weight(found)
            + _TOGETHER * self._together(found)
            + _NEIGHBOURS * self._neighbours(found)
        )
        return parts * (1 - _LENGTH_COSTS * log2(1 + passage.length / _LONG))

    def weight(self, found: Iterable[Occurrence]) -> float:
        """How much of the query's weight is found at all, of 1."""
        return sum(map(float.__mul__, self.weights, self._surest(found))) / self._total

    def is_weighty(self, reading: Reading) -> bool:
        """Whether it stands for a word that tells something beside the others of the query."""
        return not self._weighty.isdisjoint(range(reading.first, reading.last))

    def has_all(self, found: Iterable[Occurrence], *, weighty: bool = False) -> bool:
        """Whether every needed word of the query is found, or every one that is `weighty`."""
        surest = self._surest(found)
        return all(surest[n] for n in (self._weighty if weighty else self._needed))

    def has_most(self, found: Iterable[Occurrence]) -> bool:
        """Whether it has more than half of the words that tell something, or all words but one.

        Little words alone are never most of a query that has others.
        """
        surest = self._surest(found)
        telling = sum(1 for n in self._telling if surest[n])
        if not telling:
            return False
        all_but_one = len(surest) >= _ENOUGH_TO_ERR and surest.count(0.0) <= 1
        return all_but_one or 2 * telling > len(self._telling)

    @property
    def can_lack_words(self) -> bool:
        """Whether the query has so many words that most of them are not all."""
        return len(self._telling) > 2 or len(self.weights) >= _ENOUGH_TO_ERR

    def _surest(self, found: Iterable[Occurrence]) -> list[float]:
        surest = [0.0] * len(self.weights)
        for _, _, reading in found:
            for word in range(reading.first, reading.last):
                surest[word] = max(surest[word], reading.sureness)
        return surest

    def _together(self, found: Sequence[Occurrence]) -> float:
        """The most of the weight that is found close together."""
        weighty = [occurrence for occurrence in found if self.is_weighty(occurrence.reading)]
        best, end = 0.0, 0
        for first, occurrence in enumerate(weighty):
            reached = occurrence.start + self._within
            last = end
            while end < len(weighty) and weighty[end].start <= reached:
                end += 1
            if end > last:  # or all of it was in what came before
                best = max(best, self.weight(weighty[first:end]))
        return best * self._total / self._weighty_total

    @cached_property
    def _weighty_total(self) -> float:
        return sum(self.weights[n] for n in self._weighty) or 1.0

    def _neighbours(self, found: Sequence[Occurrence]) -> float:
        """How much of what are neighbours in the query are neighbours here."""
        places: list[list[Occurrence]] = [[] for _ in self.weights]
        for occurrence in found:
            for word in range(occurrence.reading.first, occurrence.reading.last):
                places[word].append(occurrence)
        got = most = 0.0
        for apart, worth in ((1, 1.0), (2, _ONE_APART)):
            for word in range(len(places) - apart):
                pair = min(self.weights[word], self.weights[word + apart]) * worth
                most += pair
                got += pair * _closeness(places[word], places[word + apart], apart)
        return got / most if most else 0.0


def _closeness(before: Sequence[Occurrence], after: Sequence[Occurrence], apart: int) -> float:
    """1 where two words stand as they do in the query; less, the farther from each other."""
    best, start = 0.0, 0
    for first in before:
        while start and after[start - 1].start >= first.start:
            start -= 1
        while start < len(after) and after[start].end <= first.start:
            start += 1
        for second in after[max(start - 1, 0) : start + 2]:
            sureness = min(first.reading.sureness, second.reading.sureness)
            best = max(best, sureness * _nearness(first, second, apart))
    return best


def _nearness(first: Occurrence, second: Occurrence, apart: int) -> float:
    if first.start == second.start:
        return 1.0 if first.reading is second.reading else 0.0
    if second.start > first.start:
        return 1 / (1 + abs(second.start - first.end + 1 - apart))
    return _BACKWARDS / (1 + abs(first.start - second.end + 1 - apart))
