"""Every turn of a library, searched in milliseconds: shards, asked side by side.

A shard comes from a worker or from the disk and is attached as it is. An episode that is read again
comes in a new shard, and the one it was in before forgets it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, repeat
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from tui_reader.index.asking import (
    Answer,
    Asking,
    Attached,
    Cancelled,
    EpisodeHits,
    Question,
    matched,
    together,
)
from tui_reader.index.fts import Candidates, candidates
from tui_reader.index.shard import Abandoned, IndexedTurn, Shard
from tui_reader.matching.narrowing import narrowed
from tui_reader.text.spelling import nearest
from tui_reader.workers import worker_count

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from tui_reader.matching import Matcher
    from tui_reader.model import Metadata
    from tui_reader.query import Query
    from tui_reader.text.words import Span

__all__ = ["Abandoned", "EpisodeHits", "Found", "Index", "IndexedTurn"]

_T = TypeVar("_T")

_RANKED: Final = 2_000
"""More hits are not ranked one by one: words so common tell nothing of relevance."""

_LEAST: Final = 200
"""So many are ranked however small the shard is that they are in."""

About = Callable[[int], "Metadata"]
"""What is known about an episode, by its number."""


class Found(NamedTuple):
    """What has been found in a library, and whether that is all."""

    hits: list[EpisodeHits]
    is_all: bool


class Index:
    """The turns of many episodes. Any thread may call it, and several may search at once."""

    def __init__(self) -> None:
        self.version = 0
        """Grows with every change: what is worked out from the index is good for one version."""
        self._attached: list[Attached] = []
        self._where: dict[int, tuple[Attached, int]] = {}
        self._changing = Lock()
        self._closed = False
        self._made: tuple[int, dict[tuple[str, ...], Any]] = (0, {})

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
        preferred = self._candidates(prefer, False) if prefer else None
        for question in self._questions(query, about):
            asked = {seams: self._candidates(question.query, seams) for seams in kinds}
            for attached in shards:
                found = asked[attached.shard.seamed]
                yield Asking(attached, question, found, cancelled, preferred)

    def hits(self, query: Query, episode: int, *, about: About) -> tuple[int, ...]:
        """The turns of one episode that `query` is about."""
        turn_query = narrowed(query, about(episode))
        place = self._where.get(episode)
        if turn_query is None or place is None:
            return ()
        attached, inside = place
        asked = self._candidates(turn_query, attached.shard.seamed)
        return tuple(Asking(attached, Question(turn_query), asked, None).confirmed_in(inside))

    def turn(self, episode: int, turn: int) -> IndexedTurn:
        """A turn of an episode; KeyError where there is none."""
        return self.turns(episode, [turn])[turn]

    def turns(self, episode: int, numbers: Iterable[int]) -> dict[int, IndexedTurn]:
        """Those `numbers` of an episode's turns that are known, in order."""
        place = self._where.get(episode)
        return place[0].shard.turns(place[1], numbers) if place else {}

    def matched(
        self, matcher: Matcher, episode: int, numbers: Collection[int]
    ) -> Iterator[tuple[int, IndexedTurn, tuple[Span, ...]]]:
        """Those `numbers` of an episode's turns that are known, and where in them the hits are."""
        if place := self._where.get(episode):
            attached, inside = place
            for number, turn, spans in matched(matcher, attached.shard, inside, numbers):
                yield number, turn, spans or ()

    def vocabulary(self) -> Mapping[str, int]:
        """Every folded word of the texts, and in how many turns it is."""
        shards = self._attached
        return self._once(("words",), lambda: _counted(one.shard.vocabulary() for one in shards))

    def speakers(self) -> Mapping[str, int]:
        """Everybody who is named as a speaker, and how many turns are theirs."""
        shards = self._attached
        return self._once(("speakers",), lambda: _counted(one.shard.speakers() for one in shards))

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

    def _questions(self, query: Query, about: About) -> list[Question]:
        """`query`, as it is for the turns of the episodes: usually the same for all of them."""
        if not query.asks_about_episodes:
            return [Question(query)]
        episodes: dict[Query, set[int]] = {}
        for number in list(self._where):
            turn_query = narrowed(query, about(number))
            if turn_query is not None:
                episodes.setdefault(turn_query, set()).add(number)
        return [Question(turn_query, numbers) for turn_query, numbers in episodes.items()]

    def _spellings(self, word: str) -> list[str]:
        def make() -> list[str]:
            return [other for other, _ in nearest(word, list(self.vocabulary()))]

        return self._once(("spellings", word), make)

    def _containing(self, part: str) -> list[str]:
        def make() -> list[str]:
            return [word for word in self.vocabulary() if part in word]

        return self._once(("containing", part), make)

    def _once(self, key: tuple[str, ...], make: Callable[[], _T]) -> _T:
        """What `make` makes, made but once as long as the index does not change."""
        if self._made[0] != self.version:
            self._made = self.version, {}
        _, made = self._made
        if key not in made:
            made[key] = make()
        found: _T = made[key]
        return found

    def _candidates(self, query: Query, seams: bool) -> Candidates:
        return candidates(query, self._spellings, containing=self._containing, seams=seams)


def _counted(shards: Iterable[Iterable[tuple[str, int]]]) -> Mapping[str, int]:
    """What is counted in each shard, counted in all."""
    counted: dict[str, int] = {}
    for shard in shards:
        for word, turns in shard:
            counted[word] = counted.get(word, 0) + turns
    return counted
