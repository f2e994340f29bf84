"""The text of a file as it is, in rows of a given width, with what was odd below each line.

      12   <v Ada>Good morning from the
           allotment.
      13 ! nonsense --> 00:03.000
           a time that cannot be read: its words kept …

Rows break at spaces. In a long line, and in a long text, they are cut after so many characters,
wherever that is: so every row is known without looking at the line.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from rich.cells import get_character_cell_size

from tui_reader.harmless import harmless
from tui_reader.model import Problem
from tui_reader.wrap import is_narrow, wrap

__all__ = ["SourceRow", "SourceRows", "SourceText"]

_MESSAGE_LEAST: Final = 8

_LONG_LINE: Final = 10_000
_LONG_TEXT: Final = 1_000_000
"""Characters from which on nobody waits for words to be kept whole."""


class SourceText:
    """`text` and its lines. Lines count from 1; line 0 is the file as a whole, and empty."""

    def __init__(self, text: str, problems: Iterable[Problem] = ()) -> None:
        lines = text.split("\n")
        if len(lines) > 1 and not lines[-1]:
            lines.pop()
        self.text = text
        self.starts = array("q", accumulate((len(line) + 1 for line in lines), initial=0))
        self.wide = frozenset[int]() if text.isascii() else _wide(lines)
        self.messages: dict[int, list[str]] = {}
        """What was odd, by the line it was met on."""
        for line, message in sorted(problems):
            self.messages.setdefault(max(0, min(line, len(lines))), []).append(message)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def length(self, line: int) -> int:
        """How many characters a line has."""
        return self.starts[line] - self.starts[line - 1] - 1

    def piece(self, line: int, start: int, end: int) -> str:
        """Some characters of a line."""
        return self.text[self.starts[line - 1] + start : self.starts[line - 1] + end]

    @property
    def odd(self) -> Sequence[int]:
        """The lines on which something odd was met."""
        return list(self.messages)


def _wide(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that have characters of two cells."""
    return frozenset(
        number
        for number, line in enumerate(lines, start=1)
        if not is_narrow(line) and any(get_character_cell_size(char) > 1 for char in set(line))
    )


class SourceRow(NamedTuple):
    """The characters `start` to `end` of a line, or of a message about it where there is one."""

    line: int
    start: int
    end: int
    message: str = ""


class SourceRows:
    """The rows of `source` at `width` cells."""

    def __init__(self, source: SourceText, width: int) -> None:
        self.source = source
        self.width = max(2, width)
        self._starts = self._wrapped() if len(source.text) < _LONG_TEXT else {}
        """Where the rows of a line begin, of those that are broken at spaces."""
        self._messages = {
            line: [row for message in messages for row in self._message_rows(line, message)]
            for line, messages in source.messages.items()
        }
        heights = [len(self._messages.get(0, ())), *self._heights()]
        for line, rows in self._messages.items():
            heights[line] += len(rows) if line else 0
        self._first = array("q", accumulate(heights, initial=0))

    def __len__(self) -> int:
        return self._first[-1]

    def _heights(self) -> list[int]:
        """How many rows the characters of each line take."""
        width, wide = self.width, self.source.wide
        heights = [
            max(1, -(-(end - start - 1) // width)) for start, end in pairwise(self.source.starts)
        ]
        for line in wide:
            heights[line - 1] = max(1, -(-self.source.length(line) // self._step(line)))
        for line, starts in self._starts.items():
            heights[line - 1] = len(starts)
        return heights

    def _wrapped(self) -> dict[int, list[int]]:
        """Where the rows begin of the lines that are longer than one row, but not too long."""
        source, starts = self.source, {}
        for line in range(1, len(source) + 1):
            length = source.length(line)
            if self._step(line) < length < _LONG_LINE:
                text = harmless(source.piece(line, 0, length)).replace("\t", " ")
                # Spaces at the end of a line, which no turn has, begin no row of their own.
                starts[line] = [start for start in wrap(text, self.width) if start < length]
        return starts

    def _step(self, line: int) -> int:
        """The characters of a line that have room on a row, whatever they are."""
        return self.width // 2 if line in self.source.wide else self.width

    def _message_rows(self, line: int, message: str) -> Iterable[SourceRow]:
        starts = wrap(message, max(_MESSAGE_LEAST, self.width))
        for start, end in pairwise([*starts, len(message)]):
            yield SourceRow(line, start, end, message)

    def row(self, y: int) -> SourceRow:
        """What stands on row `y`."""
        line = bisect_right(self._first, y) - 1
        messages = self._messages.get(line, [])
        text_rows = self._first[line + 1] - self._first[line] - len(messages)
        at = y - self._first[line]
        if at >= text_rows:
            return messages[at - text_rows]
        if starts := self._starts.get(line):
            end = starts[at + 1] if at + 1 < len(starts) else self.source.length(line)
            return SourceRow(line, starts[at], end)
        step = self._step(line)
        return SourceRow(line, at * step, min((at + 1) * step, self.source.length(line)))

    def row_of(self, line: int, column: int = 0) -> int:
        """The row on which a character of a line stands; of line 0, the first message."""
        line = max(0, min(line, len(self.source)))
        if not line:
            return 0
        column = max(0, min(column, self.source.length(line) - 1))
        if starts := self._starts.get(line):
            return self._first[line] + bisect_right(starts, column) - 1
        return self._first[line] + column // self._step(line)
