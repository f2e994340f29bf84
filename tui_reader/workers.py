"""Files read in worker processes, so that whoever asks is never held up by a parser.

A worker takes chunks of files and answers with what the task made of each. One that dies or takes
too long costs the file it was at, and no other. Few bytes are read where they are asked for, since
starting processes takes longer than that.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from threading import Event
from typing import Final, TypeVar

from tui_reader.chunks import BROKE_DOWN, Chunk, Job, Lost, Task, W, chunks

__all__ = ["ALONE", "Lost", "Task", "W", "each", "packed", "worker_count"]

T = TypeVar("T")
R = TypeVar("R")

ALONE: Final = 1_500_000
"""Up to this many bytes, reading them in the calling thread is faster than starting workers."""

CHUNK_BYTES: Final = 400_000
CHUNK_FILES: Final = 32

SECONDS: Final = (20.0, 5.0)
"""What a file may take in a worker, and for each megabyte: fifty times what the slowest takes."""


def each(
    task: Task[W, T], files: Iterable[tuple[int, W]], stopped: Event, *, lost: Lost[W, T]
) -> Iterator[list[T]]:
    """`task(number, path)` for every file, yielded in lots as they are done.

    `task` must be picklable and catch what a file may raise; `lost` makes the result for a file
    that took its worker down, or too long. Ends early once `stopped` is set or the iterator is
    closed; no process outlives either.
    """
    return packed(task, list, files, stopped, lost=lost)


def packed(
    task: Task[W, T],
    pack: Callable[[list[T]], R],
    files: Iterable[tuple[int, W]],
    stopped: Event,
    *,
    lost: Lost[W, T],
    chunk: tuple[int, int] | None = None,
) -> Iterator[R]:
    """As `each`, with every lot made into something else where it was read: `pack(results)`.

    `chunk` is how many bytes and how many files are read for a lot, at most.
    """
    job = Job(task, pack, lost, SECONDS)
    lots = chunks(files, *(chunk or (CHUNK_BYTES, CHUNK_FILES)))
    first: list[Chunk] = []
    size = 0
    for lot in lots:
        first.append(lot)
        size += lot.size
        if size > ALONE:
            yield from _elsewhere(job, chain(first, lots), stopped)
            return
    yield from _here(job, first, stopped)


def worker_count() -> int:
    """As many workers as there are cores this process may use, and four at most."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(cores or 1, 4))


def _elsewhere(job: Job[T, R], lots: Iterator[Chunk], stopped: Event) -> Iterator[R]:
    from tui_reader.crew import Crew

    crew = Crew(job, lots, stopped)
    yield from crew.results(worker_count())
    yield from _here(job, crew.left(), stopped)


def _here(job: Job[T, R], lots: Iterable[Chunk], stopped: Event) -> Iterator[R]:
    for chunk in lots:
        results: list[T] = []
        for number, path in chunk.files:
            if stopped.is_set():
                return
            # What has killed a worker would kill whoever asks.
            if chunk.deadly:
                results.append(job.lost(number, path, BROKE_DOWN))
            else:
                results.append(job.task(number, path))
            time.sleep(0)  # lets the thread go on that paints
        yield job.pack(results)
