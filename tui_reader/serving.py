"""The life of a worker: files in, results out, within limits.

What goes wrong here kills the worker and nobody else. Whoever hired it sees from its notes at which
file it was.
"""

import gc
import os
import signal
import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from tui_reader.chunks import Job, Numbered, size_of

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

__all__ = ["Answer", "Notes", "serve"]

R = TypeVar("R")

_MOST_MEMORY: Final = 4 << 30
"""Bytes that a worker may take, or half of what the machine has, if that is less."""


class Answer(NamedTuple, Generic[R]):
    """What a worker made of a chunk."""

    made: R


class Notes:
    """Where a worker is, written down in a file that outlives it. Both sides have it open."""

    _FORMAT: Final = struct.Struct("qq")

    def __init__(self, number: int) -> None:
        self._number = number

    def write(self, chunk: int, file: int) -> None:
        """Note that a file is begun: which of the worker's chunks, and which in it, from 0."""
        os.pwrite(self._number, self._FORMAT.pack(chunk, file), 0)

    def read(self, chunk: int) -> int | None:
        """Which file of this chunk was begun last; None where it was in none of its files."""
        noted = os.pread(self._number, self._FORMAT.size, 0)
        if len(noted) < self._FORMAT.size:
            return None
        last, file = self._FORMAT.unpack(noted)
        return file if last == chunk and file >= 0 else None


def serve(connection: "Connection", notes: Notes) -> None:
    """Take chunks and answer them, until nobody listens any more."""
    os.nice(5)  # the interface goes first
    # A tenth of the time goes into looking for cycles among a hundred thousand marks. There are
    # next to none, and a worker does not live long.
    gc.disable()
    _limit_memory()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    try:
        job: Job[object, object] = connection.recv()
        connection.send(None)
        chunk = 0
        while True:
            answer = _answer(job, connection.recv(), notes, chunk)
            _give_up_in(0)
            connection.send(answer)
            chunk += 1
    except (EOFError, OSError):
        return


def _answer(
    job: Job[object, object], files: Sequence[Numbered], notes: Notes, chunk: int
) -> Answer[object]:
    results: list[object] = []
    whole = 0
    for position, (number, path) in enumerate(files):
        size = size_of(path)
        whole += size
        notes.write(chunk, position)
        _give_up_in(job.seconds_for(size))
        results.append(job.task(number, path))
    notes.write(chunk, -1)
    _give_up_in(job.seconds_for(whole))
    return Answer(job.pack(results))


def _give_up_in(seconds: float) -> None:
    """Die after so many seconds, of a signal that Python has no say in; 0 is never."""
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    """Make what would eat all memory fail instead, where the system can do that."""
    import resource

    try:
        most = min(_MOST_MEMORY, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2)
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (OSError, ValueError):
        return
