"""Where in a library it is worth reading on: the turns, and the runs of turns, that promise most.

Words that are nearly everywhere are not asked for, unless there are no others: whoever reads the
turns that the rarer ones lead to meets them there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from heapq import nlargest
from operator import itemgetter
from typing import Final, NamedTuple, Protocol

from tui_reader.widening.lexicon import Lexicon
from tui_reader.widening.readings import Reading, Readings

__all__ = ["Places", "Run", "promising"]

_ASKED: Final = 20_000
"""So many turns are weighed in all, those with the rarest words first."""

_MOST_WORDS: Final = 60
_RUNS_WITH: Final = ((0, 1), (-1, 0), (0, 2), (-1, 1), (-2, 0))
"""The runs that have a turn in them: from and to how many turns after it."""

_PROMISING: Final = 400
_TURNS: Final = 150
_RUNS: Final = 60

_WORTH_JOINING: Final = 0.1
"""A run promises so much more of the query's weight than its best turn, or is none."""


class Run(NamedTuple):
    """The turns of an episode from `first` to `last`, that one too."""

    episode: int
    first: int
    last: int


class Places(NamedTuple):
    """Turns and runs of turns, those that promise most first."""

    turns: list[Run]
    runs: list[Run]


class _Having(Protocol):
    def having(self, words: Iterable[str], *, limit: int = ...) -> list[tuple[int, int]]:
        """The (episode, turn) of turns with any of the words."""


def promising(
    readings: Readings,
    lexicon: Lexicon,
    index: _Having,
    asks: Callable[[int], bool],
    check: Callable[[], None],
) -> Places:
    """The places worth reading, in the episodes that the query `asks` about."""
    promises = _Promises(readings.weights)
    left = _ASKED
    for turns, group in sorted(_groups(readings, lexicon), key=itemgetter(0)):
        if left < min(turns, _ASKED):
            break
        check()
        found = index.having({_rarest(reading, lexicon) for reading in group}, limit=left)
        left -= len(found)
        promises.add(found, group[0])
    check()
    promises.keep(asks)
    return Places([Run(e, turn, turn) for e, turn in promises.best[:_TURNS]], promises.runs())


class _Promises:
    """How much of the query's weight turns promise, by (episode, turn)."""

    def __init__(self, weights: tuple[float, ...]) -> None:
        self._weights = weights
        self._total = sum(weights)
        self._weight_of: dict[tuple[int, int], float] = {}
        self._words_of: dict[tuple[int, int], int] = {}  # a bit for each word of the query

    def add(self, places: Iterable[tuple[int, int]], reading: Reading) -> None:
        """That at `places` are words read like this one."""
        words = (1 << reading.last) - (1 << reading.first)
        weight = reading.sureness * self._weigh(words)
        weight_of, words_of = self._weight_of, self._words_of
        for place in places:
            known = words_of.get(place, 0)
            if not known & words:
                words_of[place] = known | words
                weight_of[place] = weight_of.get(place, 0.0) + weight

    def keep(self, asks: Callable[[int], bool]) -> None:
        """Forget the episodes that it does not ask for."""
        unwanted = {e for e in {episode for episode, _ in self._weight_of} if not asks(e)}
        if unwanted:
            kept = {p: weight for p, weight in self._weight_of.items() if p[0] not in unwanted}
            self._weight_of = kept

    @cached_property
    def best(self) -> list[tuple[int, int]]:
        """The turns that promise most."""
        turns = ((weight, -e, -turn) for (e, turn), weight in self._weight_of.items())
        return [(-e, -turn) for _, e, turn in nlargest(_PROMISING, turns)]

    def runs(self) -> list[Run]:
        """The runs of turns that promise most, and clearly more than the best of their turns."""
        found = {
            Run(episode, turn + before, turn + after)
            for episode, turn in self.best
            for before, after in _RUNS_WITH
        }
        weighed = ((self._promise(run), run) for run in found)
        worthy = ((weight, run) for weight, run in weighed if weight)
        return [run for _, run in nlargest(_RUNS, worthy)]

    def _promise(self, run: Run) -> float:
        """What a run promises; nothing, if one turn promises about as much."""
        words, best = 0, 0.0
        ends = (run.episode, run.first), (run.episode, run.last)
        if not all(end in self._weight_of for end in ends):
            return 0.0
        for turn in range(run.first, run.last + 1):
            place = run.episode, turn
            words |= self._words_of.get(place, 0)
            best = max(best, self._weight_of.get(place, 0.0))
        together = self._weigh(words)
        return together if together - best > _WORTH_JOINING * self._total else 0.0

    def _weigh(self, words: int) -> float:
        return sum(weight for n, weight in enumerate(self._weights) if words >> n & 1)


def _groups(readings: Readings, lexicon: Lexicon) -> Iterator[tuple[int, list[Reading]]]:
    """The readings to be asked for at once, alike and as sure, and in how many turns they are."""
    groups: dict[tuple[int, int, float], list[Reading]] = defaultdict(list)
    for reading in readings.all:
        groups[reading.first, reading.last, round(reading.sureness, 1)].append(reading)
    for group in groups.values():
        some = group[:_MOST_WORDS]
        yield sum(lexicon.turns[_rarest(reading, lexicon)] for reading in some), some


def _rarest(reading: Reading, lexicon: Lexicon) -> str:
    return min(reading.tokens, key=lexicon.turns.__getitem__)
