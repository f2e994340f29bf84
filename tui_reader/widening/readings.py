"""What the words of a query may stand for in a library: themselves, other forms, other spellings.

A word may also have been written as two, and two as one: `server less`, `kubecon`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import inf
from operator import itemgetter
from typing import Final, NamedTuple

from tui_reader.text.spelling import nearest
from tui_reader.widening.forms import forms
from tui_reader.widening.lexicon import Lexicon

__all__ = ["Asked", "Reading", "Readings", "as_written", "read"]

_BEGINNING: Final = 0.95
_FORM: Final = 0.9
_SPLIT: Final = 0.9
_JOINED: Final = 0.9
_NEAR: Final = 0.85
_NEAR_LOSES: Final = 0.2
"""How sure a reading is, of 1; a near spelling less, the farther off it is."""

_FORMS_OF_NEAR: Final = 1.0
"""Spellings so near are taken with their other forms: a misspelled word may be inflected too."""

_MOST: Final = 40
"""More readings of one kind tell nothing: they are the beginning of everything."""

_MOST_MISSPELLED: Final = 4
"""So many words of a query may be misspelled: looking them up among all words is not free."""

_SHORTEST_JOINED: Final = 6
_SHORTEST_HALF: Final = 3
_LITTLE: Final = 0.2
"""What a little word weighs, of what it would by how rare it is."""


class Asked(NamedTuple):
    """A word of a query: one token, or several where words are not written apart."""

    tokens: tuple[str, ...]
    prefix: bool = False


class Reading(NamedTuple):
    """The `tokens`, one after the other, stand for the words of the query `first` to `last`.

    `sureness` is 1 for the words themselves; `near` where they are not spelled as in the query.
    """

    tokens: tuple[str, ...]
    first: int
    last: int
    sureness: float
    near: bool


@dataclass(frozen=True, slots=True)
class Readings:
    """All readings of a query, and what each of its words weighs: how much it tells.

    The words by the numbers in `needed` are those a turn must have to have all: little ones may
    well be misremembered, unless there are no others.
    """

    all: tuple[Reading, ...]
    weights: tuple[float, ...]
    needed: frozenset[int]

    @property
    def total(self) -> float:
        """What all words weigh together."""
        return sum(self.weights)


def read(
    words: Sequence[Asked], lexicon: Lexicon, languages: Sequence[str], check: Callable[[], None]
) -> Readings:
    """What `words` may stand for. `check` is called between steps, and raises to give up."""
    by_word = [list(_literal(n, word, lexicon, languages)) for n, word in enumerate(words)]
    for number in _likely_misspelled(words, by_word, lexicon):
        check()
        known = {reading.tokens for reading in by_word[number]}
        others = _misspelled(number, words[number], lexicon, languages)
        by_word[number] += (reading for reading in others if reading.tokens not in known)
    weights = _weights(words, by_word, lexicon)
    joined: list[Reading] = []
    for number, (word, following) in enumerate(pairwise(words)):
        check()
        joined += _joined(number, (*word.tokens, *following.tokens), lexicon, languages)
    return Readings((*chain(*by_word), *joined), weights, _needed(words, lexicon))


def _likely_misspelled(
    words: Sequence[Asked], by_word: Sequence[Sequence[Reading]], lexicon: Lexicon
) -> list[int]:
    """The words of the query to look up other spellings of: unknown ones first, then rare ones."""
    rarities = {
        number: _rarity(by_word[number], lexicon) if by_word[number] else inf
        for number, word in enumerate(words)
        if not _is_little(word, lexicon)
    }
    return sorted(rarities, key=rarities.__getitem__, reverse=True)[:_MOST_MISSPELLED]


def as_written(words: Sequence[Asked], lexicon: Lexicon) -> Readings:
    """The `words` themselves, or with a prefix what begins so, and nothing else."""
    by_word = [
        [found for found in _literal(n, word, lexicon, ()) if not found.near]
        for n, word in enumerate(words)
    ]
    weights = _weights(words, by_word, lexicon)
    return Readings(tuple(chain(*by_word)), weights, _needed(words, lexicon))


def _literal(
    number: int, word: Asked, lexicon: Lexicon, languages: Sequence[str]
) -> Iterator[Reading]:
    """The word itself, where the library has it, and its other forms."""
    if all(token in lexicon for token in word.tokens):
        yield Reading(word.tokens, number, number + 1, 1.0, near=False)
    if len(word.tokens) > 1:
        return
    (token,) = word.tokens
    found = {}
    if token not in lexicon.little_words:
        found = dict.fromkeys(forms(token, lexicon, languages), _FORM)
    if word.prefix:
        begun = sorted(lexicon.beginning(token), key=lexicon.turns.__getitem__, reverse=True)
        found |= dict.fromkeys(begun[:_MOST], _BEGINNING)
    found.pop(token, None)
    for other, sureness in found.items():
        yield Reading((other,), number, number + 1, sureness, near=False)


def _misspelled(
    number: int, word: Asked, lexicon: Lexicon, languages: Sequence[str]
) -> Iterator[Reading]:
    if len(word.tokens) > 1:
        return
    (token,) = word.tokens
    for other, sureness in _near(token, lexicon, languages).items():
        yield Reading((other,), number, number + 1, sureness, near=True)
    for length in range(2, len(token) - 1):
        halves = token[:length], token[length:]
        if len(max(halves, key=len)) >= _SHORTEST_HALF and all(half in lexicon for half in halves):
            yield Reading(halves, number, number + 1, _SPLIT, near=True)


def _joined(
    number: int, tokens: tuple[str, ...], lexicon: Lexicon, languages: Sequence[str]
) -> Iterator[Reading]:
    """Two words of the query that the library has as one."""
    together = "".join(tokens)
    if len(tokens) > 2 or len(together) < _SHORTEST_JOINED:
        return
    found = {}
    if together in lexicon:
        found = dict.fromkeys([together, *forms(together, lexicon, languages)], _JOINED)
    elif sum(token in lexicon for token in tokens) == 1:
        found = _near(together, lexicon, languages)
    for other, sureness in found.items():
        yield Reading((other,), number, number + 2, sureness, near=True)


def _near(token: str, lexicon: Lexicon, languages: Sequence[str]) -> dict[str, float]:
    """Words that are spelled about like `token`, and other forms of the nearest of them."""
    found: dict[str, float] = {}
    alike = chain(*(nearest(token, words) for words in lexicon.about_as_long(token)))
    for other, apart in sorted(alike, key=itemgetter(1))[:_MOST]:
        sureness = _NEAR - _NEAR_LOSES * apart
        found[other] = max(sureness, found.get(other, 0))
        if apart <= _FORMS_OF_NEAR and len(found) < _MOST:
            for form in forms(other, lexicon, languages):
                found[form] = max(sureness * _FORM, found.get(form, 0))
    found.pop(token, None)
    return found


def _is_little(word: Asked, lexicon: Lexicon) -> bool:
    return len(word.tokens) == 1 and word.tokens[0] in lexicon.little_words


def _needed(words: Sequence[Asked], lexicon: Lexicon) -> frozenset[int]:
    needed = {n for n, word in enumerate(words) if not _is_little(word, lexicon)}
    return frozenset(needed or range(len(words)))


def _weights(
    words: Sequence[Asked], by_word: Sequence[Sequence[Reading]], lexicon: Lexicon
) -> tuple[float, ...]:
    return tuple(
        _rarity(found, lexicon) * (_LITTLE if _is_little(word, lexicon) else 1)
        for word, found in zip(words, by_word, strict=True)
    )


def _rarity(found: Sequence[Reading], lexicon: Lexicon) -> float:
    """What a word of the query weighs: what the library has nothing like, as its rarest words."""
    if not found:
        return lexicon.rarity(1)
    literal = [reading for reading in found if not reading.near] or found
    turns = sum(min(lexicon.turns[token] for token in reading.tokens) for reading in literal)
    return lexicon.rarity(turns)
