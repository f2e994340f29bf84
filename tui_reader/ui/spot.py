"""What the transcript pane shows, exactly, so that it can be shown again."""

from typing import NamedTuple

__all__ = ["Spot"]


class Spot(NamedTuple):
    """The (block, character) one is at, and the row on top of the window at a width in cells."""

    cursor: tuple[int, int]
    y: int
    width: int
