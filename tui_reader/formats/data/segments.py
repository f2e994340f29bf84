"""Segments of no vendor's shape: objects or rows with words, and a time or a speaker."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, Final, NamedTuple

from tui_reader.formats.data.columns import Column, column
from tui_reader.formats.data.values import speaker_of, text_of, time_of
from tui_reader.lazily import pattern
from tui_reader.turns import Cue

__all__ = ["EPOCH", "Segment", "cues_of", "segment_of", "unit_of"]

_CHARACTERS: Final = 0.1
"""Characters a unit of time, below which the unit is no second: people say 15 in one."""

_GAP: Final = 50  # units from one segment to the next, on the average, that milliseconds have
EPOCH: Final = 10**11
"""Milliseconds: a time that is later is a date."""

_SPAN: Final = pattern(r"\s*([\d:.,]{1,16})\s*(?:-+>?|–|—|to)\s*([\d:.,]{1,16})\s*", re.ASCII)

_OTHERS: Final = ("start", "end", "duration", "speaker")
_LARGEST: Final = 1e15
_DIGITS: Final = 40

Note = Callable[[str, str, int], None]
"""What was met and what was done, the words it was about, and their line."""


class Segment(NamedTuple):
    """What a segment has, as it is written; times may be of any type, None where there is none."""

    text: str
    start: Any = None
    end: Any = None
    duration: Any = None
    speaker: Any = None
    units: tuple[int | None, ...] = (None, None, None)
    column: Column | None = None
    line: int = 1


def segment_of(item: Mapping[str, Any]) -> Segment:
    """The segment that an object or a row with named columns is."""
    best: dict[str, tuple[Column, Any]] = {}
    for key, value in item.items():
        if value is None or value == "" or (found := column(key)) is None:
            continue
        if found.kind == "text":
            value = _said(value)
            if not value.text:
                continue
        if found.kind not in best or found.rank < best[found.kind][0].rank:
            best[found.kind] = (found, value)
    text, said = best.get("text", (None, Segment("")))
    start, end, duration, speaker = (best.get(kind, (None, None)) for kind in _OTHERS)
    units = tuple(time[0].unit if time[0] else None for time in (start, end, duration))
    times = start[1], end[1]
    if start[1] is None and said.start is not None:
        times, units = (said.start, said.end), said.units
    elif end[1] is None:
        times = _span(start[1])
    return Segment(said.text, *times, duration[1], speaker[1], units, text)


def _span(start: Any) -> tuple[Any, Any]:
    """The two times that `start` is, as a list or with a dash between them, if it is two."""
    if isinstance(start, list):
        begun, over, *_ = *start, None, None
        return begun, over
    span = _SPAN.fullmatch(start) if isinstance(start, str) and len(start) <= _DIGITS else None
    return (span[1], span[2]) if span else (start, None)


def _said(value: Any) -> Segment:
    """A text; or the words of a list of them, from the time of the first to that of the last."""
    if not isinstance(value, list):
        return Segment(text_of(value))
    words = [segment_of(item) for item in value if isinstance(item, dict)]
    text = " ".join(word.text.strip() for word in words)
    return (
        Segment(text, words[0].start, words[-1].end, units=words[0].units) if words else Segment("")
    )


def unit_of(segments: Sequence[Segment]) -> int:
    """Milliseconds in the unit that bare numbers are in: 1000, or 1 where speech would crawl."""
    timed = [(at, segment) for segment in segments if (at := _number(segment.start)) is not None]
    gaps = [
        (after - at, len(segment.text))
        for (at, segment), (after, _) in pairwise(timed)
        if after > at
    ] or [
        (end - at, len(segment.text))
        for at, segment in timed
        if (end := _number(segment.end)) is not None and end > at
    ]
    if not gaps or median(gap for gap, _ in gaps) < _GAP:
        return 1000
    return 1 if median(length / gap for gap, length in gaps) < _CHARACTERS else 1000


def _number(value: Any) -> float | None:
    if isinstance(value, str) and len(value) <= _DIGITS:
        try:
            value = float(value)
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < _LARGEST else None


def cues_of(segments: Sequence[Segment], note: Note, unit: int | None = None) -> Iterator[Cue]:
    """The cues that `segments` are; what cannot be used of them is told to `note`.

    `unit` is how many milliseconds a bare number counts, where that is known.
    """
    unit = unit or unit_of(segments)
    timed = [_times(segment, unit, note) for segment in segments]
    since = min((start for start, _ in timed if start is not None and start > EPOCH), default=0)
    for segment, (start, end) in zip(segments, timed, strict=True):
        if since:
            start = None if start is None else max(start - since, 0)
            end = None if end is None else max(end - since, 0)
        yield Cue(start, end, segment.text, speaker_of(segment.speaker), segment.line)


def _times(segment: Segment, unit: int, note: Note) -> tuple[int | None, int | None]:
    values = (segment.start, segment.end, segment.duration)
    times = [time_of(value, own or unit) for value, own in zip(values, segment.units, strict=True)]
    for value, time in zip(values, times, strict=True):
        if value is not None and time is None:
            note("a time that cannot be read left out", repr(value)[:80], segment.line)
    start, end, duration = times
    if end is None and start is not None and duration is not None:
        end = start + duration
    return start, end
