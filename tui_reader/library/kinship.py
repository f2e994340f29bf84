"""Whether two files that are called alike tell of one episode."""

import re
from collections.abc import Set
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Final

from tui_reader.filename import FileName
from tui_reader.loading import Loaded

__all__ = ["Account", "Kin", "kin"]

_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff"
_WORD: Final = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
"""A word; where writing has no spaces, a character."""

_FEW: Final = 30
"""Of fewer words the single ones are compared, and not how they follow each other."""

_SHARED_WORDS: Final = 0.3
_SHARED_RUNS: Final = 0.25
"""How much two accounts of one talk have in common at least, measured by the shorter.

Any two talks in one language have half of their words in common, and up to an eighth of their runs
of three words; two recognisers that heard the same talk, four fifths of these.
"""


class Kin(Enum):
    """What one file is to another."""

    SAME = auto()
    """It has the same words."""
    ABOUT = auto()
    """It says something about the episode: a post, or a list of chapters."""
    TRANSLATION = auto()
    """It has the same in another language."""
    STRANGE = auto()
    """It is of another episode, or whatever it is."""


@dataclass(frozen=True)
class Account:
    """A file that was read, and what of it is compared."""

    loaded: Loaded

    @cached_property
    def name(self) -> FileName:
        """What the name of the file says."""
        return FileName.of(self.loaded.path)

    @property
    def language(self) -> str:
        """The language it says it is in, without the country; empty where it says none."""
        language = self.loaded.transcript.metadata.language or ""
        return language.replace("_", "-").partition("-")[0].casefold()

    @property
    def is_post(self) -> bool:
        """Whether it tells more about the episode than a transcript would."""
        about = self.loaded.transcript.metadata
        return any((about.show, about.number, about.tags, about.people, about.description))

    @property
    def is_text(self) -> bool:
        """Whether anything is said in it, by nobody named and at no time that is known."""
        transcript = self.loaded.transcript
        return bool(transcript.turns) and not (transcript.timed or transcript.speakers)

    @cached_property
    def words(self) -> list[str]:
        """Everything that is said."""
        turns = self.loaded.transcript.turns
        return _WORD.findall(" ".join(turn.text for turn in turns).casefold())

    @cached_property
    def runs(self) -> Set[tuple[str, ...]]:
        """The words in threes, as they follow each other."""
        return set(zip(self.words, self.words[1:], self.words[2:], strict=False))


def kin(main: Account, other: Account) -> Kin:
    """What `other` is to the `main` file of an episode that is called like it."""
    if main.language and other.language and main.language != other.language:
        return Kin.TRANSLATION
    if not main.loaded.transcript.turns or not other.loaded.transcript.turns:
        return Kin.ABOUT
    if _are_alike(main, other):
        return Kin.SAME
    if main.name.language != other.name.language:
        return Kin.TRANSLATION
    return Kin.ABOUT if other.is_post and other.is_text else Kin.STRANGE


def _are_alike(one: Account, other: Account) -> bool:
    if max(len(one.words), len(other.words)) < _FEW:
        return _overlap(set(one.words), set(other.words)) >= _SHARED_WORDS
    return _overlap(one.runs, other.runs) >= _SHARED_RUNS


def _overlap(one: Set[object], other: Set[object]) -> float:
    """How much of the smaller is in the larger."""
    return len(one & other) / max(1, min(len(one), len(other)))
