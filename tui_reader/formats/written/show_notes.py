"""A post in which nobody speaks: an essay, or show notes with a list of times among the prose."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tui_reader.formats.written.headings import is_notes, opens_transcript
from tui_reader.formats.written.items import Item
from tui_reader.formats.written.post_talk import essay, heading_of
from tui_reader.formats.written.timestamps import ChapterLine, is_sponsor, listed_lines
from tui_reader.lazily import pattern
from tui_reader.markdown import links_in, plain
from tui_reader.model import Section, Turn

__all__ = ["ShowNotes", "read_show_notes"]

_LEAD_LENGTH: Final = 60  # characters of a line such as `Timestamps:` right above a list
_MARKED: Final = pattern(r"\s*(?:[-*+>|#]|\d{1,3}[.)])\s")
_LINK: Final = pattern(r"!?\[[^\[\]]*\]\([^()\s]*\)|<?https?://\S+")


class ShowNotes(NamedTuple):
    """The prose as turns of nobody, headings and chapters; `notes` is the list and its heading."""

    turns: tuple[Turn, ...]
    sections: tuple[Section, ...]
    notes: str


def read_show_notes(items: Sequence[Item], lines: Sequence[str]) -> ShowNotes:
    """The body that `lines` are, in pieces; the first line is that of the first piece.

    The times listed in it are chapters, right where they stand, and the list itself is notes.
    A body that has nothing but the list, headings and links is notes as a whole.
    """
    whole = [_unlabelled(item, lines[item.line - items[0].line]) for item in items]
    entries = {items[0].line + entry.line: entry for entry in _listed(items, lines)}
    cut = list(_cut(whole, entries))
    leads = set(_leads(cut, entries))
    pieces = [piece for piece in cut if piece.line not in leads]
    chapters = {line: entry for line, entry in entries.items() if not is_sponsor(entry.title)}
    sponsors = entries.keys() - chapters.keys()
    talk = essay((piece for piece in pieces if piece.line not in sponsors), chapters)
    turns = talk.turns()
    if not any(_is_prose(piece) for piece in pieces if piece.line not in entries) and (
        entries or not turns
    ):
        times = (Section(chapter.title, 0, chapter.time) for chapter in chapters.values())
        numbered = enumerate(lines, start=items[0].line)
        notes = (_noted(line, number in entries) for number, line in numbered)
        return ShowNotes((), tuple(times), "\n".join(notes).strip())
    kept = sorted(leads | entries.keys())
    notes = (_noted(lines[number - items[0].line], number in entries) for number in kept)
    return ShowNotes(turns, talk.sections(), "\n".join(notes))


def _noted(line: str, is_entry: bool) -> str:
    """A line as it stands in the notes: an entry of a list is one, also where nothing marks it."""
    return f"- {line.strip()}" if is_entry and not _MARKED.match(line) else line


def _unlabelled(item: Item, line: str) -> Item:
    """A piece with its label, if it has one, as words of its first `line`."""
    if item.label is None:
        return item
    return Item(item.line, "\n".join([line, *item.text.split("\n")[1:]]))


def _listed(items: Sequence[Item], lines: Sequence[str]) -> Sequence[ChapterLine]:
    """The list of times above a transcript, if there is one below."""
    opened = (item.line for item in items if item.level and opens_transcript(heading_of(item)[0]))
    end = next(opened, items[0].line + len(lines)) - items[0].line if items else 0
    return listed_lines(lines[:end])


def _cut(items: Sequence[Item], entries: Mapping[int, ChapterLine]) -> Iterator[Item]:
    """The pieces, each line of the list one of its own."""
    for item in items:
        lines = item.text.split("\n")
        if item.level or not any(item.line + n in entries for n in range(len(lines))):
            yield item
            continue
        start = 0
        for n in range(len(lines)):
            if item.line + n in entries:
                if n > start:
                    yield Item(item.line + start, "\n".join(lines[start:n]))
                yield Item(item.line + n, lines[n])
                start = n + 1
        if start < len(lines):
            yield Item(item.line + start, "\n".join(lines[start:]))


def _leads(items: Sequence[Item], entries: Mapping[int, ChapterLine]) -> Iterator[int]:
    """The lines of the pieces that only say that a list comes, right above it."""
    for item, after in pairwise(items):
        if item.line not in entries and after.line in entries and _is_lead(item):
            yield item.line


def _is_lead(item: Item) -> bool:
    if item.level:
        return is_notes(heading_of(item)[0])
    words = plain(item.text).strip()
    return len(words) <= _LEAD_LENGTH and "\n" not in words and words.endswith(":")


def _is_prose(item: Item) -> bool:
    """Whether there are words in a piece beside links."""
    words = _LINK.sub("", item.text) if links_in(item.text) else item.text
    return not item.level and any(map(str.isalnum, words))
