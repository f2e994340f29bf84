"""Letters and their accents put together (NFC), whatever is piled on a letter."""

import re
import unicodedata
from typing import Final, NamedTuple

__all__ = ["Composed", "composed"]

_MOST: Final = 30
"""Accents on one letter: no writing has more, and Unicode's stream-safe text allows no more."""

_SHORT: Final = 500
"""Characters of a line in which no pile of accents can take anybody's time."""

_ASCII: Final = bytes(range(128))


class Composed(NamedTuple):
    """Text in NFC; where in the text before, and how often, a letter had too many accents."""

    text: str
    first: int = -1
    cut: int = 0


def composed(text: str) -> Composed:
    """`text` in NFC, no letter with more accents than anything is written with.

    To sort those of a letter takes time that grows with the square of their number: beyond thirty
    they are left out, in lines that are long enough for it to matter.
    """
    if max(map(len, text.split("\n"))) <= _SHORT:
        return Composed(unicodedata.normalize("NFC", text))
    marks = "".join(char for char in _beyond_ascii(text) if unicodedata.combining(char))
    if not marks:
        return Composed(unicodedata.normalize("NFC", text))
    pile = re.compile(rf"([{re.escape(marks)}]{{{_MOST}}})[{re.escape(marks)}]++")
    first = pile.search(text)
    if first is None:
        return Composed(unicodedata.normalize("NFC", text))
    kept, cut = pile.subn(r"\1", text)
    return Composed(unicodedata.normalize("NFC", kept), first.start(), cut)


def _beyond_ascii(text: str) -> set[str]:
    encoded = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return set(encoded.decode("utf-8", "surrogatepass"))
