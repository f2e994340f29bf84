"""Setting a file aside that cannot be used: under another name, and never written over."""

from contextlib import suppress
from itertools import count
from pathlib import Path

from tui_reader.harmless import harmless_line

__all__ = ["set_aside"]

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a file, and belongs to it."""


def set_aside(file: Path, reason: str) -> str:
    """Move a file out of the way, and say so in a sentence; "" where another has done so."""
    name = harmless_line(str(file))
    names = (file.with_name(f"{file.stem}.damaged-{number}{file.suffix}") for number in count(1))
    other = next(name for name in names if not name.exists())
    try:
        file.rename(other)
    except FileNotFoundError:
        return ""
    except OSError:
        return f"Neither used ({reason}) nor set aside can be {name}."
    for ending in _BESIDE:
        with suppress(OSError):
            file.with_name(file.name + ending).rename(other.with_name(other.name + ending))
    return f"Set aside as {other.name}, since it cannot be used ({reason}): {name}."
