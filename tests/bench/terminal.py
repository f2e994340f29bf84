"""A program in a terminal of its own, as its user has it: keys in, a screen out, and a clock.

What the program writes is taken at its word and not drawn: a text is on the screen once it has
been written, whatever colours it was written in.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
from collections.abc import Sequence
from time import perf_counter
from types import TracebackType
from typing import Final

from tests.bench.fresh import CHECKOUT

__all__ = ["COLUMNS", "ROWS", "Terminal"]

COLUMNS: Final = 120
ROWS: Final = 40

_ESCAPES: Final = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|.)"
)


class Terminal:
    """A running program; leaving the `with` block ends it and whatever it started."""

    def __init__(self, command: Sequence[str]) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started: Final = perf_counter()
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, cwd=CHECKOUT, start_new_session=True
        )
        os.close(slave)
        self._written = b""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    def painted(self, text: str, limit: float = 60) -> float:
        """Wait until `text` is on the screen; the moment it came, on the clock of `started`.

        Raises TimeoutError after `limit` seconds, or where the program ends before.
        """
        wanted = text.encode()
        while wanted not in self._plain():
            if not self._read(limit):
                raise TimeoutError(f"{text!r} never came; the screen has {self._plain()[-400:]!r}")
        return perf_counter()

    def _plain(self) -> bytes:
        return _ESCAPES.sub(b"", self._written)

    def _read(self, limit: float) -> bool:
        """Take what has been written; False where nothing came in time, or the program is gone."""
        ready, _, _ = select.select([self._master], [], [], limit)
        if not ready:
            return False
        try:
            data = os.read(self._master, 1 << 20)
        except OSError:
            return False
        self._written += data
        return bool(data)
