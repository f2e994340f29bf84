"""WebVTT line by line, through webvtt-py: for the files the scanner does not read whole.

The library reads what the standard allows and leaves out the rest without a word. So a file is
mended before, as far as it can be, and each cue goes in under the number of its line, so that the
ones that do not come back can be told.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from tui_reader.formats.captions.cuetext import CueBlock, voice_of
from tui_reader.formats.captions.report import Report, quoted
from tui_reader.formats.captions.vtt_header import SIGNATURE
from tui_reader.formats.captions.vtt_split import Block, blocks_of
from tui_reader.formats.captions.vtt_times import (
    Timing,
    looks_like_times,
    offset_of,
    stamp,
    timing_of,
)
from tui_reader.model import Problem

__all__ = ["read_blocks"]

_UNUSUAL: Final = "not written as WebVTT asks, read all the same"
_AGAIN: Final = "there again where a piece of the stream begins, left out"
_STRAY: Final = "text without a time put behind the words before it"
_ABOVE: Final = "text above the first time put among the notes"
_BROKEN: Final = "a time that cannot be read: its words kept beside those around it"
_SEAM: Final = 8  # cues that may go on over the seam of two pieces of a stream


class _Timed(NamedTuple):
    """A block, and the times it is spoken at."""

    block: Block
    timing: Timing


class ReadBlocks(NamedTuple):
    """The cues of a file, what was met in it, and the words above the first of them."""

    cues: list[CueBlock]
    problems: tuple[Problem, ...]
    above: str


def read_blocks(text: str) -> ReadBlocks:
    """The cues of `text`, and what was wrong with the others."""
    report = Report()
    if not SIGNATURE.match(text):
        report.tell(1, "no WEBVTT at the beginning: read as if it stood there")
    cues = _Cues(report)
    for block in blocks_of(text):
        cues.take(block)
    library = _through_library(cue for cue in cues.timed.items() if not cue[1].block.goes_on)
    read: list[CueBlock] = []
    for number, (block, timing) in cues.timed.items():
        if block.goes_on:
            read.append(_going_on(block, timing))
        elif number in library:
            read.append(_as_written(library[number], block, timing))
        elif block.is_spoken:
            report.tell(int(number), f"a cue that cannot be read left out{_lost(block)}")
    return ReadBlocks(read, report.problems(), "\n\n".join(cues.above))


class _Cues:
    """The blocks that have times, put away one after the other as they are met."""

    def __init__(self, report: Report) -> None:
        self.timed: dict[str, _Timed] = {}
        """Each under the number of its timing line."""
        self.above: list[str] = []
        """Words that stand above the first time."""
        self._report = report
        self._last: Timing | None = None
        self._offset = 0
        self._pieces = 0
        self._recent: list[tuple[Timing, list[str]]] = []
        self._waiting: list[Block] = []

    def take(self, block: Block) -> None:
        """Put `block` away, or tell why not."""
        if block.goes_on and self._last is not None:
            self._put(block, self._last)
        elif block.timing >= 0:
            self._take_cue(block)
        elif block.is_header:
            self._offset = offset_of("\n".join(block.lines))
            self._pieces += 1
        elif not block.is_aside and block.lines != [str(len(self.timed) + 1)]:
            self._take_stray(block)

    def _take_cue(self, block: Block) -> None:
        line = block.lines[block.timing]
        number = block.line + block.timing
        timing = _shifted(timing_of(line), self._offset)
        if timing is None and not looks_like_times(line):
            self._take_stray(block._replace(timing=0, goes_on=True))
            return
        if timing is None:
            self._report.tell(number, f"{_BROKEN}{_lost(block)}")
            self._put_beside(Block(number + 1, block.words, -1))
            return
        cue = (timing, block.words)
        if self._pieces > 1 and cue in self._recent:
            self._report.count(number, "cue", _AGAIN)
            return
        self._recent = [*self._recent[1 - _SEAM :], cue]
        if not timing.standard:
            self._report.count(number, "time", _UNUSUAL)
        if block.timing and " " in block.lines[0].strip() and not voice_of(block.lines[0]):
            self._report.tell(block.line, f"words in place of a number: {quoted(block.lines[0])}")
        self._last = timing
        self._put(block, timing)

    def _take_stray(self, block: Block) -> None:
        """Words that no time stands over: they are likely what the cue before goes on with."""
        if not block.is_spoken:
            return
        if self._last is None:
            self._report.tell(block.line, f"{_ABOVE}{_lost(block)}")
            self.above.append("\n".join(block.words))
            return
        self._report.tell(block.line, f"{_STRAY}{_lost(block)}")
        if block.lines[0].isdecimal() and len(block.lines) > 1:
            block = Block(block.line + 1, block.lines[1:], -1)
        self._put_beside(block)

    def _put_beside(self, block: Block) -> None:
        """Put words without a time where those before them are; above all, where the first are."""
        if not block.is_spoken:
            return
        block = block._replace(timing=0, goes_on=True)
        if self._last is None:
            self._waiting.append(block)
        else:
            self._put(block, self._last)

    def _put(self, block: Block, timing: Timing) -> None:
        waiting, self._waiting = self._waiting, []
        for before in waiting:
            self._put(before, Timing(timing.start, timing.start, timing.standard))
        self.timed[str(block.line + block.timing)] = _Timed(block, timing)


def _shifted(timing: Timing | None, offset: int) -> Timing | None:
    if timing is None or not offset:
        return timing
    start, end, standard = timing
    return Timing(max(start + offset, 0), max(end + offset, 0), standard)


def _through_library(cues: Iterable[tuple[str, _Timed]]) -> dict[str, CueBlock]:
    """The cues as webvtt-py reads them, under the numbers they go in with."""
    from webvtt import WebVTT

    mended = ["WEBVTT"]
    for number, (block, timing) in cues:
        mended += ("", number, f"{stamp(timing.start)} --> {stamp(timing.end)}", *block.words)
    return {
        caption.identifier or "": CueBlock(
            "",
            caption.start_time.in_milliseconds(),
            caption.end_time.in_milliseconds(),
            "".join(f"{line}\n" for line in caption.lines),
            0,
        )
        for caption in WebVTT.from_string("\n".join(mended)).captions
    }


def _as_written(found: CueBlock, block: Block, timing: Timing) -> CueBlock:
    """`found` with what the library was not told: its own identifier and its line."""
    return found._replace(
        identifier=block.lines[0] if block.timing > 0 else "",
        line=block.line + block.timing,
        lenient=not timing.standard,
    )


def _going_on(block: Block, timing: Timing) -> CueBlock:
    payload = "".join(f"{line}\n" for line in block.words)
    return CueBlock("", timing.start, timing.end, payload, block.line, lenient=True)


def _lost(block: Block) -> str:
    """The words of `block` as a problem quotes them, if there are any."""
    return f": {quoted(' '.join(block.words))}" if block.is_spoken else ""
