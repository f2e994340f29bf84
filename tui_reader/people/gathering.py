"""Everybody who speaks in a library, gathered from all episodes."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_reader.people.labels import is_placeholder, key
from tui_reader.speakers import Share

__all__ = ["Person", "gathered"]


class Person(NamedTuple):
    """Somebody, in how many episodes they speak and how much.

    `ms` is how long, None where no times are known.
    """

    name: str
    episodes: int
    turns: int
    words: int
    ms: int | None

    @property
    def is_named(self) -> bool:
        """Whether this is a name: whoever is `Speaker 1` in two episodes is not one person."""
        return not is_placeholder(self.name)


def gathered(episodes: Iterable[Sequence[Share]]) -> list[Person]:
    """Everybody, by the shares of each episode: named people first, who says most before others."""
    found: dict[str, Person] = {}
    for shares in episodes:
        for share in shares:
            known = found.get(key(share.name)) or Person(share.name, 0, 0, 0, None)
            found[key(share.name)] = Person(
                known.name,
                known.episodes + 1,
                known.turns + share.turns,
                known.words + share.words,
                known.ms if share.ms is None else (known.ms or 0) + share.ms,
            )
    return sorted(found.values(), key=_rank)


def _rank(person: Person) -> tuple[bool, int, str]:
    return not person.is_named, -person.words, key(person.name)
