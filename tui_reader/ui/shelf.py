"""The episodes of a list: all there are, in an order, and those of them that are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui_reader.ordering import Order, arrange
from tui_reader.sieve import Sieve
from tui_reader.ui.episode_rows import EpisodeRows

if TYPE_CHECKING:
    from tui_reader.library import Episode

__all__ = ["Shelf"]


class Shelf:
    """Episodes in an `order`, of which `rows` are those that have what was typed to filter them.

    `number` is that of the episode the cursor is at, in the rows or not.
    """

    def __init__(self) -> None:
        self.order = Order()
        self.typed = ""
        self.rows = EpisodeRows()
        self.number: int | None = None
        self._episodes: dict[int, Episode] = {}
        self._arranged: Sequence[Episode] = ()
        self._sieve: Sieve[Episode] = Sieve(_text)

    def __len__(self) -> int:
        """How many there are, wanted or not."""
        return len(self._episodes)

    @property
    def is_arranged(self) -> bool:
        """Whether any of them have been put in order yet."""
        return bool(self._arranged)

    @property
    def count(self) -> str:
        """How many there are, and how many of them are wanted: `12 of 41`."""
        every = len(self._arranged)
        return f"{len(self.rows)} of {every}" if self.typed.strip() else str(every)

    def get(self, number: int) -> Episode | None:
        """The episode with this number."""
        return self._episodes.get(number)

    def put(self, episodes: Iterable[Episode]) -> None:
        """Take more of them, or others in their place, to be arranged later."""
        self._episodes.update((episode.number, episode) for episode in episodes)

    def drop(self, numbers: Iterable[int]) -> bool:
        """Take episodes out; whether any of them was there."""
        gone = [self._episodes.pop(number, None) for number in numbers]
        return any(gone)

    def arrange(self) -> None:
        """Put all of them in order."""
        self._arranged = arrange(self._episodes.values(), self.order)
        self._fill()

    def prepare(self) -> None:
        """Do beforehand what the first sifting would take its time for; a thread may do it."""
        self._sieve.prepare(self._arranged)

    def sift(self, typed: str) -> None:
        """Want only those that have every word of `typed`; all, where there is none."""
        self.typed = typed
        self._fill()

    def _fill(self) -> None:
        new = EpisodeRows(self._sieve.sift(self._arranged, self.typed))
        new.open_number, new.how_far = self.rows.open_number, self.rows.how_far
        if self.number is not None:
            new.cursor = new.find(self.number) or 0
        elif new.highlighted is not None:
            self.number = new.highlighted.number
        self.rows = new

    def mark_open(self, number: int | None) -> None:
        """Mark the episode that is open, and bring the cursor to it."""
        self.rows.open_number = number
        if number is not None:
            self.number = number
            self.rows.cursor = self.rows.find(number) or 0

    def neighbour(self, number: int, step: int) -> Episode | None:
        """The episode `step` rows from the one with this number.

        From one that is not in the rows, it is the first of them, or backwards the last.
        """
        shown, at = self.rows.episodes, self.rows.find(number)
        item = at + step if at is not None else (0 if step > 0 else len(shown) - 1)
        return shown[item] if 0 <= item < len(shown) else None


def _text(episode: Episode) -> str:
    """What an episode is found by: title, show, tags, who is in it, and when it appeared."""
    about = episode.metadata
    parts = [episode.title, about.show or "", about.number or ""]
    parts += [about.date.isoformat()] if about.date else []
    parts += [f"#{tag}" for tag in about.tags]
    return "\n".join([*parts, *about.people, *(share.name for share in episode.shares)])
