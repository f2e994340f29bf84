"""Show notes: the little Markdown that authors use around a transcript, as plain text with links.

Only what reads better without its marks is taken apart: headings, list items, emphasis and links.
Everything else stays as it was written.
"""

import html
import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

__all__ = ["LinkSpan", "Note", "NoteKind", "inline", "read_notes"]


class NoteKind(Enum):
    """What a block of the notes is."""

    HEADING = auto()
    ITEM = auto()
    PARAGRAPH = auto()


class LinkSpan(NamedTuple):
    """The characters of a text that stand for a link."""

    start: int
    end: int
    url: str


class Note(NamedTuple):
    """A block of the notes, as plain text."""

    kind: NoteKind
    text: str
    links: tuple[LinkSpan, ...] = ()


_HEADING: Final = re.compile(r"#{1,6}\s+(.+?)\s*#*\s*")
_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+(\S.*)")
_INLINE: Final = re.compile(
    r"\\([\\`*_{}\[\]()#+.!|<>~-])"  # an escaped mark
    r"|!?\[((?:[^\[\]\\\n]|\\.){0,500})\]\(\s*<?([^\s()<>]{0,2000}(?:\([^\s()<>]{0,200}\))?[^\s()<>]{0,500})>?"
    r"(?:\s+\"[^\"\n]{0,500}\")?\s*\)"
    r"|<((?:https?://|mailto:)[^\s<>]{1,2000})>"
    r"|(https?://[^\s<>\[\]()\"“”]{1,2000}[^\s<>\[\]()\"“”.,;:!?'])"
    r"|(\*\*|__)(?=\S)"
    r"|(?<=\S)(\*\*|__)"
    r"|(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,500}?)(?<=[^\s*_])\8(?![\w*])"
)


def read_notes(notes: str) -> Iterator[Note]:
    """The blocks of `notes`, in their order; lines of one paragraph are joined."""
    paragraph: list[str] = []
    for line in [*notes.split("\n"), ""]:
        heading, item = _HEADING.fullmatch(line), _ITEM.fullmatch(line)
        if paragraph and (heading or item or not line.strip()):
            yield Note(NoteKind.PARAGRAPH, *inline(" ".join(paragraph)))
            paragraph = []
        if heading:
            yield Note(NoteKind.HEADING, *inline(heading[1]))
        elif item:
            yield Note(NoteKind.ITEM, *inline(item[1].strip()))
        elif line.strip():
            paragraph.append(line.strip())


def inline(markdown: str) -> tuple[str, tuple[LinkSpan, ...]]:
    """`markdown` as plain text, and where in it the links are.

    A link with an empty title shows its address; one with an empty address is plain text.
    """
    text = ""
    links: list[LinkSpan] = []
    last = 0
    for match in _INLINE.finditer(markdown):
        text += html.unescape(markdown[last : match.start()])
        last = match.end()
        escaped, title, target, angled, bare, _, _, mark, emphasised = match.groups()
        url = target or angled or bare
        if escaped:
            text += escaped
        elif mark:
            text += html.unescape(emphasised)
        elif title is not None or url:
            shown = " ".join(inline(title)[0].split()) if title else ""
            shown = shown or url or ""
            if url:
                links.append(LinkSpan(len(text), len(text) + len(shown), html.unescape(url)))
            text += shown
    return text + html.unescape(markdown[last:]), tuple(links)
