"""What a search found, as the interface shows it and walks through it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.ui.entries import Entries, Entry
from tui_reader.ui.scope import Scope

if TYPE_CHECKING:
    from tui_reader.matching import Hit, Snippet, Span
    from tui_reader.widening import Group, Kind
    from tui_reader.widening.suggesting import Suggestion

__all__ = ["Results", "Said", "Similar", "Texts"]


class Said(NamedTuple):
    """The words of a hit, who said them and when, and where in them the hit is."""

    speaker: str | None
    start: int | None
    text: str
    spans: tuple[Span, ...] = ()

    def shown(self, width: int) -> Snippet:
        """The words around the hit, in `width` characters."""
        from tui_reader.matching import snippet

        return snippet(self.text, self.spans, max(3, width))


Texts = Mapping[tuple[int, int], Said]
"""What was said in some turns, by episode and turn."""


@dataclass(frozen=True)
class Results:
    """The answer to a search.

    `hits` are those of the open episode, in the order of its turns. `entries` are the episodes of
    the library, the most relevant first; empty when only the episode was searched. `texts` has the
    words of the first of them. Where the hits are too few, what is similar may be wanted too; where
    they are not all, more will follow.
    """

    text: str
    scope: Scope
    hits: tuple[Hit, ...] = ()
    entries: Entries = field(default_factory=Entries)
    texts: Texts = field(default_factory=dict)
    too_few: bool = False
    is_all: bool = True

    @property
    def total(self) -> int:
        """How many hits there are where it was searched."""
        return len(self.hits) if self.scope is Scope.EPISODE else self.entries.total


@dataclass(frozen=True)
class Similar:
    """What is only like the answer to a search, group by group, and what else one could look for.

    `texts` has the words of all its hits. Where an episode has none at all, `elsewhere` counts the
    hits that the library has of what was typed.
    """

    text: str
    scope: Scope
    groups: tuple[Group, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    elsewhere: int = 0
    texts: Texts = field(default_factory=dict)

    def entries(self) -> list[Entry]:
        """Its episodes, group after group, in each that with the best hit first."""
        return [entry for group in self.groups for entry in _entries(group)]

    def hits(self, kind: Kind, episode: int) -> tuple[Hit, ...]:
        """The hits of one kind in an episode, in the order of its turns."""
        from tui_reader.matching import Hit

        found = (
            Hit(hit.turn, hit.spans)
            for group in self.groups
            if group.kind is kind
            for hit in group.hits
            if hit.episode == episode
        )
        return tuple(sorted(found, key=lambda hit: hit.turn))


_SHOWN = 3
"""So many turns of an episode the list shows."""


def _entries(group: Group) -> list[Entry]:
    turns: dict[int, list[int]] = {}
    for hit in group.hits:
        turns.setdefault(hit.episode, []).append(hit.turn)
    return [
        Entry(
            episode=episode,
            total=len(found),
            first=min(found),
            last=max(found),
            shown=tuple(sorted(found[:_SHOWN])),
            best=found[0],
            kind=group.kind,
            others=0 if number else group.others,
        )
        for number, (episode, found) in enumerate(turns.items())
    ]
