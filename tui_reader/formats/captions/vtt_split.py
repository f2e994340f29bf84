"""WebVTT cut into its blocks: the header, cues, notes and styles, and words nobody expects.

The standard ends a block at an empty line, or where a line with an arrow comes. What people write
is cut so that their words stay together.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tui_reader.formats.captions.vtt_times import ARROW, looks_like_times
from tui_reader.lazily import pattern

__all__ = ["Block", "blocks_of"]

_HEADER: Final = pattern(r"[ \t]*WEBVTT(?=\s|$)")
_STYLE: Final = pattern(r"STYLE\s*$")
_ASIDE: Final = pattern(r"NOTE(?=\s|$)|STYLE\s*$|REGION\s*$|Region:")
_RULE_ENDS: Final = ("{", "}", ";", ",", "*/")


class Block(NamedTuple):
    """Lines that belong together; `timing` is the index of the line with the arrow, or -1.

    One that `goes_on` is words of the cue before: behind an empty line, or because a line among
    them has an arrow in it and is no time.
    """

    line: int
    lines: list[str]
    timing: int
    goes_on: bool = False

    @property
    def is_header(self) -> bool:
        """Whether a file begins here, perhaps one of several put together."""
        return self.timing < 0 and _HEADER.match(self.lines[0]) is not None

    @property
    def is_aside(self) -> bool:
        """Whether it is a note, a style or a region, which nobody speaks."""
        return self.timing < 0 and _ASIDE.match(self.lines[0]) is not None

    @property
    def words(self) -> list[str]:
        """The lines that are spoken."""
        return self.lines if self.goes_on else self.lines[self.timing + 1 :]

    @property
    def is_spoken(self) -> bool:
        """Whether there is anything in it to say."""
        return any(map(str.strip, self.words))


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of `text`: the header first, where there is one."""
    return _with_late_text(_without_rules(_blocks(text.split("\n"))))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks as they end at an empty line, or where an arrow comes."""
    start = _header_length(lines)
    if start:
        yield Block(1, list(lines[:start]), -1)
    block: list[str] = []
    timing = -1
    goes_on = False
    for number, line in enumerate(lines[start:], start=start + 1):
        arrow = ARROW in line
        if block and (not line or (arrow and (timing >= 0 or len(block) > 1))):
            numbered = arrow and _ends_in_next_number(block, timing)
            below = [block.pop()] if numbered else []
            yield Block(number - len(block) - len(below), block, timing, goes_on)
            goes_on = arrow and timing >= 0 and not looks_like_times(line)
            block, timing = below, -1
        if arrow:
            timing = len(block)
        if line:
            block.append(line)
        else:
            goes_on = False
    if block:
        yield Block(len(lines) - len(block) + 1, block, timing, goes_on)


def _ends_in_next_number(block: Sequence[str], timing: int) -> bool:
    """Whether the last line of a numbered cue is the number of the next, no blank line between."""
    first, last = block[0], block[-1]
    if timing != 1 or len(block) < 3 or not (first.isdecimal() and last.isdecimal()):
        return False
    return len(first) < 10 and len(last) < 10 and int(last) == int(first) + 1


def _header_length(lines: Sequence[str]) -> int:
    if not _HEADER.match(lines[0]):
        return 0
    ends = (n for n, line in enumerate(lines) if n and (not line or ARROW in line))
    return next(ends, len(lines))


def _without_rules(blocks: Iterator[Block]) -> Iterator[Block]:
    """What a style sheet goes on with behind an empty line is no text."""
    styled = False
    for block in blocks:
        styled = block.timing < 0 and (
            _STYLE.match(block.lines[0]) is not None
            or (styled and all(line.rstrip().endswith(_RULE_ENDS) for line in block.lines))
        )
        if not styled:
            yield block


def _with_late_text(blocks: Iterator[Block]) -> Iterator[Block]:
    """A cue whose text follows an empty line gets it back: some programs write one there."""
    bare: Block | None = None
    for block in blocks:
        if bare is not None and block.timing < 0 and not (block.is_aside or block.is_header):
            block = bare._replace(lines=[*bare.lines, *block.lines])
        elif bare is not None:
            yield bare
        bare = block if block.timing == len(block.lines) - 1 and not block.goes_on else None
        if bare is None:
            yield block
    if bare is not None:
        yield bare
