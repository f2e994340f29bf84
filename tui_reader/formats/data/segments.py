"""Segments of no vendor's shape: objects or rows with words, and a time or a speaker."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, Final, NamedTuple

from tui_reader.formats.data.columns import Column, column
from tui_reader.formats.data.values import speaker_of, text_of, time_of
from tui_reader.turns import Cue

__all__ = ["Segment", "cues_of", "segment_of", "unit_of"]

_CHARACTERS: Final = 0.1
"""Characters a unit of time, below which the unit is no second: people say 15 in one."""

_GAP: Final = 50  # units from one segment to the next, on the average, that milliseconds have
_EPOCH: Final = 10**11  # milliseconds: a time that is later is a date

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
            value = _words(value)
            if not value:
                continue
        if found.kind not in best or found.rank < best[found.kind][0].rank:
            best[found.kind] = (found, value)
    text, words = best.get("text", (None, ""))
    start, end, duration, speaker = (best.get(kind, (None, None)) for kind in _OTHERS)
    units = tuple(time[0].unit if time[0] else None for time in (start, end, duration))
    return Segment(words, start[1], end[1], duration[1], speaker[1], units, text)


def _words(value: Any) -> str:
    """A text, or the words of a list of them."""
    if isinstance(value, list):
        words = (segment_of(item) if isinstance(item, dict) else None for item in value)
        return " ".join(word.text.strip() for word in words if word)
    return text_of(value)


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
    since = min((start for start, _ in timed if start is not None and start > _EPOCH), default=0)
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
