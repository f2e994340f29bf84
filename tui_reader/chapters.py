"""Chapters put where they begin: a list of times and titles, laid over the turns of a talk."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from tui_reader.model import Mark, Section, Turn

__all__ = ["Chaptered", "placed"]

_EARLY: Final = 1_000
"""Milliseconds that words may begin before their chapter does: lists are rounded to seconds."""


class Chaptered(NamedTuple):
    """Turns, some of them cut in two where a chapter begins, and the chapters before them."""

    turns: tuple[Turn, ...]
    sections: tuple[Section, ...]


def placed(turns: Sequence[Turn], chapters: Iterable[tuple[int, str]]) -> Chaptered:
    """The chapters, each a time in milliseconds and a title, laid over `turns`.

    A chapter stands before the first words that begin with it; a turn that is under way is cut at
    the cue. One that begins behind the last words stands with the last turn. Turns without times
    keep their chapters together at the top.
    """
    waiting = sorted(chapters, key=lambda chapter: chapter[0])[::-1]
    cut: list[Turn] = []
    sections: list[Section] = []
    timed = any(turn.start is not None for turn in turns)
    for turn in turns:
        rest: Turn | None = turn
        while rest is not None:
            begun = [] if timed else waiting[::-1]
            while timed and waiting and rest.start is not None and _begins(waiting[-1], rest.start):
                begun.append(waiting.pop())
            if not timed:
                waiting.clear()
            sections += (Section(title, len(cut), time) for time, title in begun)
            first, rest = _cut(rest, waiting[-1][0]) if waiting else (rest, None)
            cut.append(first)
    last = max(len(cut) - 1, 0)
    sections += (Section(title, last, time) for time, title in reversed(waiting))
    return Chaptered(tuple(cut), tuple(sections))


def _begins(chapter: tuple[int, str], start: int) -> bool:
    return chapter[0] - _EARLY <= start


def _cut(turn: Turn, time: int) -> tuple[Turn, Turn | None]:
    """`turn` up to the first cue that begins at `time`, and the rest of it, if there is any."""
    at = next((mark.offset for mark in turn.marks if mark.time >= time - _EARLY), 0)
    before, after = turn.text[:at].rstrip(), turn.text[at:]
    if not before or not after.strip():
        return turn, None
    marks = tuple(Mark(mark.offset - at, mark.time) for mark in turn.marks if mark.offset >= at)
    kept = tuple(mark for mark in turn.marks if mark.offset < len(before))
    first = replace(turn, text=before, end=marks[0].time, marks=kept)
    return first, replace(turn, text=after, start=marks[0].time, marks=marks)
