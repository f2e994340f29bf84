"""Show notes: the little Markdown that authors use around a transcript, as plain text with links.

Headings, list items and paragraphs are told apart; everything else stays as it was written.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

from tui_reader.markdown import LinkSpan, plain_with_links

__all__ = ["Note", "NoteKind", "read_notes"]


class NoteKind(Enum):
    """What a block of the notes is."""

    HEADING = auto()
    ITEM = auto()
    PARAGRAPH = auto()


class Note(NamedTuple):
    """A block of the notes, as plain text."""

    kind: NoteKind
    text: str
    links: tuple[LinkSpan, ...] = ()


_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+(\S.*)")


def read_notes(notes: str) -> Iterator[Note]:
    """The blocks of `notes`, in their order; lines of one paragraph are joined."""
    paragraph: list[str] = []
    for line in [*notes.replace("\t", " ").split("\n"), ""]:
        heading, item = _heading(line), _ITEM.fullmatch(line)
        if paragraph and (heading or item or not line.strip()):
            yield Note(NoteKind.PARAGRAPH, *plain_with_links(" ".join(paragraph)))
            paragraph = []
        if heading:
            yield Note(NoteKind.HEADING, *plain_with_links(heading))
        elif item:
            yield Note(NoteKind.ITEM, *plain_with_links(item[1].strip()))
        elif line.strip():
            paragraph.append(line.strip())


def _heading(line: str) -> str:
    """The words of a heading, nothing where `line` is none."""
    words = line.lstrip("#")
    is_heading = 1 <= len(line) - len(words) <= 6 and words[:1].isspace()
    return words.strip().rstrip("#").rstrip() if is_heading else ""
