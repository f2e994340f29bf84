"""What a hit is: the one answer that highlights, counts, snippets and `grep` all give.

A hit is a turn that is what a query asks for, and its spans are where that stands. Where nobody is
named, a phrase may go on in the next turn: it is a hit of the turn it begins in.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from tui_reader.fold import spaced
from tui_reader.matching.conditions import HasWords, condition
from tui_reader.matching.seams import goes_on
from tui_reader.matching.snippets import Snippet, snippet
from tui_reader.model import Turn
from tui_reader.query import All, Query
from tui_reader.text.words import Searched, Span

__all__ = ["Hit", "Matcher", "Matchers", "Searchable", "Snippet", "Span", "snippet"]


class Hit(NamedTuple):
    """A turn that a query is about, and where in its text: nowhere, if only by its speaker.

    `carried` is where in the next turn a phrase ends that began in this one.
    """

    turn: int
    spans: tuple[Span, ...]
    carried: tuple[Span, ...] = ()


class Searchable:
    """The turns of a transcript, folded once, when they are first searched."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns

    @cached_property
    def turns(self) -> tuple[Searched, ...]:
        """The turns as the matcher sees them."""
        texts = [turn.text for turn in self._turns]
        speakers = [turn.speaker or "" for turn in self._turns]
        turns = tuple(map(Searched, texts, speakers, spaced.each(texts)))
        for turn, after in pairwise(turns):
            if goes_on(turn, after):
                turn.following = after
        return turns


class Matcher:
    """Finds the turns that a query is about.

    It looks at turns alone: what the query asks of the episode is taken as true. Raises
    PatternTooSlow where a regular expression of the query takes too long.
    """

    def __init__(self, query: Query) -> None:
        parts = query.root.parts if isinstance(query.root, All) else (query.root,)
        self._conditions = [condition(part) for part in dict.fromkeys(parts)]
        words = [asked for asked in self._conditions if isinstance(asked, HasWords)]
        self._needles = _needles(asked for asked in words if not asked.goes_on)
        self._phrase_needles = _needles(asked for asked in words if asked.goes_on)

    def match(
        self, text: str, speaker: str | None = None, following: str = ""
    ) -> tuple[Span, ...] | None:
        """Where `text`, said by `speaker`, is what the query asks for; None where it is not.

        `following` is the text of the next turn, where neither has a speaker.
        """
        after = Searched(following) if following else None
        hit = self._hit(0, Searched(text, speaker or "", following=after))
        return None if hit is None else hit.spans

    def search(self, turns: Sequence[Turn] | Searchable) -> list[Hit]:
        """The turns that the query is about, in their order."""
        searchable = turns if isinstance(turns, Searchable) else Searchable(turns)
        found = (self._hit(number, turn) for number, turn in enumerate(searchable.turns))
        return [hit for hit in found if hit is not None]

    def _hit(self, number: int, turn: Searched) -> Hit | None:
        if not self._has_needles(turn):
            return None
        spans: list[Span] = []
        for asked in self._conditions:
            found = asked.find(turn)
            if found is None:
                return None
            spans += found
        return _parted(number, _merged(spans), len(turn.text))

    def _has_needles(self, turn: Searched) -> bool:
        """Whether a part of every word that is needed is there: what most turns fail at once."""
        for needle in self._needles:
            if needle not in turn.words:
                return False
        following = turn.following
        for needle in self._phrase_needles:
            if needle not in turn.words and (following is None or needle not in following.words):
                return False
        return True


class Matchers(dict[Query, Matcher]):
    """A matcher for each of some queries, made when it is first wanted."""

    def __missing__(self, query: Query) -> Matcher:
        matcher = self[query] = Matcher(query)
        return matcher


def _needles(asked: Iterable[HasWords]) -> list[str]:
    """The longest word of each, the longest of them first."""
    return sorted({one.words.needle for one in asked}, key=len, reverse=True)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """The `spans` in order, those that touch or overlap made one."""
    if len(spans) < 2:
        return tuple(spans)
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _parted(number: int, spans: tuple[Span, ...], size: int) -> Hit:
    """A hit with these `spans`, of which what is behind `size` is in the next turn."""
    if not spans or spans[-1].end <= size:
        return Hit(number, spans)
    *others, (start, end) = spans
    return Hit(number, (*others, Span(start, size)), (Span(0, end - size),))
