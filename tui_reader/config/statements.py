"""The statements of a TOML file by their lines: what `tomllib` reads, it does not tell where."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

__all__ = ["Statement", "paths", "statements"]

_PART: Final = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_HEADER: Final = re.compile(rf"\s*\[{{1,2}}\s*({_PART}(?:\s*\.\s*{_PART})*)?")
_KEY: Final = re.compile(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")


class Statement(NamedTuple):
    """A header or a setting: the line it begins on (from 0), and its name."""

    line: int
    name: str
    is_header: bool


def statements(lines: Sequence[str]) -> Iterator[Statement]:
    """The statements in order. A line inside a text of several lines may be taken for one."""
    for number, line in enumerate(lines):
        key = _KEY.match(line)
        if key is not None:
            yield Statement(number, _name(key[1]), False)
        elif line.startswith("["):
            header = _HEADER.match(line)
            yield Statement(number, _name(header[1] or "") if header else "", True)
        elif line[:1].isalpha():
            yield Statement(number, _name(line.split()[0]), False)


def paths(lines: Sequence[str]) -> dict[str, int]:
    """The line, from 1, of everything that has a name: `screen`, `screen.theme`."""
    found: dict[str, int] = {}
    section = ""
    for statement in statements(lines):
        if statement.is_header:
            section = statement.name
        within = section and not statement.is_header
        path = f"{section}.{statement.name}" if within else statement.name
        found.setdefault(path, statement.line + 1)
        found.setdefault(path.partition(".")[0], statement.line + 1)
    return found


def _name(written: str) -> str:
    """A name without the quotes and blanks it may be written with."""
    return ".".join(part.strip().strip("\"'") for part in written.split("."))
