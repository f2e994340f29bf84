"""Where in a library it is worth reading on: the turns, and the runs of turns, that promise most.

Words that are nearly everywhere are not asked for, unless there are no others: whoever reads the
turns that the rarer ones lead to meets them there.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import nlargest
from operator import itemgetter
from typing import Final, NamedTuple, Protocol

from tui_reader.widening.lexicon import Lexicon
from tui_reader.widening.readings import Reading, Readings

__all__ = ["Places", "Run", "in_batches", "promising"]

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


class Unread(NamedTuple):
    """A turn that has all words, but promises too little to be read; `near` are some of them."""

    episode: int
    turn: int
    near: bool


class Places(NamedTuple):
    """Turns and runs of turns, those that promise most first, and what is too much to be read."""

    turns: list[Run]
    runs: list[Run]
    unread: list[Unread]


class _Having(Protocol):
    def having(self, words: Iterable[str], *, limit: int = ...) -> list[tuple[int, int]]:
        """The (episode, turn) of turns with any of the words."""


def promising(
    readings: Readings,
    lexicon: Lexicon,
    index: _Having,
    asks: Callable[[int], bool],
    allowed: Callable[[Sequence[tuple[int, int]]], Iterable[tuple[int, int]]],
    check: Callable[[], None],
) -> Places:
    """The places worth reading, in the episodes that the query `asks` about.

    `allowed` are those of some turns that may be hits; others may be in a run with them.
    """
    promises = _Promises(readings.weights)
    left = _ASKED
    groups = sorted(_groups(readings, lexicon), key=itemgetter(0))
    alone = len(readings.needed) == 1
    if alone:  # no rarer word leads to it: the surest readings before what fills all the room
        groups.sort(key=lambda group: group[1][0].sureness, reverse=True)
    for turns, group in groups:
        if not left or (left < min(turns, _ASKED) and not alone):
            break
        check()
        found = index.having({_rarest(reading, lexicon) for reading in group}, limit=left)
        left -= len(found)
        promises.add(found, group[0])
    check()
    promises.keep(asks)
    promises.choose(allowed, check)
    best = [Run(e, turn, turn) for e, turn in promises.best[:_TURNS]]
    return Places(best, promises.runs(), list(promises.unread(readings.needed)))


class _Promises:
    """How much of the query's weight turns promise, by (episode, turn)."""

    def __init__(self, weights: tuple[float, ...]) -> None:
        self._weights = weights
        self._total = sum(weights)
        self._weight_of: dict[tuple[int, int], float] = {}
        self._words_of: dict[tuple[int, int], int] = {}  # a bit for each word of the query
        self._literal_of: dict[tuple[int, int], int] = {}
        self.best: list[tuple[int, int]] = []
        """The turns that promise most."""

    def add(self, places: Collection[tuple[int, int]], reading: Reading) -> None:
        """That at `places` are words read like this one."""
        words = (1 << reading.last) - (1 << reading.first)
        weight = reading.sureness * self._weigh(words)
        weight_of, words_of = self._weight_of, self._words_of
        if not reading.near:
            literal_of = self._literal_of
            for place in places:
                literal_of[place] = literal_of.get(place, 0) | words
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

    def choose(
        self,
        allowed: Callable[[Sequence[tuple[int, int]]], Iterable[tuple[int, int]]],
        check: Callable[[], None],
    ) -> None:
        """Find the best, of those that are `allowed`."""
        ranked = sorted((-weight, place) for place, weight in self._weight_of.items())
        places = [place for _, place in ranked]
        for some in in_batches(places):
            check()
            self.best += allowed(some)
            if len(self.best) >= _PROMISING:
                break
        del self.best[_PROMISING:]

    def unread(self, needed: Iterable[int]) -> Iterator[Unread]:
        """The turns that have the `needed` words, but are not among those to be read."""
        all_words = sum(1 << word for word in needed)
        read = set(self.best[:_TURNS])
        for place in self._weight_of:
            if self._words_of[place] & all_words == all_words and place not in read:
                near = self._literal_of.get(place, 0) & all_words != all_words
                yield Unread(*place, near)

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
            own = self._words_of.get((run.episode, turn), 0)
            words |= own
            best = max(best, self._weigh(own))
        together = self._weigh(words)
        return together if together - best > _WORTH_JOINING * self._total else 0.0

    def _weigh(self, words: int) -> float:
        return sum(weight for n, weight in enumerate(self._weights) if words >> n & 1)


def in_batches(turns: Sequence[tuple[int, int]]) -> Iterator[Sequence[tuple[int, int]]]:
    """So many of the turns at a time that one may be interrupted between."""
    for start in range(0, len(turns), _PROMISING):
        yield turns[start : start + _PROMISING]


def _groups(readings: Readings, lexicon: Lexicon) -> Iterator[tuple[int, list[Reading]]]:
    """The readings to be asked for at once, alike and as sure, and in how many turns they are."""
    groups: dict[tuple[int, int, float, bool], list[Reading]] = defaultdict(list)
    for reading in readings.all:
        alike = reading.first, reading.last, round(reading.sureness, 1), reading.near
        groups[alike].append(reading)
    for group in groups.values():
        some = group[:_MOST_WORDS]
        yield sum(lexicon.turns[_rarest(reading, lexicon)] for reading in some), some


def _rarest(reading: Reading, lexicon: Lexicon) -> str:
    return min(reading.tokens, key=lexicon.turns.__getitem__)
