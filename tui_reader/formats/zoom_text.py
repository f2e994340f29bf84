"""Zoom's text files: `Name<tab>12:05` or `[Name] 12:05:33` on a line, and below it what was said.

Captions that were saved during a meeting have the time of day. In what was written in its chat the
words stand on the line itself: `12:05:33 From Name to Everyone: text`.
"""

import re
from collections.abc import Iterable
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.counting import are_enough, filled
from tui_reader.formats.written.headed import Header, read_headed, stand_over_words
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.timecode import CLOCK, parse_clock

__all__ = ["FORMAT"]

_HEADER: Final = pattern(
    rf"(?:\[(?P<inside>[^\[\]\n]{{1,60}})\][ \t]+|(?P<before>[^\s\[][^\t\n]{{0,59}})\t[ \t]*)"
    rf"(?P<time>{CLOCK})[ \t]*",
    re.ASCII,
)
_CHAT: Final = pattern(
    rf"(?P<time>{CLOCK})[ \t]+From[ \t]+(?P<name>[^\s:][^:\n]{{0,60}}?)"
    r"(?:[ \t]++to[ \t]++[^:\n]{1,60})?[ \t]*+:(?:[ \t]+(?P<words>.*))?",
    re.ASCII,
)
_LONGEST: Final = 200  # characters that a line which only says who speaks may have


def _headers(lines: Iterable[str]) -> list[Header]:
    found = []
    for at, line in enumerate(lines):
        header = _header(at, line)
        if header is not None:
            found.append(header)
    return found


def _header(at: int, line: str) -> Header | None:
    match = _HEADER.fullmatch(line) if len(line) <= _LONGEST else None
    if match is not None:
        name, words = match["inside"] or match["before"], ""
    elif match := _CHAT.fullmatch(line):
        name, words = match["name"], match["words"] or ""
    else:
        return None
    name = " ".join(name.split()).rstrip(" :")
    time = parse_clock(match["time"])
    spoken = time is not None and any(map(str.isalpha, name))
    return Header(at, name, time, words) if spoken else None


def _sniff(head: str) -> float:
    lines = filled(head)
    headers = _headers(lines)
    over = stand_over_words(headers) or any(header.words for header in headers)
    return 0.87 if over and are_enough(len(headers), len(lines)) else 0.0


def _parse(text: str) -> Transcript:
    lines = text.split("\n")
    return read_headed(lines, _headers(lines))


FORMAT: Final = Format(
    name="zoom-text",
    title="Zoom's text",
    suffixes=(".txt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "Eli Roth\t00:00:03\nCan you see it?\n\nZoé\t00:00:06\nOnly half.\n\n"
            "Zoé\t00:00:08\nNow all of it.\n",
            turns=2,
            speakers=("Eli Roth", "Zoé"),
        ),
        Sample(
            "[Eli Roth] 14:02:03\nCan you see it?\n\n[Zoé] 14:02:06\nOnly half.\n",
            turns=2,
            speakers=("Eli Roth", "Zoé"),
        ),
        Sample(
            "14:02:03 From Eli Roth to Everyone:\n\tThe slides\n"
            "14:02:06\t From  Zoé : Thanks: got them.\n",
            turns=2,
            speakers=("Eli Roth", "Zoé"),
        ),
    ),
)
