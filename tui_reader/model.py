"""What a transcript is, once read, whatever file it came from.

    Transcript
      metadata   title, date, people, links …
      notes      what the author wrote around the talk, as Markdown
      sections   a heading or chapter → the turn it stands before
      turns      who said what, from when to when
      problems   what was met in the file and what was done about it

A place in a transcript is a `Place`: a turn and a character in its text. Never a row or a
percentage, which mean something else as soon as the window changes. Times are milliseconds from the
start of the recording, or None: a transcript without times is as good as any.
"""

import datetime
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

__all__ = [
    "Link",
    "Mark",
    "Metadata",
    "Place",
    "Problem",
    "Section",
    "Status",
    "Transcript",
    "Turn",
]


class Mark(NamedTuple):
    """A cue that begins inside a turn: the character it begins at, and its time."""

    offset: int
    time: int


class Place(NamedTuple):
    """A place in a transcript: a turn (from 0), and a character in its text (from 0).

    Turn `-1` is the page above the first turn: title, notes and links.
    """

    turn: int
    offset: int = 0


class Link(NamedTuple):
    """A link of a post."""

    title: str
    url: str


class Section(NamedTuple):
    """A heading or chapter, and the turn it stands before; a chapter's `time` where it is told."""

    title: str
    turn: int
    time: int | None = None


class Problem(NamedTuple):
    """Something met in a file that had to be skipped, repaired or guessed.

    `line` counts from 1; 0 is the file as a whole. `message` says what was met and what was done.
    """

    line: int
    message: str


class Status(StrEnum):
    """Whether what was said is in the file at all."""

    TRANSCRIBED = "transcribed"
    MISSING = "not transcribed yet"
    ELSEWHERE = "transcript elsewhere"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says before another does, or a paragraph where nobody is named.

    `text` has single spaces, and `\\n\\n` between paragraphs. `marks` are in the order of their
    offsets and hold the start of every cue inside. `line` is the source line it begins on, from 1.
    """

    text: str
    speaker: str | None = None
    start: int | None = None
    end: int | None = None
    marks: tuple[Mark, ...] = ()
    line: int = 1

    @property
    def first_time(self) -> int | None:
        """The first time known in it: its start, or that of the first words that have one."""
        return self.marks[0].time if self.start is None and self.marks else self.start

    def time_at(self, offset: int) -> int | None:
        """When the words at `offset` begin, as far as the cues tell."""
        index = bisect_right(self.marks, offset, key=lambda mark: mark.offset)
        return self.marks[index - 1].time if index else self.start

    def offset_at(self, time: int) -> int:
        """The character that is being spoken at `time`: the start of the last cue begun by then."""
        return max((mark.offset for mark in self.marks if mark.time <= time), default=0)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an episode beside its words. `duration` is in milliseconds.

    `recording` is the path or the address of its sound, as the file has it.
    """

    title: str = ""
    show: str | None = None
    number: str | None = None
    date: datetime.date | None = None
    duration: int | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    description: str = ""
    recording: str | None = None


@dataclass(frozen=True)
class Transcript:
    """One episode, read. `notes` is Markdown: the author's own text around the turns.

    Without turns it may still have notes, or sections with times: a list of chapters.
    """

    metadata: Metadata = field(default_factory=Metadata)
    turns: tuple[Turn, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: str = ""
    problems: tuple[Problem, ...] = ()
    status: Status = Status.TRANSCRIBED

    @property
    def timed(self) -> bool:
        """Whether any turn has a time, so that one can jump to one."""
        return bool(self._clock)

    @cached_property
    def duration(self) -> int | None:
        """How long the recording is: what the metadata says, or the last time in the text.

        The later of the two: front matter is often about a clip, or simply wrong.
        """
        last = max((time for turn in self.turns for time in _times(turn)), default=None)
        known = [time for time in (self.metadata.duration, last) if time is not None]
        return max(known, default=None)

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks, in the order of their first words."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker))

    @cached_property
    def _clock(self) -> tuple[tuple[int, int], ...]:
        """The timed turns as (latest start so far, turn), so that bisecting always works.

        Files in the wild run backwards here and there; the order of the file stays, and the
        running maximum makes the lookup monotonic.
        """
        starts = ((turn.first_time, n) for n, turn in enumerate(self.turns))
        timed = [(start, n) for start, n in starts if start is not None]
        latest = accumulate((start for start, _ in timed), max)
        return tuple((time, n) for time, (_, n) in zip(latest, timed, strict=True))

    def place_at(self, time: int) -> Place:
        """Where the words spoken at `time` are; the first turn where nothing was said by then.

        Call it on timed transcripts only: elsewhere it can but answer with the beginning.
        """
        index = bisect_right(self._clock, time, key=lambda entry: entry[0])
        if not index:
            return Place(self._clock[0][1] if self._clock else 0)
        turn = self._clock[index - 1][1]
        return Place(turn, self.turns[turn].offset_at(time))

    def time_of(self, place: Place) -> int | None:
        """When the words at `place` were spoken, or the last time known before them."""
        for number in range(min(place.turn, len(self.turns) - 1), -1, -1):
            turn = self.turns[number]
            time = turn.time_at(place.offset if number == place.turn else len(turn.text))
            if time is not None:
                return time
        return None


def _times(turn: Turn) -> Iterator[int]:
    if turn.start is not None:
        yield turn.start
    if turn.end is not None:
        yield turn.end
    if turn.marks:
        yield turn.marks[-1].time
