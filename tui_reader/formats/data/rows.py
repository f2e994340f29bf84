"""Rows of fields, as a table writes them, with the line each begins on."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from tui_reader.lazily import pattern

__all__ = ["DELIMITERS", "Row", "rows"]

DELIMITERS: Final = (",", ";", "\t", "|")


class Row(NamedTuple):
    """The fields of one record, and its line from 1."""

    line: int
    fields: tuple[str, ...]


@cache
def _field(delimiter: str) -> re.Pattern[str]:
    """A field and what ends it; quotation marks that are never closed are characters like others.

    Between tabs people quote what is said, not fields: there they have to close on the line.
    """
    inside = '[^"\\n]' if delimiter == "\t" else '[^"]'
    end = rf"({re.escape(delimiter)}|\n|\Z)"
    return pattern(rf'[ ]*+"((?:{inside}|"")*+)"[ ]*+{end}|([^\n{re.escape(delimiter)}]*+){end}')


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows of `text` that are not blank; a quoted field may go over several lines."""
    fields: list[str] = []
    at, line, begun = 0, 1, 1
    field = _field(delimiter)
    while at < len(text):
        match = field.match(text, at)
        if match is None:
            return
        quoted, quoted_end, bare, bare_end = match.groups()
        fields.append(bare if quoted is None else quoted.replace('""', '"'))
        ended = bare_end if quoted is None else quoted_end
        line += text.count("\n", at, match.end())
        at = match.end()
        if ended != delimiter or at == len(text):
            if any(map(str.strip, fields)):
                yield Row(begun, tuple(fields))
            fields, begun = [], line
