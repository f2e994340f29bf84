"""Starts of the reader without its interface, each in a process of its own, cold and warm."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.bench.fresh import fresh
from tests.bench.measuring import timed
from tui_reader.library import Library
from tui_reader.workers import ALONE

__all__ = ["Seen", "built", "empty_cache", "is_kept", "keep", "start", "warm_start", "witness"]


class Seen(NamedTuple):
    """The files below a folder that this process has opened, and the programs it has started."""

    files: list[str]
    programs: list[str]


def witness(folder: str) -> Seen:
    """What this process does from now on, for as long as it lives."""
    seen = Seen([], [])

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event == "subprocess.Popen":
            seen.programs.append(str(arguments[1]))
        elif event == "open" and str(arguments[0]).startswith(folder):
            seen.files.append(str(arguments[0]))

    sys.addaudithook(note)
    return seen


@contextmanager
def empty_cache() -> Iterator[None]:
    """An empty cache folder, for all processes that are started meanwhile."""
    before = os.environ["XDG_CACHE_HOME"]
    with TemporaryDirectory(prefix="tui-reader-cache-") as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        try:
            yield
        finally:
            os.environ["XDG_CACHE_HOME"] = before


def is_kept(files: Iterable[Path]) -> bool:
    """Whether the reader keeps the index of these files for its next start: few it reads anew."""
    return sum(file.stat().st_size for file in files) > ALONE


def keep(folder: Path) -> None:
    """See to it that the index of what is below `folder` is in the cache folder."""
    fresh(start, str(folder))


def built(folder: str) -> Library:
    """The library below `folder`, everything in it searchable."""
    library = Library([Path(folder)], kept=True)
    for _ in library.build():
        pass
    return library


def start(folder: str) -> float:
    """Seconds until every file below `folder` can be searched."""
    return timed(lambda: built(folder))


def warm_start(folder: str) -> float:
    """The same with the index of an earlier start; raises RuntimeError if that was of no use."""
    seen = witness(folder)
    seconds = start(folder)
    if seen.files or seen.programs:
        raise RuntimeError(
            f"This was no warm start: {len(seen.files)} files were read,"
            f" {len(seen.programs)} programs started."
        )
    return seconds
