"""The headings of a transcript, asked for turn by turn."""

from collections.abc import Iterator
from typing import NamedTuple

from tui_reader.model import Section, Transcript

__all__ = ["Heading", "Headings"]


class Heading(NamedTuple):
    """The words of a heading on one line, and the time of a chapter where it is told."""

    title: str
    time: int | None


class Headings:
    """The headings in the order of their turns."""

    def __init__(self, transcript: Transcript) -> None:
        self._sections: dict[int, list[Section]] = {}
        for section in transcript.sections:
            self._sections.setdefault(section.turn, []).append(section)

    def before(self, turn: int) -> Iterator[Heading]:
        """Those that stand before this turn."""
        for section in self._sections.get(turn, ()):
            yield Heading(" ".join(section.title.split()), section.time)
