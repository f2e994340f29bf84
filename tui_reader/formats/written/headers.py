"""Who speaks next, and when: the labels that stand before turns in written transcripts."""

import re
from typing import Final, NamedTuple

from tui_reader.formats.written.events import STAMP, is_event, parse_stamp
from tui_reader.formats.written.labels import NOT_SPEAKERS
from tui_reader.lazily import pattern

__all__ = [
    "Label",
    "bold_label",
    "linked_label",
    "timed_header",
    "timed_start",
    "timed_title",
    "without_time_links",
]


def _bracketed(group: str) -> str:
    """`[12:05]`, `(12:05)`, or as Markdown escapes it, with the time in `group`."""
    return rf"\\?[\[(]@?(?P<{group}>{STAMP})(?:[ ]?[-–—][ ]?{STAMP})?\\?[\])]"


_TIMED_HEADER: Final = pattern(
    rf"(?P<name>[^\s(].{{0,60}}?)[ \t]*+{_bracketed('time')}[ \t*_]*+:?[ \t]*+", re.ASCII
)
_BOLD: Final = pattern(
    rf"(?P<bold>\*\*\*?|__)(?:{_bracketed('before')}[ \t]*+)?"
    rf"(?P<name>[^\s*][^*\n]{{0,79}}?)(?:[ \t]*+{_bracketed('inside')})?"
    r"(?:[ \t]*+[:：]++[ \t]*+(?P=bold)"
    rf"|(?P=bold)(?:[ \t]*+{_bracketed('behind')}[ \t]*+:?|[ \t]*+[:：]|[ \t]++[–—](?=[ \t])"
    r"|(?(inside)|(?!))))[:：]*[ \t]*",
    re.ASCII,
)
_SOUND: Final = pattern(
    r"(?P<mark>\*{1,3}|_{1,3})(?P<name>\\?[\[(][^*\n\[\]()\\]{1,60}\\?[\])])(?P=mark)"
    r"[ \t]*+:*+[ \t]*+"
)
_LINK: Final = rf"\[(?P<linked>\\?[\[(]?@?{STAMP}\\?[\])]?)\]\(https?://[^\s()]{{1,300}}\)"
_TIME_LINK: Final = pattern(_LINK, re.ASCII)
_LINKED: Final = pattern(
    rf"(?P<name>[^\s\[\]()*_#>|-][^\[\]()*\n]{{0,60}}?)[ \t]*+:?[ \t]*+{_LINK}[ \t]*+:?[ \t]*+",
    re.ASCII,
)
_HEADER_ENDS: Final = (")", "]")
_TIMED_START: Final = pattern(rf"{_bracketed('time')}[ \t]*(?::(?!\S)[ \t]*)?", re.ASCII)
_BOLD_TIME: Final = pattern(rf"\*\*\[?(?P<time>{STAMP})\]?:?\*\*[ \t]*:?[ \t]*", re.ASCII)
_LEADING: Final = pattern(rf"(?P<time>{STAMP})(?:[ \t]*+[-–—|:])?[ \t]++(?=\S)", re.ASCII)
_ESCAPE: Final = pattern(r"\\([!-/:-@\[-`{-~])")
_NO_NAME: Final = pattern(
    r"[^\W_]{4,}(?<!Prof)\.\s|[a-z\d]\.\s+[a-z]|[!?…;]\s|[!;]$|[^ ]\?$|https?:"
)
_WORDS: Final = 6


class Label(NamedTuple):
    """A speaker, the time in milliseconds if there is one, and where the words begin."""

    name: str
    time: int | None
    end: int

    @property
    def is_event(self) -> bool:
        """Whether this is no speaker but a break, music, a sponsor."""
        return self.name.startswith("[") or is_event(self.name)


def timed_header(line: str) -> Label | None:
    """A whole line `Name (12:05)`, `Name (1:12:05):` or `*Name (12:05)*`."""
    bare = line.strip(" \t*_:")
    if not bare.endswith(_HEADER_ENDS):
        return None
    match = _TIMED_HEADER.fullmatch(bare)
    return None if match is None else _label(match["name"], match["time"], len(line))


def bold_label(paragraph: str) -> Label | None:
    """What a paragraph begins with: `**Name**:`, `**Name:**`, `**Name [12:05]:**`, `__Name__:`.

    Also `[12:05] **Name:**`, and a sound in brackets, `**[Music]**`, where nothing else follows.
    """
    before = _TIMED_START.match(paragraph) if paragraph.startswith(("[", "(", "\\")) else None
    at = before.end() if before else 0
    if not paragraph.startswith(("**", "__"), at):
        return None if before else _sound(paragraph)
    match = _BOLD.match(paragraph, at)
    if match is None:
        return _sound(paragraph)
    clock = match["inside"] or match["behind"] or match["before"]
    return _label(match["name"], clock or (before["time"] if before else None), match.end())


def linked_label(line: str) -> Label | None:
    """What a line begins with: `Name [(12:05)](https://…)`, the time a link into the recording."""
    match = _LINKED.match(line) if "](http" in line else None
    if match is None:
        return None
    return _label(match["name"], match["linked"].strip("\\[]()@"), match.end())


def without_time_links(line: str) -> str:
    """`line` with every time that is a link into the recording as that time in brackets."""
    if "](http" not in line:
        return line
    return _TIME_LINK.sub(lambda match: f"[{match['linked'].strip(chr(92) + '[]()@')}]", line)


def timed_start(text: str) -> tuple[int | None, str]:
    """The time in brackets that `text` begins with, and the rest; None and all of it if none."""
    match = _TIMED_START.match(text) or _BOLD_TIME.match(text)
    time = parse_stamp(match["time"]) if match else None
    return (None, text) if match is None or time is None else (time, text[match.end() :])


def timed_title(title: str) -> tuple[int | None, str]:
    """The time before a heading, or in brackets behind it, and the heading without it."""
    time, rest = timed_start(title)
    if time is None and (leading := _LEADING.match(title)):
        time, rest = parse_stamp(leading["time"]), title[leading.end() :]
    if time is not None and rest.strip():
        return time, rest.strip()
    match = _TIMED_HEADER.fullmatch(title)
    time = parse_stamp(match["time"]) if match else None
    return (None, title) if match is None or time is None else (time, match["name"].strip())


def _sound(line: str) -> Label | None:
    """`**[Music]**`, `*[Music 12:05]*`: a line that is one sound in brackets."""
    if not line.startswith(("*", "_")):
        return None
    match = _SOUND.fullmatch(line)
    if match is None:
        return None
    name = _ESCAPE.sub(r"\1", match["name"]).strip("[]()").strip()
    time = None
    if clock := re.search(STAMP, name):
        time = parse_stamp(clock[0])
        name = name.replace(clock[0], "").strip(" @-,") if time is not None else name
    return Label(f"[{name}]", time, len(line)) if any(map(str.isalpha, name)) else None


def _label(raw: str, clock: str | None, end: int) -> Label | None:
    time = None if clock is None else parse_stamp(clock)
    if time is None and clock is not None:
        return None
    raw = _ESCAPE.sub(r"\1", raw) if "\\" in raw else raw
    name = " ".join(raw.split()).strip(" *_:\\")
    if name[:1] + name[-1:] in ("[]", "()"):
        name = name[1:-1].strip(" *_:")
    is_name = (
        any(map(str.isalpha, name))
        and len(name.split()) <= _WORDS
        and not _NO_NAME.search(name)
        and name.lower() not in NOT_SPEAKERS
    )
    return Label(name, time, end) if is_name else None
