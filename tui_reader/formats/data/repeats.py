"""What a program hears over and over where there was nothing to hear."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from tui_reader.formats.data.met import brief
from tui_reader.model import Problem
from tui_reader.turns import Cue

__all__ = ["repeats"]

_MANY: Final = 4
_AT_MOST: Final = 50


def repeats(cues: Iterable[Cue]) -> Iterator[Problem]:
    """A problem for each run of cues that say the same: perhaps nobody said it so often."""
    found = 0
    for text, group in groupby(cues, attrgetter("text")):
        run = list(group)
        if len(run) < _MANY or not text.strip():
            continue
        found += 1
        if found <= _AT_MOST:
            told = f"“{brief(text)}” {len(run)} times in a row, perhaps misheard: kept"
            yield Problem(run[0].line, told)
    if found > _AT_MOST:
        yield Problem(0, f"{found - _AT_MOST} more runs of the same words: kept")
