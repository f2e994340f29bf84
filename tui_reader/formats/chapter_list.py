"""A list of chapters and nothing else: `3:57 - Topic` on every line."""

from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.counting import filled
from tui_reader.formats.written.labels import named_in
from tui_reader.formats.written.preamble import read_preamble
from tui_reader.formats.written.timestamps import ChapterLine, chapter_lines
from tui_reader.model import Section, Transcript
from tui_reader.turns import ends_sentence

__all__ = ["FORMAT"]

_ALL: Final = 0.8  # the share of the lines that are chapters
_TITLES: Final = 0.7  # the share of the chapters that are titles rather than sentences


def _sniff(head: str) -> float:
    lines = filled(head)
    chapters = chapter_lines(lines)
    if not chapters or len(chapters) < _ALL * (len(lines) - 1):
        return 0.0
    titles = sum(not ends_sentence(chapter.title) for chapter in chapters)
    talk = named_in(chapter.title for chapter in chapters)
    return 0.0 if talk or titles < _TITLES * len(chapters) else 0.885


def _parse(text: str) -> Transcript:
    """The chapters; lines that are none are notes."""
    lines = text.split("\n")
    chapters: list[ChapterLine] = chapter_lines(lines)
    listed = {chapter.line for chapter in chapters}
    metadata, notes = read_preamble([line for at, line in enumerate(lines) if at not in listed])
    sections = tuple(Section(chapter.title, 0, chapter.time) for chapter in chapters)
    return Transcript(metadata, sections=sections, notes=notes)


FORMAT: Final = Format(
    name="chapter-list",
    title="List of chapters",
    suffixes=(".txt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample("0:00 - Rain\n3:57 - A roof\n12:30 - Buckets\n", turns=0),
        Sample("On leaks\n\n[00:00] Rain\n\n[01:26] A roof\n\n[1:02:00] Buckets\n", turns=0),
        Sample("Rain 00:00:00\nA roof 00:03:57\nBuckets 00:12:30\n", turns=0),
    ),
)
