"""The files of a command, read by as many processes as it takes, answered in their order."""

from collections.abc import Iterator, Sequence
from threading import Event
from typing import Protocol, TypeVar

from tui_reader.workers import Lost, Task, W, each

__all__ = ["Numbered", "in_order"]


class Numbered(Protocol):
    """A result that knows which file it is of."""

    @property
    def number(self) -> int:
        """The place of the file among all, from 0."""


T = TypeVar("T", bound=Numbered)


def in_order(task: Task[W, T], files: Sequence[W], *, lost: Lost[W, T]) -> Iterator[T]:
    """What `task` makes of each file, as soon as it is known for all files before it too."""
    waiting: dict[int, T] = {}
    due = 0
    for results in each(task, enumerate(files), Event(), lost=lost):
        waiting.update((result.number, result) for result in results)
        while due in waiting:
            yield waiting.pop(due)
            due += 1
