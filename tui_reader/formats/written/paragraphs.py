"""Paragraphs of a text, and the lines they begin on."""

from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Paragraph", "blocks", "paragraphs"]


class Paragraph(NamedTuple):
    """A paragraph: the line it begins on, from 1, and its text."""

    line: int
    text: str


def blocks(text: str, first_line: int = 1) -> Iterator[Paragraph]:
    """The runs of lines of `text` between blank lines, as they are written."""
    run: list[str] = []
    for number, line in enumerate(text.split("\n"), start=first_line):
        if line.strip():
            run.append(line)
        elif run:
            yield Paragraph(number - len(run), "\n".join(run))
            run = []
    if run:
        yield Paragraph(first_line + text.count("\n") - len(run) + 1, "\n".join(run))


def paragraphs(text: str, first_line: int = 1) -> Iterator[Paragraph]:
    """The same, each on one line with single spaces."""
    for line, block in blocks(text, first_line):
        yield Paragraph(line, " ".join(block.split()))
