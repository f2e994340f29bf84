"""A recorder's export: `Name (12:05)` on a line, and below it what was said from then on.

Recorders cut a turn where they lost the thread for a moment, often within a sentence: what was cut
is joined again. A time alone is of who speaks already. They write `⁓` for a sound that is no word.
"""

import re
from collections.abc import Sequence
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.headed import Header, read_headed, stand_over_words
from tui_reader.formats.written.headers import timed_header
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.timecode import CLOCK, parse_clock

__all__ = ["FORMAT"]

_ALONE: Final = pattern(rf"[ \t]*[\[(]({CLOCK})[\])]:?[ \t]*", re.ASCII)
_SOUND: Final = pattern(r"(?<!\S)⁓(?!\S)")


def _headers(lines: Sequence[str]) -> list[Header]:
    found: list[Header] = []
    for at, line in enumerate(lines):
        label = timed_header(line)
        if label is not None:
            found.append(Header(at, label.name, label.time))
        elif found and (alone := _ALONE.fullmatch(line)):
            found.append(Header(at, found[-1].speaker, parse_clock(alone[1])))
    return found


def _sniff(head: str) -> float:
    lines = [line for line in head.split("\n") if line.strip()]
    headers = _headers(lines)
    if len(headers) < 2 or not stand_over_words(headers):
        return 0.0
    return 0.88 if len(headers) * 20 >= len(lines) else 0.4


def _parse(text: str) -> Transcript:
    lines = _SOUND.sub(" ", text).split("\n")
    return read_headed(lines, _headers(lines), merged=False)


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
