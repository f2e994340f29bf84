"""Times of captions as people and programs really write them."""

import re
from typing import Final, NamedTuple

from tui_reader.lazily import pattern

__all__ = ["STAMP", "Stamp", "stamp"]

STAMP: Final = (
    r"(-?)(?:(?:(\d{1,4})[ \t]*+:[ \t]*+)?(\d{1,4})[ \t]*+:[ \t]*+)?(\d{1,6})"
    r"(?:[ \t]*+(?:[.,][ \t]*+|:(?=\d{3}))(\d{1,9})|:\d{1,2}(?!\d))?"
)
"""A regular expression for one time, with the five groups that `stamp` takes.

Hours, or hours and minutes, may be missing, the fraction too; it is decimal, of any length. Behind
a colon three digits are milliseconds, two are frames of nobody knows what length: left aside.
"""

_ALONE: Final = pattern(STAMP, re.ASCII)


class Stamp(NamedTuple):
    """A time in milliseconds; `clear` says that it can be nothing but a time."""

    ms: int
    clear: bool

    @classmethod
    def read(cls, text: str) -> "Stamp | None":
        """The time that `text` is, and nothing else with it."""
        match = _ALONE.fullmatch(text.strip())
        return stamp(*match.groups()) if match else None


def stamp(
    sign: str, hours: str | None, minutes: str | None, secs: str, fraction: str | None
) -> Stamp | None:
    """The time that the groups of STAMP say, below zero behind a minus; None where it is none.

    Seconds stop at 59 behind minutes, and so do minutes behind hours.
    """
    if minutes is not None and (int(secs) > 59 or (hours is not None and int(minutes) > 59)):
        return None
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(secs)
    ms = whole * 1000 + int((fraction or "0").ljust(3, "0")[:3])
    return Stamp(-ms if sign else ms, minutes is not None)
