"""Lists of times and titles, as people put them into show notes: the chapters of an episode.

`3:57 - Topic`, `- [@06:34] - Topic`, `(00:12:05) Topic`, `[4:16](https://…?t=256) Topic`,
`| 00:00 | Topic |`, `1h02m Topic`, `Topic 12:05` …
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tui_reader.lazily import pattern
from tui_reader.markdown import plain
from tui_reader.timecode import CLOCK, parse_clock
from tui_reader.turns import ends_sentence

__all__ = ["ChapterLine", "chapter_lines", "is_sponsor", "listed_lines"]

_LONGEST_LINE: Final = 1_000
_EARLY: Final = 300_000  # the first chapter begins within five minutes
_FEWEST: Final = 3
_TITLE_LENGTH: Final = 100  # of half of the titles at least; what is said is longer
_SPACING: Final = 15_000  # between two of them on average; what is said follows faster

_PERIOD: Final = r"(?:\d{1,2}h ?)?\d{1,3}m(?: ?\d{1,2}s)?|\d{1,2}h"
_HAS_TIME: Final = pattern(r"\d:\d\d|\d[hm](?![^\W\d_])", re.ASCII)
_BULLET: Final = pattern(r"[ \t>]*(?:(?:[-*+•·▶►]|\d{1,3}[.)]|#{1,6})[ \t]+)?[| \t]*")
_LEADING: Final = pattern(
    rf"[\[(]?[ @]*(?P<time>{CLOCK}|{_PERIOD})(?:[ ]?(?:-|–|—|to|do|bis)[ ]?{CLOCK})?[\])]?"
    r"(?![^\W_])[ ]*+[-–—|:.·•]*+[ ]*+(?P<title>(?=[\W_]*+[^\W_]).*)",
    re.DOTALL,
)
_TRAILING: Final = pattern(
    rf"(?P<title>[^\s\[(].*?[^\W_].*?)[ ]*[-–—|:·•@\[( ](?P<time>{CLOCK})[\])]?[ |]*"
)
_TRAILING_LENGTH: Final = 200
_SPONSOR: Final = pattern(
    r"(?:our )?sponsors?\b.*|.*[-–—|(] ?sponsor(?:ed)?\)?|sponsored\b.*|ad(?: break|vert\w*|s)?\b",
    re.IGNORECASE,
)
_PERIOD_PARTS: Final = pattern(r"(?:(\d+)h)? ?(?:(\d+)m)? ?(?:(\d+)s)?")


class ChapterLine(NamedTuple):
    """A line of a list: its number, from 0, when the chapter begins, and its title."""

    line: int
    time: int
    title: str


def chapter_lines(lines: Iterable[str]) -> list[ChapterLine]:
    """The chapters that `lines` list, times in milliseconds; none where there is no such list.

    Sponsors are no chapters.
    """
    return [entry for entry in listed_lines(lines) if not is_sponsor(entry.title)]


def listed_lines(lines: Iterable[str]) -> Sequence[ChapterLine]:
    """The entries of the list of times in `lines`, sponsors as well.

    A list has three entries or more, begins within five minutes, never goes back, and has titles,
    not speech. Lines between its entries are the notes of one.
    """
    found = list(_entries(lines))
    best: Sequence[ChapterLine] = ()
    for run in _rising(found):
        if len(run) > len(best) and _is_list(run):
            best = run
    return best


def is_sponsor(title: str) -> bool:
    """Whether an entry of a list of chapters is no chapter but an advertisement."""
    return _SPONSOR.fullmatch(title) is not None


def _entries(lines: Iterable[str]) -> Iterable[ChapterLine]:
    """Every line that is a time and a title, but for those that belong to an entry above them."""
    outermost: int | None = None
    for number, line in enumerate(lines):
        if len(line) > _LONGEST_LINE or not _HAS_TIME.search(line):
            continue
        entry = _entry(number, line)
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        if entry is None or (outermost is not None and indent > outermost):
            continue
        outermost = indent
        yield entry


def _entry(number: int, line: str) -> ChapterLine | None:
    bullet = _BULLET.match(line)
    words = " ".join(plain(line[bullet.end() if bullet else 0 :]).split())
    match = _LEADING.fullmatch(words)
    if match is None and len(words) <= _TRAILING_LENGTH:
        match = _TRAILING.fullmatch(words)
    time = _milliseconds(match["time"]) if match else None
    if match is None or time is None:
        return None
    return ChapterLine(number, time, match["title"].strip(" |-–—:·•(@"))


def _milliseconds(text: str) -> int | None:
    clock = parse_clock(text)
    if clock is not None or ":" in text:
        return clock
    match = _PERIOD_PARTS.fullmatch(text)
    hours, minutes, secs = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    return ((hours * 60 + minutes) * 60 + secs) * 1000


def _rising(entries: Sequence[ChapterLine]) -> Iterable[Sequence[ChapterLine]]:
    """`entries` cut wherever a time goes back."""
    start = 0
    for index, (before, after) in enumerate(pairwise(entries), start=1):
        if after.time < before.time:
            yield entries[start:index]
            start = index
    yield entries[start:]


def _is_list(run: Sequence[ChapterLine]) -> bool:
    if len(run) < _FEWEST or run[0].time > _EARLY:
        return False
    sentences = sum(ends_sentence(entry.title) and entry.title[-1:] != "?" for entry in run)
    if sentences * 2 > len(run):
        return False
    median = sorted(len(entry.title) for entry in run)[len(run) // 2]
    return median <= _TITLE_LENGTH and run[-1].time >= _SPACING * (len(run) - 1)
