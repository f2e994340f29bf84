"""Times in words, `12 minutes 5 seconds`, perhaps behind a name, as meetings and players write."""

import re
from typing import Final, NamedTuple

from tui_reader.lazily import pattern
from tui_reader.timecode import CLOCK

__all__ = ["Spelt", "spelt_time"]

_SPELT: Final = pattern(
    r"(?P<name>[^\W\d_][^\n]{0,60}?[ \t]++|)"
    r"(?:(?P<h>\d{1,3})[ \u00a0](?:h\w*|godz\w*|stunden?|or[ae]|uur)[ ,\u00a0]++)?"
    r"(?:(?P<m>\d{1,3})[ \u00a0](?:minu\w*|min\.?)[ ,\u00a0]*+)?"
    r"(?:(?P<s>\d{1,2})[ \u00a0](?:se[ck]\w*|s)\.?)?"
    rf"[ \t]*+(?:{CLOCK}[ \t]*+)?",
    re.IGNORECASE,
)
_NUMBER: Final = pattern(r"\d[ \u00a0][^\W\d_]")
_LONGEST: Final = 160


class Spelt(NamedTuple):
    """The name before a time, empty where there is none, and the time in milliseconds."""

    name: str
    time: int


def spelt_time(line: str) -> Spelt | None:
    """What a whole line says: a name, if there is one, and a time in words."""
    near = len(line) <= _LONGEST and _NUMBER.search(line) is not None
    match = _SPELT.fullmatch(line.strip()) if near else None
    if match is None or (match["s"] is None and (match["name"] or match["m"] is None)):
        return None
    hours, minutes, secs = (int(match[unit] or 0) for unit in "hms")
    return Spelt(" ".join(match["name"].split()), ((hours * 60 + minutes) * 60 + secs) * 1000)
