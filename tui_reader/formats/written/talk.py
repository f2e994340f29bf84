"""Turns of a written transcript, put together paragraph by paragraph."""

from collections.abc import Iterable

from tui_reader.model import Mark, Section, Turn
from tui_reader.turns import PARAGRAPH

__all__ = ["Talk"]


class Talk:
    """A transcript as it is being read: who speaks now, and what was said so far."""

    def __init__(self) -> None:
        self._turns: list[Turn] = []
        self._headings: list[Section] = []
        self._begin(None, None, None)

    def _begin(
        self, speaker: str | None, line: int | None, time: int | None, end: int | None = None
    ) -> None:
        self._speaker = speaker
        self._line = line
        self._time = time
        self._end = end
        self._parts: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []

    def speak(
        self, speaker: str | None, line: int, time: int | None = None, end: int | None = None
    ) -> None:
        """`speaker` begins on `line`, at `time`; what is said next is theirs, until `end`."""
        self._finish()
        due = self._time if self._line is None else None
        self._begin(speaker, line, due if time is None else time, end)

    def say(
        self,
        words: str,
        line: int,
        time: int | None = None,
        joint: str = PARAGRAPH,
        marks: Iterable[Mark] = (),
    ) -> None:
        """A paragraph of whoever speaks now, behind `joint`; `time` is when it begins.

        `marks` are further times within `words`. A time without words is that of the next words.
        """
        time = self._time if time is None else time
        self._time = None if words else time
        if not words:
            return
        if self._parts:
            self._parts.append(joint)
            self._length += len(joint)
        else:
            self._line = line if self._line is None else self._line
        if time is not None:
            self._marks.append(Mark(self._length, time))
        self._marks += (
            Mark(self._length + offset, at) for offset, at in marks if offset or time is None
        )
        self._parts.append(words)
        self._length += len(words)

    def head(self, title: str, time: int | None = None, *, timing: bool = True) -> None:
        """A heading stands here; who was speaking goes on below it, in another turn.

        Its time, if it has one, is also when the words below begin, where it is `timing` them.
        """
        self._finish()
        self._begin(self._speaker, None, time if timing else None)
        self._headings.append(Section(title, len(self._turns), time))

    def _finish(self) -> None:
        if self._parts:
            marks = tuple(self._marks)
            start = marks[0].time if marks and not marks[0].offset else None
            self._turns.append(
                Turn("".join(self._parts), self._speaker, start, self._end, marks, self._line or 1)
            )

    def turns(self) -> tuple[Turn, ...]:
        """All that was said. The talk is over."""
        self._finish()
        self._begin(None, None, None)
        return tuple(self._turns)

    def sections(self) -> tuple[Section, ...]:
        """The headings; one behind the last turn stands with that turn."""
        last = max(len(self._turns) - 1, 0)
        return tuple(heading._replace(turn=min(heading.turn, last)) for heading in self._headings)
