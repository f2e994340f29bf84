"""Marks and notes as a list shows them: the title of each episode, and under it what was kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tui_reader.harmless import harmless_line
from tui_reader.marking.listing import speaker, title
from tui_reader.marking.signs import sign
from tui_reader.timecode import format_clock
from tui_reader.wrap import clip

if TYPE_CHECKING:
    from pathlib import Path

    from rich.segment import Segment

    from tui_reader.state.notebook import Entry
    from tui_reader.ui.styling import Brush

__all__ = ["NotesRows"]

_TITLE, _QUOTE, _TEXT = range(3)
_NAME_MOST = 14
_TIME = 9
_SHOWN = 400
"""So many characters of a text fill any row."""


class _Row(NamedTuple):
    item: int
    part: int


class NotesRows:
    """`entries`, arranged by episode. A mark takes a row, a note two."""

    def __init__(
        self,
        entries: Sequence[Entry] = (),
        lost: Collection[int] = (),
        gone: Collection[Path] = (),
    ) -> None:
        self.entries = entries
        self.cursor = 0
        self._lost = lost
        self._gone = gone
        self._rows: list[_Row] = []
        self._first: list[int] = []
        before = None
        for item, entry in enumerate(entries):
            self._first.append(len(self._rows))
            if entry.identity.path != before:
                self._rows.append(_Row(item, _TITLE))
                before = entry.identity.path
            self._rows.append(_Row(item, _QUOTE))
            if entry.text:
                self._rows.append(_Row(item, _TEXT))
        self._first.append(len(self._rows))

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.entries)

    @property
    def highlighted(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def find(self, number: int) -> int | None:
        """Where the entry with this id stands."""
        return next((item for item, one in enumerate(self.entries) if one.id == number), None)

    def item_at(self, row: int) -> int | None:
        """The entry on a row, or the first below a title."""
        return self._rows[row].item if 0 <= row < len(self._rows) else None

    def extent(self, item: int) -> tuple[int, int]:
        """The rows of an entry, with the title above it where it is the first."""
        return self._first[item], self._first[item + 1]

    def is_at_cursor(self, row: int) -> bool:
        """Whether the cursor is on a row."""
        item, part = self._rows[row]
        return item == self.cursor and part != _TITLE

    def problem(self, entry: Entry) -> str:
        """Why one cannot go to an entry, as far as that is known."""
        if entry.identity.path in self._gone:
            return "file gone"
        return "words gone" if entry.id in self._lost else ""

    def paint(self, row: int, width: int, brush: Brush) -> Iterator[Segment]:
        """The pieces of a row."""
        item, part = self._rows[row]
        entry = self.entries[item]
        if part == _TITLE:
            yield from self._title(entry, width, brush)
        elif part == _QUOTE:
            yield from self._quote(entry, width, brush)
        else:
            indent = 4 if width < 60 else 4 + _TIME
            text = harmless_line(entry.text[:_SHOWN])
            yield brush.piece(" " * indent, "notes--quote")
            yield brush.piece(clip(text, max(1, width - indent)), "notes--text")

    def _title(self, entry: Entry, width: int, brush: Brush) -> Iterator[Segment]:
        about = entry.identity
        name = clip(title(entry), width)
        yield brush.piece(name, "notes--title")
        facts = " · ".join(filter(None, (about.show, about.date)))
        room = width - cell_len(name) - 2
        if facts and room > 8:
            yield brush.piece(f"  {clip(harmless_line(facts), room)}", "notes--facts")

    def _quote(self, entry: Entry, width: int, brush: Brush) -> Iterator[Segment]:
        time = "" if entry.time is None else format_clock(entry.time)
        before = f"  {sign(entry)} {time:>{_TIME - 2}}  "
        yield brush.piece(before[:4], "notes--sign")
        yield brush.piece(before[4:], "notes--facts")
        left = width - len(before)
        if problem := self.problem(entry):
            yield brush.piece(f"{problem}  ", "notes--problem")
            left -= len(problem) + 2
        if (who := speaker(entry)) and left > 2:
            name = clip(harmless_line(who), max(1, min(_NAME_MOST, left // 3)))
            yield brush.name(f"{name}  ", who)
            left -= cell_len(name) + 2
        if left > 0:
            yield brush.piece(clip(harmless_line(entry.quote[:_SHOWN]), left), "notes--quote")
