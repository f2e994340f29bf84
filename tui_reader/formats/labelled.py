"""Text without times in which names stand before the words: `Name: text`, `[SPEAKER_00]: text`."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.counting import are_enough, filled
from tui_reader.formats.written.headed import Header, read_headed
from tui_reader.formats.written.labels import is_name, named_in, split_label
from tui_reader.formats.written.preamble import is_field
from tui_reader.model import Transcript
from tui_reader.turns import ends_sentence

__all__ = ["FORMAT"]

_TAG: Final = re.compile(r"(?:\[([^\[\]\n]{1,60})\]|\(([^()\n]{1,60})\)):(?:\s+|$)")
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
    names = named_in(line for line in lines if line.strip())
    found = []
    for at, line in enumerate(lines):
        label = split_label(line) if ":" in line[:48] else None
        if label is not None and label[0] in names:
            found.append(Header(at, label[0], None, label[1]))
    return _without_fields(found)


def _without_fields(headers: Sequence[Header]) -> list[Header]:
    """The headers but for those at the top that say what the talk is: `Guest: Ann Lee`."""
    often = Counter(header.speaker for header in headers)
    for index, header in enumerate(headers):
        if often[header.speaker] > 1 or not is_field(header.speaker or ""):
            return list(headers[index:])
    return []


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
    return read_headed(lines, _headers(lines))


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
