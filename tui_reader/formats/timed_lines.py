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
from tui_reader.formats.written.spelt import Spelt, spelt_time
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.timecode import CLOCK, parse_clock

__all__ = ["FORMAT"]

_TIMED: Final = pattern(
    rf"[ \t]*(?P<open>\\?[\[(<])?@?(?P<time>(?>{CLOCK}))"
    rf"(?:[ \t]*(?:-{{1,2}}>?|–|—|to)[ \t]*(?P<end>{CLOCK}))?"
    r"(?P<close>(?(open)\\?[\])>]|))"
    r"(?:[ \t]*[-–—|][ \t]+|[ \t]+|(?P<colon>:)(?:[ \t]+|(?<=:\d\d:\d\d:))|$)",
    re.ASCII,
)
_VERSE: Final = pattern(r"[ \t]*\d{1,3}:\d[ \t]", re.ASCII)
_LEVEL: Final = pattern(r"\W*(?:INFO|ERROR|DEBUG|WARN|WARNING|TRACE|FATAL|CRITICAL|NOTICE)\b")
_NICK: Final = pattern(r"<[@+%~& ]?([^\s<>]{1,32})>[ \t]+(?=\S)")
_CELL: Final = pattern(r"([^\t]{1,40})\t+(?=\S)")
_SHARE: Final = 0.3
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
    if forwards < _FORWARDS * len(steps) or _is_agenda(lines, headers, steps) or _is_log(headers):
        return 0.0
    if sum(header.words.startswith(("**", "__")) for header in headers) * 2 > len(headers):
        return 0.8
    bracketed = sum(line.lstrip()[:1] in "\\[(<" for line in lines) * 2 > len(headers)
    named = bracketed or named_in(header.words for header in headers)
    return 0.865 if named else 0.85


def _is_log(headers: Sequence[Header]) -> bool:
    """Whether a program wrote it, not a person."""
    return sum(map(bool, map(_LEVEL.match, (header.words for header in headers)))) * 2 > len(
        headers
    )


def _is_agenda(lines: Sequence[str], headers: Sequence[Header], steps: Sequence[int]) -> bool:
    """Whether so few words stand for so long a time that they are the plan of a day."""
    words = sum(len(line.split()) for line in lines) - len(headers)
    minutes = sorted(steps)[len(steps) // 2] / 60_000
    return 0 < words < _SLOWEST * minutes * len(headers)


def _parse(text: str) -> Transcript:
    lines = text.split("\n")
    headers = _headers(lines)
    for at, _, time, words, _ in headers:
        below = lines[at + 1] if not words.strip() and at + 1 < len(lines) else ""
        if below[:1].isdigit() and spelt_time(below) == Spelt("", (time or 0) // 1000 * 1000):
            lines[at + 1] = ""  # the same once more, for those who listen to a page
    return read_headed(lines, _with_speakers(lines, _with_neighbours(lines, headers)))


def _with_neighbours(lines: list[str], headers: Sequence[Header]) -> Sequence[Header]:
    """The headers with the line below or above a time alone as who speaks, where names come back.

    What was said is below both of them; `lines` lose the line that is not the header's own.
    """
    alone = [header.at for header in headers if not header.words.strip()]
    for beside in (1, -1):
        names = {at: _name_at(lines, at, beside) for at in alone}
        told = Counter(name for name in names.values() if name)
        if not told or len(told) * 2 > told.total() or told.total() * 5 < 4 * len(alone):
            continue
        for at in alone:
            if names[at]:
                lines[min(at, at + beside)] = ""
        return [
            header._replace(at=max(header.at, header.at + beside), speaker=name)
            if (name := names.get(header.at))
            else header
            for header in headers
        ]
    return headers


def _name_at(lines: Sequence[str], at: int, beside: int) -> str:
    """The name on the line `beside` the time at `at`, if words follow; nothing if none."""
    below = max(at, at + beside) + 1
    if not (at + beside >= 0 and below < len(lines) and lines[below].strip()):
        return ""
    name = _label(lines[at + beside])
    return name if len(name) <= _NAME_LENGTH and is_name(name) else ""


def _with_speakers(lines: Sequence[str], headers: Sequence[Header]) -> Sequence[Header]:
    """The headers with what stands behind each time as who speaks, where that is all there is.

    Names come back, and what was said is on the lines below them.
    """
    if any(header.speaker for header in headers):
        return headers
    for shape in (_NICK, _CELL):
        if inside := _named_inside(headers, shape):
            return inside
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


def _named_inside(headers: Sequence[Header], shape: re.Pattern[str]) -> Sequence[Header]:
    """The headers with whom `shape` finds before the words: `<Name> words`, `Name⇥words`.

    None where that is not how nearly all begin, or nobody comes back.
    """
    found = [shape.match(header.words) for header in headers]
    names = {match[1] for match in found if match}
    told = sum(match is not None for match in found)
    if told * 5 < 4 * len(headers) or len(names) * 2 > told or not all(map(is_name, names)):
        return ()
    return [
        header._replace(speaker=_label(match[1]), words=header.words[match.end() :])
        if match
        else header
        for header, match in zip(headers, found, strict=True)
    ]


def _label(words: str) -> str:
    name = " ".join(words.split()).strip("*_[]:").strip()
    if name.startswith("(") or ("(" not in name):
        name = name.strip("():")
    return name.strip()


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
