"""What a writer is: how a generated episode looks in a format."""

from collections.abc import Callable
from typing import NamedTuple

from tests.bench.episodes import Episode

__all__ = ["Writer", "clock"]


class Writer(NamedTuple):
    """The ending of the file's name, what makes its text, and how often it is met among others."""

    suffix: str
    write: Callable[[Episode], str]
    share: int = 1


def clock(ms: int, mark: str = ".") -> str:
    """`00:01:06.500`, with `mark` before the milliseconds."""
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}{mark}{ms:03}"
