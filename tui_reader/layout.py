"""A page at a width: which characters of which block stand on which row.

    ▸ 04:37  Omer   ▎ Over the past years things have happened
                    ▎ for me as well.
    ╰mark╰time ╰name╰rule and text

Where that leaves too little for the text, time and name stand on a row of their own above it.
Rows count from 0 over the whole page. Widths are terminal cells.
"""

from bisect import bisect_right
from enum import Enum
from typing import Final, NamedTuple

from rich.cells import cell_len

from tui_reader.model import Mark, Turn
from tui_reader.page import Block, Kind, Page
from tui_reader.timecode import format_clock
from tui_reader.wrap import PARAGRAPH, wrap

__all__ = ["USUAL_WIDTH", "Columns", "Gutter", "Layout", "Row", "RowKind", "text_width_after"]

USUAL_WIDTH: Final = 92
"""The cells a row of text has at most, where nobody wants it otherwise."""

_MARK: Final = 3
_RULE: Final = 2
_MARGIN: Final = 1
_NAME_MOST: Final = 16
_TEXT_LEAST: Final = 40
_SHORT_TURN: Final = 1

_STEP: Final = 4
_LEAST_WIDTH: Final = 24
_MOST_WIDTH: Final = 200


class Gutter(Enum):
    """Which times stand beside the text."""

    TURN = "turn"
    CUE = "cue"
    NONE = "none"

    @property
    def next(self) -> "Gutter":
        """The one that comes after, round and round."""
        every = list(Gutter)
        return every[(every.index(self) + 1) % len(every)]


class Columns(NamedTuple):
    """Where things stand in a row, in cells. A width of 0 means that the column is not there.

    `time` and `name` include the space that follows them; `indent` is where the text begins.
    """

    time: int
    name: int
    rule: int
    text: int
    indent: int
    stacked: bool

    @classmethod
    def fit(cls, page: Page, width: int, gutter: Gutter, text_width: int) -> "Columns":
        """The columns for a page at `width`, side by side where the text keeps enough room.

        The text takes no more than `text_width`.
        """
        transcript = page.transcript
        timed = transcript.timed and gutter is not Gutter.NONE
        time = len(format_clock(transcript.duration or 0)) + 2 if timed else 0
        names = [cell_len(name) for name in transcript.speakers]
        name = min(max(names), _NAME_MOST) + 1 if names else 0
        rule = _RULE if names else 0
        indent = _MARK + time + name + rule
        stacked = bool(time or name) and width - indent - _MARGIN < _TEXT_LEAST
        if stacked:
            indent = _MARK + rule
        text = max(1, min(width - indent - _MARGIN, text_width))
        return cls(time, name, rule, text, indent, stacked)

    def spare(self, width: int) -> int:
        """The cells of so many beside the text that nothing ever stands in."""
        return width - self.indent - self.text - _MARGIN


class RowKind(Enum):
    """What a row holds."""

    TEXT = 0
    GAP = -1
    HEAD = -2


class Row(NamedTuple):
    """A row of the page: the characters `start` to `end` of a block.

    `first` says that the block's text begins here. A gap and a head hold no text of the block.
    """

    kind: RowKind
    block: int
    start: int
    end: int
    first: bool


_GAP: Final = RowKind.GAP.value
_HEAD: Final = RowKind.HEAD.value
_ONE_ROW: Final = [0]


class Layout:
    """The rows of `page` at `width` cells, with what `gutter` asks for beside the text.

    The text has at most `text_width` of the cells.
    """

    def __init__(
        self,
        page: Page,
        width: int,
        gutter: Gutter = Gutter.TURN,
        text_width: int = USUAL_WIDTH,
    ) -> None:
        self.page = page
        self.width = width
        self.gutter = gutter
        self.text_width = text_width
        self.columns = Columns.fit(page, width, gutter, text_width)
        self._first: list[int] = []
        self._starts: list[int] = []
        self._lay_out(page.blocks)

    def __len__(self) -> int:
        return len(self._starts)

    def _lay_out(self, blocks: tuple[Block, ...]) -> None:
        """Wrap every block. Runs at every resize, over thousands of turns: hence the plain loop."""
        columns = self.columns
        stacked, text_width = columns.stacked, columns.text
        full_width = max(1, min(self.width - _MARK - _MARGIN, self.text_width))
        item_width = max(1, full_width - 2)
        timed = columns.time > 0
        first, starts = self._first, self._starts
        turn_kind, item_kind, skipped = Kind.TURN, Kind.NOTE_ITEM, Kind.SKIPPED
        before, was_long = None, True
        for block in blocks:
            text, kind = block.text, block.kind
            if kind is turn_kind:
                width = text_width
            else:
                width = item_width if kind is item_kind else full_width
            if block.narrow and len(text) <= width and "\n" not in text:
                rows = _ONE_ROW
            else:
                rows = wrap(text, width, narrow=block.narrow)
            is_long = len(rows) > _SHORT_TURN
            first.append(len(starts))
            if before is not None and (
                (kind is not skipped and before is not skipped)
                if kind is not before
                else (kind is not item_kind and (stacked or is_long or was_long))
            ):
                starts.append(_GAP)
            if stacked and kind is turn_kind and (timed or block.name):
                starts.append(_HEAD)
            starts += rows
            before, was_long = kind, is_long
        first.append(len(starts))

    def row(self, y: int) -> Row:
        """What stands on row `y`."""
        block = bisect_right(self._first, y) - 1
        start = self._starts[y]
        if start < 0:
            return Row(RowKind(start), block, 0, 0, False)
        if y + 1 < self._first[block + 1]:
            end = self._starts[y + 1]
        else:
            end = len(self.page.blocks[block].text)
        return Row(RowKind.TEXT, block, start, end, start == 0)

    def begins(self, row: Row) -> bool:
        """Whether a row is the first of its block, where the block's gutter begins."""
        if row.kind is RowKind.TEXT:
            return row.first and self._starts[self.top(row.block)] != _HEAD
        return row.kind is RowKind.HEAD

    def top(self, block: int) -> int:
        """The row on which a block begins, its head included, the gap above it not."""
        top = self._first[block]
        return top + (self._starts[top] == _GAP)

    def bottom(self, block: int) -> int:
        """The last row of a block."""
        return self._first[block + 1] - 1

    def row_of(self, block: int, offset: int) -> int:
        """The row that a character of a block stands on."""
        low, high = self.text_top(block), self._first[block + 1]
        return max(low, bisect_right(self._starts, offset, low, high) - 1)

    def text_top(self, block: int) -> int:
        """The row on which the text of a block begins, below its gap and head."""
        row = self._first[block]
        while self._starts[row] < 0:
            row += 1
        return row

    def position(self, y: int) -> tuple[int, int]:
        """The block and character that row `y` begins with."""
        row = self.row(max(0, min(y, len(self) - 1)))
        return row.block, row.start

    def time(self, row: Row) -> int | None:
        """The time to print beside a row, in milliseconds.

        At the start of a turn and of its paragraphs; with the gutter by cue, wherever one begins.
        """
        block = self.page.blocks[row.block]
        if block.kind is not Kind.TURN or not self.columns.time:
            return None
        turn = self.page.transcript.turns[block.turn]
        if row.first:
            return turn.start
        if self.gutter is Gutter.CUE:
            mark = first_mark(turn, row.start, row.end)
            return mark.time if mark else None
        begins_paragraph = turn.text[max(0, row.start - 2) : row.start] == PARAGRAPH
        mark = first_mark(turn, row.start, row.start + 1) if begins_paragraph else None
        return mark.time if mark else None


def first_mark(turn: Turn, start: int, end: int) -> Mark | None:
    """The first cue that begins between two characters of a turn, if any does."""
    index = bisect_right(turn.marks, start - 1, key=lambda mark: mark.offset)
    if index < len(turn.marks) and turn.marks[index].offset < end:
        return turn.marks[index]
    return None


def text_width_after(now: int, shown: int, step: int) -> int:
    """The width of the text some steps wider than `now`, or narrower where `step` is below 0.

    `shown` is as much of it as the window has room for: nobody sees the rest.
    """
    wider = (now if step > 0 else min(now, shown)) + step * _STEP
    return max(_LEAST_WIDTH, min(wider, _MOST_WIDTH))
