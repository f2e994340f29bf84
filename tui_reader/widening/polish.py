"""Polish words as they are inflected, told by their ends: folded, without a dictionary.

Two words are forms of one where both are the same stem with an ending of the same kind of word.
The end of a stem softens before some endings: `chmura`, in `chmurze`; `kod`, in `kodzie`; and
vowels come and go: `odcinek`, `odcinka`. All of it is looked at after folding (`ą` is `a`).
"""

from collections.abc import Iterator
from itertools import product
from typing import Final

from tui_reader.widening.lexicon import Lexicon

__all__ = ["forms"]


def _endings(endings: str) -> frozenset[str]:
    return frozenset(["", *endings.split()])


_NOUN: Final = _endings(
    """a e o i u y ie ia iu io ii em iem om iom ow iow ami iami ach iach owi iowi owie um
    owy owa owe owego owej owych owym owymi"""
)

_ADJECTIVE: Final = _endings(
    """y i a ia e ie o io ego iego emu iemu ej iej ym im ymi imi ych ich osc osci oscia oscmi
    szy sza sze szego szej szemu szych szym szymi ejszy ejsza ejsze ejszego ejszej ejszych
    ejszym ejszymi iej niej"""
)

_THEMES: Final = _endings("a i y e ia ie ya owa ywa iwa na ne") - {""}
"""What joins the stem of a verb to the endings of person, past and participle."""

_AFTER_THEME: Final = _endings(
    """m sz my cie ja c l la lo li ly lem lam les las lismy lysmy liscie lyscie by lby laby loby
    liby lyby lbym labym lbys labys libysmy lybysmy j jmy jcie jac jacy jaca jace jacego jacej
    jacych jacym jacymi ny na ne ni no nego nej nych nym nymi nie nia niu niem niach wszy ta ty te
    to"""
)

_VERB: Final = frozenset(map("".join, product(_THEMES, _AFTER_THEME))) | _endings(
    """l la lo li ly e ie uje ujesz ujemy ujecie uja uj ujmy ujcie ujac ujacy ujaca ujace
    ujacego ujacej ujacych ujacym ujacymi my cie esz iesz emy iemy ecie iecie nij nijcie nijmy
    nac nie nia ony ona one oni ono onych onym onego onej iony iona ione ieni iono ionych ionym
    ionego ionej enie enia eniu eniem ienie ienia ieniu ieniem"""
)

_PARADIGMS: Final = (_NOUN, _ADJECTIVE, _VERB)

_SOFTENED: Final = (
    ("r", "rz"),
    ("k", "c"),
    ("k", "cz"),
    ("t", "c"),
    ("st", "sc"),
    ("st", "szcz"),
    ("d", "dz"),
    ("g", "dz"),
    ("g", "z"),
    ("s", "sz"),
    ("ch", "sz"),
    ("ek", "k"),
    ("ec", "c"),
    ("en", "n"),
    ("el", "l"),
    ("er", "r"),
    ("ad", "ed"),
    ("ab", "eb"),
    ("ak", "ek"),
    ("az", "ez"),
)
"""How stems end before one ending and another."""

_SHORTEST: Final = 3
"""A stem has so many letters, and more where the word is long: a third of it."""


def forms(word: str, lexicon: Lexicon) -> Iterator[str]:
    """The words of a library that are forms of a folded Polish word, some more than once."""
    for endings in _PARADIGMS:
        for stem in _stems(word, endings):
            for start in _as_softened(stem):
                for other in lexicon.beginning(start):
                    if other[len(start) :] in endings and _is_stem(start, other):
                        yield other


def _stems(word: str, endings: frozenset[str]) -> Iterator[str]:
    for length in range(_SHORTEST, len(word) + 1):
        if word[length:] in endings and _is_stem(word[:length], word):
            yield word[:length]


def _is_stem(stem: str, word: str) -> bool:
    return len(stem) >= _SHORTEST and 3 * len(stem) >= len(word)


def _as_softened(stem: str) -> Iterator[str]:
    yield stem
    for hard, soft in _SOFTENED:
        if stem.endswith(soft):
            yield stem.removesuffix(soft) + hard
        if stem.endswith(hard):
            yield stem.removesuffix(hard) + soft
