"""A whole transcript made harmless, quickly where there is nothing to do.

Control characters may stand in a file as they are, or written as an entity or an escape: so what
is looked at is what was read, not the file.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tui_reader.harmless import count_harmful, harmless, harmless_line, is_harmless
from tui_reader.model import Link, Metadata, Problem, Transcript, Turn

__all__ = ["clean"]

_CONTROLS: Final = bytes({*range(0x20), 0x7F} - {0x09, 0x0A})


def clean(transcript: Transcript, source: str) -> Transcript:
    """`transcript` with every control character made visible, and one Problem that says so.

    Lengths stay, so that marks do too. `source` is the text it was read from: it tells the line.
    """
    words = "\n".join(_strings(transcript))
    if _is_clean(words):
        return transcript
    found = count_harmful(words)
    line = _first_line(source) or next(
        (turn.line for turn in transcript.turns if not is_harmless(turn.text)), 0
    )
    told = Problem(line, f"{found} control character{'s' * (found > 1)} made visible")
    return replace(
        transcript,
        metadata=_metadata(transcript.metadata),
        turns=tuple(_turn(turn) for turn in transcript.turns),
        sections=tuple(s._replace(title=harmless_line(s.title)) for s in transcript.sections),
        notes=harmless(transcript.notes),
        problems=(*(Problem(n, harmless_line(said)) for n, said in transcript.problems), told),
    )


def _strings(transcript: Transcript) -> Iterator[str]:
    """Everything in a transcript that may reach a screen."""
    metadata = transcript.metadata
    yield from (turn.text for turn in transcript.turns)
    yield from transcript.speakers
    yield from (section.title for section in transcript.sections)
    yield from (problem.message for problem in transcript.problems)
    yield from (part for link in metadata.links for part in link)
    yield from (metadata.title, metadata.show or "", metadata.number or "")
    yield from (metadata.language or "", metadata.description, transcript.notes)
    yield from metadata.tags
    yield from metadata.people


def _is_clean(words: str) -> bool:
    if not words.isascii():
        return is_harmless(words)
    data = words.encode("ascii")  # ten times faster than a regular expression
    return len(data.translate(None, _CONTROLS)) == len(data)


def _first_line(source: str) -> int:
    """The line of the first harmful character in `source`, from 1; 0 where there is none."""
    lines = enumerate(source.split("\n"), start=1)
    return next((number for number, line in lines if not is_harmless(line)), 0)


def _turn(turn: Turn) -> Turn:
    speaker = None if turn.speaker is None else harmless_line(turn.speaker)
    return replace(turn, text=harmless(turn.text), speaker=speaker)


def _metadata(metadata: Metadata) -> Metadata:
    return replace(
        metadata,
        title=harmless_line(metadata.title),
        show=_line(metadata.show),
        number=_line(metadata.number),
        language=_line(metadata.language),
        tags=tuple(harmless_line(tag) for tag in metadata.tags),
        people=tuple(harmless_line(name) for name in metadata.people),
        links=tuple(Link(*(harmless_line(part) for part in link)) for link in metadata.links),
        description=harmless(metadata.description),
    )


def _line(text: str | None) -> str | None:
    return None if text is None else harmless_line(text)
