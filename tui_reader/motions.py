"""Moving through a transcript by what is in it: turns, a speaker's turns, sections.

Every motion takes a place and answers with another, or None where there is nowhere further to go.
"""

from collections.abc import Callable
from typing import Literal, TypeAlias

from tui_reader.model import Place, Transcript

__all__ = ["Direction", "Motion", "next_section", "next_turn", "next_turn_of_speaker"]

Direction: TypeAlias = Literal[1, -1]
Motion: TypeAlias = Callable[[Transcript, Place, Direction], Place | None]


def next_turn(transcript: Transcript, here: Place, direction: Direction) -> Place | None:
    """The start of the next turn; backwards, of this one first where one is inside it."""
    if direction < 0 and here.offset > 0 and here.turn >= 0:
        return Place(here.turn)
    return _turn(transcript, here.turn + direction)


def next_turn_of_speaker(transcript: Transcript, here: Place, direction: Direction) -> Place | None:
    """The start of the next turn of who is speaking here.

    Where nobody is named here, the next turn of anybody who is.
    """
    turns = transcript.turns
    speaker = turns[here.turn].speaker if 0 <= here.turn < len(turns) else None
    number = here.turn + direction
    while 0 <= number < len(turns):
        found = turns[number].speaker
        if found is not None and (speaker is None or found == speaker):
            return Place(number)
        number += direction
    return None


def next_section(transcript: Transcript, here: Place, direction: Direction) -> Place | None:
    """The first turn of the next section; backwards, of this one first where one is inside it."""
    starts = sorted(section.turn for section in transcript.sections)
    if direction > 0:
        found = next((turn for turn in starts if turn > here.turn), None)
    else:
        before = (turn for turn in reversed(starts) if Place(turn) < here)
        found = next(before, None)
    return None if found is None else _turn(transcript, found)


def _turn(transcript: Transcript, number: int) -> Place | None:
    return Place(number) if 0 <= number < len(transcript.turns) else None
