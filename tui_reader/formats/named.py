"""A recorder's export: `Name (12:05)` on a line, and below it what was said from then on.

Recorders cut a turn where they lost the thread for a moment, often within a sentence: what was cut
is joined again. They write `⁓` for a sound that is no word.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.headers import Label, timed_header
from tui_reader.formats.written.paragraphs import Paragraph, paragraphs
from tui_reader.formats.written.talk import Talk
from tui_reader.model import Metadata, Problem, Transcript
from tui_reader.turns import PARAGRAPH, ends_sentence

__all__ = ["FORMAT"]

_SOUND: Final = re.compile(r"(?<!\S)⁓(?!\S)")
_NO_WORDS: Final = "…"
_TITLE_LENGTH: Final = 120


def _headers(lines: Sequence[str]) -> list[tuple[int, Label]]:
    """The lines of `lines`, from 0, that say who speaks next."""
    found = ((number, timed_header(line)) for number, line in enumerate(lines))
    return [(number, label) for number, label in found if label is not None]


def _sniff(head: str) -> float:
    lines = [line for line in head.split("\n") if line.strip()]
    headers = _headers(lines)
    if len(headers) < 2:
        return 0.0
    # A table of contents is headers too, but nothing stands between them.
    followed = sum(after[0] - before[0] > 1 for before, after in pairwise(headers))
    if followed * 2 < len(headers) - 1:
        return 0.0
    return 0.88 if len(headers) * 20 >= len(lines) else 0.4


def _parse(text: str) -> Transcript:
    lines = text.split("\n")
    headers = _headers(lines)
    talk = Talk()
    problems: list[Problem] = []
    ends = (number for number, _ in [*headers[1:], (len(lines), None)])
    for (number, label), end in zip(headers, ends, strict=False):
        talk.speak(label.name, number + 1, label.time)
        said = "\n".join(lines[number + 1 : end])
        pieces = list(paragraphs(_SOUND.sub(" ", said), number + 2))
        if not pieces:
            problems.append(Problem(number + 1, f"{label.name} says nothing here: shown as …"))
            pieces = [Paragraph(number + 1, _NO_WORDS)]
        _say(talk, pieces)
    notes = "\n".join(lines[: headers[0][0]] if headers else lines).strip()
    return Transcript(_metadata(notes), talk.turns(), notes=notes, problems=tuple(problems))


def _say(talk: Talk, pieces: Sequence[Paragraph]) -> None:
    before = ""
    for line, words in pieces:
        talk.say(words, line, joint=" " if _goes_on(before, words) else PARAGRAPH)
        before = words


def _goes_on(before: str, words: str) -> bool:
    """Whether a sentence that was cut after `before` goes on with `words`."""
    if ends_sentence(before):
        return False
    return words[:1].islower() or len(before.split()) <= 2


def _metadata(notes: str) -> Metadata:
    """The first line above the talk is its title, if it is short enough for one."""
    first = notes.partition("\n")[0].lstrip("# ").strip()
    return Metadata(title=first if len(first) <= _TITLE_LENGTH else "")


FORMAT: Final = Format(
    name="named-text",
    title="Text with names and times",
    suffixes=(".txt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "Eva Lind (00:00)\nWell,\n\nhere we are ⁓ again.\n\nAnd it snows.\n\n"
            "Tom (0:09)\n⁓\n\nEva Lind (1:00:05)\nSee you.\n",
            turns=3,
            speakers=("Eva Lind", "Tom"),
            problems=1,
        ),
        Sample(
            "The long winter\nRecorded in June\n\nEva (00:00):\nHello.\n\nTom (00:02):\nHello!\n",
            turns=2,
            speakers=("Eva", "Tom"),
        ),
    ),
)
