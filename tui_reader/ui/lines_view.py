"""Lines to read, thousands of them if need be: only those in the window are ever painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.ui.scrolling import set_rows
from tui_reader.ui.styling import layered
from tui_reader.wrap import clip, wrap

__all__ = ["Line", "LinesView"]

_LEAST = 12
"""The cells a text needs beside its label, which is cut where it leaves less."""


class Line(NamedTuple):
    """A line, with a label before it that the text does not run under. `look` is one of the parts.

    Text and label are shown as they are: there is no markup to fall for.
    """

    text: str = ""
    label: str = ""
    look: str = "text"


class _Row(NamedTuple):
    line: int
    start: int
    end: int


class LinesView(ScrollView, can_focus=True):
    """Shows lines, wrapped, as high as they are where there is room for that."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--text",
        "lines--title",
        "lines--heading",
        "lines--label",
        "lines--warning",
    }
    """
    | class | what it styles |
    | :- | :- |
    | `lines--text`, `--title`, `--heading`, `--warning` | the looks of a line |
    | `lines--label` | what stands before it |
    """

    def __init__(self, lines: Sequence[Line], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines = lines
        self._rows: list[_Row] = []
        self._width = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are, once `width` is known."""
        return sum(1 for _ in self._laid_out(width))

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines, from the first."""
        self._lines = lines
        self.scroll_to(y=0, animate=False)
        self.on_resize()

    def on_resize(self) -> None:
        """Wrap to the width there is."""
        self._width = self.scrollable_content_region.width
        self._rows = list(self._laid_out(self._width))
        set_rows(self, self.size.width, len(self._rows))
        self.refresh()

    def _laid_out(self, width: int) -> Iterator[_Row]:
        for number, line in enumerate(self._lines):
            room = max(_LEAST, width - cell_len(_label(line, width)))
            for start, end in pairwise([*wrap(line.text, room), len(line.text)]):
                yield _Row(number, start, end)

    def render_line(self, y: int) -> Strip:
        """A row of the window."""
        number, width = round(self.scroll_y) + y, self.scrollable_content_region.width
        if number >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[number]
        line = self._lines[row.line]
        label = _label(line, self._width)
        before = label if not row.start else " " * cell_len(label)
        text = line.text[row.start : row.end].replace("\n", " ")
        segments = [
            Segment(before, layered(self, "lines--label")),
            Segment(text, layered(self, f"lines--{line.look}")),
        ]
        return Strip(segments).extend_cell_length(width, self.rich_style).crop(0, width)


def _label(line: Line, width: int) -> str:
    """The label with what sets it off, cut where the text would have no room beside it."""
    if not line.label:
        return ""
    if cell_len(line.label) + 2 + _LEAST <= width:
        return f"{line.label}  "
    return f"{clip(line.label.strip(), max(1, width - 2 - _LEAST))}  "
