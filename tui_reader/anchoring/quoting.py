"""The words around a place, all words of a transcript, and where the ones are in the others."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from tui_reader.model import Place, Transcript

__all__ = ["Quote", "Words", "common", "lead_in"]

_NEAR: Final = 4.0
"""So many words from the place, a word tells half as much about it."""

_AFTER: Final = 2.0
"""What begins at a place tells more about it than what ended there."""

_BESIDE: Final = 6
"""So many words from the place on tell which of several that are alike is at it."""

_SPACE: Final = re.compile(r"\s+")
_TOKEN: Final = re.compile("[^ ]+")


class Quote(NamedTuple):
    """The words of an anchor. The place is `inside` so many characters of the word `lead`.

    Or, `at_end`, behind it and what is written close to it.
    """

    words: list[str]
    lead: int
    inside: int
    at_end: bool

    @classmethod
    def of(cls, before: str, after: str) -> "Quote":
        """The words `before` a place and `after` it."""
        from tui_reader.fold import spaced

        words = spaced(before + after).split()
        said, following = spaced(before).split(), spaced(after).split()
        at_end = not before[-1:].isspace() and not after[:1].strip()
        if said and (at_end or len(said) + len(following) > len(words)):
            return cls(words, len(said) - 1, len(said[-1]), at_end)
        return cls(words, len(said), 0, at_end=False)

    def share(self, found: Iterable[int]) -> float:
        """How much of it was found: the nearer a word is to the place, the more it counts."""
        weights = [self._weight(number) for number in range(len(self.words))]
        return sum(weights[number] for number in found) / sum(weights)

    def _weight(self, number: int) -> float:
        if number >= self.lead:
            return _AFTER / (1 + (number - self.lead) / _NEAR)
        return 1 / (1 + (self.lead - 1 - number) / _NEAR)


class Words:
    """All words of a transcript as they are compared, and the way back to its places."""

    def __init__(self, transcript: Transcript) -> None:
        from tui_reader.fold import spaced

        self._turns = transcript.turns
        by_turn = [folded.split() for folded in spaced.each([turn.text for turn in self._turns])]
        self.words = [word for words in by_turn for word in words]
        self._firsts: list[int] = []
        count = 0
        for words in by_turn:
            self._firsts.append(count)
            count += len(words)
        self._line = f" {' '.join(self.words)} "

    def first_of(self, turn: int) -> int:
        """The number of the first word of a turn, or of the last turn there is."""
        return self._firsts[min(turn, len(self._firsts) - 1)] if self._firsts else 0

    def occurrences(self, run: list[str]) -> Iterator[int]:
        """The numbers of the words at which `run` begins."""
        wanted = f" {' '.join(run)} "
        at, counted, number = self._line.find(wanted), 0, 0
        while at >= 0:
            number += self._line.count(" ", counted, at)
            counted = at
            yield number
            at = self._line.find(wanted, at + 1)

    def place(self, number: int, inside: int = 0, *, at_end: bool = False) -> Place:
        """Where a word begins, some characters further, or `at_end` of it and its punctuation.

        Behind the last word it is the end of all.
        """
        from tui_reader.fold import spaced

        if number >= len(self.words):
            return Place(len(self._turns) - 1, len(self._turns[-1].text))
        turn = bisect_right(self._firsts, number) - 1
        text = self._turns[turn].text
        tokens = islice(_TOKEN.finditer(spaced(text)), number - self._firsts[turn], None)
        start, end = next(tokens).span()
        origin = spaced.origin(text)
        if not at_end:
            return Place(turn, origin.start(min(start + inside, end)))
        rest = _SPACE.search(text, origin.end(end))
        return Place(turn, rest.start() if rest else len(text))


def common(some: list[str], others: list[str]) -> Iterator[tuple[int, int]]:
    """The words that are in both in the same order: the number in one, and in the other."""
    from rapidfuzz.distance.Indel import opcodes

    for step in opcodes(some, others):
        if step.tag == "equal":
            yield from zip(
                range(step.src_start, step.src_end),
                range(step.dest_start, step.dest_end),
                strict=True,
            )


def lead_in(quote: Quote, there: list[str], pairs: dict[int, int]) -> tuple[int, bool]:
    """Before which word of `there` the place is, and whether that is the very word it was at."""
    following = range(quote.lead, quote.lead + _BESIDE)
    starts = Counter(pairs[number] - number for number in following if number in pairs)
    for shift, _ in starts.most_common(1):
        start = quote.lead + shift
        if start >= 0 and there[start] == quote.words[quote.lead]:
            return start, True  # of several alike, the one that most of what follows stands beside
    if quote.lead in pairs:
        return pairs[quote.lead], True
    earlier = max((number for number in pairs if number < quote.lead), default=None)
    if earlier is not None:
        return pairs[earlier] + 1, False
    return min(pairs.values()), False
