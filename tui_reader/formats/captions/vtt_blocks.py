"""WebVTT line by line, through webvtt-py: for the files the scanner does not read whole.

The library reads what the standard allows and leaves out the rest without a word. So a file is
mended before, as far as it can be, and each cue goes in under the number of its line, so that the
ones that do not come back can be told.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tui_reader.formats.captions.cuetext import CueBlock
from tui_reader.model import Problem

__all__ = ["read_blocks"]

_ARROW: Final = "-->"
_TIME: Final = r"(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,6})(?:[.,](\d{0,9}))?"
_STANDARD: Final = re.compile(
    r"\s*(?:(?:\d+:)?[0-5]\d:[0-5]\d\.\d{3}(?:\s*-->\s*|(?=\s|$))){2}", re.ASCII
)
_LOOSE: Final = re.compile(
    rf"[ \t\f]*{_TIME}[ \t\f]*-->[ \t\f]*{_TIME}(?=[ \t\f\ufffd]|$)", re.ASCII
)
_ASIDE: Final = re.compile(r"NOTE(?=\s|$)|STYLE\s*$|REGION\s*$|Region:")
_UNUSUAL: Final = "not written as WebVTT asks, read all the same"
_SHOWN: Final = 60  # characters of lost text that a problem quotes


class _Block(NamedTuple):
    """Lines that belong together; `timing` is the index of the line with the arrow, or -1."""

    line: int
    lines: list[str]
    timing: int


def read_blocks(text: str) -> tuple[list[CueBlock], list[Problem]]:
    """The cues of `text`, and what was wrong with the others."""
    from webvtt import WebVTT

    problems: list[Problem] = []
    cues: dict[str, _Block] = {}
    mended = ["WEBVTT"]
    for block in _with_late_text(_blocks(text, problems)):
        if block.timing < 0:
            if not _ASIDE.match(block.lines[0]):
                problems.append(_lost(block, "text without a time"))
            continue
        number = block.line + block.timing
        timing = _mended(block.lines[block.timing], number, problems)
        if timing is None:
            problems.append(_lost(block, "a cue whose time cannot be read"))
            continue
        cues[str(number)] = block
        mended += ("", str(number), timing, *block.lines[block.timing + 1 :])
    read = []
    for caption in WebVTT.from_string("\n".join(mended)).captions:
        block = cues.pop(caption.identifier or "")
        read.append(
            CueBlock(
                "" if not block.timing else block.lines[0],
                caption.start_time.in_milliseconds(),
                caption.end_time.in_milliseconds(),
                "".join(f"{line}\n" for line in caption.lines),
                block.line + block.timing,
            )
        )
    problems += (_lost(block, "a cue that cannot be read") for block in cues.values())
    return read, _summed(problems)


def _blocks(text: str, problems: list[Problem]) -> Iterator[_Block]:
    """The blocks behind the header: they end at an empty line, or where an arrow comes."""
    lines = text.split("\n")
    start = _header_length(lines)
    if not start:
        problems.append(Problem(1, "no WEBVTT at the beginning: read as if it stood there"))
    block: list[str] = []
    timing = -1
    for number, line in enumerate(lines[start:], start=start + 1):
        arrow = _ARROW in line
        if block and (not line or (arrow and (timing >= 0 or len(block) > 1))):
            yield _Block(number - len(block), block, timing)
            block, timing = [], -1
        if arrow:
            timing = len(block)
        if line:
            block.append(line)
    if block:
        yield _Block(len(lines) - len(block) + 1, block, timing)


def _header_length(lines: Sequence[str]) -> int:
    if not re.match(r"WEBVTT(?=\s|$)", lines[0]):
        return 0
    ends = (n for n, line in enumerate(lines) if n and (not line or _ARROW in line))
    return next(ends, len(lines))


def _with_late_text(blocks: Iterator[_Block]) -> Iterator[_Block]:
    """A cue whose text follows an empty line gets it back: some programs write one there."""
    bare: _Block | None = None
    for block in blocks:
        if bare is not None and block.timing < 0 and not _ASIDE.match(block.lines[0]):
            block = _Block(bare.line, [*bare.lines, *block.lines], bare.timing)
        elif bare is not None:
            yield bare
        bare = block if block.timing == len(block.lines) - 1 else None
        if bare is None:
            yield block
    if bare is not None:
        yield bare


def _mended(timing: str, number: int, problems: list[Problem]) -> str | None:
    """A timing line in the shape of the standard, or None where it has no two times."""
    match = _LOOSE.match(timing)
    if match is None:
        return None
    start, end = _milliseconds(*match.groups()[:4]), _milliseconds(*match.groups()[4:])
    if start is None or end is None:
        return None
    if not _STANDARD.match(timing):
        problems.append(Problem(number, _UNUSUAL))
    return f"{_stamp(start)} --> {_stamp(end)}"


def _milliseconds(
    hours: str | None, minutes: str | None, secs: str, fraction: str | None
) -> int | None:
    """Seconds alone may be as many as one likes; behind minutes, as minutes behind hours, 59."""
    if minutes is not None and (int(secs) > 59 or (hours is not None and int(minutes) > 59)):
        return None
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(secs)
    return whole * 1000 + int((fraction or "0").ljust(3, "0")[:3])


def _stamp(ms: int) -> str:
    minutes, rest = divmod(ms, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _lost(block: _Block, what: str) -> Problem:
    words = " ".join(" ".join(block.lines[block.timing + 1 :]).split())
    quoted = f": “{words[:_SHOWN]}{'…' * (len(words) > _SHOWN)}”" if words else ""
    return Problem(block.line + max(block.timing, 0), f"{what} left out{quoted}")


def _summed(problems: list[Problem]) -> list[Problem]:
    """Times written in one unusual way are one problem, not one for every cue."""
    unusual = [problem.line for problem in problems if problem.message == _UNUSUAL]
    others = [problem for problem in problems if problem.message != _UNUSUAL]
    if unusual:
        count = len(unusual)
        others.append(Problem(unusual[0], f"{count} time{'s' * (count > 1)} {_UNUSUAL}"))
    return sorted(others)
