"""Every turn of a library, searched in milliseconds: shards, asked side by side.

A shard comes from a worker or from the disk and is attached as it is. An episode that is read again
comes in a new shard, and the one it was in before forgets it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, repeat
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.index.asking import (
    Answer,
    Asking,
    Attached,
    EpisodeHits,
    matched,
    said,
    together,
)
from tui_reader.index.naming import AS_WRITTEN, Called, Naming
from tui_reader.index.questions import About, Question, questions
from tui_reader.index.rows import Abandoned, Cancelled, IndexedTurn
from tui_reader.index.shard import Shard
from tui_reader.index.terms import Terms
from tui_reader.matching.narrowing import narrowed
from tui_reader.workers import worker_count

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from tui_reader.matching import Matcher
    from tui_reader.query import Query
    from tui_reader.text.words import Span

__all__ = ["Abandoned", "EpisodeHits", "Found", "Index", "IndexedTurn"]

_RANKED: Final = 2_000
"""More hits are not ranked one by one: words so common tell nothing of relevance."""

_LEAST: Final = 200
"""So many are ranked however small the shard is that they are in."""


class Found(NamedTuple):
    """What has been found in a library, and whether that is all."""

    hits: list[EpisodeHits]
    is_all: bool


class Index:
    """The turns of many episodes. Any thread may call it, and several may search at once.

    It keeps the labels that speakers have in their files. Whoever asks for people, and whoever is
    told of turns, does so by what these are called, once that is said.
    """

    def __init__(self) -> None:
        self._called: Called | None = None
        self._naming: tuple[int, Naming] | None = None
        self.version = 0
        """Grows with every change: what is worked out from the index is good for one version."""
        self._attached: list[Attached] = []
        self._where: dict[int, tuple[Attached, int]] = {}
        self._changing = Lock()
        self._closed = False
        self._known = Terms(0, ())

    @property
    def episodes(self) -> list[int]:
        """The numbers of the episodes there are."""
        return list(self._where)

    @property
    def size(self) -> int:
        """How many turns there are."""
        return sum(attached.shard.size for attached in self._attached)

    def attach(self, shard: Shard, numbers: Sequence[int | None]) -> None:
        """Make the episodes of a shard searchable under these numbers.

        Those without one, or beyond the last, are not. What was known of an episode with the same
        number is forgotten.
        """
        attached = Attached(
            shard, {n: number for n, number in enumerate(numbers) if number is not None}
        )
        with self._changing:
            if self._closed:
                shard.close()
                raise Abandoned
            if not attached.numbers:
                return
            for inside, number in attached.numbers.items():
                self._forget(number)
                self._where[number] = attached, inside
            self._attached = [*self._attached, attached]
            self.version += 1

    def remove(self, episode: int) -> None:
        """Forget an episode, known or not."""
        with self._changing:
            self._forget(episode)
            self.version += 1

    def name_speakers(self, called: Called | None) -> None:
        """From now on, speakers are `called` so; None, by their labels."""
        with self._changing:
            self._called, self._naming = called, None

    @property
    def naming(self) -> Naming | None:
        """What the speakers are called, if not what their labels say."""
        called, known = self._called, self._naming
        if called is None:
            return None
        version = self.version
        if known is None or known[0] != version:
            self._naming = known = version, Naming(called, list(self._where))
        return known[1]

    def search(
        self,
        query: Query,
        *,
        about: About,
        prefer: Query | None = None,
        cancelled: Cancelled | None = None,
    ) -> list[EpisodeHits]:
        """The episodes with turns that `query` is about, the most relevant first.

        The relevance of an episode is that of its best turn (bm25), or where hits are very many
        how many it has. Those that a stricter query is about too can be made to `prefer`. Raises
        Abandoned soon after `cancelled` turns true.
        """
        *_, last = self.growing(query, about=about, prefer=prefer, cancelled=cancelled)
        return last.hits

    def growing(
        self,
        query: Query,
        *,
        about: About,
        prefer: Query | None = None,
        cancelled: Cancelled | None = None,
        first: float | None = None,
        then: float | None = None,
    ) -> Iterator[Found]:
        """What `search` finds, as far as it is known after a while, and in the end all of it.

        There is something after the `first` so many seconds, and every so many seconds `then`, if
        it is said how many.
        """
        from concurrent.futures import FIRST_EXCEPTION, wait

        if self._closed:
            raise Abandoned
        asking = list(self._asking(query, about, prefer, cancelled))
        total = self.size or 1

        def ask(asking: Asking) -> Answer:
            most = max(_LEAST, 2 * _RANKED * asking.attached.shard.size // total)
            return asking.answer(most)

        if len(asking) < 2:
            yield Found(together([[ask(one)] for one in asking]), True)
            return
        try:
            futures = [self._pool.submit(ask, one) for one in asking]
        except RuntimeError as error:  # closed, and with it the pool
            raise Abandoned from error
        try:
            for limit in chain([first], repeat(then)):
                done, left = wait(futures, timeout=limit, return_when=FIRST_EXCEPTION)
                by_question: dict[Question, list[Answer]] = {}
                for one, future in zip(asking, futures, strict=True):
                    if future in done:
                        by_question.setdefault(one.question, []).append(future.result())
                if by_question or not left:
                    yield Found(together(list(by_question.values())), not left)
                if not left:
                    return
        finally:
            for future in futures:
                future.cancel()

    def _asking(
        self, query: Query, about: About, prefer: Query | None, cancelled: Cancelled | None
    ) -> Iterator[Asking]:
        """The questions that `query` comes down to, for every shard."""
        shards = self._attached
        kinds = {attached.shard.seamed for attached in shards}
        naming, terms = self.naming, self._terms
        for question in questions(query, list(self._where), about, naming):
            saying = question.saying
            preferred = terms.candidates(prefer, False, saying) if prefer else None
            asked = {seams: terms.candidates(question.query, seams, saying) for seams in kinds}
            for attached in shards:
                found = asked[attached.shard.seamed]
                yield Asking(attached, question, found, cancelled, naming, preferred)

    def hits(self, query: Query, episode: int, *, about: About) -> tuple[int, ...]:
        """The turns of one episode that `query` is about."""
        turn_query = narrowed(query, about(episode))
        place = self._where.get(episode)
        if turn_query is None or place is None:
            return ()
        attached, inside = place
        naming = self.naming
        saying = naming.saying(turn_query, episode) if naming is not None else AS_WRITTEN
        asked = self._terms.candidates(turn_query, attached.shard.seamed, saying)
        asking = Asking(attached, Question(turn_query), asked, None, naming)
        return tuple(asking.confirmed_in(inside))

    def turn(self, episode: int, turn: int) -> IndexedTurn:
        """A turn of an episode; KeyError where there is none."""
        return self.turns(episode, [turn])[turn]

    def turns(self, episode: int, numbers: Iterable[int]) -> dict[int, IndexedTurn]:
        """Those `numbers` of an episode's turns that are known, in order."""
        place, naming = self._where.get(episode), self.naming
        if place is None:
            return {}
        turns = place[0].shard.turns(place[1], numbers)
        return turns if naming is None else naming.named(episode, turns)

    def matched(
        self, matcher: Matcher, episode: int, numbers: Collection[int]
    ) -> Iterator[tuple[int, IndexedTurn, tuple[Span, ...]]]:
        """Those `numbers` of an episode's turns that are known, and where in them the hits are."""
        if place := self._where.get(episode):
            attached, inside = place
            known = said(attached.shard, inside, numbers, episode, self.naming)
            for number, turn, spans in matched(matcher, known, numbers):
                yield number, turn, spans or ()

    def vocabulary(self) -> Mapping[str, int]:
        """Every folded word of the texts, and in how many turns it is."""
        return self._terms.vocabulary()

    def speakers(self) -> Mapping[str, int]:
        """Everybody who is named as a speaker, and how many turns are theirs."""
        return self._terms.speakers(self.naming)

    def having(self, words: Iterable[str], *, limit: int = 20_000) -> list[tuple[int, int]]:
        """The (episode, turn) of turns with any of these folded words, `limit` at most."""
        match = " OR ".join(f'text : "{word}"' for word in words)
        found: list[tuple[int, int]] = []
        if not match:
            return found
        for attached in self._attached:
            for inside, turn in attached.shard.found(match, complement=False):
                number = attached.numbers.get(inside)
                if number is not None:
                    found.append((number, turn))
            if len(found) >= limit:
                break
        return found[:limit]

    def close(self) -> None:
        """Free the memory. What another thread is asking ends, raising Abandoned."""
        with self._changing:
            self._closed = True
            for attached in self._attached:
                attached.shard.close()
            self._pool.shutdown(wait=False)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(worker_count(), "search")

    def _forget(self, episode: int) -> None:
        place = self._where.pop(episode, None)
        if place is None:
            return
        attached, inside = place
        del attached.numbers[inside]
        if not attached.numbers:
            # It is not closed: a search may just be under way in it.
            self._attached = [other for other in self._attached if other is not attached]

    @property
    def _terms(self) -> Terms:
        version, shards = self.version, self._attached
        if self._known.version != version:
            self._known = Terms(version, shards)
        return self._known
