"""The text of a file as it is: only the rows in the window are ever made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.harmless import harmless
from tui_reader.motions import Direction
from tui_reader.source_text import SourceRow, SourceRows, SourceText
from tui_reader.sourcing import SourcePlace
from tui_reader.ui.keymap import Where, bindings
from tui_reader.ui.moving_rows import MovingRows
from tui_reader.ui.scrolling import set_rows
from tui_reader.ui.styling import layered

__all__ = ["SourceView"]

_MARKS = 4
"""The cells beside the number of a line: the mark of the place, and that of a problem."""

_TAB = "→"

_LEAD = 3
"""The place is shown below one part in so many of the window, for what stands before it."""


class SourceView(MovingRows, ScrollView, can_focus=True):
    """Shows a source, the line one is at, and below each line what was odd in it."""

    ALLOW_SELECT = False
    BINDINGS = bindings(Where.MOVE)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "source--number",
        "source--mark",
        "source--here",
        "source--problem",
    }
    """
    | class | what it styles |
    | :- | :- |
    | `source--number`, `--mark` | the gutter: a line's number, the mark of the place |
    | `source--here` | the words of the place one is at |
    | `source--problem` | what was odd, and its mark |
    """

    class Moved(Message):
        """One is at another line."""

    def __init__(self, source: SourceText, place: SourcePlace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.source = source
        self.place = place
        """The line that is highlighted."""
        self._rows: SourceRows | None = None

    @property
    def line(self) -> int:
        """The line one is at: that of the place, the top one where that is out of sight."""
        if self._rows is None or not len(self._rows):
            return self.place.line
        top = round(self.scroll_y)
        if top <= self._rows.row_of(*self.place) < top + self.size.height:
            return self.place.line
        return self._rows.row(min(top, len(self._rows) - 1)).line

    # Moving

    def go_to(self, place: SourcePlace) -> None:
        """Be at a place, in the upper third of the window."""
        self.place = place
        if self._rows is not None:
            self.scroll_to_row(self._rows.row_of(*place) - self.size.height // _LEAD)
        self.refresh()
        self.post_message(self.Moved())

    def go_to_problem(self, direction: Direction) -> bool:
        """Be at the next line with a problem, or the one before; whether there is one."""
        odd = self.source.odd
        here = self.line
        item = bisect_right(odd, here) if direction > 0 else bisect_left(odd, here) - 1
        if not 0 <= item < len(odd):
            return False
        self.go_to(SourcePlace(odd[item]))
        return True

    def scroll_to_row(self, y: int) -> None:
        """Have a row on top of the window, if that can be."""
        self.scroll_to(y=max(0, min(y, self.max_scroll_y)), animate=False)

    def action_edge(self, direction: int) -> None:
        """Go to the top or the bottom."""
        self.scroll_to_row(0 if direction < 0 else self.max_scroll_y)

    def on_resize(self) -> None:
        """Cut the lines to the new width, and keep the place where it is seen."""
        width = max(2, self.scrollable_content_region.width - self._gutter)
        if self._rows is not None and self._rows.width == width:
            return
        self._rows = SourceRows(self.source, width)
        set_rows(self, self.size.width, len(self._rows))
        self.go_to(self.place)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that another line is on top."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    # Painting

    @property
    def _gutter(self) -> int:
        return len(str(len(self.source))) + _MARKS + 1

    def render_line(self, y: int) -> Strip:
        """A row of the window."""
        number, width = round(self.scroll_y) + y, self.scrollable_content_region.width
        if self._rows is None or number >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows.row(number)
        segments = self._message(row) if row.message else self._text(row, number)
        return Strip(segments).extend_cell_length(width, self.rich_style).crop(0, width)

    def _message(self, row: SourceRow) -> list[Segment]:
        mark = "! " if not row.start else "  "
        style = layered(self, "source--problem")
        text = harmless(row.message[row.start : row.end]).replace("\n", " ")
        return [Segment(f"{mark:>{self._gutter}}{text}", style)]

    def _text(self, row: SourceRow, number: int) -> list[Segment]:
        rows = self._rows
        begins = row.start == 0
        at = rows is not None and number == rows.row_of(*self.place)
        told = f"{row.line if begins else '':>{self._gutter - _MARKS - 1}} "
        odd = "! " if begins and row.line in self.source.messages else "  "
        text = harmless(self.source.piece(row.line, row.start, row.end)).replace("\t", _TAB)
        style = self.rich_style
        if row.line == self.place.line and (at or self._is_short(row.line)):
            style = layered(self, "source--here")
        return [
            Segment("▸ " if at else "  ", layered(self, "source--mark")),
            Segment(told, layered(self, "source--number")),
            Segment(odd, layered(self, "source--problem")),
            Segment(text, style),
            Segment(" " * max(0, (rows.width if rows else 0) - cell_len(text)), style),
        ]

    def _is_short(self, line: int) -> bool:
        """Whether a line can be highlighted whole, without filling the window."""
        room = self.size.width * max(1, self.size.height // _LEAD)
        return self.source.length(line) < room
