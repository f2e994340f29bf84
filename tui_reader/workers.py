"""Files read in worker processes, so that whoever asks is never held up by a parser.

A worker takes chunks of files and answers with what the task made of each. One that dies costs the
file it died on: the chunk it was at is read again in halves, until the culprit stands alone.
Few bytes are read where they are asked for, since starting processes takes longer than that.
"""

import gc
import os
import pickle
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    import subprocess
    from multiprocessing.connection import Connection

__all__ = ["ALONE", "Task", "each", "packed", "worker_count"]

T = TypeVar("T")
R = TypeVar("R")

Task = Callable[[int, Path], T]
"""What is to be done with a file: its number and its path in, a result out."""

ALONE: Final = 1_500_000
"""Up to this many bytes, reading them in the calling thread is faster than starting workers."""

CHUNK_BYTES: Final = 400_000
CHUNK_FILES: Final = 32
_FIRST_BYTES: Final = 50_000
"""Chunks begin small, so that the first answers are soon back, and double from one to the next."""

_IN_HAND: Final = 2
"""Chunks a worker has at a time: one it reads, and one so that it need not wait for the next."""

_ROOM: Final = 4_000
"""Bytes that can be sent to a worker while it does not listen."""

_BIRTH: Final = """
import sys
from multiprocessing.connection import Connection
connection = Connection(int(sys.argv[1]))
sys.path[:] = connection.recv()
from tui_reader.workers import serve
serve(connection)
"""


class _Chunk(NamedTuple):
    files: tuple[tuple[int, Path], ...]
    size: int


def each(
    task: Task[T], files: Iterable[tuple[int, Path]], stopped: Event, *, lost: Task[T]
) -> Iterator[list[T]]:
    """`task(number, path)` for every file, yielded in lots as they are done.

    `task` must be picklable and catch what a file may raise; `lost` makes the result for a file
    that took its worker down. Ends early once `stopped` is set or the iterator is closed; no
    process outlives either.
    """
    return packed(task, list, files, stopped, lost=lost)


def packed(
    task: Task[T],
    pack: Callable[[list[T]], R],
    files: Iterable[tuple[int, Path]],
    stopped: Event,
    *,
    lost: Task[T],
    chunk: tuple[int, int] | None = None,
) -> Iterator[R]:
    """As `each`, with every lot made into something else where it was read: `pack(results)`.

    `chunk` is how many bytes and how many files are read for a lot, at most.
    """
    most = chunk or (CHUNK_BYTES, CHUNK_FILES)
    job = _Job(task, pack, lost)
    chunks = _chunks(files, *most)
    first: list[_Chunk] = []
    size = 0
    for lot in chunks:
        first.append(lot)
        size += lot.size
        if size > ALONE:
            crew = _Crew(job, chain(first, chunks), stopped)
            yield from crew.results(worker_count())
            return
    yield from _here(job, first, stopped)


def worker_count() -> int:
    """As many workers as there are cores this process may use, and four at most."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(cores or 1, 4))


class _Job(NamedTuple, Generic[T, R]):
    """What is to be done: with a file, with a lot of results, and where a file was deadly."""

    task: Task[T]
    pack: Callable[[list[T]], R]
    lost: Task[T]


def _here(job: _Job[T, R], chunks: Iterable[_Chunk], stopped: Event) -> Iterator[R]:
    for chunk in chunks:
        results: list[T] = []
        for number, path in chunk.files:
            if stopped.is_set():
                return
            results.append(job.task(number, path))
            time.sleep(0)  # lets the thread go on that paints
        yield job.pack(results)


def _chunks(
    files: Iterable[tuple[int, Path]], most_bytes: int, most_files: int
) -> Iterator[_Chunk]:
    """`files` in lots that are worth a message, the first ones small so that they are soon back."""
    lot: list[tuple[int, Path]] = []
    size = 0
    enough = min(_FIRST_BYTES, most_bytes)
    for number, path in files:
        lot.append((number, path))
        size += _size(path)
        if size >= enough or len(lot) >= most_files:
            yield _Chunk(tuple(lot), size)
            lot, size, enough = [], 0, min(enough * 2, most_bytes)
    if lot:
        yield _Chunk(tuple(lot), size)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


class _Worker(NamedTuple):
    process: "subprocess.Popen[bytes]"
    connection: "Connection"
    in_hand: deque[_Chunk]


class _Crew(Generic[T, R]):
    """The workers of one `packed`, and who has which chunk in hand."""

    def __init__(self, job: _Job[T, R], chunks: Iterator[_Chunk], stopped: Event) -> None:
        self._job = job
        self._chunks = chunks
        self._again: deque[_Chunk] = deque()
        self._stopped = stopped
        self._workers: dict[Connection, _Worker] = {}

    def results(self, count: int) -> Iterator[R]:
        """What the job made of the files, as it comes in from `count` workers."""
        from multiprocessing.connection import Connection, wait

        try:
            for _ in range(count):
                self._hire()
            while self._workers and not self._stopped.is_set():
                ready = wait(list(self._workers), timeout=0.1)
                for worker in [self._workers[c] for c in ready if isinstance(c, Connection)]:
                    yield from self._receive(worker)
        finally:
            for worker in list(self._workers.values()):
                self._dismiss(worker)
        # Workers that did not even start have left work behind.
        yield from _here(self._job, self._left(), self._stopped)

    def _hire(self) -> None:
        """Start one more worker; a system that refuses gets by with those there are, or none."""
        import subprocess
        from multiprocessing.connection import Pipe

        ours, theirs = Pipe()
        # A process of subprocess's: multiprocessing would hand the number of sys.stderr on, which
        # has none while an interface has put something else in its place.
        try:
            process = subprocess.Popen(
                [sys.executable, "-c", _BIRTH, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # the screen belongs to the interface
                start_new_session=True,  # Ctrl+C is for whoever asked, who ends the workers
            )
        except (OSError, ValueError):
            ours.close()
            return
        finally:
            theirs.close()
        self._workers[ours] = _Worker(process, ours, deque())
        try:
            ours.send(sys.path)
            ours.send(self._job)
        except OSError:
            self._dismiss(self._workers[ours])

    def _receive(self, worker: _Worker) -> Iterator[R]:
        """The next answer of `worker`, who gets a new chunk in turn."""
        try:
            results: _Answer[R] | None = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        if results is not None:  # else it has just started, and says so
            worker.in_hand.popleft()
        try:
            self._feed(worker)
        except OSError:
            yield from self._bury(worker)
        if results is not None:
            yield results.made

    def _feed(self, worker: _Worker) -> None:
        while len(worker.in_hand) < _IN_HAND and (chunk := next(self._left(), None)):
            message = pickle.dumps(chunk.files)
            if worker.in_hand and len(message) > _ROOM:
                # It would wait for the worker, who may wait for its last answer to be heard.
                self._again.appendleft(chunk)
                break
            worker.in_hand.append(chunk)
            worker.connection.send_bytes(message)
        if not worker.in_hand:
            self._dismiss(worker)

    def _left(self) -> Iterator[_Chunk]:
        while self._again:
            yield self._again.popleft()
        yield from self._chunks

    def _bury(self, worker: _Worker) -> Iterator[R]:
        """A worker died: the file it died on is known once its chunk holds no other."""
        self._dismiss(worker)
        if not worker.in_hand:
            return  # died before any work, so another would too
        suspects, *others = worker.in_hand
        self._again.extend(others)
        self._hire()
        files = suspects.files
        if len(files) == 1:
            yield self._job.pack([self._job.lost(*files[0])])
            return
        half = len(files) // 2
        self._again.extend(_Chunk(part, 0) for part in (files[:half], files[half:]))

    def _dismiss(self, worker: _Worker) -> None:
        del self._workers[worker.connection]
        worker.connection.close()
        worker.process.kill()
        worker.process.wait()


class _Answer(NamedTuple, Generic[R]):
    """What a worker made of a chunk."""

    made: R


def serve(connection: "Connection") -> None:
    """A worker's life: chunks in, results out, until nobody listens any more."""
    os.nice(5)  # the interface goes first
    # A tenth of the time goes into looking for cycles among a hundred thousand marks. There are
    # next to none, and a worker does not live long.
    gc.disable()
    try:
        job: _Job[object, object] = connection.recv()
        connection.send(None)
        while True:
            files: Sequence[tuple[int, Path]] = connection.recv()
            results = [job.task(number, path) for number, path in files]
            connection.send(_Answer(job.pack(results)))
    except (EOFError, OSError):
        return
