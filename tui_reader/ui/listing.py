"""What a list shows: rows to be painted, and the items on them that a cursor goes along."""

from collections.abc import Iterable
from typing import Protocol

from rich.segment import Segment

from tui_reader.ui.styling import Brush

__all__ = ["Listing"]


class Listing(Protocol):
    """Any number of items, of which a list paints the rows in its window. `cursor` is at one."""

    cursor: int

    @property
    def rows(self) -> int:
        """How many rows there are."""

    def __len__(self) -> int:
        """How many items there are."""

    def item_at(self, row: int) -> int | None:
        """The item that a row is about."""

    def extent(self, item: int) -> tuple[int, int]:
        """The rows, from and up to, that are to be in sight when the cursor is at an item."""

    def is_at_cursor(self, row: int) -> bool:
        """Whether the cursor is on a row."""

    def paint(self, row: int, width: int, brush: Brush) -> Iterable[Segment]:
        """The pieces of a row."""
