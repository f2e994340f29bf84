"""The rows of a list of results: what stands on each, and which of them a cursor can be on.

    No hits                     where nothing was found as it was typed
      kubernetes           41   what there is instead, to be looked for
    near spellings ─ 4          before the hits of a kind that is only similar
    Kubernetes and LLMs    29   an episode
     04:37 Omer … words …       up to three of its hits

Nothing here is of the length of the list: where a row is follows from the sums of the entries.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.ui.entries import Entries, Spotted

if TYPE_CHECKING:
    from tui_reader.widening.suggesting import Suggestion

__all__ = ["ResultRow", "ResultRows", "RowKind"]


class RowKind(Enum):
    """What stands on a row."""

    NOTHING = auto()
    SUGGESTION = auto()
    LABEL = auto()
    HEADING = auto()
    HIT = auto()


class ResultRow(NamedTuple):
    """A row: of suggestion `number`, else of entry `number`, and for a hit of which."""

    kind: RowKind
    number: int = 0
    hit: Spotted | None = None


class ResultRows:
    """The rows of `entries`, with `suggestions` above them.

    The items one can be at are the suggestions and then the hits, numbered from 0.
    """

    def __init__(self, entries: Entries, suggestions: Sequence[Suggestion] = ()) -> None:
        self.entries = entries
        self.suggestions = suggestions
        self._exact = bisect_left(
            range(len(entries)), True, key=lambda number: entries[number].kind is not None
        )
        self._front = 0 if self._exact else 1 + len(suggestions)
        self._labelled = [
            number
            for number in range(self._exact, len(entries))
            if number == self._exact or entries[number].kind is not entries[number - 1].kind
        ]
        """The entries with a label above them."""

    def __len__(self) -> int:
        """How many rows there are."""
        return self._top(len(self.entries))

    @property
    def items(self) -> int:
        """How many things there are that one can be at."""
        return self._offered + self.entries.shown

    @property
    def _offered(self) -> int:
        return max(0, self._front - 1)

    def _top(self, number: int) -> int:
        """The row at which an entry begins, its label included."""
        labels = bisect_left(self._labelled, number)
        return self._front + labels + number + self.entries.shown_before(number)

    def row(self, y: int) -> ResultRow:
        """What stands on row `y`, from 0."""
        if y < self._front:
            return ResultRow(RowKind.SUGGESTION, y - 1) if y else ResultRow(RowKind.NOTHING)
        number = bisect_right(range(len(self.entries)), y, key=self._top) - 1
        inside = y - self._top(number)
        if self._is_labelled(number):
            if not inside:
                return ResultRow(RowKind.LABEL, number)
            inside -= 1
        if not inside:
            return ResultRow(RowKind.HEADING, number)
        entry = self.entries[number]
        return ResultRow(RowKind.HIT, number, entry.spotted(entry.shown[inside - 1]))

    def _is_labelled(self, number: int) -> bool:
        index = bisect_left(self._labelled, number)
        return index < len(self._labelled) and self._labelled[index] == number

    def item_at(self, y: int) -> int | None:
        """The item that row `y` is of: of a heading its first hit, of a label none."""
        row = self.row(y)
        if row.kind is RowKind.SUGGESTION:
            return row.number
        if row.kind not in (RowKind.HEADING, RowKind.HIT):
            return None
        inside = y - self._top(row.number) - 1 - self._is_labelled(row.number)
        return self._offered + self.entries.shown_before(row.number) + max(0, inside)

    def extent(self, item: int) -> tuple[int, int]:
        """The rows, from and up to, that tell what an item is; its heading, where it is the next.

        The last of them is the item's own.
        """
        if item < self._offered:
            return (0 if not item else item + 1), item + 2
        shown = item - self._offered
        number = self.entries.entry_of(shown)
        inside = shown - self.entries.shown_before(number)
        first = self._top(number)
        own = first + self._is_labelled(number) + 1 + inside
        return (own if inside else first), own + 1

    def hit(self, item: int) -> Spotted | None:
        """The hit that an item is, None for a suggestion."""
        return None if item < self._offered else self.entries.of_shown(item - self._offered)

    def suggestion(self, item: int) -> Suggestion | None:
        """The suggestion that an item is, None for a hit."""
        return self.suggestions[item] if item < self._offered else None

    def find(self, hit: Spotted) -> int | None:
        """The item that is `hit`, or the last before it in its episode."""
        nearest = self.entries.nearest(hit)
        return None if nearest is None else self._offered + nearest

    @property
    def best(self) -> int:
        """The item to look at before the others: the best hit, else what to look for instead."""
        if not len(self.entries):
            return 0
        first = self.entries[0]
        return self.find(first.spotted(first.best)) or 0

    def hits_of_kind(self, number: int) -> int:
        """How many hits there are of the kind that begins with entry `number`."""
        return self.entries.hits_before(self._end(number)) - self.entries.hits_before(number)

    def others_of_kind(self, number: int) -> int:
        """How many more of that kind the list has no room for."""
        return sum(self.entries[n].others for n in range(number, self._end(number)))

    def _end(self, number: int) -> int:
        """The entry before which the kind ends that begins with entry `number`."""
        index = bisect_right(self._labelled, number)
        return self._labelled[index] if index < len(self._labelled) else len(self.entries)
