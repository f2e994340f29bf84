"""The rows of the panel of speakers: who speaks how much, and who somebody may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui_reader.counting import counted
from tui_reader.timecode import format_clock
from tui_reader.wrap import clip, wrap

if TYPE_CHECKING:
    from rich.segment import Segment

    from tui_reader.people.gathering import Person
    from tui_reader.people.suggestion import Suggestion
    from tui_reader.ui.roll import Roll, Speaking
    from tui_reader.ui.styling import Brush

__all__ = ["EverybodyRows", "SpeakerRows"]

_ROOMY = 56
"""In so many cells there is room for turns and words."""

_WIDE = 76
"""In so many cells there is room for the words of everybody too, by which they are sorted."""

_LONGEST = 26
_EIGHTHS = " ▏▎▍▌▋▊▉█"


class _Rows:
    """Rows of which some are items, in order. A row is an item, and a line of it from 0."""

    def __init__(self, items: list[tuple[int | None, int]]) -> None:
        self._of = items
        self._first: dict[int, int] = {}
        self._last: dict[int, int] = {}
        for row, (item, _) in enumerate(items):
            if item is not None:
                self._first.setdefault(item, row)
                self._last[item] = row
        self.cursor = 0

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._of)

    def __len__(self) -> int:
        """How many items there are."""
        return len(self._first)

    def item_at(self, row: int) -> int | None:
        """The item on a row."""
        return self._of[row][0] if 0 <= row < len(self._of) else None

    def extent(self, item: int) -> tuple[int, int]:
        """The rows of an item; the first one's begin at the top."""
        return self._first.get(item, 0) if item else 0, self._last.get(item, 0) + 1

    def is_at_cursor(self, row: int) -> bool:
        """Whether a row is of the item at the cursor."""
        return self.item_at(row) == self.cursor


class SpeakerRows(_Rows):
    """Those who speak in an episode, and below them what is suggested."""

    def __init__(self, roll: Roll) -> None:
        self.roll = roll
        self._longest = _longest(row.name for row in roll.here)
        count = len(roll.here)
        items: list[tuple[int | None, int]] = [(number, 0) for number in range(count)]
        if roll.suggestions or roll.is_looking:
            items += [(None, 0), (None, 1)]
        for number in range(len(roll.suggestions)):
            items += [(count + number, 0), (count + number, 1)]
        super().__init__(items)

    @property
    def speaker(self) -> Speaking | None:
        """Who is at the cursor."""
        return self.roll.here[self.cursor] if self.cursor < len(self.roll.here) else None

    @property
    def suggestion(self) -> Suggestion | None:
        """What is suggested at the cursor."""
        number = self.cursor - len(self.roll.here)
        return self.roll.suggestions[number] if 0 <= number < len(self.roll.suggestions) else None

    def paint(self, row: int, width: int, brush: Brush) -> Iterator[Segment]:
        """A speaker, a suggestion, or what stands between."""
        item, line = self._of[row]
        if item is None:
            looking = "Looking for who may be who …" if self.roll.is_looking else "May be the same"
            text = "" if line == 0 else looking
            yield brush.piece(clip(text, width), "people--heading")
        elif item < len(self.roll.here):
            yield from self._speaker(item, width, brush)
        else:
            found = self.roll.suggestions[item - len(self.roll.here)]
            yield from _suggestion(found, line, width, brush)

    def _speaker(self, number: int, width: int, brush: Brush) -> Iterator[Segment]:
        who = self.roll.here[number]
        mark = "●" if who.is_only else "–" if who.is_hidden else " "
        digit = f"{number + 1}" if number < 9 else " "
        yield brush.piece(f"{digit} {mark} ", "people--facts")
        part = f"{who.part:>5.0%} "
        room = max(6, width - 4 - len(part))
        name_room = min(self._longest, _LONGEST, max(6, room - 6))
        name = clip(who.name, name_room)
        yield brush.name(name + " " * (name_room - cell_len(name)), who.name)
        facts = _facts(who) if width >= _ROOMY else ""
        yield brush.piece(f"{facts}{part}", "people--facts")
        bar = max(0, room - name_room - len(facts))
        yield brush.name(_bar(who.part, min(bar, 24)), who.name)


class EverybodyRows(_Rows):
    """Those who speak in the library."""

    def __init__(self, everybody: Sequence[Person]) -> None:
        self.everybody = everybody
        self._longest = _longest(person.name for person in everybody)
        super().__init__([(number, 0) for number in range(len(everybody))])

    @property
    def person(self) -> Person | None:
        """Who is at the cursor."""
        return self.everybody[self.cursor] if len(self) else None

    def paint(self, row: int, width: int, brush: Brush) -> Iterator[Segment]:
        """Somebody, in how many episodes they speak, and how much."""
        person = self.everybody[row]
        facts = f"{person.episodes:>5,}"
        if width >= _ROOMY:
            facts = f"{counted(person.episodes, 'episode'):>13}"
            time = "" if person.ms is None else format_clock(person.ms)
            words = f"{counted(person.words, 'word'):>16}" if width >= _WIDE else ""
            facts += f"{counted(person.turns, 'turn'):>15}{words}{time:>11}"
        room = max(6, width - len(facts) - 1)
        name_room = min(room, max(self._longest, 6))
        name = clip(person.name, name_room)
        yield brush.name(name + " " * (name_room - cell_len(name)), person.name)
        yield brush.piece(facts, "people--facts")


def _facts(who: Speaking) -> str:
    share = who.share
    return f"{counted(share.turns, 'turn'):>12}{counted(share.words, 'word'):>14}"


def _suggestion(found: Suggestion, line: int, width: int, brush: Brush) -> Iterator[Segment]:
    if line:
        ends = [*wrap(found.reason, max(8, width - 4)), len(found.reason)]
        cut = found.reason if len(ends) == 2 else clip(found.reason, max(8, width - 4))
        yield brush.piece(f"    {cut}", "people--facts")
        return
    room = max(8, width - 8)
    label = clip(found.label, room // 2)
    yield brush.piece("  ? ", "people--facts")
    yield brush.name(label, found.label)
    yield brush.piece(" is ", "people--facts")
    yield brush.name(clip(found.name, max(3, room - cell_len(label))), found.name)


def _bar(part: float, width: int) -> str:
    """A bar over so many cells, in eighths of a cell; a sliver for very little."""
    eighths = round(part * width * 8)
    if part > 0 and width:
        eighths = max(1, eighths)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def _longest(names: Iterator[str]) -> int:
    return max(map(cell_len, names), default=0)
