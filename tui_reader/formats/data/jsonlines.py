"""JSON Lines: an object on each line."""

from typing import Any, Final

from tui_reader.formats.data.jsontext import BrokenJsonError, read_json
from tui_reader.formats.data.salvage import Salvaged
from tui_reader.lazily import pattern
from tui_reader.model import Problem

__all__ = ["are_lines", "read_lines"]

_LINES: Final = pattern(r"\s*\{[^\n]*\}[ \t]*\n\s*\{")
_BROKEN_LINES: Final = 50


def are_lines(text: str) -> bool:
    """Whether the first two lines of `text` look like an object each."""
    return _LINES.match(text) is not None


def read_lines(text: str) -> Salvaged:
    """The objects on the lines of `text`, and a problem for each line that is none."""
    values: list[Any] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            values.append(read_json(line)[0])
        except BrokenJsonError as error:
            if len(problems) < _BROKEN_LINES:
                told = f"a line that is no JSON ({error}) left out: “{line.strip()[:40]}”"
                problems.append(Problem(number, told))
    return Salvaged(values, tuple(problems))
