"""Text as it is compared: without case and accents, and the way back to the original.

    fold("Łukasz, don’t!")    lukasz, don’t!     names, titles, whatever people filter by
    spaced("Łukasz, don’t!")  lukasz  don t      what is searched: words and spaces, nothing else
    exact("Łukasz")           łukasz             without case only, for queries with an accent

Chinese, Japanese, Thai and their neighbours write no spaces between words. `spaced` sets each of
their characters apart, so that any word of theirs is found as a phrase.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Final

__all__ = ["Folding", "Origin", "exact", "fold", "spaced"]

_ASCII: Final = bytes(range(128))

_FEW: Final = 32
"""Up to so many different letters beyond ASCII, replacing one after the other is faster."""

_BETWEEN: Final = "\x1f"
"""Stands between texts that are folded together, and is a space in every other."""

_LETTERS: Final = {"æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ŋ": "n", "ı": "i", "ȷ": "j"}
"""Letters that Unicode neither decomposes nor names after another (as "l with stroke")."""

_NAMED_AFTER: Final = re.compile(r"((?:LATIN|CYRILLIC) SMALL LETTER .+?) WITH .+")

_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u3005-\u3007\u3041-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaadf\uf900-\ufaff"
    "\U0001aff0-\U0001b16f\U00020000-\U0003ffff]"
)
_TATWEEL: Final = "\u0640"
_ZERO_WIDTH_SPACE: Final = "\u200b"
_IGNORABLE_MARKS: Final = re.compile("[\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


class Origin:
    """Where each place in a folded text was before folding, which changes lengths.

    The `widths` are how many characters each original one became; None where all stayed one.
    """

    def __init__(self, widths: Sequence[int] | None = None) -> None:
        self._ends = None if widths is None else list(accumulate(widths))

    def start(self, offset: int) -> int:
        """The original place of the character at `offset`, or the end of the text."""
        if self._ends is None:
            return offset
        return bisect_right(self._ends, offset)

    def end(self, offset: int) -> int:
        """The original place just behind the characters before `offset`.

        What folding dropped right there, such as an accent of its own, belongs to them.
        """
        if self._ends is None or not offset:
            return offset
        last = self.start(offset - 1)
        return self.start(self._ends[last])


class Folding(dict[int, str]):
    """A way to fold text, character by character: what each becomes, worked out when first met.

    The text is folded alike wherever it is cut, and folding it again changes nothing.
    """

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__({ord(_BETWEEN): _BETWEEN})
        self._rule = rule

    def __missing__(self, code: int) -> str:
        folded = self[code] = self._rule(chr(code))
        return folded

    def __call__(self, text: str) -> str:
        """`text`, folded."""
        return self._fold(text).replace(_BETWEEN, " ")

    def each(self, texts: Sequence[str]) -> list[str]:
        """The `texts`, each folded: much faster than one after the other."""
        joined = _BETWEEN.join(texts)
        if joined.count(_BETWEEN) + 1 != len(texts):
            return [self(text) for text in texts]
        return self._fold(joined).split(_BETWEEN)

    def origin(self, text: str) -> Origin:
        """The way back from the folded text to `text`."""
        if self._keeps_lengths(text):
            return Origin()
        return Origin([len(self[ord(char)]) for char in text])

    def _fold(self, text: str) -> str:
        if not text.isascii():
            rare = _beyond_ascii(text)
            if len(rare) <= _FEW and all(self[ord(char)].isascii() for char in rare):
                for char in rare:
                    text = text.replace(char, self[ord(char)])
        return text.translate(self)

    def _keeps_lengths(self, text: str) -> bool:
        return text.isascii() or all(len(self[ord(char)]) == 1 for char in _beyond_ascii(text))


def exact(text: str) -> str:
    """`text` without case only: what has to be the same where a query has an accent."""
    compared = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return compared.translate(_visible)


def _beyond_ascii(text: str) -> set[str]:
    """The different characters of `text` that are not ASCII."""
    encoded = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return set(encoded.decode("utf-8", "surrogatepass"))


def _fold_character(char: str) -> str:
    folded = char
    while (again := "".join(map(_fold_once, folded))) != folded:
        folded = unicodedata.normalize("NFC", again)
    return folded


def _fold_once(char: str) -> str:
    parts = unicodedata.normalize("NFKD", char.casefold())
    kept = (part for part in parts if not _is_invisible(part) and not _is_accent(part))
    return unicodedata.normalize("NFC", "".join(map(_plain_letter, kept)))


def _plain_letter(char: str) -> str:
    """The letter that `char` is a variant of, where Unicode says so only by name, as with ł."""
    named_after = _NAMED_AFTER.fullmatch(unicodedata.name(char, ""))
    if named_after is None:
        return _LETTERS.get(char, char)
    try:
        return unicodedata.lookup(named_after[1])
    except KeyError:
        return char


def _is_accent(char: str) -> bool:
    """Whether `char` is a mark that people leave out: an accent, a vowel point.

    Not the vowels of Thai and the scripts of India, nor the voicing marks of kana, which make
    other words: Unicode gives those no combining class, or one of their own.
    """
    order = unicodedata.combining(char)
    return 0 < order < 8 or 9 < order < 40 or order >= 200


def _is_invisible(char: str) -> bool:
    """Whether `char` is no part of a word though it stands inside: a soft hyphen, a joiner."""
    category = unicodedata.category(char)
    if category == "Cf":
        return char != _ZERO_WIDTH_SPACE
    return category == "Me" or char == _TATWEEL or _IGNORABLE_MARKS.match(char) is not None


def _space_character(char: str) -> str:
    folded = "".join(map(_set_apart, _fold_character(char)))
    return " " if folded.isspace() else folded


def _set_apart(char: str) -> str:
    if _UNSPACED.match(char):
        return f" {char} "
    is_word = char.isalnum() or unicodedata.category(char).startswith("M")
    return char if is_word else " "


fold: Final = Folding(_fold_character)
"""Folds case and accents, and leaves the rest."""

spaced: Final = Folding(_space_character)
"""Folds text to its words, as they are searched: all that is no letter or digit is a space."""

_visible: Final = Folding(lambda char: "" if _is_invisible(char) else char)
