"""What stands in all shards of an index together, worked out once for each of its versions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from tui_reader.index.fts import Candidates, candidates
from tui_reader.index.naming import AS_WRITTEN, Naming, Saying
from tui_reader.text.spelling import nearest

if TYPE_CHECKING:
    from tui_reader.index.asking import Attached
    from tui_reader.query import Query

__all__ = ["Terms"]

_T = TypeVar("_T")


class Terms:
    """The words and speakers of shards, as long as these are the same. Any thread may ask."""

    def __init__(self, version: int, shards: Sequence[Attached]) -> None:
        self.version = version
        """Which version of the index it is good for."""
        self._shards = shards
        self._made: dict[tuple[str, ...], Any] = {}
        self._speakers: tuple[Naming | None, Mapping[str, int]] | None = None

    def vocabulary(self) -> Mapping[str, int]:
        """Every folded word of the texts, and in how many turns it is."""
        return self._once(
            ("words",), lambda: _counted(one.shard.vocabulary() for one in self._shards)
        )

    def speakers(self, naming: Naming | None) -> Mapping[str, int]:
        """Everybody who is named as a speaker, by the names of `naming`, and their turns."""
        known = self._speakers
        if known is None or known[0] is not naming:
            self._speakers = known = naming, self._count_speakers(naming)
        return known[1]

    def _count_speakers(self, naming: Naming | None) -> Mapping[str, int]:
        if naming is None:
            return _counted(one.shard.speakers() for one in self._shards)
        return naming.counted(
            (number, label, turns)
            for one in self._shards
            for inside, label, turns in one.shard.speakers_in()
            if (number := one.numbers.get(inside)) is not None
        )

    def candidates(self, query: Query, seams: bool, saying: Saying = AS_WRITTEN) -> Candidates:
        """A query as FTS5 is asked it."""
        return candidates(
            query, self._spellings, containing=self._containing, seams=seams, saying=saying
        )

    def _spellings(self, word: str) -> list[str]:
        def make() -> list[str]:
            return [other for other, _ in nearest(word, list(self.vocabulary()))]

        return self._once(("spellings", word), make)

    def _containing(self, part: str) -> list[str]:
        def make() -> list[str]:
            return [word for word in self.vocabulary() if part in word]

        return self._once(("containing", part), make)

    def _once(self, key: tuple[str, ...], make: Callable[[], _T]) -> _T:
        if key not in self._made:
            self._made[key] = make()
        found: _T = self._made[key]
        return found


def _counted(shards: Iterable[Iterable[tuple[str, int]]]) -> Mapping[str, int]:
    """What is counted in each shard, counted in all."""
    counted: dict[str, int] = {}
    for shard in shards:
        for word, turns in shard:
            counted[word] = counted.get(word, 0) + turns
    return counted
