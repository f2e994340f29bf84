"""Broken JSON, read as far as it goes: a download that stopped, a quotation mark too many."""

import re
from typing import Any, Final, NamedTuple

from tui_reader.formats.data.jsontext import BrokenJsonError, read_json
from tui_reader.formats.data.met import brief
from tui_reader.lazily import pattern
from tui_reader.model import Problem

__all__ = ["Salvaged", "salvaged"]

_BREAKS: Final = 8
"""How many breaks are stepped over before the rest of a file is given up."""

_TOKEN: Final = pattern(r'"(?:[^"\\]++|\\.)*+"?|[{}\[\],]', re.DOTALL)
_NEXT: Final = pattern(r"\}\s*+,\s*+\{")
_CLOSER: Final = {"{": "}", "[": "]"}


class Salvaged(NamedTuple):
    """A JSON value as far as it could be read, and a problem for each break in it."""

    value: Any
    problems: tuple[Problem, ...] = ()


class _Cut(NamedTuple):
    """The last whole element before a break: where it ends, and what is open there."""

    at: int
    open: tuple[str, ...]


def salvaged(text: str) -> Salvaged:
    """The JSON value that `text` is; where it is broken, all that is whole of it, else None.

    Behind a break, reading goes on with the next object of the list it is in. Lines in the
    problems are those of `text`.
    """
    problems: list[Problem] = []
    whole, shift = text, 0  # `shift`: how much shorter `whole` is than `text`
    for _ in range(_BREAKS):
        twice: list[str] = []
        try:
            value, end = read_json(whole, 0, twice)
        except BrokenJsonError as error:
            line = text.count("\n", 0, error.at + shift) + 1
            cut = _last_whole(whole, error.at)
            last = len(problems) == _BREAKS - 2
            next_one = _NEXT.search(whole, error.at) if cut.at and not last else None
            done = "an element left out" if next_one else _given_up(cut)
            problems.append(Problem(line, f"broken JSON ({error}): {done}"))
            if not cut.at:
                break
            if next_one is None:
                whole = whole[: cut.at] + "".join(reversed(cut.open))
                continue
            resumed = next_one.start() + (cut.open[-1] == "]")
            whole = whole[: cut.at] + whole[resumed:]
            shift += resumed - cut.at
        else:
            if rest := whole[end:].strip():
                line = text.count("\n", 0, len(text.rstrip()) - len(rest)) + 1
                problems.append(Problem(line, f"text behind the JSON left out: “{brief(rest)}”"))
            if twice:
                told = f"keys that objects have twice ({len(twice)}): the last taken: “{twice[0]}”"
                problems.append(Problem(0, told))
            return Salvaged(value, tuple(problems))
    return Salvaged(None, tuple(problems))


def _last_whole(text: str, broken_at: int) -> _Cut:
    opened: list[str] = []
    cut = _Cut(0, ())
    for token in _TOKEN.finditer(text, 0, broken_at):
        mark = token[0]
        if mark in _CLOSER:
            opened.append(_CLOSER[mark])
        elif mark == ",":
            cut = _Cut(token.start(), tuple(opened))
        elif mark in "}]":
            opened.pop()
            cut = _Cut(token.end(), tuple(opened))
    return cut if cut.open else _Cut(0, ())


def _given_up(cut: _Cut) -> str:
    return "all from here on left out" if cut.at else "nothing could be read"
