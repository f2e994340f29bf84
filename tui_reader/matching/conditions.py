"""What each term of a query asks of a turn, and where in its text that stands."""

import re
from collections.abc import Sequence
from typing import Final, Protocol

from tui_reader.fold import spaced
from tui_reader.query import (
    About,
    All,
    Dated,
    Either,
    Everything,
    Near,
    Node,
    Not,
    Pattern,
    Phrase,
    Speaker,
    Word,
)
from tui_reader.text.patterns import RegularExpression
from tui_reader.text.spelling import distance
from tui_reader.text.words import Searched, Span, WordSequence

__all__ = ["Condition", "HasWords", "condition"]

_TOKEN: Final = re.compile("[^ ]+")


class Condition(Protocol):
    """Something a turn has or has not."""

    def find(self, turn: Searched) -> Sequence[Span] | None:
        """Where the turn has it, or None. Spans may go on behind the end, in what follows."""


def condition(node: Node, *, wanted: bool = True) -> Condition:
    """The condition that `node` is; what it asks of the episode is met, `wanted` or not."""
    match node:
        case Word(text, prefix):
            return HasWords(WordSequence(text, prefix=prefix))
        case Phrase(text, prefix):
            return HasWords(WordSequence(text, prefix=prefix), goes_on=True)
        case Near(text):
            return _HasAlike(text)
        case Pattern(text):
            return RegularExpression(text)
        case Speaker(name):
            return _IsSaidBy(WordSequence(name, prefix=True))
        case About() | Dated():
            return _Always() if wanted else _IsWithout(_Always())
        case Everything():
            return _Always()
        case Not(part):
            return _IsWithout(condition(part, wanted=not wanted))
        case All(parts):
            return _HasAll([condition(part, wanted=wanted) for part in parts])
        case Either(parts):
            return _HasAny([condition(part, wanted=wanted) for part in parts])


class HasWords:
    """Has these words one after the other; `goes_on` is whether some may be in what follows."""

    def __init__(self, words: WordSequence, *, goes_on: bool = False) -> None:
        self.words = words
        self.goes_on = goes_on

    def find(self, turn: Searched) -> Sequence[Span] | None:
        """Where they are, or None."""
        found = self.words.find(turn)
        if self.goes_on and turn.following is not None:
            found += self.words.find_across(turn)
        return found or None


class _HasAlike:
    """Has words spelled about like these, one after the other."""

    def __init__(self, text: str) -> None:
        self._asked = [_Alike(word) for word in spaced(text).split()]

    def find(self, turn: Searched) -> Sequence[Span] | None:
        first, *others = self._asked
        if not any(map(first, turn.words.split())):
            return None
        found = list(_TOKEN.finditer(turn.words))
        spans = []
        for number in range(len(found) - len(others)):
            window = found[number : number + len(self._asked)]
            if all(alike(token[0]) for alike, token in zip(self._asked, window, strict=True)):
                spans.append(turn.original(window[0].start(), window[-1].end()))
        return spans or None


class _Alike(dict[str, bool]):
    """Whether words are spelled about like one of them: worked out when first met."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word

    def __missing__(self, other: str) -> bool:
        alike = self[other] = distance(self._word, other) is not None
        return alike

    def __call__(self, other: str) -> bool:
        return self[other]


class _IsSaidBy:
    def __init__(self, name: WordSequence) -> None:
        self._name = name
        self._known: dict[str, bool] = {}

    def find(self, turn: Searched) -> Sequence[Span] | None:
        said = self._known.get(turn.speaker)
        if said is None:
            said = bool(self._name.find(Searched(turn.speaker)))
            self._known[turn.speaker] = said
        return () if said else None


class _Always:
    def find(self, turn: Searched) -> Sequence[Span] | None:
        return ()


class _IsWithout:
    def __init__(self, unwanted: Condition) -> None:
        self._unwanted = unwanted

    def find(self, turn: Searched) -> Sequence[Span] | None:
        return () if self._unwanted.find(turn) is None else None


class _HasAll:
    def __init__(self, conditions: Sequence[Condition]) -> None:
        self._conditions = conditions

    def find(self, turn: Searched) -> Sequence[Span] | None:
        spans: list[Span] = []
        for asked in self._conditions:
            found = asked.find(turn)
            if found is None:
                return None
            spans += found
        return spans


class _HasAny:
    def __init__(self, conditions: Sequence[Condition]) -> None:
        self._conditions = conditions

    def find(self, turn: Searched) -> Sequence[Span] | None:
        found = [asked.find(turn) for asked in self._conditions]
        met = [spans for spans in found if spans is not None]
        return [span for spans in met for span in spans] if met else None
