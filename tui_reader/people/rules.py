"""Rules of who is called what, and what they make of the labels of an episode.

The most specific rule wins: one for an episode before one for its show, that before one for all. A
name that is given may be another's label, and so on; what leads in a circle goes one step.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from tui_reader.model import Transcript
from tui_reader.people.labels import key
from tui_reader.speakers import Share

__all__ = ["EVERYWHERE", "NOBODY", "Naming", "Reach", "Rule", "Rules", "Where"]

_STDIN: Final = "-"


class Reach(Enum):
    """How far a name holds."""

    EPISODE = "episode"
    SHOW = "show"
    LIBRARY = "library"


class Where(NamedTuple):
    """Where a name holds: in the episode or show `of` this path or title, or everywhere."""

    reach: Reach
    of: str = ""

    @classmethod
    def episode(cls, path: Path) -> Where:
        """In the episode with this main file."""
        return cls(Reach.EPISODE, os.path.abspath(path))

    @property
    def key(self) -> Where:
        """The same for two that mean the same."""
        return self if self.reach is Reach.EPISODE else Where(self.reach, key(self.of))


EVERYWHERE: Final = Where(Reach.LIBRARY)


class Rule(NamedTuple):
    """That the speakers with the labels `also` are called `name`; told in a `line` of the file."""

    name: str
    also: tuple[str, ...]
    where: Where = EVERYWHERE
    line: int = 0


class Naming(dict[str, str]):
    """What every label of an episode is called: worked out when first asked."""

    def __init__(self, called: Callable[[str], str]) -> None:
        super().__init__()
        self._called = called

    def __missing__(self, label: str) -> str:
        name = self[label] = self._called(label)
        return name


_Names = dict[str, str]


class Rules:
    """Some rules, ready to be asked. They do not change, and can be sent to other processes."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self.rules = tuple(rules)
        self._names: dict[Where, _Names] = {}
        self._spellings: dict[Where, _Names] = {}
        self._moved: dict[tuple[str, str], list[Where]] = {}
        for rule in self.rules:
            where = rule.where.key
            self._spellings.setdefault(where, {}).setdefault(key(rule.name), rule.name)
            names = self._names.setdefault(where, {})
            for label in rule.also:
                names.setdefault(key(label), rule.name)
        episodes = (where for where in self._names if where.reach is Reach.EPISODE)
        self.gone = frozenset(where for where in episodes if not os.path.exists(where.of))
        """The episodes whose files were not there any more when this was made."""
        for where in self._names:
            if where in self.gone:
                self._moved.setdefault(_place(where.of), []).append(where)
        self._namings: dict[tuple[Where, ...], Naming] = {}

    def __bool__(self) -> bool:
        return bool(self.rules)

    def __reduce__(self) -> tuple[type[Rules], tuple[tuple[Rule, ...]]]:
        return Rules, (self.rules,)

    def naming(self, episode: Path, show: str | None) -> Naming:
        """What the labels of an episode are called: the same object where the same rules hold."""
        return self._naming(self._levels(episode, show))

    def at(self, where: Where, show: str | None = None) -> Naming:
        """What labels are called by the rules for a place, for its `show` and for all."""
        shows = [Where(Reach.SHOW, key(show))] if show else []
        return self._naming([where.key, *shows, EVERYWHERE])

    def _naming(self, places: Iterable[Where]) -> Naming:
        levels = tuple(dict.fromkeys(where for where in places if where in self._names))
        naming = self._namings.get(levels)
        if naming is None:
            naming = self._namings[levels] = Naming(lambda label: self._resolved(label, levels))
        return naming

    def called(self, label: str, episode: Path, show: str | None) -> str:
        """The name of whoever has this label in an episode, or the label itself."""
        return self.naming(episode, show)[label] if self.rules else label

    def named(self, transcript: Transcript, episode: Path) -> Transcript:
        """The same transcript with people's names: turns keep their numbers."""
        if not self.rules:
            return transcript
        naming = self.naming(episode, transcript.metadata.show)
        if all(naming[label] == label for label in transcript.speakers):
            return transcript
        turns = tuple(
            replace(turn, speaker=naming[turn.speaker])
            if turn.speaker and naming[turn.speaker] != turn.speaker
            else turn
            for turn in transcript.turns
        )
        return replace(transcript, turns=turns)

    def shares(self, shares: Sequence[Share], episode: Path, show: str | None) -> tuple[Share, ...]:
        """The shares of people, where there were those of labels."""
        if not self.rules:
            return tuple(shares)
        naming = self.naming(episode, show)
        if all(naming[share.name] == share.name for share in shares):
            return tuple(shares)
        found: dict[str, Share] = {}
        for share in shares:
            name = naming[share.name]
            found[name] = _sum(found[name], share) if name in found else share._replace(name=name)
        return tuple(found.values())

    def others(self, labels: Iterable[str], episode: Path, show: str | None) -> Mapping[str, str]:
        """Those `labels` of an episode that are called otherwise, and how."""
        if not self.rules:
            return {}
        naming = self.naming(episode, show)
        return {label: naming[label] for label in labels if naming[label] != label}

    def _levels(self, episode: Path, show: str | None) -> list[Where]:
        """Where a rule must hold to hold for an episode, the most specific first.

        A rule whose file is not there any more holds for one that is called alike, in a folder that
        is called alike.
        """
        levels = []
        if str(episode) != _STDIN:
            here = Where.episode(episode)
            levels = [here] if here in self._names else self._moved.get(_place(here.of), [])[:1]
        if show:
            levels = [*levels, Where(Reach.SHOW, key(show))]
        return [*levels, EVERYWHERE]

    def _resolved(self, label: str, levels: Sequence[Where]) -> str:
        first = self._step(label, levels)
        if first is None:
            spellings = (self._spellings[where].get(key(label)) for where in levels)
            return next((name for name in spellings if name is not None), label)
        name, seen = first, {key(label)}
        while (here := key(name)) not in seen:
            seen.add(here)
            further = self._step(name, levels)
            if further is None or key(further) == here:
                return name if further is None else further
            name = further
        return first

    def _step(self, label: str, levels: Sequence[Where]) -> str | None:
        """The name that the most specific rule gives to a label."""
        asked = key(label)
        return next((n for where in levels if (n := self._names[where].get(asked))), None)


NOBODY: Final = Rules()
"""No rules: everybody is called what their labels say."""


def _place(path: str) -> tuple[str, str]:
    """What stays of a path where a whole library is moved: its file and folder."""
    folder, name = os.path.split(path)
    return os.path.basename(folder), name


def _sum(one: Share, other: Share) -> Share:
    known = [share.ms for share in (one, other) if share.ms is not None]
    time = sum(known) if known else None
    return Share(one.name, one.turns + other.turns, one.words + other.words, time)
