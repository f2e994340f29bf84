"""Lines that begin with a time: `[00:12:05] Name: text`, `00:12:05 text`, `0:12:05:text`.

The time may also stand on a line of its own, with or without the speaker, over what was said.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.counting import are_enough, filled
from tui_reader.formats.written.headed import Header, read_headed
from tui_reader.formats.written.labels import is_name, named_in
from tui_reader.model import Transcript
from tui_reader.timecode import CLOCK, parse_clock

__all__ = ["FORMAT"]

_TIMED: Final = re.compile(
    rf"[ \t]*(?P<open>\\?[\[(<])?@?(?P<time>(?>{CLOCK}))"
    rf"(?:[ \t]*(?:-{{1,2}}>?|–|—|to)[ \t]*(?P<end>{CLOCK}))?"
    r"(?P<close>(?(open)\\?[\])>]|))"
    r"(?:[ \t]*[-–—|][ \t]+|[ \t]+|(?P<colon>:)(?:[ \t]+|(?<=:\d\d:\d\d:))|$)",
    re.ASCII,
)
_VERSE: Final = re.compile(r"[ \t]*\d{1,3}:\d[ \t]", re.ASCII)
_SHARE: Final = 0.4
_FORWARDS: Final = 0.7  # of the steps from line to line go on in time, or stand still
_NAME_LENGTH: Final = 40
_SLOWEST: Final = 2  # words a minute


def _headers(lines: Iterable[str]) -> list[Header]:
    found = []
    for at, line in enumerate(lines):
        match = _TIMED.match(line)
        time = parse_clock(match["time"]) if match else None
        if match is None or time is None:
            continue
        words = line[match.end() :]
        if match["colon"] and not match["open"]:
            words = words.replace("|", " ")  # how that format of subtitles breaks a line
        end = parse_clock(match["end"]) if match["end"] else None
        found.append(Header(at, None, time, words, end))
    return found


def _sniff(head: str) -> float:
    lines = filled(head)
    headers = _headers(lines)
    if not are_enough(len(headers), len(lines), _SHARE) or any(map(_VERSE.match, lines)):
        return 0.0
    steps = [(after.time or 0) - (before.time or 0) for before, after in pairwise(headers)]
    forwards = sum(step >= 0 for step in steps)
    if forwards < _FORWARDS * len(steps) or _is_agenda(headers, steps):
        return 0.0
    bracketed = sum(line.lstrip()[:1] in "\\[(<" for line in lines) * 2 > len(headers)
    named = bracketed or named_in(header.words for header in headers)
    return 0.865 if named else 0.85


def _is_agenda(headers: Sequence[Header], steps: Sequence[int]) -> bool:
    """Whether so few words stand for so long a time that they are the plan of a day."""
    words = sum(len(header.words.split()) for header in headers)
    minutes = sorted(steps)[len(steps) // 2] / 60_000
    return 0 < words < _SLOWEST * minutes * len(headers)


def _parse(text: str) -> Transcript:
    lines = text.split("\n")
    return read_headed(lines, _with_speakers(lines, _headers(lines)))


def _with_speakers(lines: Sequence[str], headers: Sequence[Header]) -> Sequence[Header]:
    """The headers with what stands behind each time as who speaks, where that is all there is.

    Names come back, and what was said is on the lines below them.
    """
    labels = Counter(_label(header.words) for header in headers)
    over = sum(
        bool(header.words.strip())
        and header.at + 1 < len(lines)
        and bool(lines[header.at + 1].strip())
        for header in headers
    )
    ends = {header.at for header in headers}
    between = sum(header.at + 1 not in ends for header in headers)
    are_names = all(len(label) <= _NAME_LENGTH and is_name(label) for label in labels)
    if not (are_names and len(labels) < len(headers) and min(over, between) * 2 > len(headers)):
        return headers
    return [header._replace(speaker=_label(header.words), words="") for header in headers]


def _label(words: str) -> str:
    return " ".join(words.split()).strip("*_[]():").strip()


FORMAT: Final = Format(
    name="timed-text",
    title="Text with times",
    suffixes=(".txt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "00:00:00 A gate creaks,\n\n00:00:02 and nobody comes.\n\n00:01:10 Later, a dog.\n",
            turns=1,
        ),
        Sample(
            "The gate\n\n[00:00] Ida: Who's there?\n[00:02] Per: Nobody,\nas always.\n"
            "[00:05] And the dog.\n[01:00:09] Ida: Come in.\n",
            turns=3,
            speakers=("Ida", "Per"),
        ),
        Sample(
            "[00:00:01.50] - Ida\nIs it open?\n\n[00:00:03.00] - Per\nIt is.\n\nCome in!\n\n"
            "[00:00:07.25] - Ida\nThanks.\n",
            turns=3,
            speakers=("Ida", "Per"),
        ),
        Sample("0:00:01:The gate|was open.\n0:00:04:It still is.\n", turns=1),
    ),
)
