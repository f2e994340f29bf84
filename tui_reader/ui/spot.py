"""What the transcript pane shows, exactly, so that it can be shown again."""

from typing import NamedTuple

from tui_reader.model import Place

__all__ = ["Spot"]


class Spot(NamedTuple):
    """The place one is at, and the row on top of the window at a width in cells.

    `cursor` is the place as (block, character) of the page, which `filtered` may have made another.
    """

    place: Place
    cursor: tuple[int, int]
    y: int
    width: int
    filtered: bool
