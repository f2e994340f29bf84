"""What a query asks of the turns of a library: mostly the same of all episodes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from tui_reader.index.naming import AS_WRITTEN, Naming, Saying
from tui_reader.matching import Matcher
from tui_reader.matching.narrowing import narrowed

if TYPE_CHECKING:
    from tui_reader.model import Metadata
    from tui_reader.query import Query

__all__ = ["About", "Question", "questions"]

About: TypeAlias = "Callable[[int], Metadata]"
"""What is known about an episode, by its number."""


@dataclass(frozen=True, eq=False)
class Question:
    """A query as some episodes are asked it; all of them, where they are not named.

    In all of them its `speaker:` means the same people, whom `saying` tells by their labels.
    """

    query: Query
    episodes: Collection[int] | None = None
    saying: Saying = field(default_factory=lambda: AS_WRITTEN)

    @cached_property
    def matcher(self) -> Matcher:
        """What confirms candidates; made when there are any to be confirmed."""
        return Matcher(self.query)

    def asks(self, episode: int | None) -> bool:
        """Whether an episode is asked at all."""
        return episode is not None and (self.episodes is None or episode in self.episodes)


def questions(
    query: Query, episodes: Iterable[int], about: About, naming: Naming | None
) -> list[Question]:
    """A query as it is for the turns of the episodes, by what these are and who speaks in them."""
    if not query.asks_about_episodes:
        return list(_said_by(Question(query), naming))
    by_query: dict[Query, set[int]] = {}
    for number in episodes:
        turn_query = narrowed(query, about(number))
        if turn_query is not None:
            by_query.setdefault(turn_query, set()).add(number)
    asked = (Question(turn_query, numbers) for turn_query, numbers in by_query.items())
    return [one for question in asked for one in _said_by(question, naming)]


def _said_by(question: Question, naming: Naming | None) -> Iterator[Question]:
    """A question, by whom it means where."""
    sayings = [(AS_WRITTEN, None)] if naming is None else naming.sayings(question.query)
    for saying, episodes in sayings:
        if episodes is None:
            yield question
            continue
        asked = frozenset(number for number in episodes if question.asks(number))
        if asked:
            yield replace(question, episodes=asked, saying=saying)
