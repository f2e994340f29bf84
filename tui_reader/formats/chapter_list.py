"""A list of chapters and nothing else: `3:57 - Topic` on every line."""

from bisect import bisect_left
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.counting import filled
from tui_reader.formats.written.labels import named_in
from tui_reader.formats.written.paragraphs import blocks
from tui_reader.formats.written.preamble import read_preamble
from tui_reader.formats.written.timestamps import ChapterLine, chapter_lines
from tui_reader.model import Section, Transcript, Turn
from tui_reader.turns import ends_sentence

__all__ = ["FORMAT"]

_ALL: Final = 0.8  # the share of the lines that are chapters
_SENTENCE: Final = 3  # words that a line which is more than a title has at least
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
    """The chapters; sentences around them are turns of nobody, and other lines notes."""
    lines = text.split("\n")
    chapters: list[ChapterLine] = chapter_lines(lines)
    listed = {chapter.line for chapter in chapters}
    others = ["" if at in listed else line for at, line in enumerate(lines)]
    said = [
        Turn(" ".join(block.split()), line=line)
        for line, block in blocks("\n".join(others))
        if _is_prose(block)
    ]
    for turn in said:
        _clear(others, turn.line - 1)
    metadata, notes = read_preamble([line for line in others if line.strip()])
    starts = [turn.line - 1 for turn in said]
    sections = (
        Section(title, min(bisect_left(starts, line), max(len(said) - 1, 0)), time)
        for line, time, title in chapters
    )
    return Transcript(metadata, tuple(said), tuple(sections), notes)


def _is_prose(block: str) -> bool:
    return len(block.split()) >= _SENTENCE and ends_sentence(block.rstrip())


def _clear(lines: list[str], at: int) -> None:
    """Blank the paragraph that begins at `at`."""
    while at < len(lines) and lines[at].strip():
        lines[at] = ""
        at += 1


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
