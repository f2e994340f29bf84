"""Words that are spelled about alike, as somebody may have misheard, mistyped or half-remembered.

Two folded words are compared three times: by their letters, by how they sound, and by their
consonants alone. The mean of the three edit distances is how far apart they are, so that a slip
the ear does not notice (Cubicon for KubeCon) counts a third of one that makes another word.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

__all__ = ["LENGTHS_APART", "distance", "nearest"]

_LIMITS: Final = ((3, 0.0), (4, 0.34), (5, 0.67), (6, 1.0), (8, 1.34), (9, 1.67), (12, 2.0))
"""Words shorter than so many letters may be so far apart, the longer of the two decides."""

_LONGEST_LIMIT: Final = 2.67

LENGTHS_APART: Final = 4
"""However alike they sound: more letters than these, or than half of them, are never wrong."""

_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),
        (r"(?:sch|sh|sz|sc(?=[eiy]))", "s"),
        (r"(?:tch|tsch|cz)", "c"),
        (r"rz", "z"),
        (r"(?:ck|qu|q|c(?![eiyhz]))", "k"),
        (r"c(?=[eiy])", "s"),
        (r"g(?=[eiy])", "j"),
        (r"x", "ks"),
        (r"ch", "h"),
        (r"(?<=[bcdfgklmnprstvwz])h", ""),
        (r"z", "s"),
        (r"w", "v"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[^aeiou])e$", ""),
    )
)
"""What is written in several ways and sounds the same, in English or in Polish."""

_VOWEL_CLASSES: Final = str.maketrans("eiou", "iioo")
_VOWELS: Final = re.compile("[aeiou]+")
_VOICED: Final = str.maketrans("bdj", "ptg")
_DIGIT: Final = re.compile(r"\d")


def distance(word: str, other: str) -> float | None:
    """How differently two folded words are spelled: 0 the same; None, not alike.

    Words with a digit are like themselves only: another year is another year.
    """
    from rapidfuzz.distance.OSA import distance as edits

    if word == other:
        return 0.0
    most = _most_edits(max(len(word), len(other)))
    if not most or _DIGIT.search(word) or _DIGIT.search(other):
        return None
    letters = edits(word, other, score_cutoff=most)
    return None if letters > most else _mean(letters, word, other)


def nearest(word: str, words: Sequence[str]) -> list[tuple[str, float]]:
    """Those of the folded `words` that are spelled about like `word`, the nearest first.

    Faster, the less their lengths differ.
    """
    from rapidfuzz.distance.OSA import distance as edits
    from rapidfuzz.process import extract

    if _DIGIT.search(word):
        return [(other, 0.0) for other in words if other == word]
    longest = min(len(word) + LENGTHS_APART, max(map(len, words), default=0))
    found = []
    cutoff = _most_edits(max(len(word), longest))
    for other, letters, _ in extract(word, words, scorer=edits, score_cutoff=cutoff, limit=None):
        if not letters:
            found.append((other, 0.0))
        elif letters <= _most_edits(max(len(word), len(other))) and not _DIGIT.search(other):
            mean = _mean(letters, word, other)
            if mean is not None:
                found.append((other, mean))
    return sorted(found, key=lambda pair: (pair[1], pair[0]))


def _mean(letters: int, word: str, other: str) -> float | None:
    """The mean distance of two words that differ by so many letters, unless that is too much."""
    from rapidfuzz.distance.OSA import distance as edits

    left = int(3 * _limit(max(len(word), len(other)))) - letters
    (sounds, consonants), (other_sounds, other_consonants) = _keys(word), _keys(other)
    apart = edits(sounds, other_sounds, score_cutoff=left)
    if apart <= left:
        apart += edits(consonants, other_consonants, score_cutoff=left - apart)
    return (letters + apart) / 3 if apart <= left else None


@cache
def _limit(length: int) -> float:
    return next((limit for below, limit in _LIMITS if length < below), _LONGEST_LIMIT)


@cache
def _most_edits(length: int) -> int:
    """How many letters may be wrong: with the same sounds and consonants, all of the distance."""
    return min(int(3 * _limit(length)), length // 2, LENGTHS_APART)


@lru_cache(maxsize=65_536)
def _keys(word: str) -> tuple[str, str]:
    """How a word sounds, and its consonants."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    consonants = _VOWELS.sub("a", word).translate(_VOICED)
    return word.translate(_VOWEL_CLASSES), consonants
