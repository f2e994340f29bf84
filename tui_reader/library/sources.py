"""The files of a library, and what tells that one has changed."""

import os
import time
from pathlib import Path
from typing import Final, NamedTuple

from tui_reader.finding import STDIN

__all__ = ["Source", "Stamp", "stamp"]

_TICK: Final = 50_000_000
"""Nanoseconds within which a file may change twice and look the same to the clock of its disk."""


class Stamp(NamedTuple):
    """What tells a file from the same file when it has been changed. Times are nanoseconds.

    The `inode` tells it from its twin, written in the same moment, that may take its place. A file
    that was written just now is not `settled`: it may be changed and look the same.
    """

    size: int
    modified: int
    changed: int
    inode: int
    settled: bool = True


class Source(NamedTuple):
    """A file of a library: its number in it, and how it was when it was looked at."""

    number: int
    path: Path
    stamp: Stamp | None

    @property
    def key(self) -> str:
        """The same for the same file, however it is named."""
        return os.path.abspath(self.path)

    def is_as(self, earlier: Stamp | None) -> bool:
        """Whether it is surely what it was when it had the `earlier` stamp."""
        if self.path == STDIN:
            return True
        return self.stamp is not None and self.stamp.settled and self.stamp == earlier


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file; None where it is gone."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    last = max(status.st_mtime_ns, status.st_ctime_ns)
    settled = abs(time.time_ns() - last) > _TICK
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, settled)
