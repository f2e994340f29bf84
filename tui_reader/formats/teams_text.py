"""Teams' documents as plain text: a name, and below it the time in words, `12 minutes 5 seconds`.

Other programs write a clock below the name; that is read as well.
Copied from the meeting's page, name and words come once more for those who listen to the page, and
the time a second time as a clock. Older documents have `0:0:3.50 --> 0:0:9.20` above the name.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.counting import are_enough, filled
from tui_reader.formats.written.headed import Header, read_headed
from tui_reader.formats.written.labels import is_name
from tui_reader.formats.written.spelt import Spelt, spelt_time
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.timecode import CLOCK, parse_clock

__all__ = ["FORMAT"]

_BELOW: Final = pattern(
    rf"[ \t]*[\[(]?({CLOCK})(?:[ \t]*[-–—][ \t]*{CLOCK})?[\])]?:?[ \t]*", re.ASCII
)
_RANGE: Final = pattern(
    r"(\d{1,2}):(\d{1,2}):(\d{1,2})\.(\d{1,7})[ \t]*-->[ \t]*"
    r"(\d{1,2}):(\d{1,2}):(\d{1,2})\.(\d{1,7})[ \t]*",
    re.ASCII,
)


def _headers(lines: Sequence[str]) -> tuple[list[Header], set[int]]:
    """Who speaks where, and the lines, from 0, that say it and are not said."""
    headers: list[Header] = []
    used: set[int] = set()
    last = -1  # the last line that is not blank
    below = _below_names(lines)
    times = list(map(spelt_time, lines))
    again = Counter(spelt.name for spelt in times if spelt)
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        spelt = times[at] or below.get(at)
        above = " ".join(lines[last].split()) if last >= 0 else ""
        if spelt is not None and _is_header(spelt, above, headers, again):
            _add(headers, used, lines, at, last, spelt)
        elif headers and headers[-1].at == last and parse_clock(line) == headers[-1].time:
            used.add(at)
            headers[-1] = headers[-1]._replace(at=at)
        last = at
    return headers, used


def _below_names(lines: Sequence[str]) -> dict[int, Spelt]:
    """The times that stand alone right below a line that is a name, where names come back."""
    found = []
    for at in range(1, len(lines)):
        match = _BELOW.fullmatch(lines[at]) if lines[at].lstrip("[(")[:1].isdigit() else None
        time = parse_clock(match[1]) if match else None
        name = " ".join(lines[at - 1].split())
        if time is not None and is_name(name) and (at < 2 or not lines[at - 2].strip()):
            found.append((at, name, time))
    names = Counter(name for _, name, _ in found)
    if len(names) == len(found):
        return {}
    return {at: Spelt("", time) for at, _, time in found}


def _is_header(
    spelt: Spelt, above: str, headers: Sequence[Header], again: Mapping[str, int]
) -> bool:
    """Whether a time in words is more than words: it has a name that was here or comes back."""
    if not spelt.name:
        return is_name(above)
    return again[spelt.name] > 1 or (bool(headers) and headers[-1].speaker == spelt.name)


def _add(
    headers: list[Header], used: set[int], lines: Sequence[str], at: int, last: int, spelt: Spelt
) -> None:
    """A time in words at `at`: of a name before it, or of the one on the line above."""
    name = spelt.name
    if not name and last >= 0 and last not in used:
        name = " ".join(lines[last].split())
        used.add(last)
    used.add(at)
    header = Header(at, name or None, spelt.time)
    if headers and headers[-1].at == last and headers[-1][1:3] == header[1:3]:
        headers.pop()
    headers.append(header)


def _ranges(lines: Sequence[str]) -> tuple[list[Header], set[int]]:
    """The same of older documents: times with an arrow, the name below them, then the words."""
    headers: list[Header] = []
    used: set[int] = set()
    for at, line in enumerate(lines):
        match = _RANGE.fullmatch(line)
        if match is None:
            continue
        below = lines[at + 1 : at + 3]
        named = len(below) == 2 and all(map(str.strip, below))
        name = " ".join(below[0].split()) if named else None
        used.update((at, at + 1) if named else (at,))
        start, end = _exact(match.groups()[:4]), _exact(match.groups()[4:])
        headers.append(Header(at + named, name, start, end=end))
    return headers, used


def _exact(parts: Sequence[str]) -> int:
    hours, minutes, secs = map(int, parts[:3])
    return ((hours * 60 + minutes) * 60 + secs) * 1000 + int(parts[3].ljust(3, "0")[:3])


def _sniff(head: str) -> float:
    lines = filled(head)
    spelt = [line for line in lines if spelt_time(line)]
    clocks = _below_names(head.split("\n"))
    ranges = [line for line in lines if _RANGE.fullmatch(line)]
    single = any(":0:" in line or line.startswith("0:") for line in ranges)
    found = len(spelt) if spelt and _headers(lines)[0] else 0
    found += len(ranges) if single else 0
    if are_enough(found, len(lines)):
        return 0.935
    return 0.87 if are_enough(len(clocks), len(lines)) else 0.0


def _parse(text: str) -> Transcript:
    lines = text.split("\n")
    ranges = any(map(_RANGE.fullmatch, lines))
    headers, used = _ranges(lines) if ranges else _headers(lines)
    kept = ["" if at in used else line for at, line in enumerate(lines)]
    return read_headed(kept, headers)


FORMAT: Final = Format(
    name="teams-text",
    title="Teams' document as text",
    suffixes=(".txt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "Standup\n\nIvo Reis\n3 seconds\nMorning!\n\nKim\n1 minute 5 seconds\nMorning.\n",
            turns=2,
            speakers=("Ivo Reis", "Kim"),
        ),
        Sample(
            "Ivo Reis\n0 minutes 3 seconds\n0:03\nIvo Reis 0 minutes 3 seconds\nMorning!\n"
            "Kim\n1 hour 1 minute 5 seconds\n1:01:05\nKim 1 hour 1 minute 5 seconds\nMorning.\n",
            turns=2,
            speakers=("Ivo Reis", "Kim"),
        ),
        Sample(
            "0:0:3.50 --> 0:0:5.0\nIvo Reis\nMorning!\n\n0:1:5.0 --> 0:1:6.250\nKim\nMorning.\n",
            turns=2,
            speakers=("Ivo Reis", "Kim"),
        ),
        Sample(
            "Ivo Reis\n00:03\nMorning!\n\nKim\n01:05\nMorning.\n\nKim\n01:07\nAnd hello.\n",
            turns=2,
            speakers=("Ivo Reis", "Kim"),
        ),
    ),
)
