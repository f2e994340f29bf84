"""From the start of the process to the first whole screen, in a real terminal."""

import sys
from collections.abc import Iterator
from typing import Final

from tests.bench.empty_app import SIGN
from tests.bench.measuring import alternate
from tests.bench.row import Figure, Row, Setting
from tests.bench.starts import empty_cache, is_kept, keep
from tests.bench.terminal import Terminal

__all__ = ["ROW"]

_TIMES: Final = 3
"""A start is short, and the machine's other work weighs much in it: so often in one run."""


def measure(setting: Setting) -> Iterator[Figure]:
    """A process of its own each time, the modules and the index of an earlier start read before."""
    from tests.bench.reader import READER_SIGN

    def warm() -> float:
        return _start(["tui_reader", str(setting.folder)], READER_SIGN)

    def cold() -> float:
        with empty_cache():
            return warm()

    def empty() -> float:
        return _start(["tests.bench.empty_app"], SIGN)

    keep(setting.folder)
    warm(), empty()
    first, later, rival = alternate(cold, warm, empty, runs=setting.runs * _TIMES)
    yield Figure("first frame ÷ an empty app's", first, rival, 1.15)
    if is_kept(setting.files):
        yield Figure("first frame ÷ an empty app's, warm", later, rival, 1.15)


def _start(module: list[str], sign: str) -> float:
    with Terminal([sys.executable, "-m", *module]) as terminal:
        return terminal.painted(sign) - terminal.started


ROW: Final = Row("first-frame", 10, measure)
