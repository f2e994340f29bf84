"""A talk in which lines say who speaks next, or from when on: what stands under each is theirs."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tui_reader.formats.written.headers import timed_title
from tui_reader.formats.written.paragraphs import Paragraph, paragraphs
from tui_reader.formats.written.pieces import Piece, turns_of
from tui_reader.formats.written.preamble import read_preamble
from tui_reader.lazily import pattern
from tui_reader.model import Problem, Section, Transcript, Turn

__all__ = ["Header", "pieces_under", "read_headed", "stand_over_words", "with_words"]

_NO_WORDS: Final = "…"
_CLOSING: Final = pattern(
    r"\W*(?:"
    r"(?:transcribed|transcript(?:ion)? (?:\w+ )?) ?(?:by|with|using) \S{1,80}(?: \S{1,30}){0,4}"
    r"|(?<=[\[(*-])end|end of (?:the )?(?:transcript(?:ion)?|recording|interview|audio|episode)"
    r"|.{1,60} (?:stopped|started) transcription"
    r"|meeting ended (?:after|at) .{1,40}"
    r"|this (?:editable )?transcript was .{1,80}|this file is longer than .{1,160}"
    r"|[\w ]{3,30} \(auto-generated)\W*",
    re.IGNORECASE,
)
_CLOSING_LENGTH: Final = 200
_RULE: Final = pattern(r"[ \t]*(?:-{3,}|_{3,}|\*{3,}|={3,}|(?:\*[ \t]+){2,}\*)[ \t]*")
_HEADING: Final = pattern(r"[ \t]*==[ \t]+(\S.{0,198}?)[ \t]+==[ \t]*")
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

    What stands above them is about the talk, and so are last lines that say who transcribed it.
    Headers of one speaker in a row are one turn where they are `merged`.
    """
    lines, headings = _without_headings(lines)
    top = headers[0].at if headers else len(lines)
    metadata, notes = read_preamble(lines[:top])
    end = _closing(lines, headers[-1]) if headers else len(lines)
    notes = "\n\n".join(filter(None, (notes, "\n".join(lines[end:]).strip())))
    problems: list[Problem] = []
    pieces = list(with_words(pieces_under(lines[:end], headers), problems))
    turns = turns_of(pieces, merged=merged)
    sections = _placed(headings, turns)
    return Transcript(metadata, turns, sections, notes, tuple(problems))


def _without_headings(lines: Sequence[str]) -> tuple[Sequence[str], list[tuple[int, str]]]:
    """`lines` without those that are `== a heading ==`, and these with their numbers, from 1."""
    found = [
        (number, match[1])
        for number, line in enumerate(lines, start=1)
        if "==" in line and (match := _HEADING.fullmatch(line))
    ]
    if not found:
        return lines, found
    kept = list(lines)
    for number, _ in found:
        kept[number - 1] = ""
    return kept, found


def _placed(headings: Iterable[tuple[int, str]], turns: Sequence[Turn]) -> tuple[Section, ...]:
    """The headings before the first turn that begins below each; the last turn where none does."""
    begins = [turn.line for turn in turns]
    last = max(len(turns) - 1, 0)
    return tuple(
        Section(title, min(bisect_left(begins, number), last), time)
        for number, text in headings
        for time, title in [timed_title(text)]
    )


def pieces_under(lines: Sequence[str], headers: Sequence[Header]) -> Iterator[Piece]:
    """What is said under each header, up to the next."""
    ends = [header.at for header in headers[1:]] + [len(lines)] * bool(headers)
    for (at, speaker, time, words, until), end in zip(headers, ends, strict=True):
        if end == at + 1:  # most lines of many formats: a name and its words
            text = " ".join(words.split())
            yield Piece(at + 1, speaker, time, [Paragraph(at + 1, text)] if text else [], until)
            continue
        below = ("" if _RULE.fullmatch(line) else line for line in lines[at + 1 : end])
        said = "\n".join([words, *below])
        yield Piece(at + 1, speaker, time, list(paragraphs(said, at + 1)), until)


def _closing(lines: Sequence[str], last: Header) -> int:
    """The line, from 0, from which on all say that the talk is over, or who wrote it down.

    A line right below `last`, the last header, is said.
    """
    end = len(lines)
    for at in range(len(lines) - 1, last.at + (not last.words), -1):
        line = lines[at].strip()
        if line and (len(line) > _CLOSING_LENGTH or not _CLOSING.fullmatch(line)):
            break
        end = at if line else end
    return end


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
