"""The way back: where one was before each jump, and forward again."""

from pathlib import Path
from typing import Final, Literal, NamedTuple

from tui_reader.model import Place

__all__ = ["Jumps", "Stop"]

_MOST: Final = 100


class Stop(NamedTuple):
    """Where one was: an episode by its number, the place in it, and the row of the window.

    `other` is the file that was read of it, where that was not the main one; without an episode, a
    file that is in no list.
    """

    episode: int | None
    place: Place
    row: int = 0
    other: Path | None = None

    def is_at(self, other: "Stop") -> bool:
        """Whether both are the same place, wherever in the window it stands."""
        return self._replace(row=other.row) == other

    def renumbered(self, number: int, new: int) -> "Stop":
        """The same stop, with the `new` number of its episode if that had this `number`."""
        return self._replace(episode=new) if self.episode == number else self


class Jumps:
    """Goes back and forth as a browser does: a new jump ends the way forward."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    def leave(self, here: Stop) -> None:
        """Remember `here`, from where one jumps."""
        if self._behind and self._behind[-1].is_at(here):
            self._behind.pop()
        self._behind.append(here)
        del self._behind[:-_MOST]
        self._ahead.clear()

    def swap(self, here: Stop) -> Stop | None:
        """The stop of the last jump, `here` in its place: asked again, it leads back here."""
        while self._behind:
            stop = self._behind.pop()
            if not stop.is_at(here):
                self._behind.append(here)
                return stop
        return None

    def renumber(self, number: int, new: int) -> None:
        """The episode with this `number` has a `new` one: lead back to that."""
        for way in (self._behind, self._ahead):
            way[:] = [stop.renumbered(number, new) for stop in way]

    def go(self, here: Stop, direction: Literal[1, -1]) -> Stop | None:
        """The next stop in a direction that is not `here`, None where there is none."""
        ways = self._behind, self._ahead
        left, entered = ways if direction < 0 else ways[::-1]
        while left:
            stop = left.pop()
            if not stop.is_at(here):
                entered.append(here)
                return stop
        return None
