"""Moving through a page by what is in it: turns, a speaker's turns, sections.

Every motion takes a place and answers with another, or None where there is nowhere further to go.
None leads to a turn that the page does not show.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from tui_reader.model import Place
from tui_reader.page import Page

__all__ = ["Direction", "Motion", "next_section", "next_turn", "next_turn_of_speaker"]

Direction: TypeAlias = Literal[1, -1]
Motion: TypeAlias = Callable[[Page, Place, Direction], Place | None]


def next_turn(page: Page, here: Place, direction: Direction) -> Place | None:
    """The start of the next turn; backwards, of this one first where one is inside it."""
    inside = here.offset > 0 and here.turn >= 0
    after, before = _from(page.shown, here.turn, here_too=direction < 0 and inside)
    return _turn(page.shown, after if direction > 0 else before)


def next_turn_of_speaker(page: Page, here: Place, direction: Direction) -> Place | None:
    """The start of the next turn of who is speaking here.

    Where nobody is named here, the next turn of anybody who is.
    """
    turns, shown = page.transcript.turns, page.shown
    speaker = turns[here.turn].speaker if 0 <= here.turn < len(turns) else None
    after, before = _from(shown, here.turn)
    index = after if direction > 0 else before
    while 0 <= index < len(shown):
        found = turns[shown[index]].speaker
        if found is not None and (speaker is None or found == speaker):
            return Place(shown[index])
        index += direction
    return None


def next_section(page: Page, here: Place, direction: Direction) -> Place | None:
    """The first turn of the next section; backwards, of this one first where one is inside it."""
    firsts = {bisect_left(page.shown, section.turn) for section in page.transcript.sections}
    starts = [place for index in sorted(firsts) if (place := _turn(page.shown, index))]
    if direction > 0:
        return next((place for place in starts if place.turn > here.turn), None)
    return next((place for place in reversed(starts) if place < here), None)


def _from(shown: Sequence[int], turn: int, *, here_too: bool = False) -> tuple[int, int]:
    """The index of the first turn shown after `turn` and of the last before it, or at it."""
    after = bisect_right(shown, turn)
    return after, (after if here_too else bisect_left(shown, turn)) - 1


def _turn(shown: Sequence[int], index: int) -> Place | None:
    return Place(shown[index]) if 0 <= index < len(shown) else None
