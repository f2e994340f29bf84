"""Times in a recording, as whole milliseconds.

The only module that knows how a time is written. A fraction is decimal (`.5` is half a second), and
minutes may pass 59 where no hours are written, since recorders count `75:10` as well as `1:15:10`.
"""

import re
from typing import Final

__all__ = ["CLOCK", "format_clock", "format_stamp", "parse_clock", "seconds"]

CLOCK: Final = r"(?:\d{1,4}:)?\d{1,4}:\d{2}(?:[.,]\d{1,9})?"
"""A regular expression, without groups, for a clock time as people write it."""

_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{2})(?:[.,](\d{1,9}))?", re.ASCII)


def parse_clock(text: str) -> int | None:
    """The milliseconds of `H:MM:SS.fff` or `M:SS.fff`, or None where `text` is no clock time.

    Seconds stop at 59, and so do minutes that follow hours.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, secs, fraction = match.groups()
    if int(secs) > 59 or (hours is not None and int(minutes) > 59):
        return None
    total = (int(hours or 0) * 60 + int(minutes)) * 60 + int(secs)
    return total * 1000 + int((fraction or "0").ljust(3, "0")[:3])


def format_clock(ms: int, *, hours: bool = False) -> str:
    """`ms` as people read it: `04:37`, or `1:04:37` past the hour or where `hours` asks for it."""
    minutes, secs = divmod(ms // 1000, 60)
    hour, minute = divmod(minutes, 60)
    if hour or hours:
        return f"{hour}:{minute:02}:{secs:02}"
    return f"{minute:02}:{secs:02}"


def format_stamp(ms: int) -> str:
    """`ms` in the one shape that sorts and greps well: `0:04:37`."""
    return format_clock(ms, hours=True)


def seconds(ms: int | None) -> float | None:
    """`ms` as seconds with milliseconds, the unit of every JSON the program prints."""
    return None if ms is None else ms / 1000
