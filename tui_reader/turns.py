"""From cues to turns: what a caption file cuts up, put together again as people said it.

A cue is as long as a line on a screen; a turn is as long as a speaker speaks. Every cue leaves a
mark in the turn it goes into, so that a time still leads to its words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, groupby, islice, pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from tui_reader.model import Mark, Turn

__all__ = ["PARAGRAPH", "PAUSE", "Cue", "assemble", "ends_sentence", "joint"]

PARAGRAPH: Final = "\n\n"
"""What stands between two paragraphs of a turn."""

PAUSE: Final = 2_000
"""A silence, in milliseconds, after which somebody unnamed begins a new turn."""

_BREATH: Final = 700  # a silence that makes a sentence end a good place for a new paragraph

# Characters after which a turn of an unnamed speaker, or a paragraph of a named one, ends with the
# next sentence; at most the second number where there is no sentence end, for captions without any.
_TURN_LENGTH: Final = (600, 1_800)
_PARAGRAPH_LENGTH: Final = (500, 1_800)
_PATIENCE: Final = 300  # more characters to wait for a sentence end that is also a pause

_CHANGES_SELDOM: Final = 100
"""Cues for one change of speaker, above which most changes are not marked."""

_CLOSERS: Final = "\"'”’»)]」』"
_SENTENCE_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "؟", "।")

_SPACELESS: Final = re.compile(  # Thai, Lao, Burmese, Khmer, Chinese, Japanese, full-width signs
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)


class Cue(NamedTuple):
    """A piece of speech as a file has it: times in milliseconds, and the line it stands on.

    `fresh` says that somebody else begins to speak here, though perhaps nobody knows who.
    """

    start: int | None
    end: int | None
    text: str
    speaker: str | None = None
    line: int = 1
    fresh: bool = False


_SPEAKER: Final = attrgetter("speaker")
_TEXT: Final = attrgetter("text")
_FRESH: Final = attrgetter("fresh")
_UNTIDY: Final = ("  ", " \n", "\n ", "\n\n", *"\t\r\v\f\x1c\x1d\x1e\x1f")


def assemble(cues: Sequence[Cue]) -> tuple[Turn, ...]:
    """The turns that `cues` make up, in their order.

    A turn is everything one speaker says in a row, until a fresh cue; where the file names nobody
    and marks no change, a pause or the end of a sentence far enough in ends it. Cues without words
    leave nothing but their freshness.
    """
    tidy = _tidied(cues)
    if any(map(_FRESH, tidy)):
        return tuple(_turn(run, run[0].speaker) for run in _by_change(tidy))
    if any(map(_SPEAKER, tidy)):
        return tuple(_turn(tuple(run), speaker) for speaker, run in groupby(tidy, _SPEAKER))
    return tuple(_turn(run, None) for run in _by_pause(tidy))


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends where `text` does, quotation marks and brackets aside."""
    return text.endswith(_SENTENCE_ENDS) or text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)


def joint(before: str, after: str) -> str:
    """What stands between two texts: nothing where both are of a script without spaces."""
    spaceless = _SPACELESS.match(before[-1:]) and _SPACELESS.match(after[:1])
    return "" if spaceless else " "


def _tidied(cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues that have words, with single spaces between them, and no speaker but by name."""
    words = "\n".join(map(_TEXT, cues))
    untidy = (
        not words
        or words.count("\n") >= len(cues)
        or not words.isascii()
        or any(mark in words for mark in _UNTIDY)
        or words != words.strip()
    )
    if not untidy and "" not in map(_SPEAKER, cues):
        return cues  # most files: a look at all of it at once is five times faster
    tidy = []
    due = False
    for start, end, raw, speaker, line, fresh in cues:
        due = due or fresh
        if text := " ".join(raw.split()):
            tidy.append(Cue(start, end, text, speaker or None, line, due))
            due = False
    return tidy


def _by_change(cues: Sequence[Cue]) -> Iterator[Sequence[Cue]]:
    """The cues of each who speaks in turn, named or not.

    Where changes are marked so seldom that most of them must be missing, pauses count as well.
    """
    changes = sum(cue.fresh or cue.speaker is not None for cue in cues)
    runs: list[list[Cue]] = []
    for cue in cues:
        if not runs or cue.fresh or cue.speaker != runs[-1][-1].speaker:
            runs.append([])
        runs[-1].append(cue)
    for run in runs:
        if run[0].speaker is None and changes * _CHANGES_SELDOM < len(cues):
            yield from _by_pause(run)
        else:
            yield run


def _by_pause(cues: Sequence[Cue]) -> Iterator[list[Cue]]:
    run: list[Cue] = []
    length = 0
    for cue in cues:
        if run and (_silence(run[-1], cue) >= PAUSE or _is_full(length, run[-1], _TURN_LENGTH)):
            yield run
            run, length = [], 0
        run.append(cue)
        length += len(cue.text) + 1
    if run:
        yield run


def _turn(run: Sequence[Cue], speaker: str | None) -> Turn:
    starts, ends, texts, _, lines, _ = zip(*run, strict=True)
    offsets: Iterable[int]
    text = " ".join(texts)
    if len(text) < 2 * _PARAGRAPH_LENGTH[0] and text.isascii():
        offsets = accumulate([len(words) + 1 for words in texts], initial=0)
    else:
        parts = list(chain.from_iterable(zip(_joints(run), texts, strict=True)))
        text = "".join(parts)
        offsets = islice(accumulate(map(len, parts)), 0, None, 2)
    timed: Iterable[tuple[int, int | None]] = zip(offsets, starts, strict=False)
    if None in starts:
        timed = ((offset, start) for offset, start in timed if start is not None)
    marks = tuple(map(Mark._make, timed))
    end = max(ends if None not in ends else (end for end in ends if end is not None), default=None)
    return Turn(text, speaker, marks[0].time if marks else None, end, marks, lines[0])


def _joints(run: Sequence[Cue]) -> list[str]:
    """What stands before each cue of a turn: a space, a new paragraph, or nothing."""
    if all(map(str.isascii, map(_TEXT, run))):
        joints = [" "] * len(run)
        joints[0] = ""
    else:
        joints = ["", *(joint(before.text, after.text) for before, after in pairwise(run))]
    for index in _paragraph_starts(run):
        joints[index] = PARAGRAPH
    return joints


def _paragraph_starts(run: Sequence[Cue]) -> Iterator[int]:
    length = len(run[0].text)
    left = sum(len(cue.text) for cue in run) - length
    for index in range(1, len(run)):
        before, cue = run[index - 1], run[index]
        if left >= _PATIENCE and _is_full(length, before, _PARAGRAPH_LENGTH):
            rested = _silence(before, cue) >= _BREATH
            if rested or length >= _PARAGRAPH_LENGTH[0] + _PATIENCE:
                yield index
                length = 0
        length += len(cue.text) + 1
        left -= len(cue.text)


def _is_full(length: int, last: Cue, limits: tuple[int, int]) -> bool:
    enough, at_most = limits
    return length >= enough and (ends_sentence(last.text) or length >= at_most)


def _silence(before: Cue, after: Cue) -> int:
    if before.end is None or after.start is None:
        return 0
    return after.start - before.end
