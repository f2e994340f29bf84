"""What a row of the table is: something that measures, and the figures it comes back with."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

__all__ = ["Figure", "Row", "Setting"]

_LARGE: Final = 200
_SAMPLE: Final = 250


@dataclass(frozen=True, slots=True)
class Setting:
    """What everything is measured on: a library of WebVTT files, and how often to look.

    `folder` holds nothing but `files`, one for each of `hours`.
    """

    folder: Path
    files: tuple[Path, ...]
    runs: int

    @property
    def hours(self) -> int:
        """How long the whole library takes to listen to."""
        return len(self.files)

    @property
    def step(self) -> int:
        """Of more than 250 files, what is the same for all is measured on every `step`th."""
        return -(-self.hours // _SAMPLE)

    def at_size(self, goal: float) -> float | None:
        """A goal that was set for a large library; None on one too small to tell."""
        return goal if self.hours >= _LARGE else None


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table: `what`, ours, the rival's, and how many times the rival's ours may be.

    `what` is the same for a library of any size. Both are seconds or bytes. Without a rival there
    is nothing to compare, without a `goal` nothing was promised. `note` says what a reader of the
    table has to know.
    """

    what: str
    ours: float
    rival: float | None = None
    goal: float | None = None
    unit: Literal["seconds", "bytes"] = "seconds"
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the rival's figure ours is."""
        return self.ours / self.rival if self.rival else None

    @property
    def ok(self) -> bool | None:
        """Whether the goal is met, None where there is nothing to meet."""
        if self.goal is None or self.ratio is None:
            return None
        return self.ratio <= self.goal


@dataclass(frozen=True, slots=True)
class Row:
    """A row or a few of a family: `name` is what `--only` takes, `order` its place in the table.

    One that does not `grow` is the same for libraries of all sizes.
    """

    name: str
    order: int
    measure: Callable[[Setting], Iterable[Figure]]
    grows: bool = True
