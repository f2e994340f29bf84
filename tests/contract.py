"""What every transcript has to be, whatever text it was read from."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Final

from tui_reader.errors import ReaderError
from tui_reader.loading import Loaded, load_bytes
from tui_reader.model import Transcript

__all__ = ["check", "read_or_refused", "said", "words"]

_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def check(transcript: Transcript) -> None:
    """What the rest of the program relies on."""
    for turn in transcript.turns:
        assert turn.text.strip()
        assert turn.line >= 1
        assert turn.speaker is None or turn.speaker.strip()
        offsets = [mark.offset for mark in turn.marks]
        assert offsets == sorted(offsets)
        assert all(0 <= offset < len(turn.text) for offset in offsets)
        times = [turn.start or 0, turn.end or 0, *(mark.time for mark in turn.marks)]
        assert min(times) >= 0
        assert all(type(time) is int for time in times)
    for section in transcript.sections:
        assert section.turn in range(max(len(transcript.turns), 1))
        assert section.title.strip()
        assert (section.time or 0) >= 0
    for problem in transcript.problems:
        assert problem.line >= 0
        assert problem.message.strip()
    for field in fields(transcript.metadata):
        value = getattr(transcript.metadata, field.name)
        assert isinstance(value, str | tuple | int | None) or field.name == "date"


def read_or_refused(data: bytes, name: str = "a talk.txt") -> Loaded | None:
    """What was read from `data`; None where it was refused with a sentence.

    Anything else is a mistake, and so is a parser that failed and was stood in for.
    """
    try:
        loaded = load_bytes(data, Path(name))
    except ReaderError as error:
        assert error.message.endswith(".")
        return None
    check(loaded.transcript)
    failed = [p for p in loaded.transcript.problems if "could not be read as" in p.message]
    assert not failed, failed
    return loaded


def said(transcript: Transcript) -> Iterator[str]:
    """Everything of a transcript that a reader gets to see."""
    about = transcript.metadata
    for turn in transcript.turns:
        yield turn.text
        yield turn.speaker or ""
    yield from (section.title for section in transcript.sections)
    yield from (problem.message for problem in transcript.problems)
    yield from (transcript.notes, about.title, about.description, *about.tags, *about.people)
    yield from (about.show or "", about.number or "", about.language or "")
    yield from (part for link in about.links for part in link)


def words(texts: Iterator[str] | list[str]) -> set[str]:
    """The words of some texts, as they are written."""
    return {word for text in texts for word in _WORD.findall(text)}
