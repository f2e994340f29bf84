"""Setting a file aside that cannot be used: under another name, and never written over."""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tui_reader.harmless import harmless_path

__all__ = ["Aside", "set_aside"]

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a file, and belongs to it."""


class Aside(NamedTuple):
    """Where a file is now, None if it is where it was, and a sentence about it.

    There is nothing to say where another reader has done so.
    """

    file: Path | None
    sentence: str


def set_aside(file: Path, reason: str) -> Aside:
    """Move a file out of the way."""
    name = harmless_path(file)
    try:
        other = _claimed(file)
    except OSError:
        return Aside(None, f"Neither used ({reason}) nor set aside can be {name}.")
    try:
        file.replace(other)
    except OSError as error:
        other.unlink(missing_ok=True)
        if isinstance(error, FileNotFoundError):
            return Aside(None, "")
        return Aside(None, f"Neither used ({reason}) nor set aside can be {name}.")
    for ending in _BESIDE:
        with suppress(OSError):
            file.with_name(file.name + ending).rename(other.with_name(other.name + ending))
    return Aside(other, f"Set aside as {other.name}, since it cannot be used ({reason}): {name}.")


def _claimed(file: Path) -> Path:
    """A name beside `file` that nothing has yet, nor another reader will take."""
    for number in count(1):
        other = file.with_name(f"{file.stem}.damaged-{number}{file.suffix}")
        if not any(os.path.lexists(f"{other}{ending}") for ending in _BESIDE):
            with suppress(FileExistsError):
                os.close(os.open(other, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
                break
    return other
