"""Chapters put where they begin: a list of times and titles, laid over the turns of a talk."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from tui_reader.model import Mark, Section, Turn

__all__ = ["Chaptered", "placed"]

_EARLY: Final = 1_000
"""Milliseconds that words may begin before their chapter does: lists are rounded to seconds.

Of several that begin about then, the nearest are meant.
"""


class Chaptered(NamedTuple):
    """Turns, some of them cut in two where a chapter begins, and the chapters before them."""

    turns: tuple[Turn, ...]
    sections: tuple[Section, ...]


def placed(turns: Sequence[Turn], chapters: Iterable[tuple[int, str]]) -> Chaptered:
    """The chapters, each a time in milliseconds and a title, laid over `turns`.

    A chapter stands before the first words that begin with it; a turn that is under way is cut at
    the cue. One that begins before any time that is known stands at the top, and so do all where
    none is; one that begins behind the last words stands with the last turn.
    """
    starts = _starts(turns)
    waiting = [_Waiting(_nearest(starts, time), time, title) for time, title in chapters]
    waiting.sort(key=lambda chapter: chapter.time, reverse=True)
    cut: list[Turn] = []
    sections: list[Section] = []
    for turn in turns:
        rest: Turn | None = turn
        while rest is not None:
            while waiting and _begins(waiting[-1], rest, starts):
                _, time, title = waiting.pop()
                sections.append(Section(title, len(cut), time))
            first, rest = _cut(rest, waiting[-1].words) if waiting else (rest, None)
            cut.append(first)
    last = max(len(cut) - 1, 0)
    sections += (Section(title, last, time) for _, time, title in reversed(waiting))
    return Chaptered(tuple(cut), tuple(sections))


class _Waiting(NamedTuple):
    """A chapter that is not placed yet: when its first `words` begin, and its own `time`."""

    words: int
    time: int
    title: str


def _starts(turns: Sequence[Turn]) -> Sequence[int]:
    """The times at which any words begin, in order."""
    begun = {turn.start for turn in turns if turn.start is not None}
    return sorted(begun.union(mark.time for turn in turns for mark in turn.marks))


def _nearest(starts: Sequence[int], time: int) -> int:
    """When the words begin that a chapter begins with: nearest to its time, or then."""
    at = bisect_left(starts, time)
    near = [start for start in starts[max(0, at - 1) : at + 1] if abs(start - time) <= _EARLY]
    return min(near, key=lambda start: abs(start - time), default=time)


def _begins(chapter: _Waiting, turn: Turn, starts: Sequence[int]) -> bool:
    if not starts or chapter.words < starts[0]:
        return True
    return turn.start is not None and chapter.words <= turn.start


def _cut(turn: Turn, time: int) -> tuple[Turn, Turn | None]:
    """`turn` up to the first cue that begins at `time`, and the rest of it, if there is any."""
    at = next((mark.offset for mark in turn.marks if mark.time >= time), 0)
    before, after = turn.text[:at].rstrip(), turn.text[at:]
    if not before or not after.strip():
        return turn, None
    marks = tuple(Mark(mark.offset - at, mark.time) for mark in turn.marks if mark.offset >= at)
    kept = tuple(mark for mark in turn.marks if mark.offset < len(before))
    first = replace(turn, text=before, end=marks[0].time, marks=kept)
    return first, replace(turn, text=after, start=marks[0].time, marks=marks)
