"""A transcript as JSON, on its way to cues: asked for words, times and speakers by their keys."""

from collections.abc import Iterator
from typing import Any, Final

from tui_reader.formats.data.jsontext import SourceLines
from tui_reader.formats.data.met import Met
from tui_reader.formats.data.salvage import Salvaged, salvaged
from tui_reader.formats.data.values import speaker_of, text_of, time_of
from tui_reader.model import Problem
from tui_reader.turns import Cue

__all__ = ["SECONDS", "Keys", "Reading"]

Keys = tuple[str, ...]
"""Names that one thing goes by, the most telling first."""

SECONDS: Final = 1000
"""Milliseconds in the unit of most files."""


class Reading:
    """The value of a JSON text, and what was met while it was read.

    `value` is None where nothing could be read. What is asked of it may be of any type: what
    cannot be used is noted, once for its kind, with the line of the first.
    """

    def __init__(self, text: str, whole: Salvaged | None = None) -> None:
        self.value, self._broken = whole or salvaged(text)
        self._lines = SourceLines(text)
        self._line = 1
        self._met = Met()

    def problems(self) -> tuple[Problem, ...]:
        """What was met so far."""
        return (*self._broken, *self._met.problems())

    def note(self, what: str, example: str, line: int | None = None) -> None:
        """Note that `what` was met and what was done, with the words it was about.

        Without a `line`, it is that of the last words asked for.
        """
        self._met.note(what, example, line or self._line)

    def items(self, value: Any) -> Iterator[dict[str, Any]]:
        """The objects in the list `value`; a bare string among them is an object's text."""
        if not isinstance(value, list):
            if value:
                self.note("something else where a list should be left out", repr(value)[:80])
            return
        for item in value:
            if isinstance(item, dict):
                yield item
            elif isinstance(item, str):
                yield {"text": item}
            elif item is not None:
                self.note("an entry that is no object left out", repr(item)[:80])

    def words(self, item: dict[str, Any], *keys: str) -> str:
        """The text under the first of `keys` that has any."""
        for key in (*keys, "text"):
            value = item.get(key)
            if value is None:
                continue
            if words := text_of(value):
                self.line_of(words)
                return words
            if isinstance(value, list | dict) and value:
                self.note("something else where words should be left out", repr(value)[:80])
        return ""

    def line_of(self, words: str) -> int:
        """The line on which `words` stand, asked for in the order of the text."""
        self._line = self._lines.of(words)
        return self._line

    def time(self, item: dict[str, Any], *keys: str, unit: int = SECONDS) -> int | None:
        """The milliseconds under the first of `keys` that is there."""
        value = next((item[key] for key in keys if item.get(key) is not None), None)
        if value is None:
            return None
        time = time_of(value, unit)
        if time is None:
            self.note("a time that cannot be read left out", repr(value)[:80])
        return time

    def cue(
        self,
        item: dict[str, Any],
        text: Keys = ("text",),
        start: Keys = ("start",),
        end: Keys = ("end",),
        speaker: Keys = ("speaker",),
        *,
        unit: int = SECONDS,
    ) -> Cue:
        """The cue that `item` is."""
        words = self.words(item, *text)
        begun, over = self.time(item, *start, unit=unit), self.time(item, *end, unit=unit)
        who = next((name for key in speaker if (name := speaker_of(item.get(key)))), None)
        return Cue(begun, over, words, who, self._line)
