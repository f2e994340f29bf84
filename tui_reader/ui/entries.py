"""The episodes with hits, in the order of the list, and the sums that make any length of it quick.

One episode may stand there several times: once for what was typed, and once for every kind of hit
that is only like it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime

    from tui_reader.widening import Kind

__all__ = ["Entries", "Entry", "HitOrder", "Spotted"]


class Spotted(NamedTuple):
    """A hit: a turn of an episode, and what kind of hit it is. None is what was typed."""

    kind: Kind | None
    episode: int
    turn: int


class Entry(NamedTuple):
    """An episode with hits of one kind.

    `total` turns are hits, from the `first` to the `last`. `shown` are those of them that the
    list shows, in the order of time, and `best` is the one of these to look at before the others.
    So many `others` of its kind, wherever they are, the list has no room for.
    """

    episode: int
    total: int
    first: int
    last: int
    shown: tuple[int, ...]
    best: int
    kind: Kind | None = None
    others: int = 0

    def spotted(self, turn: int) -> Spotted:
        """The hit in one of its turns."""
        return Spotted(self.kind, self.episode, turn)


class HitOrder(NamedTuple):
    """The order of the episodes with hits: by relevance, or by their dates."""

    by_date: bool = False
    oldest_first: bool = False

    @property
    def next(self) -> HitOrder:
        """The other thing to sort by."""
        return self._replace(by_date=not self.by_date)

    @property
    def reversed(self) -> HitOrder:
        """By date the other way round. Nobody wants the least relevant first."""
        return HitOrder(True, self.by_date and not self.oldest_first)

    def __str__(self) -> str:
        if not self.by_date:
            return "relevance"
        return "oldest first" if self.oldest_first else "newest first"


class Entries:
    """Entries as they stand in the list: all of what was typed, then kind after kind.

    `shown` turns are numbered through the whole list, from 0: they are what a cursor goes along.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = tuple(entries)
        self._numbers = {
            (entry.kind, entry.episode): number for number, entry in enumerate(self._entries)
        }
        self._firsts = {
            entry.episode: number for number, entry in reversed([*enumerate(self._entries)])
        }
        self._hits = [0, *accumulate(entry.total for entry in self._entries)]
        self._shown = [0, *accumulate(len(entry.shown) for entry in self._entries)]

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def __getitem__(self, number: int) -> Entry:
        return self._entries[number]

    @property
    def total(self) -> int:
        """How many hits there are in all."""
        return self._hits[-1]

    @property
    def shown(self) -> int:
        """How many of them the list shows."""
        return self._shown[-1]

    def number(self, kind: Kind | None, episode: int) -> int | None:
        """Which entry has the hits of a kind in an episode."""
        return self._numbers.get((kind, episode))

    def first_of(self, episode: int) -> int | None:
        """The first entry of an episode."""
        return self._firsts.get(episode)

    def hits_before(self, number: int) -> int:
        """How many hits come before an entry."""
        return self._hits[number]

    def shown_before(self, number: int) -> int:
        """How many shown turns come before an entry."""
        return self._shown[number]

    def entry_of(self, shown: int) -> int:
        """Which entry has the shown turn of this number."""
        return bisect_right(self._shown, shown) - 1

    def of_shown(self, shown: int) -> Spotted:
        """The shown turn of this number."""
        number = self.entry_of(shown)
        entry = self._entries[number]
        return entry.spotted(entry.shown[shown - self._shown[number]])

    def nearest(self, hit: Spotted) -> int | None:
        """The shown turn that is `hit`, or else the last before it in its entry."""
        number = self.number(hit.kind, hit.episode)
        if number is None:
            return None
        before = sum(turn <= hit.turn for turn in self._entries[number].shown)
        return self._shown[number] + max(0, before - 1)

    def arranged(self, order: HitOrder, date: Callable[[int], datetime.date | None]) -> Entries:
        """The same entries, which are by relevance, in another order; without a date come last."""
        if not order.by_date:
            return self
        dates = {entry.episode: date(entry.episode) for entry in self._entries}
        kinds: dict[Kind | None, list[Entry]] = {}
        for entry in self._entries:
            kinds.setdefault(entry.kind, []).append(entry)
        return Entries(
            entry
            for group in kinds.values()
            for entry in _by_date(group, dates, order.oldest_first)
        )


def _by_date(
    entries: list[Entry], dates: dict[int, datetime.date | None], oldest_first: bool
) -> Iterator[Entry]:
    dated = [(date, entry) for entry in entries if (date := dates[entry.episode]) is not None]
    dated.sort(key=lambda pair: pair[0], reverse=not oldest_first)
    yield from (entry for _, entry in dated)
    yield from (entry for entry in entries if dates[entry.episode] is None)
