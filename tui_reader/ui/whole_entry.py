"""A mark or a note with nothing left out, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui_reader.harmless import harmless, harmless_line, harmless_path
from tui_reader.marking.listing import title
from tui_reader.timecode import format_clock
from tui_reader.ui.lines_view import Line

if TYPE_CHECKING:
    from tui_reader.state.notebook import Entry

__all__ = ["whole"]

_PROBLEMS = {
    "file gone": "Its file is gone: {path}",
    "words gone": "These words are not in the transcript any more.",
}


def whole(entry: Entry, problem: str = "") -> Iterator[Line]:
    """All of an entry: the note first, then what was said, by whom, where and when."""
    if problem:
        path = harmless_path(entry.identity.path)
        yield Line(_PROBLEMS[problem].format(path=path), look="warning")
    for line in harmless(entry.text).splitlines():
        yield Line(line)
    if entry.text:
        yield Line()
    yield Line(_source(entry), look="heading")
    for paragraph in harmless(entry.quote).split("\n\n"):
        yield Line(" ".join(paragraph.split()))


def _source(entry: Entry) -> str:
    about = entry.identity
    time = "" if entry.time is None else format_clock(entry.time)
    letter = f"mark {entry.letter}" if entry.letter else ""
    facts = (letter, time, entry.speaker, title(entry), about.show, about.date)
    return harmless_line(" · ".join(filter(None, facts)))
