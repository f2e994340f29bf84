"""What there is to go to in an episode: its parts, headings and chapters, each with its place.

Where there are none, the talk is cut by the clock, or by the turns: landmarks are better than
nothing.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from tui_reader.model import Place, Section
from tui_reader.page import Kind, Page

__all__ = ["Part", "contents", "part_at", "section_at"]

_NOTES: Final = {Kind.NOTE, Kind.NOTE_HEADING, Kind.NOTE_ITEM}

_MINUTE: Final = 60_000
_CLOCKS: Final = tuple(minutes * _MINUTE for minutes in (1, 2, 5, 10, 20, 30, 60))
"""The spans of time that landmarks may be apart."""

_COUNTS: Final = (10, 20, 50, 100, 200, 500, 1000)
"""The numbers of turns that they may be apart, where there are no times."""

_ENOUGH: Final = 20
"""So many landmarks are enough to find one's way."""


class Part(NamedTuple):
    """Something one can go to. `depth` is 0 for the parts of a page, 1 for what is in them."""

    title: str
    place: Place
    time: int | None = None
    depth: int = 0


def contents(page: Page) -> tuple[Part, ...]:
    """The parts of a page, and in them the headings and chapters, in their order."""
    front = tuple(_front(page))
    inside = tuple(_chapters(page)) or tuple(_landmarks(page))
    if not front or not page.transcript.turns:
        return front + tuple(part._replace(depth=0) for part in inside)
    first = page.transcript.turns[0].first_time
    return (*front, Part("Transcript", Place(0), first), *inside)


def part_at(parts: tuple[Part, ...], place: Place) -> int:
    """The number of the part in which a place is: the last that has begun there."""
    return max(0, bisect_right(parts, place, key=lambda part: part.place) - 1)


def section_at(page: Page, place: Place) -> Section | None:
    """The heading or chapter under which a place stands."""
    index = bisect_right(page.sections, place.turn, key=lambda section: section.turn)
    return page.sections[index - 1] if index and place.turn >= 0 else None


def _front(page: Page) -> Iterator[Part]:
    """The notes above the first turn: their headings, and where they have many links."""
    every = page.blocks if page.transcript.turns else page.blocks[: -len(page.sections) or None]
    notes = [(n, block) for n, block in enumerate(every) if block.kind in _NOTES and block.turn < 0]
    if not notes:
        return
    yield Part("Notes", page.place(notes[0][0], 0))
    before = None
    for kind, blocks in groupby(notes, key=lambda pair: pair[1].kind):
        for number, block in blocks:
            place = page.place(number, 0)
            if kind is Kind.NOTE_HEADING:
                yield Part(block.text, place, depth=1)
            elif kind is Kind.NOTE_ITEM and before is not Kind.NOTE_HEADING and block.links:
                yield Part("Links", place, depth=1)
                break
        before = kind


def _chapters(page: Page) -> Iterator[Part]:
    transcript, sections = page.transcript, page.sections
    first = len(page.blocks) - len(sections)
    for number, section in enumerate(sections):
        if transcript.turns:
            time = transcript.turns[min(section.turn, len(transcript.turns) - 1)].first_time
            place = Place(section.turn)
        else:
            time, place = None, page.place(first + number, 0)
        yield Part(section.title, place, time if section.time is None else section.time, 1)


def _landmarks(page: Page) -> Iterator[Part]:
    """What is said every so many minutes, or every so many turns."""
    transcript = page.transcript
    turns, duration = transcript.turns, transcript.duration or 0
    if not transcript.timed:
        step = next((step for step in _COUNTS if len(turns) <= step * _ENOUGH), _COUNTS[-1])
        for number in range(0, len(turns), step):
            yield Part(f"#{number + 1}  {_said(page, Place(number))}", Place(number), depth=1)
        return
    step = next((step for step in _CLOCKS if duration <= step * _ENOUGH), _CLOCKS[-1])
    before = None
    for time in range(0, max(1, duration), step):
        place = transcript.place_at(time)
        if place != before:
            yield Part(_said(page, place), place, transcript.time_of(place), 1)
        before = place


def _said(page: Page, place: Place) -> str:
    """Who says what at a place; the beginning of it."""
    turn = page.transcript.turns[place.turn]
    words = " ".join(turn.text[place.offset : place.offset + 120].split())
    return f"{turn.speaker}: {words}" if turn.speaker else words
