"""A query asked of a shard: FTS5 finds candidates, and the matcher confirms them where it must."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import groupby
from math import log
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from tui_reader.index.naming import Naming
from tui_reader.index.questions import Question
from tui_reader.index.rows import Abandoned, Cancelled, IndexedTurn, Ranked, Tally
from tui_reader.index.shard import Shard
from tui_reader.matching import Matcher
from tui_reader.matching.seams import following

if TYPE_CHECKING:
    from tui_reader.index.fts import Candidates
    from tui_reader.text.words import Span

__all__ = [
    "Answer",
    "Asking",
    "Attached",
    "EpisodeHits",
    "matched",
    "said",
    "together",
]

_BEST: Final = 3
"""So many of an episode's hits are told apart as the best ones."""

_AT_ONCE: Final = 500
"""So many turns are looked at by the matcher before whether to go on is asked."""


@dataclass(frozen=True, slots=True)
class EpisodeHits:
    """An episode that a query is about.

    `count` turns are hits, from the `first` to the `last`; the `best` of them come first, three at
    most. The lower its `rank`, the more relevant the episode.
    """

    episode: int
    count: int
    first: int
    last: int
    best: tuple[int, ...]
    rank: float


@dataclass(frozen=True, slots=True, eq=False)
class Attached:
    """A shard, and the episodes' numbers in the library by their numbers in it.

    An episode that has gone, or is to be found elsewhere by now, has no number.
    """

    shard: Shard
    numbers: dict[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a shard of `size` turns answers.

    `counts` says of each word that was looked for how many turns there have it; None where the
    hits were only counted, and not told by relevance. `preferred` are the numbers of episodes that
    come before the others.
    """

    size: int
    counts: tuple[int, ...] | None
    hits: list[EpisodeHits]
    preferred: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Asking:
    """A question on its way to a shard; `naming` where people have other names than labels."""

    attached: Attached
    question: Question
    candidates: Candidates
    cancelled: Cancelled | None
    naming: Naming | None = None
    preferred: Candidates | None = None

    def answer(self, most: int) -> Answer:
        """The episodes with hits; told by relevance, where these are no more than `most`."""
        answer = self._answer(most)
        if self.preferred is None or not answer.hits:
            return answer
        tallies = self._tally(self.preferred)
        numbers = (self._number(inside) for inside, *_ in tallies)
        return replace(answer, preferred=frozenset(n for n in numbers if n is not None))

    def _answer(self, most: int) -> Answer:
        asked, shard = self.candidates, self.attached.shard
        if not asked.match or asked.complement or asked.are_vague:
            return Answer(shard.size, None, list(self._tallied()))
        count = shard.count(asked.match, self.cancelled)
        if count > most:
            return Answer(shard.size, None, list(self._tallied()))
        hits = list(_by_episode(self._ranked())) if count else []
        counts = (
            count if word == asked.match else shard.count(word, self.cancelled)
            for word in asked.words
        )
        return Answer(shard.size, tuple(counts), hits)

    def _ranked(self) -> list[Ranked]:
        """The hits with their relevance, in their order, under the numbers of the library."""
        found = self.attached.shard.ranked(self.candidates.match, self.cancelled)
        if not self.candidates.are_hits:
            kept = set(self._confirmed([(episode, turn) for episode, turn, _ in found]))
            found = [hit for hit in found if hit[:2] in kept]
        numbered = ((self._number(inside), turn, rank) for inside, turn, rank in found)
        return [(number, turn, rank) for number, turn, rank in numbered if number is not None]

    def _tallied(self) -> Iterator[EpisodeHits]:
        """The hits counted by episode."""
        asked, shard = self.candidates, self.attached.shard
        if asked.are_hits:
            tallies = self._tally(asked)
        else:
            found = shard.found(asked.match, asked.complement, self.cancelled)
            tallies = _tallies(self._confirmed(found))
        for inside, count, first, last in tallies:
            number = self._number(inside)
            if number is not None:
                yield EpisodeHits(number, count, first, last, (first,), -count)

    def _tally(self, asked: Candidates) -> list[Tally]:
        return self.attached.shard.tally(asked.match, asked.complement, self.cancelled)

    def confirmed_in(self, inside: int) -> list[int]:
        """The turns with hits of one episode, by its number in the shard."""
        asked, shard = self.candidates, self.attached.shard
        found = shard.found_in(inside, asked.match, asked.complement)
        if asked.are_hits:
            return found
        return [turn for _, turn in self._confirmed([(inside, turn) for turn in found])]

    def _confirmed(self, found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of the (episode, turn) pairs that the matcher agrees with."""
        matcher, shard = self.question.matcher, self.attached.shard
        confirmed = []
        for inside, pairs in groupby(found, itemgetter(0)):
            episode = self._number(inside)
            if episode is None:
                continue
            numbers = [turn for _, turn in pairs]
            for at in range(0, len(numbers), _AT_ONCE):
                if self.cancelled and self.cancelled():
                    raise Abandoned
                some = numbers[at : at + _AT_ONCE]
                known = said(shard, inside, some, episode, self.naming)
                for number, _, spans in matched(matcher, known, some):
                    if spans is not None:
                        confirmed.append((inside, number))
        return confirmed

    def _number(self, inside: int) -> int | None:
        """The number in the library of an episode, if the question is about it."""
        number = self.attached.numbers.get(inside)
        return number if self.question.asks(number) else None


def said(
    shard: Shard, inside: int, numbers: Collection[int], episode: int, naming: Naming | None
) -> dict[int, IndexedTurn]:
    """Those `numbers` of an episode's turns that are known, and what a phrase may go on in."""
    wanted = {*numbers, *(number + 1 for number in numbers)} if shard.seamed else numbers
    known = shard.turns(inside, wanted)
    return known if naming is None else naming.named(episode, known)


def matched(
    matcher: Matcher, known: Mapping[int, IndexedTurn], numbers: Iterable[int]
) -> Iterator[tuple[int, IndexedTurn, tuple[Span, ...] | None]]:
    """Those `numbers` of an episode's turns that are known, each with what the matcher says."""
    for number in numbers:
        if (turn := known.get(number)) is not None:
            spans = matcher.match(turn.text, turn.speaker, following(known, number))
            yield number, turn, spans


def _tallies(found: Iterable[tuple[int, int]]) -> list[Tally]:
    by_episode = ((episode, list(pairs)) for episode, pairs in groupby(found, itemgetter(0)))
    return [
        (episode, len(pairs), pairs[0][1], pairs[-1][1]) for episode, pairs in by_episode if pairs
    ]


def _by_episode(found: Sequence[Ranked]) -> Iterator[EpisodeHits]:
    for episode, group in groupby(found, itemgetter(0)):
        hits = [(rank, turn) for _, turn, rank in group]
        best = nsmallest(_BEST, hits)
        turns = tuple(turn for _, turn in best)
        yield EpisodeHits(episode, len(hits), hits[0][1], hits[-1][1], turns, best[0][0])


def together(answers: Sequence[Sequence[Answer]]) -> list[EpisodeHits]:
    """The answers of all shards to some questions as one, in their order.

    They go by relevance where all do, else by how many hits there are.
    """
    each = [answer for one in answers for answer in one]
    if any(answer.counts is None for answer in each):
        hits = [replace(hit, rank=-hit.count) for answer in each for hit in answer.hits]
    else:
        hits = [hit for one in answers for hit in _compared(one)]
    preferred = frozenset().union(*(answer.preferred for answer in each))
    return sorted(hits, key=lambda hit: (hit.episode not in preferred, hit.rank, hit.episode))


def _compared(answers: Sequence[Answer]) -> Iterator[EpisodeHits]:
    """The hits in all shards, their relevance made comparable.

    bm25 weighs a word by how rare it is in one shard; what is one in ten turns of a small shard may
    be one in a million of all. So the relevance is divided by the rarities there.
    """
    counted = [answer.counts or () for answer in answers]
    totals = [sum(counts) for counts in zip(*counted, strict=True)]
    whole = _rarity(totals, sum(answer.size for answer in answers))
    for answer, counts in zip(answers, counted, strict=True):
        weight = whole / _rarity(counts, answer.size)
        yield from (replace(hit, rank=hit.rank * weight) for hit in answer.hits)


def _rarity(counts: Sequence[int], size: int) -> float:
    """The inverse document frequencies of words, added up, as FTS5 has them."""
    return sum(max(log((size - n + 0.5) / (n + 0.5)), 1e-6) for n in counts) or 1.0
