"""What is heard but nobody says: breaks, music, clips, and marks for words that were not heard."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from tui_reader.lazily import pattern
from tui_reader.model import Mark
from tui_reader.timecode import CLOCK, parse_clock

__all__ = ["STAMP", "Heard", "anchors", "heard", "is_event", "is_quoted", "parse_stamp"]

STAMP: Final = rf"{CLOCK}(?::\d{{1,3}})?"
"""A regular expression, without groups, for a clock time, perhaps with frames behind it."""

_EVENT: Final = pattern(
    r"(?:(?:theme|intro|outro|closing|opening|background|upbeat)[ -])?"
    r"(?:music|musik|musique|música|muzyka|jingle|dżingiel|song|sound effects?|applause|laughter)"
    r"(?:[ -](?:break|plays|playing|ends|fades|starts|in|out))?"
    r"|(?:(?:ad|sponsor|commercial|music|song|mid-?roll|short|tea|coffee)[ -]?)?breaks?(?: \d+)?"
    r"|pausen?|przerwa|reklama|werbung|publicité|(?:mid|pre|post)-?roll"
    r"|(?:video |audio |movie )?clips?(?: \d+)?|promos?|trailer"
    r"|(?:our )?sponsors?|sponsor(?:ed)?(?: (?:message|segment|read|spot))?|ads?|advertisements?",
    re.IGNORECASE,
)
_QUOTED: Final = pattern(r"\b(?:clips?|promos?|trailer|sponsor|ads?\b|advert|reklama|werbung)")
_TIMES: Final = pattern(
    rf"[\s\\\[(:]*(?P<start>{STAMP})[\s\\\])]*"
    rf"(?:(?:to|do|bis|[-–—])?[\s\\\[(]*(?P<end>{STAMP})[\s\\\])]*)?",
    re.ASCII,
)
_NO_ASIDES: Final = (
    r"(?!(?:at|from|since|till?|until|by|around|about|before|after|to|in|on|of|o|od|do|po|um|ab|bis"
    r"|a|à|the)\b)"
)
_ANCHOR: Final = pattern(
    rf"\[(?:{_NO_ASIDES}[^\W\d_]{{2,20}}[ ,:;@-]{{1,3}}){{0,3}}@?(?P<square>{STAMP})"
    rf"(?:[ ]?[-–—][ ]?{STAMP})?\]"
    r"|\((?:inaudible|unintelligible|indistinct|unclear|cross-?talk|overlapping|niesłyszalne"
    r"|niezrozumiałe|niewyraźne|unverständlich|inaudibile|inaudible)[ ,:@-]{1,3}"
    rf"(?P<round>{STAMP})\)",
    re.IGNORECASE,
)


class Heard(NamedTuple):
    """What stands behind the label of an event: when it is, until when, and words if any."""

    start: int | None
    end: int | None
    words: str


@lru_cache(1_000)
def is_event(name: str) -> bool:
    """Whether `name` is no speaker but a break, music, a sponsor."""
    return _EVENT.fullmatch(name.strip(" []()")) is not None


def is_quoted(name: str) -> bool:
    """Whether words of its own belong to an event: a clip, a sponsor's, not those of a break."""
    return _QUOTED.search(name.lower()) is not None


def heard(text: str) -> Heard:
    """`\\[41:28\\]`, `[50:35] to [50:53]` and the like, however it is misspelt, or words."""
    match = _TIMES.fullmatch(text.replace("::", ":")) if len(text) < 80 else None
    start = parse_stamp(match["start"]) if match else None
    if match is None or start is None:
        return Heard(None, None, text)
    end = parse_stamp(match["end"]) if match["end"] else None
    return Heard(start, end if end is not None and end >= start else None, "")


def anchors(text: str) -> tuple[Mark, ...]:
    """The times in brackets within plain `text`, `[inaudible 10:05]` too: they tell where it is."""
    if ":" not in text or ("[" not in text and "(" not in text):
        return ()
    found = (
        (match.start(), parse_stamp(match["square"] or match["round"]))
        for match in _ANCHOR.finditer(text)
    )
    return tuple(Mark(offset, time) for offset, time in found if time is not None)


def parse_stamp(text: str) -> int | None:
    """Milliseconds of a clock time; frames behind the seconds, of unknown length, are left out."""
    if text.count(":") == 3:
        text = text.rpartition(":")[0]
    return parse_clock(text)
