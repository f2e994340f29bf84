"""The words of a library, arranged to be looked up by how they begin or how long they are."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from math import log
from typing import Final, Protocol
from weakref import WeakKeyDictionary

from tui_reader.text.spelling import LENGTHS_APART
from tui_reader.widening.language import languages_of, little_words

__all__ = ["Lexicon", "lexicon_of"]

_LAST: Final = "\U0010ffff"


class Words(Protocol):
    """What an index tells of its words."""

    @property
    def size(self) -> int:
        """How many turns there are."""

    @property
    def version(self) -> int:
        """Grows with every change."""

    def vocabulary(self) -> Mapping[str, int]:
        """Every folded word, and in how many turns it is."""


class Lexicon:
    """Folded words and the number of turns each is in, of `size` turns in all."""

    def __init__(self, turns: Mapping[str, int], size: int) -> None:
        self.turns = turns
        self.size = size

    def __contains__(self, word: str) -> bool:
        return word in self.turns

    def beginning(self, start: str) -> list[str]:
        """The words that begin with `start`, in alphabetical order."""
        words = self._alphabetical
        return words[bisect_left(words, start) : bisect_left(words, start + _LAST)]

    def about_as_long(self, word: str) -> Iterator[list[str]]:
        """The words that may be spelled about like `word`, those of one length at a time."""
        for length in range(len(word) - LENGTHS_APART, len(word) + LENGTHS_APART + 1):
            yield self._by_length.get(length, [])

    def rarity(self, turns: int) -> float:
        """How much it tells that a turn has a word that so many turns have (the idf of bm25)."""
        turns = min(turns, self.size)
        return log(1 + (self.size - turns + 0.5) / (turns + 0.5))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the library, as far as its little words tell."""
        return languages_of(self.turns)

    @cached_property
    def little_words(self) -> frozenset[str]:
        """Words without which nobody makes a sentence, in the languages of the library."""
        return frozenset().union(*map(little_words, self.languages))

    @cached_property
    def _alphabetical(self) -> list[str]:
        return sorted(self.turns)

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        lengths: dict[int, list[str]] = {}
        for word in self.turns:
            lengths.setdefault(len(word), []).append(word)
        # Made anew, words lie side by side in memory: going through them is four times as fast.
        return {length: " ".join(words).split(" ") for length, words in lengths.items()}


_known: WeakKeyDictionary[Words, tuple[int, Lexicon]] = WeakKeyDictionary()
"""The lexicon of each index, and the version of the index it is good for."""


def lexicon_of(index: Words) -> Lexicon:
    """The lexicon of an index, made anew when the index has changed."""
    version, lexicon = _known.get(index, (None, None))
    if lexicon is None or version != index.version:
        version = index.version
        lexicon = Lexicon(index.vocabulary(), index.size)
        _known[index] = version, lexicon
    return lexicon
