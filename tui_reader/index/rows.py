"""What the index tells of: turns as it keeps them, and turns that were found."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

__all__ = ["Abandoned", "Cancelled", "IndexedTurn", "Ranked", "Tally"]

Cancelled: TypeAlias = Callable[[], bool]
"""Whether nobody waits for the answer any more."""

Tally: TypeAlias = tuple[int, int, int, int]
"""An episode, how many of its turns were found, and the first and the last of them."""

Ranked: TypeAlias = tuple[int, int, float]
"""An episode, a turn of it that was found, and how relevant that is: the lower the better."""


class Abandoned(Exception):  # noqa: N818
    """A search that nobody waits for any more, or an index that has been closed."""


class IndexedTurn(NamedTuple):
    """A turn as the index keeps it: enough to show a hit without opening its file.

    `start` is in milliseconds.
    """

    speaker: str | None
    start: int | None
    line: int
    text: str
