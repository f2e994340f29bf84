"""Who is called what in which episode: turns are kept with the labels of their files.

Names are applied when somebody asks. So a name can be changed at any time, and what is kept on disk
stays good.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Set
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from tui_reader.fold import spaced
from tui_reader.query import Query, Speaker, walk
from tui_reader.text.words import Searched, WordSequence

if TYPE_CHECKING:
    from tui_reader.index.rows import IndexedTurn

__all__ = ["AS_WRITTEN", "Called", "Labels", "Naming", "Saying"]

Called: TypeAlias = Callable[[int], Mapping[str, str]]
"""Tells of an episode, by its number, all labels of its speakers and what each is called."""


class Labels(NamedTuple):
    """The labels of whoever is asked for. `surely`: nobody else's has the words of one of them."""

    labels: frozenset[str]
    surely: bool


Saying: TypeAlias = Mapping[Speaker, Labels]
"""Whom the terms of a query mean in some episodes; a term that is not there means what it says."""

AS_WRITTEN: Final[Saying] = {}


class Naming:
    """What the speakers of a library are called, asked once for each episode."""

    def __init__(self, called: Called, episodes: Collection[int]) -> None:
        self._called = called
        self._episodes = list(episodes)
        self._names: dict[int, Mapping[str, str]] = {}
        self._tokens: dict[str, str] = {}

    def of(self, episode: int) -> Mapping[str, str]:
        """What the labels of an episode are called."""
        names = self._names.get(episode)
        if names is None:
            names = self._names[episode] = self._called(episode)
        return names

    def named(self, episode: int, turns: dict[int, IndexedTurn]) -> dict[int, IndexedTurn]:
        """The same turns of an episode with the names of their speakers."""
        names = self.of(episode)
        if all(label == name for label, name in names.items()):
            return turns
        return {
            number: turn._replace(speaker=names.get(turn.speaker, turn.speaker))
            if turn.speaker
            else turn
            for number, turn in turns.items()
        }

    def saying(self, query: Query, episode: int) -> Saying:
        """Whom a query means in one episode."""
        terms = _terms(query)
        meant = {term: _Asked(term.name).meant(self.of(episode)) for term in terms}
        return self._saying(meant, {episode})

    def sayings(self, query: Query) -> list[tuple[Saying, frozenset[int] | None]]:
        """Whom a query means in which episodes; one answer for None where it is the same in all."""
        terms = _terms(query)
        others: dict[tuple[frozenset[str] | None, ...], set[int]] = {}
        asked = {term: _Asked(term.name) for term in terms}
        for episode in self._episodes if terms else ():
            names = self.of(episode)
            if any(label != name for label, name in names.items()):
                meant = tuple(asked[term].meant(names) for term in terms)
                if any(labels is not None for labels in meant):
                    others.setdefault(meant, set()).add(episode)
        if not others:
            return [(AS_WRITTEN, None)]
        rest = frozenset(self._episodes).difference(*others.values())
        sayings: list[tuple[Saying, frozenset[int] | None]] = [
            (self._saying(dict(zip(terms, meant, strict=True)), episodes), frozenset(episodes))
            for meant, episodes in others.items()
        ]
        return [(AS_WRITTEN, rest), *sayings] if rest else sayings

    def counted(self, turns: Iterable[tuple[int, str, int]]) -> Mapping[str, int]:
        """How many turns everybody has, by the (episode, label, turns) of all."""
        counted: dict[str, int] = {}
        for episode, label, count in turns:
            name = self.of(episode).get(label, label)
            counted[name] = counted.get(name, 0) + count
        return counted

    def _saying(self, meant: Mapping[Speaker, frozenset[str] | None], episodes: Set[int]) -> Saying:
        known = {label for episode in episodes for label in self.of(episode)}
        return {
            term: Labels(labels, self._surely(labels, known - labels))
            for term, labels in meant.items()
            if labels is not None
        }

    def _surely(self, labels: Set[str], others: Set[str]) -> bool:
        """Whether no other label has the words of one of these, one after the other."""
        needles = [f" {' '.join(self._folded(label).split())} " for label in labels]
        rest = [f" {' '.join(self._folded(label).split())} " for label in others]
        return all(needle not in other for needle in needles for other in rest)

    def _folded(self, label: str) -> str:
        tokens = self._tokens.get(label)
        if tokens is None:
            tokens = self._tokens[label] = spaced(label)
        return tokens


def _terms(query: Query) -> list[Speaker]:
    return [node for node in dict.fromkeys(walk(query.root)) if isinstance(node, Speaker)]


class _Asked:
    """Somebody who is asked for by name."""

    def __init__(self, name: str) -> None:
        self._words = WordSequence(name, prefix=True)
        self._known: dict[str, bool] = {}

    def meant(self, names: Mapping[str, str]) -> frozenset[str] | None:
        """The labels of whoever is called so; None where that is whose label says so."""
        meant = frozenset(label for label, name in names.items() if self._is(name))
        return None if meant == {label for label in names if self._is(label)} else meant

    def _is(self, name: str) -> bool:
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = bool(self._words.find(Searched(name)))
        return known
