"""Turns of a written transcript, put together paragraph by paragraph."""

from tui_reader.model import Mark, Section, Turn
from tui_reader.turns import PARAGRAPH

__all__ = ["Talk"]


class Talk:
    """A transcript as it is being read: who speaks now, and what was said so far."""

    def __init__(self) -> None:
        self._turns: list[Turn] = []
        self._headings: list[tuple[str, int]] = []
        self._begin(None, None, None)

    def _begin(self, speaker: str | None, line: int | None, time: int | None) -> None:
        self._speaker = speaker
        self._line = line
        self._time = time
        self._parts: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []

    def speak(self, speaker: str | None, line: int, time: int | None = None) -> None:
        """`speaker` begins on `line`, at `time`; what is said next is theirs."""
        self._finish()
        self._begin(speaker, line, time)

    def say(self, words: str, line: int, time: int | None = None, joint: str = PARAGRAPH) -> None:
        """A paragraph of whoever speaks now, behind `joint`; `time` is when it begins."""
        if not words:
            return
        if self._parts:
            self._parts.append(joint)
            self._length += len(joint)
        else:
            time = self._time if time is None else time
            self._line = line if self._line is None else self._line
        if time is not None:
            self._marks.append(Mark(self._length, time))
        self._parts.append(words)
        self._length += len(words)

    def head(self, title: str) -> None:
        """A heading stands here; who was speaking goes on below it, in another turn."""
        self._finish()
        self._begin(self._speaker, None, None)
        self._headings.append((title, len(self._turns)))

    def _finish(self) -> None:
        if self._parts:
            start = self._marks[0].time if self._marks else None
            text = "".join(self._parts)
            marks = tuple(self._marks)
            self._turns.append(Turn(text, self._speaker, start, marks=marks, line=self._line or 1))

    def turns(self) -> tuple[Turn, ...]:
        """All that was said. The talk is over."""
        self._finish()
        self._begin(None, None, None)
        return tuple(self._turns)

    def sections(self) -> tuple[Section, ...]:
        """The headings; one behind the last turn stands with that turn."""
        last = max(len(self._turns) - 1, 0)
        return tuple(Section(title, min(turn, last)) for title, turn in self._headings)
