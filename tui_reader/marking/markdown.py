"""Marks and notes as Markdown: each what was said, who said it where and when, and the note.

    # Bread before dawn

    > It gets fed at four.
    >
    > — Łukasz Piekarz, “Bread before dawn”, 2024-06-01, 04:37

    Ask him about the night shift.

    ---

In one text for all episodes, the title of each is a heading of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui_reader.marking.escaping import as_written, escaped_line
from tui_reader.marking.listing import Group, speaker, title
from tui_reader.timecode import format_clock

if TYPE_CHECKING:
    from tui_reader.state.notebook import Entry

__all__ = ["all_markdown", "episode_markdown"]

_BETWEEN = "\n\n---\n\n"


def all_markdown(groups: Sequence[Group]) -> str:
    """The marks and notes of several episodes, as one text."""
    parts = (
        f"## {escaped_line(group.title)}\n\n{_BETWEEN.join(map(_entry, group.entries))}"
        for group in groups
    )
    return "\n\n".join(["# Marks and notes", *parts]) + "\n"


def episode_markdown(group: Group) -> str:
    """Those of one episode."""
    return f"# {escaped_line(group.title)}\n\n{_BETWEEN.join(map(_entry, group.entries))}\n"


def _entry(entry: "Entry") -> str:
    """A quote with its source, and below it the note."""
    paragraphs = [escaped_line(part) for part in entry.quote.split("\n\n")]
    quoted = _quoted([*filter(None, paragraphs), f"— {_source(entry)}"])
    note = as_written(entry.text)
    return f"{quoted}\n\n{note}" if note else quoted


def _quoted(paragraphs: Iterable[str]) -> str:
    return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs)


def _source(entry: "Entry") -> str:
    return ", ".join(_parts(entry))


def _parts(entry: "Entry") -> Iterator[str]:
    about = entry.identity
    if name := speaker(entry):
        yield escaped_line(name)
    yield f"“{escaped_line(title(entry))}”"
    if about.show:
        yield escaped_line(about.show)
    if about.date:
        yield escaped_line(about.date)
    if entry.time is not None:
        yield format_clock(entry.time)
    if entry.letter:
        yield f"mark {entry.letter}"
