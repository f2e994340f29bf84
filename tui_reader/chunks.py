"""The work that workers are given: files in lots that are worth a message."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

__all__ = [
    "BROKE_DOWN",
    "Chunk",
    "Job",
    "Lost",
    "Numbered",
    "Task",
    "W",
    "chunks",
    "size_of",
]

W = TypeVar("W", bound="Path | tuple[Path, ...]")
T = TypeVar("T")
R = TypeVar("R")

Task = Callable[[int, W], T]
"""What is to be done with a file, or with some that go together: number and path in, result out."""

Lost = Callable[[int, W, str], T]
"""Makes the result for a file that could not be read, told why: `took longer than 20 seconds …`."""

Numbered = tuple[int, Any]
"""A file, or some that go together, and their number."""

BROKE_DOWN: Final = "made the process that read it break down"
"""Why a file is given up that workers die of."""

_FIRST_BYTES: Final = 50_000
"""Chunks begin small, so that the first answers are soon back, and double from one to the next."""


class Chunk(NamedTuple):
    """Files that are read at one go, and their bytes.

    `deadly` says that a worker has died while it was reading them.
    """

    files: tuple[Numbered, ...]
    size: int
    deadly: bool = False


class Job(NamedTuple, Generic[T, R]):
    """What is to be done: with a file, with a lot of results, and where a file was given up.

    `seconds` is how long a file may take, and how much longer for each megabyte.
    """

    task: Task[Any, T]
    pack: Callable[[list[T]], R]
    lost: Lost[Any, T]
    seconds: tuple[float, float]

    def seconds_for(self, size: int) -> float:
        """How long reading so many bytes may take before they are given up."""
        least, for_a_megabyte = self.seconds
        return least + for_a_megabyte * size / (1 << 20)


def chunks(files: Iterable[Numbered], most_bytes: int, most_files: int) -> Iterator[Chunk]:
    """`files` in lots that are worth a message, the first ones small so that they are soon back."""
    lot: list[Numbered] = []
    size = 0
    enough = min(_FIRST_BYTES, most_bytes)
    for number, path in files:
        lot.append((number, path))
        size += size_of(path)
        if size >= enough or len(lot) >= most_files:
            yield Chunk(tuple(lot), size)
            lot, size, enough = [], 0, min(enough * 2, most_bytes)
    if lot:
        yield Chunk(tuple(lot), size)


def size_of(files: Path | tuple[Path, ...]) -> int:
    """How many bytes there are to read; 0 where that cannot be told."""
    if isinstance(files, tuple):
        return sum(map(size_of, files))
    try:
        return files.stat().st_size
    except (OSError, ValueError):
        return 0
