"""Lines that begin with a name and a time: `Name [12:05]: text`, `Name: (12:05) text`.

Also without brackets, `Name 12:05: text`, `Name: 12:05 text`, where most lines begin so.
"""

import re
from collections.abc import Sequence
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.counting import are_enough, filled
from tui_reader.formats.written.headed import Header, read_headed
from tui_reader.formats.written.labels import is_name
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.timecode import CLOCK, parse_clock

__all__ = ["FORMAT"]

_LINE: Final = pattern(
    r"(?P<name>[^\s\[\]():][^\[\]:\n]{0,60}?)[ \t]*+(?P<before>:?)[ \t]*+"
    rf"\\?[\[(]@?(?P<time>{CLOCK})\\?[\])][ \t]*(?P<behind>:?)(?=\s|$)[ \t]*",
    re.ASCII,
)
_BARE: Final = pattern(
    r"(?P<name>[^\s\[\]():\d][^\[\]:\n]{0,60}?)(?:(?P<before>:)[ \t]++|[ \t]++)"
    rf"(?P<time>{CLOCK})(?P<behind>:?)(?=\s|$)[ \t]*",
    re.ASCII,
)
_MOST: Final = 0.4  # of the lines


def _headers(lines: Sequence[str]) -> list[Header]:
    """The lines that begin so; where none has brackets, and most do, those with the time alone."""
    found = _matching(lines, _LINE)
    if len(found) > 1:
        return found
    bare = _matching(lines, _BARE)
    return bare if len(bare) > _MOST * sum(bool(line.strip()) for line in lines) else found


def _matching(lines: Sequence[str], shape: re.Pattern[str]) -> list[Header]:
    found = []
    for at, line in enumerate(lines):
        match = shape.match(line)
        if match is None or not (match["before"] or match["behind"]):
            continue
        name = " ".join(match["name"].split())
        time = parse_clock(match["time"])
        if time is not None and is_name(name):
            found.append(Header(at, name, time, line[match.end() :]))
    return found


def _sniff(head: str) -> float:
    lines = filled(head)
    found = sum(bool(header.words) for header in _headers(lines))
    return 0.865 if are_enough(found, len(lines)) else 0.0


def _parse(text: str) -> Transcript:
    lines = text.split("\n")
    return read_headed(lines, _headers(lines))


FORMAT: Final = Format(
    name="bracketed-text",
    title="Text with times in brackets behind names",
    suffixes=(".txt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "Oda Vik [00:03]: Did it freeze?\nTor [00:05]: It did.\nTwice,\nin fact.\n"
            "Oda Vik [1:00:07]: At last!\n",
            turns=3,
            speakers=("Oda Vik", "Tor"),
        ),
        Sample(
            "Ice\n\nOda (0:03): Did it?\n\nTor (0:05):\nIt did.\n\nTor (0:06): Twice.\n",
            turns=2,
            speakers=("Oda", "Tor"),
        ),
        Sample(
            "Speaker1: [00:00:03] Did it?\nSpeaker2: [00:00:05] No.\n",
            turns=2,
            speakers=("Speaker1", "Speaker2"),
        ),
    ),
)
