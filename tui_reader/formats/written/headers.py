"""Who speaks next, and when: the labels that stand before turns in written transcripts."""

import re
from typing import Final, NamedTuple

from tui_reader.formats.written.labels import NOT_SPEAKERS
from tui_reader.timecode import CLOCK, parse_clock

__all__ = ["Label", "bold_label", "timed_header", "timed_start"]


def _bracketed(group: str) -> str:
    """`[12:05]`, `(12:05)`, or as Markdown escapes it, with the time in `group`."""
    return rf"\\?[\[(]@?(?P<{group}>{CLOCK})\\?[\])]"


_TIMED_HEADER: Final = re.compile(
    rf"(?P<name>[^\s(].{{0,60}}?)[ \t]*{_bracketed('time')}[ \t]*:?[ \t]*", re.ASCII
)
_BOLD: Final = re.compile(
    rf"(?P<bold>\*\*|__)(?P<name>[^\s*][^*\n]{{0,79}}?)(?:[ \t]*{_bracketed('inside')})?"
    rf"(?:[ \t]*:+[ \t]*(?P=bold)|(?P=bold)[ \t]*(?:{_bracketed('behind')})?[ \t]*:)[ \t]*",
    re.ASCII,
)
_HEADER_ENDS: Final = (")", "]", "):", "]:")
_TIMED_START: Final = re.compile(rf"{_bracketed('time')}[ \t]*", re.ASCII)
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_NO_NAME: Final = re.compile(r"[.!?…;]\s|[!?;]$|https?:")
_WORDS: Final = 6
_EVENTS: Final = frozenset({"break", "music", "sponsor", "ad", "ads", "advertisement", "przerwa"})


class Label(NamedTuple):
    """A speaker, the time in milliseconds if there is one, and where the words begin."""

    name: str
    time: int | None
    end: int

    @property
    def is_event(self) -> bool:
        """Whether this is no speaker but a break, music, a sponsor."""
        return self.name.lower() in _EVENTS


def timed_header(line: str) -> Label | None:
    """A whole line `Name (12:05)` or `Name (1:12:05):`."""
    line = line.rstrip()
    if not line.endswith(_HEADER_ENDS):
        return None
    match = _TIMED_HEADER.fullmatch(line)
    return None if match is None else _label(match["name"], match["time"], len(line))


def bold_label(paragraph: str) -> Label | None:
    """What a paragraph begins with: `**Name**:`, `**Name:**`, `**Name [12:05]:**`, `__Name__:`."""
    if not paragraph.startswith(("**", "__")):
        return None
    match = _BOLD.match(paragraph)
    if match is None:
        return None
    return _label(match["name"], match["inside"] or match["behind"], match.end())


def timed_start(text: str) -> tuple[int | None, str]:
    """The time in brackets that `text` begins with, and the rest; None and all of it if none."""
    match = _TIMED_START.match(text)
    time = parse_clock(match["time"]) if match else None
    return (None, text) if match is None or time is None else (time, text[match.end() :])


def _label(raw: str, clock: str | None, end: int) -> Label | None:
    time = None if clock is None else parse_clock(clock)
    name = " ".join(_ESCAPE.sub(r"\1", raw).split()).strip(" *_:")
    is_name = (
        any(map(str.isalpha, name))
        and len(name.split()) <= _WORDS
        and not _NO_NAME.search(name)
        and name.lower() not in NOT_SPEAKERS
    )
    return Label(name, time, end) if is_name and (time is not None or clock is None) else None
