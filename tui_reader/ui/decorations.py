"""What stands in the margin of a page: the letters of marks, a pencil for a note, the selection."""

from collections.abc import Collection
from typing import NamedTuple

from tui_reader.layout import Layout
from tui_reader.marking.signs import NOTE
from tui_reader.model import Place

__all__ = ["Decorations", "lead"]

_SELECTED = "┃"
_HERE = "▸"
_WIDTH = 2


class Decorations(NamedTuple):
    """The places of marks with their letters, and the turns that have a note."""

    marks: tuple[tuple[Place, str], ...] = ()
    notes: frozenset[int] = frozenset()

    def signs(self, rows: Layout) -> dict[int, str]:
        """The signs of a page by row, at most one letter and a pencil each."""
        page = rows.page
        shown: Collection[int] = page.shown if isinstance(page.shown, range) else {*page.shown}
        signs: dict[int, str] = {}
        for place, letter in self.marks:
            if place.turn in shown:
                signs.setdefault(_row(rows, place), letter)
        for turn in self.notes:
            if turn in shown:
                row = _row(rows, Place(turn))
                signs[row] = signs.get(row, "") + NOTE
        return signs


def _row(rows: Layout, place: Place) -> int:
    """The row a place stands on; for the beginning of a turn, its head where it has one."""
    block, offset = rows.page.position(place)
    row = rows.row_of(block, offset)
    return rows.top(block) if row == rows.text_top(block) else row


def lead(*, here: bool, selected: bool, signs: str = "") -> str:
    """What stands before a row, in two cells: where one is, the selection, then the signs.

    A third is left blank, to tell a letter from the words behind it.
    """
    first = _HERE if here else _SELECTED if selected else ""
    return f"{first}{signs}"[:_WIDTH].ljust(_WIDTH + 1)
