"""Who is who in two transcripts of one recording, by the words they say.

Two recognisers that heard the same talk write most of its words alike. So the runs of words that
both have tell which label of the one is which of the other.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final, NamedTuple

from tui_reader.fold import spaced
from tui_reader.model import Transcript

__all__ = ["Match", "Sayings", "matches"]

_RUN: Final = 4
"""So many words that follow each other are hardly ever said twice."""

_SAME: Final = 0.15
"""How many of the runs of the shorter are in the other, at least: of two talks, it is one in fifty
at most."""

_ENOUGH: Final = 12
"""Of fewer runs of somebody nobody can tell who they are."""

_CLEAR: Final = 0.7
"""So much of what somebody says must be one person's."""

_Run = tuple[str, ...]


class Match(NamedTuple):
    """That `label` is `name`, by `shared` of the `total` runs of words that somebody says there."""

    label: str
    name: str
    shared: int
    total: int


class Sayings:
    """The runs of words in a transcript, by who says them; those of several are nobody's."""

    def __init__(self, transcript: Transcript) -> None:
        self.runs: dict[_Run, str | None] = {}
        """Who says them; None where it is not told, or several do."""
        turns = transcript.turns
        for turn, text in zip(turns, spaced.each([turn.text for turn in turns]), strict=True):
            words = text.split()
            speaker = turn.speaker or None
            for run in zip(*(words[start:] for start in range(_RUN)), strict=False):
                if self.runs.setdefault(run, speaker) != speaker:
                    self.runs[run] = None


def matches(here: Sayings, there: Sayings) -> list[Match]:
    """Who of one transcript is clearly who of another; nobody, where it is another recording."""
    common = here.runs.keys() & there.runs.keys()
    if len(common) < _SAME * min(len(here.runs), len(there.runs)):
        return []
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for run in common:
        label, name = here.runs[run], there.runs[run]
        if label is not None and name is not None:
            shared[label][name] += 1
    return [match for label, names in shared.items() if (match := _clear(label, names))]


def _clear(label: str, names: Mapping[str, int]) -> Match | None:
    name = max(names, key=lambda name: names[name])
    total = sum(names.values())
    clear = total >= _ENOUGH and names[name] >= _CLEAR * total
    return Match(label, name, names[name], total) if clear else None
