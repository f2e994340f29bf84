"""The lines of a SubRip file that hold times, however they are written."""

import re
from typing import Final

from tui_reader.formats.captions.stamps import STAMP, Stamp, stamp
from tui_reader.formats.captions.timed import Timing
from tui_reader.lazily import pattern

__all__ = ["timing"]

_ARROW: Final = r"(?P<arrow>(?:-{1,3}|[–—=])[ \t]?>|→|--&gt;)"
_TIMING: Final = pattern(
    rf"[ \t]*+(?:\d{{1,6}}[.)]?[ \t]++)?{STAMP}[ \t]*+{_ARROW}[ \t]*+{STAMP}(?![\w:])(.*)",
    re.ASCII,
)
_STANDARD: Final = pattern(
    r"(\d{1,3}):([0-5]\d):([0-5]\d)[,.](\d{3}) --> (\d{1,3}):([0-5]\d):([0-5]\d)[,.](\d{3})"
    r"(?:[ \t]+\w+:\S*)*+[ \t]*",
    re.ASCII,
)
_LONG_ARROW: Final = pattern(r"-->|[–—]>|→|--&gt;")
_SETTING: Final = pattern(r"[XYxy][12]:\S*|[a-z]+:\S+")


def timing(line: str) -> Timing | None:
    """The times on `line`; None where it is no line of times, not even a broken one."""
    if standard := _STANDARD.fullmatch(line):  # most lines, in a third of the time
        h1, m1, s1, ms1, h2, m2, s2, ms2 = map(int, standard.groups())
        start, end = (h1 * 60 + m1) * 60 + s1, (h2 * 60 + m2) * 60 + s2
        return Timing(start * 1000 + ms1, end * 1000 + ms2)
    return _loose(line)


def _loose(line: str) -> Timing | None:
    match = _TIMING.match(line)
    if match is None:
        return _broken(line)
    groups = match.groups()
    start, end = stamp(*groups[:5]), stamp(*groups[6:11])
    if start is None or end is None:
        return _broken(line)
    if not (start.clear or end.clear) and ("--" not in match["arrow"] or "." not in match[0]):
        return None
    words = (word for word in groups[11].split() if not _SETTING.fullmatch(word))
    return Timing(start.ms, end.ms, " ".join(words), is_standard=False)


def _broken(line: str) -> Timing | None:
    """Of a line that must have been meant for times, what can be read of them."""
    arrow = _LONG_ARROW.search(line)
    if arrow is None:
        return None
    before, after = line[: arrow.start()], line[arrow.end() :]
    start = Stamp.read(before)
    first, _, rest = after.strip().partition(" ")
    end = Stamp.read(first)
    clear = (start is not None and start.clear) or (end is not None and end.clear)
    if not clear and not (_looks_timed(before) and _looks_timed(after)):
        return None
    if end is None and not _looks_timed(first):
        rest = after
    return Timing(
        start.ms if start and start.clear else None,
        end.ms if end and end.clear else None,
        " ".join(word for word in rest.split() if not _SETTING.fullmatch(word)),
        is_broken=True,
    )


def _looks_timed(text: str) -> bool:
    """Whether `text` begins like a time: a digit and a colon, or a few, without a space."""
    first = text.strip().partition(" ")[0]
    return ":" in first and any(char.isdigit() for char in first)
