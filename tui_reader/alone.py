"""Being the only reader that changes what is in a folder, where the system can see to that."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

__all__ = ["alone"]

_BETWEEN: Final = 0.02


@contextmanager
def alone(folder: Path, patience: float) -> Iterator[bool]:
    """While no other reader is, in a folder that is made where it is not there.

    Yields whether that is so: not where another one has been for longer than `patience`, in
    seconds. Raises OSError where the folder cannot be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl  # noqa: F401
    except ImportError:  # on Windows
        yield True
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        deadline = time.monotonic() + patience
        while not (is_alone := _locked(held)) and time.monotonic() < deadline:
            time.sleep(_BETWEEN)
        yield is_alone
    finally:
        os.close(held)


def _locked(folder: int) -> bool:
    import fcntl

    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # this file system has no locks, and so nobody has one
    return True
