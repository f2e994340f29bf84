"""Prose: any text at all, a paragraph a turn. The last resort, which never fails."""

from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.paragraphs import paragraphs
from tui_reader.lazily import pattern
from tui_reader.model import Transcript, Turn

__all__ = ["FORMAT"]

_WORDS: Final = pattern(r"\w")


def _sniff(head: str) -> float:
    return 0.01


def _parse(text: str) -> Transcript:
    return Transcript(turns=tuple(Turn(words, line=line) for line, words in paragraphs(text)))


FORMAT: Final = Format(
    name="prose",
    title="Prose",
    suffixes=(".txt", ".text", ".md", ".markdown", ".mdown"),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample("It rained all day, and\nnobody came.\n\nThen it stopped raining.\n", turns=2),
        Sample("one", turns=1),
    ),
)
