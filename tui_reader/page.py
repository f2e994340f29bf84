"""A transcript as a page: the blocks one reads from top to bottom, before any width is known.

    title · what is known about it · show notes · section headings and turns

Where there are no turns, the chapters stand for them: `12:05  Title`.

A position on the page is (block, character). The page translates it to and from a `Place`, which is
what other parts of the reader speak of.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.counting import counted
from tui_reader.model import Link, Place, Section, Status, Transcript
from tui_reader.timecode import format_clock
from tui_reader.wrap import is_narrow

if TYPE_CHECKING:
    from tui_reader.markdown import LinkSpan

__all__ = ["Block", "Kind", "Page", "heading", "turns_in_words"]


class Kind(Enum):
    """What a block is, which decides how it is painted."""

    TITLE = auto()
    FACTS = auto()
    NOTE = auto()
    NOTE_HEADING = auto()
    NOTE_ITEM = auto()
    SECTION = auto()
    TURN = auto()
    SKIPPED = auto()
    """What stands in for turns that are not shown."""


class Block(NamedTuple):
    """A piece of the page that is wrapped by itself.

    `turn` is the turn it is or stands before, -1 above the first; of turns that are skipped, the
    first. `name` is the speaker's name where it is to be printed: on a change. `narrow` says that
    characters are cells.
    """

    kind: Kind
    text: str
    turn: int = -1
    name: str | None = None
    links: tuple["LinkSpan", ...] = ()
    narrow: bool = True


class Page:
    """The blocks of `transcript`, and the way between positions on the page and places.

    They may be given, where not all of the transcript is to be shown.
    """

    shown: Sequence[int]
    """The numbers of the turns on the page, in their order."""

    def __init__(self, transcript: Transcript, blocks: Iterable[Block] | None = None) -> None:
        self.transcript = transcript
        self.shown = range(len(transcript.turns))
        every = (*_front(transcript), *_body(transcript)) if blocks is None else tuple(blocks)
        self.blocks = every
        self.blocks_of_turns = [n for n, block in enumerate(every) if block.kind is Kind.TURN]
        front = [block for block in self.blocks if block.turn < 0]
        self._front_starts = [0]
        for block in front:
            self._front_starts.append(self._front_starts[-1] + len(block.text) + 1)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links of the episode, then those that only its notes have."""
        links = {link.url: link for link in self.transcript.metadata.links}
        for block in self.blocks:
            for start, end, url in block.links:
                links.setdefault(url, Link(block.text[start:end], url))
        return tuple(links.values())

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The headings or chapters in the order in which they stand on the page."""
        return tuple(sorted(self.transcript.sections, key=lambda section: section.turn))

    def has(self, place: Place) -> bool:
        """Whether a place is not hidden."""
        return True

    def position(self, place: Place) -> tuple[int, int]:
        """The block that `place` is in, and the character there."""
        if place.turn >= 0 and self.blocks_of_turns:
            block = self.blocks_of_turns[min(place.turn, len(self.blocks_of_turns) - 1)]
            return block, min(place.offset, len(self.blocks[block].text))
        block = bisect_right(self._front_starts, place.offset, hi=len(self._front_starts) - 1) - 1
        return block, place.offset - self._front_starts[block]

    def place(self, block: int, offset: int) -> Place:
        """The place of a character of a block. A section heading is the start of its turn."""
        found = self.blocks[block]
        if found.turn < 0:
            return Place(-1, self._front_starts[block] + offset)
        return Place(found.turn, offset if found.kind is Kind.TURN else 0)


def turns_in_words(transcript: Transcript, count: int) -> str:
    """So many turns of a transcript as people call them: where nobody is named, paragraphs."""
    return counted(count, "turn" if transcript.speakers else "paragraph")


def _front(transcript: Transcript) -> Iterator[Block]:
    """What stands above the first turn."""
    from tui_reader.notes import NoteKind, read_notes

    kinds = {
        NoteKind.HEADING: Kind.NOTE_HEADING,
        NoteKind.ITEM: Kind.NOTE_ITEM,
        NoteKind.PARAGRAPH: Kind.NOTE,
    }
    title = transcript.metadata.title
    yield Block(Kind.TITLE, title, narrow=is_narrow(title))
    facts = " · ".join(_facts(transcript))
    if facts:
        yield Block(Kind.FACTS, facts, narrow=is_narrow(facts))
    for note in read_notes(transcript.notes):
        yield Block(kinds[note.kind], note.text, links=note.links, narrow=is_narrow(note.text))
    if not transcript.turns:
        for section in transcript.sections:
            text = heading(transcript, section)
            yield Block(Kind.NOTE_ITEM, text, narrow=is_narrow(text))


def heading(transcript: Transcript, section: Section) -> str:
    """The words of a heading, with the time of a chapter where no turn beside it tells that."""
    if section.time is None or transcript.timed:
        return section.title
    return f"{format_clock(section.time)}  {section.title}"


def _facts(transcript: Transcript) -> Iterator[str]:
    """What is known about an episode, each in a few characters."""
    about = transcript.metadata
    if about.show:
        yield about.show
    if about.number and about.number not in about.title:
        yield f"#{about.number}"
    if about.date:
        yield about.date.isoformat()
    if transcript.duration is not None:
        yield format_clock(transcript.duration)
    if transcript.status is not Status.TRANSCRIBED:
        yield transcript.status.value
    if transcript.speakers:
        yield ", ".join(transcript.speakers)
    if about.tags:
        yield " ".join(f"#{tag}" for tag in about.tags)
    if count := len(transcript.problems):
        yield f"{count} problem{'s' * (count > 1)} in the file"


def _body(transcript: Transcript) -> Iterator[Block]:
    """The turns, each section's heading before its first."""
    sections = sorted(transcript.sections, key=lambda section: section.turn)[::-1]
    before = None
    for number, turn in enumerate(transcript.turns):
        while sections and sections[-1].turn <= number:
            title = heading(transcript, sections.pop())
            before = None
            yield Block(Kind.SECTION, title, number, narrow=is_narrow(title))
        name = turn.speaker if turn.speaker != before else None
        before = turn.speaker
        yield Block(Kind.TURN, turn.text, number, name, narrow=is_narrow(turn.text))
