"""Where a phrase may go on from one turn to the next: where nobody is named in either."""

from collections.abc import Mapping
from typing import Protocol

__all__ = ["Said", "following", "goes_on"]


class Said(Protocol):
    """A turn, however it is kept."""

    @property
    def text(self) -> str:
        """What was said."""

    @property
    def speaker(self) -> str | None:
        """Who said it."""


def goes_on(turn: Said, after: Said) -> bool:
    """Whether a phrase may begin in a turn and end in the one `after` it."""
    return not turn.speaker and not after.speaker


def following(turns: Mapping[int, Said], number: int) -> str:
    """The text that a phrase of a turn may go on in, as `Matcher.match` takes it."""
    after = turns.get(number + 1)
    return after.text if after is not None and goes_on(turns[number], after) else ""
