"""Which turns of a transcript are shown: those with hits, of some speakers, of some length."""

import re
from collections.abc import Collection, Sequence
from enum import Enum
from typing import Final, NamedTuple

from tui_reader.model import Transcript, Turn
from tui_reader.speakers import count_words

__all__ = ["Length", "TurnFilter"]

_UNSPACED: Final = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
"""Letters of the scripts that have no spaces between words: Thai to Khmer, Japanese, Chinese."""


class Length(Enum):
    """How long a turn has to be."""

    ANY = 0
    WORDS = 1
    LONG = 2

    @property
    def next(self) -> "Length":
        """The one that comes after, round and round."""
        return Length((self.value + 1) % len(Length))


class TurnFilter(NamedTuple):
    """What a turn must have to be shown. The parts work together: a turn needs all of them.

    `only` are the speakers to be shown, none for all of them, `hidden` those not to be shown. From
    `long_turn` words on a turn is long.
    """

    only_hits: bool = False
    only: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    length: Length = Length.ANY
    long_turn: int = 25

    def turns(self, transcript: Transcript, hits: Collection[int] | None = None) -> Sequence[int]:
        """The numbers of the turns that are shown.

        `hits` are the turns that have what is searched; None where nothing is searched, so that
        none can be asked for.
        """
        turns = transcript.turns
        every = range(len(turns))
        shown: Sequence[int] = every
        if self.only_hits and hits is not None:
            shown = sorted(turn for turn in hits if turn in every)
        if self.only or self.hidden:
            shown = [number for number in shown if self._has_speaker(turns[number])]
        if self.length is not Length.ANY:
            shown = [number for number in shown if self._has_length(turns[number])]
        return shown

    def _has_speaker(self, turn: Turn) -> bool:
        return turn.speaker not in self.hidden and (not self.only or turn.speaker in self.only)

    def _has_length(self, turn: Turn) -> bool:
        least = {Length.ANY: 0, Length.WORDS: 2, Length.LONG: self.long_turn}[self.length]
        return turn.text.count(" ") >= least or _words(turn.text) >= least

    @property
    def by_turn(self) -> bool:
        """Whether turns are hidden for what they are, searched or not."""
        return bool(self.only or self.hidden or self.length is not Length.ANY)

    # Less of it

    def back(self) -> "TurnFilter":
        """Without one of its parts: first the hits, then the speakers, then the length."""
        if self.only_hits:
            return self._replace(only_hits=False)
        if self.only or self.hidden:
            return self._replace(only=frozenset(), hidden=frozenset())
        return self._replace(length=Length.ANY)

    def showing(self, turn: Turn, *, is_hit: bool) -> "TurnFilter":
        """Without those of its parts that hide `turn`."""
        shown = self if is_hit else self._replace(only_hits=False)
        if not self._has_speaker(turn):
            shown = shown._replace(only=frozenset(), hidden=frozenset())
        return shown if self._has_length(turn) else shown._replace(length=Length.ANY)

    def among(self, speakers: Collection[str]) -> "TurnFilter":
        """As far as it makes sense where these people speak."""
        return self._replace(
            only=self.only.intersection(speakers), hidden=self.hidden.intersection(speakers)
        )

    # Telling

    @property
    def in_words(self) -> str:
        """What is shown, or is not, in a few words: `only Omer, long turns`."""
        parts = ["hits"] if self.only_hits else []
        if self.only:
            parts.append(f"only {_names(self.only)}")
        if self.hidden:
            parts.append(f"without {_names(self.hidden)}")
        if self.length is Length.LONG:
            parts.append("long turns")
        elif self.length is Length.WORDS:
            parts.append("no single words")
        return ", ".join(parts)


def _names(speakers: Collection[str]) -> str:
    """One or two speakers by name, more as a number."""
    few = len(speakers) <= 2
    return " and ".join(sorted(speakers)) if few else f"{len(speakers)} speakers"


def _words(text: str) -> int:
    """The words of a text; where nothing stands between them, one for every two characters."""
    words = count_words(text)
    return words if text.isascii() else words + max(0, len(re.findall(_UNSPACED, text)) - 1) // 2
