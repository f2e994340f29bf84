"""The timing line of a WebVTT cue: as the standard has it, and as people write it."""

import re
from typing import Final, NamedTuple

from tui_reader.lazily import pattern
from tui_reader.timecode import parse_clock

__all__ = ["ARROW", "Timing", "looks_like_times", "offset_of", "stamp", "timing_of"]

ARROW: Final = "-->"
"""What stands between two times, and nowhere else by the standard."""

_TIME: Final = r"(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,6})(?:[.,](\d{0,9}))?"
_STANDARD: Final = pattern(
    r"\s*(?:(?:\d+:)?[0-5]\d:[0-5]\d\.\d{3}(?:\s*-->\s*|(?=\s|\ufffd|$))){2}", re.ASCII
)
_LOOSE: Final = pattern(rf"[ \t\f]*{_TIME}[ \t\f]*-->[ \t\f]*{_TIME}(?=[ \t\f\ufffd]|$)", re.ASCII)
_CLOCKLIKE: Final = pattern(r"\s*[^\s\w]*\d+[a-z]?[:.,]", re.ASCII)
_MAP: Final = pattern(r"X-TIMESTAMP-MAP=([^\n]*)")
_LOCAL: Final = pattern(r"LOCAL:([\d:.,]+)", re.ASCII)
_MPEG: Final = pattern(r"MPEGTS:(\d{1,15})(?!\d)", re.ASCII)
_TICKS: Final = 90  # of an MPEG clock in a millisecond


class Timing(NamedTuple):
    """From when to when, in milliseconds, and whether it is written as the standard asks."""

    start: int
    end: int
    standard: bool


def timing_of(line: str) -> Timing | None:
    """What a line with an arrow says, or None where it has no two times."""
    match = _LOOSE.match(line)
    if match is None:
        return None
    start, end = _milliseconds(*match.groups()[:4]), _milliseconds(*match.groups()[4:])
    if start is None or end is None:
        return None
    return Timing(start, end, _STANDARD.match(line) is not None)


def looks_like_times(line: str) -> bool:
    """Whether a line with an arrow is meant for times, though perhaps none can be read."""
    before, _, after = line.partition(ARROW)
    return any(map(_CLOCKLIKE.match, (before, after))) or not any(map(str.isalpha, line))


def _milliseconds(
    hours: str | None, minutes: str | None, secs: str, fraction: str | None
) -> int | None:
    """Seconds alone may be as many as one likes; behind minutes, as minutes behind hours, 59."""
    if minutes is not None and (int(secs) > 59 or (hours is not None and int(minutes) > 59)):
        return None
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(secs)
    return whole * 1000 + int((fraction or "0").ljust(3, "0")[:3])


def stamp(ms: int) -> str:
    """`ms` as the standard writes it."""
    minutes, rest = divmod(ms, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def offset_of(header: str) -> int:
    """How much later, in milliseconds, a piece of a stream is than its own times say."""
    found = _MAP.search(header)
    ticks = _MPEG.search(found[1]) if found else None
    if found is None or ticks is None:
        return 0
    local = _LOCAL.search(found[1])
    return int(ticks[1]) // _TICKS - ((parse_clock(local[1]) if local else None) or 0)
