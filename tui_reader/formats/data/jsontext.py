"""JSON as text: one value read out of it, and never more than the reader can bear.

Python's own parser reads it; what that would fall over is kept from it: nesting without an end,
numbers of thousands of digits, halves of surrogate pairs.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from json import JSONDecodeError, JSONDecoder, JSONEncoder
from typing import Any, Final

from tui_reader.lazily import pattern

__all__ = ["DEPTH", "BrokenJsonError", "SourceLines", "read_json"]

DEPTH: Final = 50
"""How many lists and objects may stand inside one another."""

_SPACE: Final = pattern(r"\s*")
_BRACKET: Final = pattern(r"[\[\]{}]")
_STEP: Final = {"[": 1, "{": 1, "]": -1, "}": -1}
_SURROGATE: Final = pattern(r"\\u[dD][89a-fA-F]")
_ESCAPE: Final = pattern(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)

_MISSES: Final = 8
"""How many strings may be looked for in vain, each to the end of the text."""


class BrokenJsonError(ValueError):
    """JSON that cannot be read: a short reason, and the character `at` which it goes wrong."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.at = at


def read_json(text: str, start: int = 0, twice: list[str] | None = None) -> tuple[Any, int]:
    """The JSON value that begins at `start`, white space aside, and the character behind it.

    Of a key that an object has twice, the last counts; such keys are added to `twice`. Raises
    BrokenJsonError, a ValueError, where there is no whole value, or one nested more than DEPTH
    deep.
    """
    text = _whole_characters(text)
    space = _SPACE.match(text, start)
    start = space.end() if space else start
    _refuse_depths(text, start)
    hook = None if twice is None else partial(_paired, twice)
    try:
        return _decoded(text, start, hook)
    except JSONDecodeError as error:
        raise BrokenJsonError(error.msg[:1].lower() + error.msg[1:], error.pos) from None


_Hook = Callable[[list[tuple[str, Any]]], dict[str, Any]]


def _decoded(text: str, start: int, hook: _Hook | None) -> tuple[Any, int]:
    try:
        return JSONDecoder(strict=False, object_pairs_hook=hook).raw_decode(text, start)
    except JSONDecodeError:
        raise
    except ValueError:  # Python refuses integers of more than 4,300 digits
        wary = JSONDecoder(strict=False, object_pairs_hook=hook, parse_int=_integer)
        return wary.raw_decode(text, start)


def _paired(twice: list[str], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        twice += (key for key, count in counts.items() if count > 1)
    return made


def _refuse_depths(text: str, start: int) -> None:
    """Raise BrokenJsonError where the value at `start` is nested too deeply for the parser.

    Without its escapes, every second piece between quotes is outside of any string.
    """
    bare = text[start:].replace("\\\\", "").replace('\\"', "").split('"')[::2]
    brackets = _BRACKET.findall("".join(bare))
    for depth in accumulate(map(_STEP.__getitem__, brackets)):
        if depth > DEPTH:
            raise BrokenJsonError(f"nested more than {DEPTH} deep", start)
        if depth <= 0:
            return


def _whole_characters(text: str) -> str:
    """`text` with escaped halves of surrogate pairs replaced, and no longer than before."""
    if not _SURROGATE.search(text):
        return text
    return _ESCAPE.sub(lambda match: r"\ufffd" if match[1] else match[0], text)


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < 100 else digits


class SourceLines:
    """The lines of a JSON text on which its strings stand, asked for in their order."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = len(source) - len(source.lstrip())
        self._line = source.count("\n", 0, self._at) + 1
        self._misses = 0 if "\n" in source.strip() else _MISSES
        self._encode = JSONEncoder(ensure_ascii=source.isascii()).encode
        self._slashes = r"\/" in source

    def of(self, value: str) -> int:
        """The line, from 1, of the next string that is `value`; the last line found without one."""
        if self._misses >= _MISSES:
            return self._line
        written = self._encode(value)
        if self._slashes:
            written = written.replace("/", r"\/")
        at = self._source.find(written, self._at)
        if at < 0:
            self._misses += 1
        else:
            self._line += self._source.count("\n", self._at, at)
            self._at = at + len(written)
        return self._line
