"""The files of a library, and what tells that one has changed."""

import os
import time
from collections.abc import Sequence
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
    """The files of a library that are called alike, and how each was when it was looked at.

    The `places` are absolute paths.
    """

    files: tuple[Path, ...]
    places: tuple[str, ...]
    stamps: tuple[Stamp | None, ...]

    @classmethod
    def of(cls, files: tuple[Path, ...]) -> "Source":
        """These files, as they are now."""
        places = tuple(os.path.abspath(path) for path in files)
        return cls(files, places, tuple(map(stamp, files)))

    @property
    def key(self) -> str:
        """The same for the same files, however they are named."""
        return "\0".join(self.places)

    @property
    def size(self) -> int:
        """Bytes in all."""
        return sum(stamp.size for stamp in self.stamps if stamp)

    @property
    def settled(self) -> bool:
        """Whether no file is so new that it may be changed and look the same."""
        return all(stamp is not None and stamp.settled for stamp in self.stamps)

    def is_as(self, earlier: Sequence[Stamp | None]) -> bool:
        """Whether the files are surely what they were when they had the `earlier` stamps."""
        if self.files == (STDIN,):
            return True
        return self.settled and self.stamps == tuple(earlier)


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file; None where it is gone."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    last = max(status.st_mtime_ns, status.st_ctime_ns)
    settled = abs(time.time_ns() - last) > _TICK
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, settled)
