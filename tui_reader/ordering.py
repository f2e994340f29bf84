"""The order of the episodes in a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tui_reader.library import Episode

__all__ = ["Order", "arrange"]

_KEYS: Final = ("date", "title", "duration", "show")
_WAYS: Final = {
    "date": ("newest first", "oldest first"),
    "title": ("from A to Z", "from Z to A"),
    "duration": ("longest first", "shortest first"),
    "show": ("from A to Z", "from Z to A"),
}

_REVERSED: Final = " reversed"

_BACKWARDS: Final = ("date", "duration")
"""What is more interesting when it is greater comes greatest first."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to sort by, and whether the other way round than is usual for it."""

    by: str = "date"
    other_way: bool = False

    @property
    def next(self) -> Order:
        """The next thing one can sort by."""
        return Order(_KEYS[(_KEYS.index(self.by) + 1) % len(_KEYS)])

    @property
    def reversed(self) -> Order:
        """The same, the other way round."""
        return replace(self, other_way=not self.other_way)

    @property
    def name(self) -> str:
        """What it is remembered by."""
        return f"{self.by}{_REVERSED * self.other_way}"

    @classmethod
    def named(cls, name: str) -> Order:
        """The order with this name; the usual one where there is none such."""
        by = name.removesuffix(_REVERSED)
        return cls(by, name != by) if by in _KEYS else cls()

    def __str__(self) -> str:
        usual, other = _WAYS[self.by]
        return f"by {self.by}, {other if self.other_way else usual}"


def arrange(episodes: Iterable[Episode], order: Order) -> list[Episode]:
    """`episodes` in `order`; those that lack what is sorted by come after them, in file order.

    Files that could not be read are at the very end.
    """
    from tui_reader.fold import fold

    def key(episode: Episode) -> object:
        about = episode.metadata
        match order.by:
            case "date":
                return about.date
            case "title":
                return fold(episode.title) or None
            case "duration":
                return episode.duration
            case _:
                return fold(about.show) if about.show else None

    in_file_order = sorted(
        episodes, key=lambda episode: (episode.error is not None, episode.number)
    )
    keys = [None if episode.error else key(episode) for episode in in_file_order]
    pairs = list(zip(keys, in_file_order, strict=True))
    known = [(found, episode) for found, episode in pairs if found is not None]
    lacking = [episode for found, episode in pairs if found is None]
    backwards = (order.by in _BACKWARDS) != order.other_way
    known.sort(key=lambda pair: pair[0], reverse=backwards)  # type: ignore[arg-type,return-value]
    return [episode for _, episode in known] + lacking
