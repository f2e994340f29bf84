"""Worker processes, who has which chunk in hand, and what becomes of it when one dies.

A worker that dies costs the file it was at. That one is read once more, alone, before it is given
up: it may have been the memory that others took. One that took too long is not.
"""

import pickle
import signal
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event
from typing import IO, TYPE_CHECKING, Final, Generic, TypeVar

from tui_reader.chunks import BROKE_DOWN, Chunk, Job, Numbered, size_of
from tui_reader.serving import Answer, Notes

if TYPE_CHECKING:
    import subprocess
    from multiprocessing.connection import Connection

__all__ = ["Crew"]

T = TypeVar("T")
R = TypeVar("R")

_IN_HAND: Final = 2
"""Chunks a worker has at a time: one it reads, and one so that it need not wait for the next."""

_ROOM: Final = 4_000
"""Bytes that can be sent to a worker while it does not listen."""

_LOOK: Final = 0.1
"""Seconds between two looks at those who have nothing to say."""

_GRACE: Final = 5.0
"""Seconds that a worker gets beyond those after which it should have given up by itself.

One that is stopped, or waits for a disk that is dead, cannot.
"""

_FAREWELL: Final = 5.0
"""Seconds to wait for the end of a process that was killed: a dead disk can hold one for ever."""

_BIRTH: Final = """
import sys
from multiprocessing.connection import Connection
connection, notes = Connection(int(sys.argv[1])), int(sys.argv[2])
sys.path[:] = connection.recv()
from tui_reader.serving import Notes, serve
serve(connection, Notes(notes))
"""


@dataclass(eq=False, slots=True)
class _Worker:
    """A process, and what it is busy with. `in_hand[0]` is the chunk it reads."""

    process: "subprocess.Popen[bytes]"
    connection: "Connection"
    file: IO[bytes]
    in_hand: deque[Chunk]
    answered: int = 0
    step: tuple[int, int | None] = (0, None)
    idle: float = 0.0
    """For how many seconds it has been at the same `step`."""

    def end(self) -> int | None:
        """End it, if it has not ended by itself: its exit code, if it can be had."""
        from subprocess import TimeoutExpired

        self.connection.close()
        self.process.kill()
        self.file.close()
        try:
            return self.process.wait(_FAREWELL)
        except TimeoutExpired:
            return None

    def look(self, seconds: float) -> float:
        """Look where it is, so long after the last look: for how long it has been there."""
        step = self.answered, self.at()
        self.step, self.idle = step, self.idle + seconds if step == self.step else 0.0
        return self.idle

    def at(self) -> int | None:
        """Which file of its chunk it was at; None where it was in none of them."""
        return Notes(self.file.fileno()).read(self.answered)


def _start() -> _Worker:
    """A new worker; raises OSError or ValueError where the system refuses one."""
    import subprocess
    from contextlib import ExitStack
    from multiprocessing.connection import Pipe
    from tempfile import TemporaryFile

    ours, theirs = Pipe()
    with theirs, ExitStack() as failing:
        failing.callback(ours.close)
        notes = failing.enter_context(TemporaryFile(buffering=0))
        inherited = [theirs.fileno(), notes.fileno()]
        # A process of subprocess's: multiprocessing would hand the number of sys.stderr on, which
        # has none while an interface has put something else in its place.
        process = subprocess.Popen(
            [sys.executable, "-c", _BIRTH, *map(str, inherited)],
            pass_fds=inherited,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,  # the screen belongs to the interface
            start_new_session=True,  # Ctrl+C is for whoever asked, who ends the workers
        )
        failing.pop_all()
    return _Worker(process, ours, notes, deque())


class Crew(Generic[T, R]):
    """The workers for one job."""

    def __init__(self, job: Job[T, R], chunks: Iterator[Chunk], stopped: Event) -> None:
        self._job = job
        self._chunks = chunks
        self._again: deque[Chunk] = deque()
        self._stopped = stopped
        self._workers: dict[Connection, _Worker] = {}

    def results(self, count: int) -> Iterator[R]:
        """What the job made of the files, as it comes in from `count` workers."""
        from multiprocessing.connection import Connection, wait

        try:
            for _ in range(count):
                self._hire()
            while self._workers and not self._stopped.is_set():
                ready = wait(list(self._workers), timeout=_LOOK)
                for worker in [self._workers[c] for c in ready if isinstance(c, Connection)]:
                    yield from self._receive(worker)
                if not ready:
                    yield from self._look_after_all()
        finally:
            for worker in list(self._workers.values()):
                self._dismiss(worker)

    def left(self) -> Iterator[Chunk]:
        """The chunks that no worker has in hand: all, where none could be started."""
        while self._again:
            yield self._again.popleft()
        yield from self._chunks

    def _hire(self) -> None:
        """Start one more worker; a system that refuses gets by with those there are, or none."""
        try:
            worker = _start()
        except (OSError, ValueError):
            return
        self._workers[worker.connection] = worker
        try:
            worker.connection.send(sys.path)
            worker.connection.send(self._job)
        except OSError:
            self._dismiss(worker)

    def _receive(self, worker: _Worker) -> Iterator[R]:
        """The next answer of `worker`, who gets a new chunk in turn."""
        try:
            answer: Answer[R] | None = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        if answer is not None:  # else it has just started, and says so
            worker.in_hand.popleft()
            worker.answered += 1
        try:
            self._feed(worker)
        except OSError:
            yield from self._bury(worker)
        if answer is not None:
            yield answer.made

    def _feed(self, worker: _Worker) -> None:
        while len(worker.in_hand) < _IN_HAND and (chunk := next(self.left(), None)):
            message = pickle.dumps(chunk.files)
            if worker.in_hand and len(message) > _ROOM:
                # It would wait for the worker, who may wait for its last answer to be heard.
                self._again.appendleft(chunk)
                break
            worker.in_hand.append(chunk)
            worker.connection.send_bytes(message)
        if not worker.in_hand:
            self._dismiss(worker)

    def _look_after_all(self) -> Iterator[R]:
        """Give those up who have been at one file for longer than any may take.

        Looks are counted, not the clock: all of us may have been asleep.
        """
        for worker in list(self._workers.values()):
            size = worker.in_hand[0].size if worker.in_hand else 0
            if worker.look(_LOOK) > self._job.seconds_for(size) + _GRACE:
                yield from self._bury(worker, too_slow=True)

    def _bury(self, worker: _Worker, *, too_slow: bool = False) -> Iterator[R]:
        """A worker died, or has to: its notes tell which file it died on."""
        at = worker.at()
        too_slow |= self._dismiss(worker) == -signal.SIGALRM
        if not worker.in_hand:
            return  # died before any work, so another would too
        suspects, *others = worker.in_hand
        self._again.extend(others)
        self._hire()
        files = suspects.files
        if len(files) == 1:
            at = 0
        if at is None:  # while it put the results of all of them together
            half = len(files) // 2
            self._again.extend(Chunk(part, 0, True) for part in (files[:half], files[half:]))
            return
        if rest := files[:at] + files[at + 1 :]:
            self._again.append(Chunk(rest, 0))
        if too_slow or (suspects.deadly and len(files) == 1):
            yield self._job.pack([self._given_up(files[at], too_slow)])
        else:
            self._again.append(Chunk((files[at],), 0, True))

    def _given_up(self, file: Numbered, too_slow: bool) -> T:
        number, path = file
        seconds = self._job.seconds_for(size_of(path))
        took = f"took longer than {seconds:.0f} seconds to read and was given up"
        return self._job.lost(number, path, took if too_slow else BROKE_DOWN)

    def _dismiss(self, worker: _Worker) -> int | None:
        del self._workers[worker.connection]
        return worker.end()
