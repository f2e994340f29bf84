"""How many lines in the shape of a format it takes to believe in it."""

from collections.abc import Sequence
from typing import Final

__all__ = ["are_enough", "filled"]

_MANY: Final = 5
_SHARE: Final = 0.2
_LOOKED_AT: Final = 400


def are_enough(found: int, among: int, share: float = 0.0) -> bool:
    """Whether `found` of `among` lines make a format: five, or two that are more than a fifth.

    `share` is how many of all they have to be, where the shape alone is common elsewhere.
    """
    most = found >= _MANY or (found >= 2 and found > _SHARE * among)
    return most and found >= share * among


def filled(head: str) -> Sequence[str]:
    """The first lines of `head` that are not blank, as many as are worth a look."""
    return [line for line in head.split("\n") if line.strip()][:_LOOKED_AT]
