"""NAMES in capitals before the words, as captions for those who cannot hear write them.

There a name is given where one cannot see who speaks, often once: no label need come back.
"""

import re
from typing import Final

from tui_reader.formats.written.labels import is_name
from tui_reader.lazily import pattern

__all__ = ["shouted_in", "without_aside"]

_LABEL: Final = pattern(
    r"^[ \t]*(?:(?:\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\])[ \t]*)?"
    r"([^\W\d_][^:\n]{1,39}):(?=\s)[ \t]*\n?([^\n]*)",
    re.MULTILINE,
)
_ASIDE: Final = pattern(r"(\S.*?) ([(\[][^()\[\]]+[)\]])")
_WORDS: Final = 4
_FEWEST: Final = 2
_SELDOM: Final = 50  # cues for one name in capitals, above which they may be anything


def shouted_in(words: str, cues: int) -> frozenset[str]:
    """The names in capitals that stand before the `words` of so many cues, a line each or more."""
    names: list[str] = []
    others = 0
    for label, rest in _LABEL.findall(words):
        name, _ = without_aside(" ".join(label.split()))
        if name.isupper() and len(name.split()) <= _WORDS and is_name(name) and not rest.isupper():
            names.append(name)
        else:
            others += 1
    enough = len(names) >= _FEWEST and len(names) * _SELDOM >= cues
    return frozenset(names) if enough and len(names) > others else frozenset()


def without_aside(label: str) -> tuple[str, str]:
    """A name, and how it speaks where that stands behind it: `ANN (on the phone)`."""
    found = _ASIDE.fullmatch(label)
    return (found[1], found[2]) if found else (label, "")
