"""Turns as lines: with a gutter and wrapped for a terminal, bare and greppable for a pipe."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rich.cells import cell_len

from tui_reader.cli.console import BOLD, DIM, Console, speaker_style
from tui_reader.model import Turn
from tui_reader.timecode import format_clock, format_stamp
from tui_reader.wrap import clip, wrap

__all__ = ["Layout", "plain_turn", "rows"]

_NARROW: Final = 60
"""Below this many columns a speaker stands above the words instead of beside them."""

_WIDEST_NAME: Final = 18
_CLOCK: Final = 8
_GAP: Final = "  "
_CUT: Final = " … "
"""Stands between the gutter and the words where a turn is not printed from its beginning."""

_SHORT: Final = 6
"""A turn of so many rows is never cut down to what is near the hits."""

Row = tuple[int, int]
Spans = Sequence[tuple[int, int]]


def plain_turn(turn: Turn) -> str:
    """`[h:mm:ss] Speaker: text` on one line, without the parts that are not known."""
    time = f"[{format_stamp(turn.start)}] " if turn.start is not None else ""
    speaker = f"{turn.speaker}: " if turn.speaker else ""
    return f"{time}{speaker}{' '.join(turn.text.split())}"


def rows(text: str, width: int) -> list[Row]:
    """The rows of `text` at `width` cells, as offsets, without the spaces they break at."""
    starts = wrap(text, max(width, 8))
    ends = [*starts[1:], len(text)]
    return [(a, a + len(text[a:b].rstrip())) for a, b in zip(starts, ends, strict=True)]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the turns of one transcript stand on a terminal: which columns there are, how wide."""

    console: Console
    times: bool
    names: int

    @classmethod
    def of(cls, console: Console, turns: Sequence[Turn]) -> "Layout":
        """The columns that `turns` need."""
        names = {turn.speaker for turn in turns if turn.speaker}
        widest = max(map(cell_len, names), default=0)
        times = any(turn.start is not None for turn in turns)
        return cls(console, times, min(widest, _WIDEST_NAME))

    def whole(self, turn: Turn) -> Iterator[str]:
        """The lines of a turn."""
        yield from self._piece(turn, rows(turn.text, self._room), ())

    def excerpt(self, turn: Turn, spans: Spans) -> Iterator[str]:
        """The lines of a turn that are near a hit, each piece with the time it begins at.

        Where nothing in the text is a hit, the lines it begins with.
        """
        for piece in _near(rows(turn.text, self._room), spans):
            yield from self._piece(turn, piece, spans)

    def _piece(self, turn: Turn, piece: Sequence[Row], spans: Spans) -> Iterator[str]:
        """The rows of a piece, behind its time and speaker or, on narrow terminals, below."""
        text = turn.text
        begin, end = piece[0][0], piece[-1][1]
        gutter = self._gutter(turn, begin)
        if self._stacked:
            yield gutter.rstrip()
        indent = " " * self._indent
        before = indent if self._stacked else gutter
        if begin:
            before = before[: -len(_CUT)] + _CUT
        for first, last in piece:
            row = self.console.highlight(text, first, last, spans)
            after = " …" if last == end < len(text) else ""
            yield (before + row + after).rstrip()
            before = indent

    def _gutter(self, turn: Turn, offset: int) -> str:
        """When the words at `offset` were said, and by whom."""
        columns = []
        if self.times:
            time = turn.time_at(offset)
            clock = format_clock(time) if time is not None else ""
            columns.append(self.console.paint(f"{clock:>{_CLOCK}}", DIM))
        if self.names:
            whole_row = self.console.width - _CLOCK - len(_GAP)
            name = clip(turn.speaker or "", max(1, whole_row if self._stacked else self.names))
            style = f"{BOLD};{speaker_style(turn.speaker or '')}"
            padding = " " * (self.names - cell_len(name))
            columns.append(self.console.paint(name, style) + padding)
        return _GAP.join(columns) + " " * len(_CUT) if columns else ""

    @property
    def _stacked(self) -> bool:
        return self.console.width < _NARROW and bool(self.times or self.names)

    @property
    def _indent(self) -> int:
        if self._stacked:
            return len(_CUT)
        widths = [width for width in (_CLOCK * self.times, self.names) if width]
        return sum(widths) + len(_GAP) * (len(widths) - 1) + len(_CUT) if widths else 0

    @property
    def _room(self) -> int:
        return self.console.width - self._indent - len(" …")


def _near(all_rows: list[Row], spans: Spans) -> Iterator[list[Row]]:
    """Runs of rows that hold a hit or stand beside one that does."""
    if len(all_rows) <= _SHORT:
        yield all_rows
        return
    hits = {n for n, (a, b) in enumerate(all_rows) if any(x < b and a < y for x, y in spans)}
    near = {n + d for n in hits or {0} for d in (-1, 0, 1)}
    for kept, run in groupby(enumerate(all_rows), key=lambda numbered: numbered[0] in near):
        words = [row for _, row in run if row[0] < row[1]]
        if kept and words:
            yield words
