"""Regular expressions, in the dialect of the module `regex`, that cannot hang the reader.

They are matched with the text on one line, without case and without accents. An accent in the
expression is honoured: then they are matched with the letters as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from time import perf_counter
from typing import TYPE_CHECKING, Final

from tui_reader.errors import PatternTooSlow, QueryError
from tui_reader.fold import fold
from tui_reader.text.literals import needed, written_out
from tui_reader.text.words import Searched, Span

if TYPE_CHECKING:
    import regex

__all__ = ["RegularExpression", "check", "longest_valid"]

_LIMIT: Final = 0.25
"""Seconds for a text, and as many more as its length earns: who types does not wait longer."""

_SECONDS_A_CHARACTER: Final = 2e-6
_ALL_LIMIT: Final = 4 * _LIMIT
"""The same for all texts that one expression is matched with."""

_AT_ONCE: Final = 0.01
"""Seconds for which no other thread runs. Letting them, at every text, would take far longer."""

_LONGEST: Final = 1_000
"""Characters of an expression: the module `regex` writes out what is repeated as long as there is
memory, and looks for very long words without a look at the time."""

_CUT: Final = 32
"""So many characters at most are left out of an expression that is not finished."""


def check(source: str) -> None:
    """Raise QueryError where `source` is no regular expression; its position is one in `source`."""
    problem = _problem(source)
    if problem is not None:
        raise QueryError(*problem)


def longest_valid(source: str) -> str:
    """As much of a regular expression that is being typed as is one; empty where nothing is."""
    for end in range(len(source), max(len(source) - _CUT, 0), -1):
        if _problem(source[:end]) is None:
            return source[:end]
    return ""


class RegularExpression:
    """Finds what `source` matches; raises QueryError where that is none."""

    def __init__(self, source: str) -> None:
        check(source)
        self._compiled, self._honours_accents = _compiled(source)
        self._needed = needed(source)
        self._spent = 0.0
        self._earned = _ALL_LIMIT

    def find(self, searched: Searched) -> list[Span] | None:
        """Where it matches, but for empty matches; None where it does not match at all.

        Raises PatternTooSlow where that takes too long.
        """
        if self._needed not in searched.words:
            return None
        line = searched.line
        limit = _LIMIT + len(line.text) * _SECONDS_A_CHARACTER
        began = perf_counter()
        places = self._places(line.text if self._honours_accents else searched.folded_line, limit)
        self._earned += limit - _LIMIT
        self._spent += min(perf_counter() - began, limit)
        if places is None or self._spent > self._earned:
            raise PatternTooSlow(
                "The regular expression takes too long: make it simpler, above all"
                " where a repetition is repeated, as in (a+)+."
            )
        if not places:
            return None
        origin = None if self._honours_accents else fold.origin(line.text)
        spans = []
        for start, end in places:
            if start < end:
                if origin is not None:
                    start, end = origin.start(start), origin.end(end)
                spans.append(Span(line.origin(start), line.origin(end)))
        return spans

    def _places(self, text: str, limit: float) -> Sequence[tuple[int, int]] | None:
        """Every match in `text`; None where the time ran out."""
        for seconds, concurrent in ((_AT_ONCE, False), (limit, True)):
            found = self._compiled.finditer(text, timeout=seconds, concurrent=concurrent)
            try:
                return _joined(match.span() for match in found)
            except TimeoutError:
                continue
        return None


def _joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The `places`, those that touch made one: there may be one for every letter."""
    joined: list[tuple[int, int]] = []
    begin = end = -1
    for start, last in places:
        if start == end:
            joined[-1] = begin, last
        else:
            joined.append((start, last))
            begin = start
        end = last
    return joined


@lru_cache(maxsize=256)
def _problem(source: str) -> tuple[str, int] | None:
    """Why `source` is no regular expression, and where; None where it is one."""
    import regex

    if written_out(source) > _LONGEST:
        return "The regular expression is too long.", 0
    try:
        _compiled(source)
    except regex.error as error:
        # The stubs of the module know nothing of what its errors say.
        problem, place = error.msg, error.pos  # type: ignore[attr-defined]
        return f"The regular expression is not understood: {problem}.", place or 0
    except (RecursionError, OverflowError, ValueError, KeyError, IndexError):
        return "The regular expression is too much of a tangle.", 0
    return None


@lru_cache(maxsize=256)
def _compiled(source: str) -> tuple[regex.Pattern[str], bool]:
    """`source`, ready to match, and whether it honours accents."""
    import regex

    honours_accents = any(map(_is_accented, source))
    if not honours_accents:
        source = "".join(map(_folded, source))
    return regex.compile(source, regex.IGNORECASE), honours_accents


def _is_accented(char: str) -> bool:
    """Whether folding makes another letter of it."""
    return not char.isascii() and fold(char) != char.casefold() and char.isalpha()


def _folded(char: str) -> str:
    folded = char if char.isascii() else fold(char)
    return folded if folded == char else re.escape(folded)
