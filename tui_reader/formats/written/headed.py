"""A talk in which lines say who speaks next, or from when on: what stands under each is theirs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tui_reader.formats.written.paragraphs import Paragraph, paragraphs
from tui_reader.formats.written.pieces import Piece, turns_of
from tui_reader.formats.written.preamble import read_preamble
from tui_reader.model import Problem, Transcript

__all__ = ["Header", "pieces_under", "read_headed", "stand_over_words", "with_words"]

_NO_WORDS: Final = "…"
_CLOSING: Final = re.compile(
    r"(?:transcribed|transcript(?:ion)? (?:\w+ )?) ?(?:by|with|using) \S{1,80}(?: \S{1,30}){0,4}",
    re.IGNORECASE,
)
_TOLD: Final = 100  # problems of one kind that are told one by one


class Header(NamedTuple):
    """The line it is, from 0; who speaks, from when to when, and what is said on that line."""

    at: int
    speaker: str | None
    time: int | None
    words: str = ""
    end: int | None = None


def stand_over_words(headers: Sequence[Header]) -> bool:
    """Whether most headers, found among lines that are not blank, have words under them.

    A table of contents is headers too, but nothing stands between them.
    """
    followed = sum(after.at - before.at > 1 for before, after in pairwise(headers))
    return followed * 2 >= len(headers) - 1


def read_headed(
    lines: Sequence[str], headers: Sequence[Header], *, merged: bool = True
) -> Transcript:
    """The transcript in `lines`, of which `headers` say who speaks.

    What stands above them is about the talk, and so is a last line that says who transcribed it.
    Headers of one speaker in a row are one turn where they are `merged`.
    """
    top = headers[0].at if headers else len(lines)
    metadata, notes = read_preamble(lines[:top])
    end = _closing(lines, top)
    notes = "\n\n".join(filter(None, (notes, "\n".join(lines[end:]).strip())))
    problems: list[Problem] = []
    pieces = list(with_words(pieces_under(lines[:end], headers), problems))
    turns = turns_of(pieces, merged=merged)
    return Transcript(metadata, turns, notes=notes, problems=tuple(problems))


def pieces_under(lines: Sequence[str], headers: Sequence[Header]) -> Iterator[Piece]:
    """What is said under each header, up to the next."""
    ends = [header.at for header in headers[1:]] + [len(lines)] * bool(headers)
    for (at, speaker, time, words, until), end in zip(headers, ends, strict=True):
        said = "\n".join([words, *lines[at + 1 : end]])
        yield Piece(at + 1, speaker, time, list(paragraphs(said, at + 1)), until)


def _closing(lines: Sequence[str], top: int) -> int:
    """The line, from 0, at which a last line that says who transcribed the talk begins."""
    last = next((at for at in range(len(lines) - 1, top, -1) if lines[at].strip()), None)
    if last is None or last == top or lines[last - 1].strip():
        return len(lines)
    return last if _CLOSING.fullmatch(lines[last].strip()) else len(lines)


def with_words(pieces: Iterator[Piece], problems: list[Problem]) -> Iterator[Piece]:
    """The pieces; a name without words gets a sign for them, a time without any is left out."""
    silent = 0
    empty: list[int] = []
    for piece in pieces:
        if piece.paragraphs:
            yield piece
        elif piece.speaker:
            silent += 1
            if silent <= _TOLD:
                message = f"{piece.speaker} says nothing here: shown as {_NO_WORDS}"
                problems.append(Problem(piece.line, message))
            yield piece._replace(paragraphs=[Paragraph(piece.line, _NO_WORDS)])
        else:
            empty.append(piece.line)
    if silent > _TOLD:
        problems.append(Problem(0, f"{silent - _TOLD} more who say nothing: shown as {_NO_WORDS}"))
    if empty:
        problems.append(Problem(empty[0], f"{len(empty)} times without words left out"))
