"""Otter's export: `Name  12:05` on a line, two spaces between, and below it what was said.

Teams writes the same into documents, with three spaces; others make do with one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.counting import are_enough, filled
from tui_reader.formats.written.headed import Header, read_headed, stand_over_words
from tui_reader.formats.written.labels import is_name
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.timecode import CLOCK, parse_clock

__all__ = ["FORMAT"]

_HEADER: Final = pattern(
    rf"(?:(?P<name>[^\s\[(<].{{0,60}}?)(?P<gap>[ \u00a0]+)|[ ]*)(?P<time>{CLOCK})"
    r"(?:[ \u00a0\u202f]?(?P<half>[AaPp])\.?[Mm]\.?)?[ \t]*",
    re.ASCII,
)
_TIME_END: Final = pattern(r"\d(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?[ \t]*$", re.ASCII)
_SEPARATORS: Final = " :|-–—·•"
_NOON: Final = 43_200_000


def _headers(lines: Sequence[str]) -> list[Header]:
    """The lines that say who speaks: two spaces before a time, or one and a name that comes back.

    A time alone is of somebody unknown, where others are named.
    """
    found = list(_candidates(lines))
    names = Counter(header.speaker for header, _ in found)
    certain = [header for header, gap in found if gap != 1 or names[header.speaker] > 1]
    return certain if any(header.speaker for header in certain) else []


def _candidates(lines: Sequence[str]) -> Iterator[tuple[Header, int]]:
    for at, line in enumerate(lines):
        match = _HEADER.fullmatch(line) if _TIME_END.search(line[-40:]) else None
        time = parse_clock(match["time"]) if match else None
        if match is None or time is None:
            continue
        written = " ".join((match["name"] or "").split())
        name = written.rstrip(_SEPARATORS)
        if not name or _is_speaker(name):
            half = (match["half"] or "").lower()
            if half:  # the time of day, of twelve hours
                time = time * (60 if match["time"].count(":") == 1 else 1)
                time = time % _NOON + _NOON * (half == "p")
            yield Header(at, name or None, time), len(match["gap"] or "") + len(written) - len(name)


def _is_speaker(name: str) -> bool:
    """A name, also `Speaker 1`, but not `On a June 3`."""
    return is_name(name) and ":" not in name and (not name[-1].isdigit() or len(name.split()) <= 2)


def _sniff(head: str) -> float:
    lines = filled(head)
    headers = _headers(lines)
    named = sum(header.speaker is not None for header in headers)
    return 0.87 if are_enough(named, len(lines)) and stand_over_words(headers) else 0.0


def _parse(text: str) -> Transcript:
    lines = text.split("\n")
    return read_headed(lines, _headers(lines))


FORMAT: Final = Format(
    name="otter",
    title="Otter",
    suffixes=(".txt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "Mia Berg  0:00  \nIs the kettle on?\n\nJon  0:04  \nSince noon.\n\n"
            "Mia Berg  1:00:09  \nThen pour.\n\nTranscribed by https://otter.ai\n",
            turns=3,
            speakers=("Mia Berg", "Jon"),
        ),
        Sample(
            "Tea\n\n0:02  \nWho is there?\n\nMia   0:04\nIt's me.\n\nJon   0:09\nAnd me.\n",
            turns=3,
            speakers=("Mia", "Jon"),
        ),
        Sample(
            "Speaker 1 00:00:01\nHello.\nSpeaker 2 00:00:03\n\nSpeaker 1 00:00:05\nYou again?\n"
            "Speaker 2 00:00:06\nMe again.\n",
            turns=4,
            speakers=("Speaker 1", "Speaker 2"),
            problems=1,
        ),
    ),
)
