"""Captions that roll: lines that stay on the screen while others come, taken once.

Live captions, YouTube's above all, repeat a line for as long as it is to be seen; and some programs
write a whole sentence again for every word, to light it up. What repeats is told by whole lines,
never by words, so that somebody who says the same word twice is left to say it twice.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final

from tui_reader.turns import Cue

__all__ = ["unrolled"]

_TEXT: Final = attrgetter("text")
_HOLD: Final = 50
"""Milliseconds: a cue no longer than this only keeps a line on the screen."""

_SCREEN: Final = 6  # lines that may be on a screen at a time
_ROLLING: Final = (
    0.3  # the share of cues that repeat a line and add another, from which on it rolls
)
_REPEATED: Final = 0.2  # the share of lines that are there twice, below which nothing can roll
_FEWEST: Final = 3  # cues of one sentence that light up its words
_WORD: Final = 1_000  # milliseconds that a word is lit up for, on the average, at most


def unrolled(cues: Sequence[Cue], *, rolls: bool = False) -> Sequence[Cue]:
    """`cues` without the lines that only stay on the screen; as they are where nothing rolls.

    `rolls` says that the file is known to be of that kind, however few lines repeat.
    """
    if not rolls and not _repeats(cues):
        return cues
    if (lit := _lit(cues)) is not None:
        return lit
    screens = [_lines(cue) for cue in cues]
    kept = [0, *map(_overlap, screens, screens[1:])]
    rolling = sum(
        bool(count) and (count < len(lines) or _is_hold(cue))
        for cue, lines, count in zip(cues, screens, kept, strict=False)
    )
    if not rolls and (rolling < 2 or rolling <= _ROLLING * len(cues)):
        return cues
    return _without_kept(cues, screens, kept)


def _repeats(cues: Sequence[Cue]) -> bool:
    """Whether enough lines are there twice for a look at where they are."""
    lines = list(map(_TEXT, cues))
    words = "\n".join(lines)
    if words.count("\n") > (1 + _REPEATED) * len(lines):  # else few cues have two lines
        lines = words.split("\n")
    return len(set(lines)) < (1 - _REPEATED) * len(lines)


def _lines(cue: Cue) -> list[str]:
    """The lines of a cue. An empty one above others stays: those are new, where it stands."""
    lines = [" ".join(line.split()) for line in cue.text.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _overlap(before: list[str], after: list[str]) -> int:
    """How many lines at the beginning of `after` are those at the end of `before`."""
    most = min(len(before), len(after), _SCREEN)
    return next((n for n in range(most, 0, -1) if before[-n:] == after[:n]), 0)


def _is_hold(cue: Cue) -> bool:
    return cue.start is not None and cue.end is not None and cue.end - cue.start <= _HOLD


def _follows(before: Cue, cue: Cue) -> bool:
    """Whether there is no moment between two cues in which a screen would be empty."""
    return before.end is None or cue.start is None or cue.start - before.end <= _HOLD


def _without_kept(
    cues: Sequence[Cue], screens: Sequence[list[str]], kept: Sequence[int]
) -> list[Cue]:
    new: list[Cue] = []
    for index, (cue, lines, count) in enumerate(zip(cues, screens, kept, strict=False)):
        if not count:
            new.append(cue)
        elif count < len(lines):
            new.append(cue._replace(text="\n".join(lines[count:])))
        elif _is_hold(cue) or _follows(cues[index - 1], cue):
            if new and new[-1].end is not None and cue.end is not None:
                new[-1] = new[-1]._replace(end=max(new[-1].end, cue.end))
        else:
            new.append(cue)
    return new


def _lit(cues: Sequence[Cue]) -> list[Cue] | None:
    """Sentences that are written again for each of their words, once; None if there are none."""
    runs = [list(run) for _, run in groupby(cues, _TEXT)]
    lit = sum(len(run) for run in runs if _lights_words(run))
    if 2 * lit <= len(cues):
        return None
    return list(_once(runs))


def _lights_words(run: Sequence[Cue]) -> bool:
    """Whether the cues of `run`, all of one text, come as fast as its words, and as many."""
    first, last = run[0], run[-1]
    if len(run) < _FEWEST or first.start is None or last.end is None:
        return False
    return (
        2 <= _words(first.text) <= len(run)
        and last.end - first.start <= _WORD * len(run)
        and all(_follows(before, cue) for before, cue in pairwise(run))
    )


def _words(text: str) -> int:
    """How many words `text` has; its characters, where it has no spaces and need not have any."""
    words = len(text.split())
    return len(text) if words == 1 and not text.isascii() else words


def _once(runs: Sequence[list[Cue]]) -> Iterator[Cue]:
    for run in runs:
        if _lights_words(run) or (len(run) == 2 and _follows(*run)):
            yield run[0]._replace(end=run[-1].end)
        else:
            yield from run
