"""What was said in the turns of an index, read when it is wanted and no more than once."""

from collections import defaultdict
from collections.abc import Iterable

from tui_reader.fold import spaced
from tui_reader.index import Index, IndexedTurn
from tui_reader.matching.seams import goes_on

__all__ = ["Speech"]


class Speech:
    """The turns of an index, by (episode, turn), and their words."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._turns: dict[tuple[int, int], IndexedTurn] = {}
        self._tokens: dict[tuple[int, int], list[str]] = {}

    def fetch(self, places: Iterable[tuple[int, int]]) -> None:
        """Read many turns at once, an episode at a time, except those that do not exist."""
        wanted = defaultdict(set)
        for episode, number in places:
            if (episode, number) not in self._turns:
                wanted[episode].add(number)
        for episode, numbers in wanted.items():
            for number, turn in self._index.turns(episode, sorted(numbers)).items():
                self._turns[episode, number] = turn

    def turn(self, episode: int, number: int) -> IndexedTurn | None:
        """A turn that was fetched, if there is one."""
        return self._turns.get((episode, number))

    def tokens(self, episode: int, number: int) -> list[str]:
        """The folded words of a turn that was fetched; none, where there is no turn."""
        place = episode, number
        if place not in self._tokens:
            turn = self._turns.get(place)
            self._tokens[place] = spaced(turn.text).split() if turn else []
        return self._tokens[place]

    def following(self, episode: int, number: int) -> str:
        """The text a phrase may go on in: of the next turn, where nobody is named in either."""
        turn, after = self.turn(episode, number), self.turn(episode, number + 1)
        return after.text if turn and after and goes_on(turn, after) else ""
