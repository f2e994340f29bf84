"""Text without times in which names stand before the words: `Name: text`, `[SPEAKER_00]: text`."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.counting import are_enough, filled
from tui_reader.formats.written.headed import Header, read_headed
from tui_reader.formats.written.labels import has_colon, is_name, named_in, split_label
from tui_reader.formats.written.preamble import is_field
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.timecode import CLOCK, parse_clock
from tui_reader.turns import ends_sentence

__all__ = ["FORMAT"]

_TAG: Final = pattern(r"(?:\[([^\[\]\n]{1,60})\]|\(([^()\n]{1,60})\)):(?:\s+|$)")
_TIME: Final = pattern(rf"[\[(]?({CLOCK})[\])]?(?:[ \t]+|$)", re.ASCII)
_SPEECH: Final = 4  # words on average, from which on what follows labels is said rather than noted


def _tagged(lines: Sequence[str]) -> list[Header]:
    found = []
    for at, line in enumerate(lines):
        match = _TAG.match(line)
        name = " ".join((match[1] or match[2]).split()) if match else ""
        if match is not None and is_name(name):
            found.append(Header(at, name, None, line[match.end() :]))
    return found


def _named(lines: Sequence[str]) -> list[Header]:
    """The lines that begin with a name, where the whole of `lines` tells that they are names."""
    timed = [_after_time(line) for line in lines]
    names = named_in(words for _, words in timed if words.strip())
    found: list[Header] = []
    waiting: int | None = None
    for at, (time, line) in enumerate(timed):
        label = split_label(line) if has_colon(line) else None
        if label is not None and label[0] in names:
            found.append(Header(at, label[0], waiting if time is None else time, label[1]))
        if line.strip():
            waiting = None
        elif time is not None:
            waiting = time
    return _without_fields(found)


def _after_time(line: str) -> tuple[int | None, str]:
    """The time that a line begins with, some paragraphs have one, and what stands behind it."""
    match = _TIME.match(line) if line[:2].strip("[(").isdigit() or line[:1].isdigit() else None
    time = parse_clock(match[1]) if match else None
    return (None, line) if match is None or time is None else (time, line[match.end() :])


def _without_fields(headers: Sequence[Header]) -> list[Header]:
    """The headers but for those at the top that say what the talk is: `Guest: Ann Lee`."""
    often = Counter(header.speaker for header in headers)
    for index, header in enumerate(headers):
        if often[header.speaker] > 1 or not is_field(header.speaker or ""):
            return list(headers[index:])
    return []


def _without_times(lines: Sequence[str], headers: Sequence[Header]) -> list[str]:
    """`lines` without those that are the time of the header below them and nothing else."""
    kept = list(lines)
    for header in headers:
        at = header.at - 1
        while header.time is not None and at >= 0 and not lines[at].strip():
            at -= 1
        if header.time is not None and at >= 0 and _after_time(lines[at]) == (header.time, ""):
            kept[at] = ""
    return kept


def _headers(lines: Sequence[str]) -> list[Header]:
    tagged = _tagged(lines)
    return tagged if len(tagged) > 1 else _named(lines)


def _sniff(head: str) -> float:
    lines = filled(head)
    tagged = _tagged(lines)
    if are_enough(len(tagged), len(lines)):
        return 0.866
    headers = _named(lines)
    capital = any(header.speaker and not header.speaker[0].islower() for header in headers)
    if capital and are_enough(len(headers), len(lines)) and _are_speech(headers):
        return 0.7
    return 0.0


def _are_speech(headers: Sequence[Header]) -> bool:
    """Whether sentences follow the labels, not values as in a list or a letter's head.

    A label alone on its line has its words below.
    """
    said = [header.words for header in headers if header.words]
    ended = sum(map(ends_sentence, said))
    words = sum(len(text.split()) for text in said)
    return ended * 3 >= len(said) or words >= _SPEECH * len(said)


def _parse(text: str) -> Transcript:
    lines = text.split("\n")
    headers = _headers(lines)
    return read_headed(_without_times(lines, headers), headers)


FORMAT: Final = Format(
    name="labelled-text",
    title="Text with names",
    suffixes=(".txt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "The ferry\nGuest: Lea Moor\n\nPim: Is she late?\n\nLea: She is.\nAs ever.\n\n"
            "Pim: Let's wait.\n\nLea: And then: tea.\n",
            turns=4,
            speakers=("Pim", "Lea"),
        ),
        Sample(
            "[SPEAKER_00]: The ferry came.\n[SPEAKER_00]: It left.\n[SPEAKER_01]: Already?\n",
            turns=2,
            speakers=("SPEAKER_00", "SPEAKER_01"),
        ),
        Sample("Q: Is it far?\nA: An hour.\nQ: By boat?\nA: By bus.\n", 4, ("Q", "A")),
    ),
)
