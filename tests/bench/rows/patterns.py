"""A regular expression looked for in the whole library, against `rg -i` with the same one."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Final

from tests.bench.fresh import fresh
from tests.bench.measuring import timed
from tests.bench.row import Figure, Row, Setting
from tests.bench.starts import built, keep

__all__ = ["ROW"]

_PATTERNS: Final = {
    "with a word in it": r"kitchens? \w+ing\b",
    "of classes alone": r"\b[aeiou]\w+able\b",
}

_HOSTILE: Final = "/(a+)+$/"
_TURN: Final = "a" * 30_000 + "!"


def measure(setting: Setting) -> Iterator[Figure]:
    """The search alone, in a library that can be searched already; each once, for it is slow."""
    keep(setting.folder)
    folder, rg = str(setting.folder), shutil.which("rg")
    for what, pattern in _PATTERNS.items():
        ours = fresh(search, folder, pattern)
        rival = timed(partial(_run, [rg, "-i", "-e", pattern, folder])) if rg else None
        yield Figure(f"a regular expression {what} ÷ rg -i", ours, rival)
    what = f"{_HOSTILE} given up on a turn of {len(_TURN):,} letters"
    yield Figure(what, timed(_hostile))


def search(folder: str, pattern: str) -> float:
    """Seconds that the index takes to find all that `pattern` matches."""
    from tui_reader.query import parse

    library = built(folder)
    return timed(lambda: library.index.search(parse(f"/{pattern}/"), about=library.about))


def _hostile() -> None:
    from tui_reader.errors import PatternTooSlow
    from tui_reader.matching import Matcher
    from tui_reader.query import parse

    with suppress(PatternTooSlow):
        Matcher(parse(_HOSTILE)).match(_TURN)


def _run(command: list[str]) -> None:
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


ROW: Final = Row("patterns", 45, measure)
