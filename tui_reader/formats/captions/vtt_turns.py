"""WebVTT whose cues are named after their places, `turn.paragraph.cue`, as the export writes it.

Nothing has to be guessed in such a file: which cues make up a turn, where its paragraphs begin and
which of the times are known. A cue of number 0 goes on with the words before it. Any block that is
not of this kind makes the whole file one of the usual kind.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from tui_reader.entities import unescaped
from tui_reader.lazily import pattern
from tui_reader.model import Mark, Section, Turn
from tui_reader.turns import PARAGRAPH, joint

__all__ = ["Placed", "placed_cues"]

_STAMP: Final = r"\d{2,9}:[0-5]\d:[0-5]\d\.\d{3}"
_HEADER: Final = pattern(r"WEBVTT[^\n]*+\n(?:[^\n]++\n)*+\n++")
_BEGINNINGS: Final = ("1.1.", "NOTE")
_BLOCK: Final = pattern(
    r"NOTE(?:[ ]|\n)(?P<note>[^\n]*+(?:\n[^\n]++)*+)(?:\n++|$)"
    rf"|(?P<turn>\d{{1,9}})\.(?P<paragraph>\d{{1,9}})\.(?P<number>\d{{1,9}})\n"
    rf"(?P<start>{_STAMP}) --> (?P<end>{_STAMP})\n"
    r"(?:<v (?P<voice>[^<>\n]++)>)?(?P<words>[^<>\n]++)(?:\n++|$)",
    re.ASCII,
)
_CHAPTER: Final = pattern(rf"chapter (?:-|({_STAMP})) (\S.*)", re.ASCII)


class Placed(NamedTuple):
    """What a file of this kind holds."""

    turns: tuple[Turn, ...]
    sections: tuple[Section, ...]
    notes: str


def placed_cues(text: str) -> Placed | None:
    """The turns of `text`, its chapters and notes; None where it is not of this kind."""
    header = _HEADER.match(text)
    if header is None or not text.startswith(_BEGINNINGS, header.end()):
        return None
    talk = _Talk()
    at, line = header.end(), text.count("\n", 0, header.end()) + 1
    while at < len(text):
        block = _BLOCK.match(text, at)
        if block is None:
            return None
        if block["note"] is not None:
            talk.remark(block["note"])
        elif not talk.say(block.groupdict(), line):
            return None
        line += block[0].count("\n")
        at = block.end()
    return talk.whole() if talk.begun else None


class _Talk:
    """The turns as they are put together."""

    def __init__(self) -> None:
        self._turns: list[_Words] = []
        self._place = (0, 1, 0)
        self._chapters: list[Section] = []
        self._notes: list[str] = []

    @property
    def begun(self) -> bool:
        """Whether anything has been said."""
        return bool(self._turns)

    def remark(self, note: str) -> None:
        """A comment: a chapter that begins here, or above the first turn a paragraph of notes."""
        chapter = _CHAPTER.fullmatch(note)
        if chapter is not None:
            time = _ms(chapter[1]) if chapter[1] else None
            self._chapters.append(Section(chapter[2].strip(), len(self._turns), time))
        elif not self._turns:
            self._notes.append(note.strip("\n"))

    def say(self, cue: Mapping[str, str], line: int) -> bool:
        """A cue; False where it does not come next, or nothing is said in it."""
        words = " ".join(unescaped(cue["words"]).split())
        turn, paragraph, number = (int(cue[key]) for key in ("turn", "paragraph", "number"))
        last_turn, last_paragraph, last_number = self._place
        goes_on = (turn, paragraph) == (last_turn, last_paragraph) and self._turns
        if goes_on:
            follows = number in (0, last_number + 1)
        else:
            last_number = 0
            first = (last_turn + 1, 1), (last_turn, last_paragraph + 1)
            follows = (turn, paragraph) in first and turn > 0 and number <= 1
        if not follows or not words:
            return False
        if turn != last_turn:
            self._turns.append(_Words(line))
        self._place = (turn, paragraph, number or last_number)
        self._turns[-1].add(words, cue, timed=number > 0, paragraph=not goes_on)
        return True

    def whole(self) -> Placed:
        last = max(len(self._turns) - 1, 0)
        sections = (one._replace(turn=min(one.turn, last)) for one in self._chapters)
        turns = (words.turn() for words in self._turns)
        return Placed(tuple(turns), tuple(sections), "\n\n".join(self._notes))


class _Words:
    """A turn as it is put together."""

    def __init__(self, line: int) -> None:
        self._line = line
        self._parts: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._end = 0
        self._speaker: str | None = None

    def add(self, words: str, cue: Mapping[str, str], *, timed: bool, paragraph: bool) -> None:
        seam = ""
        if self._parts:
            seam = PARAGRAPH if paragraph else joint(self._parts[-1], words)
        if timed:
            self._marks.append(Mark(self._length + len(seam), _ms(cue["start"])))
        self._parts += (seam, words)
        self._length += len(seam) + len(words)
        self._end = max(self._end, _ms(cue["end"]))
        if cue["voice"]:
            self._speaker = " ".join(unescaped(cue["voice"]).split()) or None

    def turn(self) -> Turn:
        marks = tuple(self._marks)
        start = marks[0].time if marks else None
        return Turn("".join(self._parts), self._speaker, start, self._end, marks, self._line)


def _ms(stamp: str) -> int:
    hours, minutes, seconds, fraction = map(int, stamp.replace(".", ":").split(":"))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction
