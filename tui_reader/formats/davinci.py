"""What editing programs export: two times with frames, `[00:00:03:18 - 00:00:08:08]`, a speaker on
a line, and below it what was said.

How many frames make a second is not in the file: times are whole seconds.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.counting import are_enough, filled
from tui_reader.formats.written.headed import Header, read_headed
from tui_reader.formats.written.labels import is_name
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.timecode import parse_clock

__all__ = ["FORMAT"]

_FRAMED: Final = r"(\d{1,2}[:;]\d\d[:;]\d\d)[:;]\d{2,3}"
_TIMES: Final = pattern(
    rf"[ \t]*\[?{_FRAMED}[ \t]*(?:-|–|-->)[ \t]*{_FRAMED}\]?[ \t]*(.*)", re.ASCII
)


def _headers(lines: Sequence[str]) -> list[Header]:
    """The lines with times, who speaks taken from the line below where it is a name."""
    found = []
    for at, line in enumerate(lines):
        match = _TIMES.fullmatch(line)
        start = _clock(match[1]) if match else None
        if match is not None and start is not None:
            found.append(Header(at, None, start, match[3], _clock(match[2])))
    names = Counter(filter(None, (_name_below(lines, header) for header in found)))
    return [_named(lines, header, names) for header in found]


def _clock(text: str) -> int | None:
    return parse_clock(text.replace(";", ":"))


def _name_below(lines: Sequence[str], header: Header) -> str | None:
    """The line under the times, if it could be a name, and words follow it."""
    below = lines[header.at + 1 : header.at + 3]
    if header.words or len(below) < 2 or not below[1].strip():
        return None
    name = " ".join(below[0].split())
    return name if is_name(name) and _TIMES.fullmatch(below[1]) is None else None


def _named(lines: Sequence[str], header: Header, names: Counter[str]) -> Header:
    name = _name_below(lines, header)
    indented = name is not None and lines[header.at + 2][:1].isspace()
    if name is None or not (indented or names[name] > 1 or len(names) == 1):
        return header
    return header._replace(at=header.at + 1, speaker=name)


def _sniff(head: str) -> float:
    lines = filled(head)
    found = sum(_TIMES.fullmatch(line) is not None for line in lines)
    return 0.895 if are_enough(found, len(lines)) else 0.0


def _parse(text: str) -> Transcript:
    lines = text.split("\n")
    headers = _headers(lines)
    # Where a name stands below, the line with the times is no words of who spoke before.
    kept = ["" if _TIMES.fullmatch(line) else line for line in lines]
    return read_headed(kept, headers)


FORMAT: Final = Format(
    name="davinci",
    title="DaVinci Resolve",
    suffixes=(".txt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "[00:00:03:18 - 00:00:08:08]\nSpeaker 1\n The lamp went out.\n\n"
            "[00:00:08:09 - 00:00:10:00]\nSpeaker 2\n Which one?\n",
            turns=2,
            speakers=("Speaker 1", "Speaker 2"),
        ),
        Sample(
            "00:00:00:00 - 00:00:03:12\nUnknown\nThe lamp went out.\n\n"
            "00;00;03;12 - 00;00;05;00\nUnknown\nWhich one?\n",
            turns=1,
            speakers=("Unknown",),
        ),
        Sample(
            "[01:00:00:00 - 01:00:03:12]\nThe lamp\n[01:00:03:12 - 01:00:05:00]\nwent out.\n",
            turns=1,
        ),
    ),
)
