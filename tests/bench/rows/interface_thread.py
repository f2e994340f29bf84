"""What keeps the interface's thread from painting the next frame, in very long transcripts.

Textual lays out and paints a whole window when it is resized, whatever is in it: with nothing in it
that alone takes longer than a frame. So of a resize it is what comes on top that counts, over the
same in an empty app of the same widgets.
"""

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from tests.bench.empty_app import EmptyApp
from tests.bench.episodes import marathon
from tests.bench.row import Figure, Row, Setting
from tests.bench.stage import Stage, on_stage
from tests.bench.terminal import COLUMNS, ROWS
from tests.bench.writers import WRITERS

__all__ = ["ROW"]

_FRAME: Final = 1 / 60
_FRAMES: Final = {4_000: 1, 20_000: 3}
"""Turns, and how many frames an action may take with so many."""

_TIMES: Final = ("2:34:05", "9:59:30", "0:12:34", "7:07:07")
_WORD: Final = "kitchen"
_RESIZE: Final = "resize"


def measure(setting: Setting) -> Iterator[Figure]:
    """Every action a few times in a row, each from where the last has led."""
    floor = median(asyncio.run(_empty_resizes(setting.runs)))
    for turns, frames in _FRAMES.items():
        with TemporaryDirectory() as folder:
            file = Path(folder, "marathon.vtt")
            file.write_text(WRITERS["webvtt"].write(marathon(turns, 0)), encoding="utf-8")
            measured = asyncio.run(_actions(file, setting.runs))
        for action, busy in measured.items():
            taken, what = median(busy), f"{action}, {turns:,} turns"
            if action == _RESIZE:
                taken = max(taken - floor, 0.0)
                what += f", over an empty app's {floor * 1000:.0f} ms"
            yield Figure(f"{what} ÷ a frame", taken, _FRAME, frames)


async def _empty_resizes(runs: int) -> list[float]:
    """The seconds that an empty app of the same widgets is at work when it is resized."""
    async with on_stage(EmptyApp()) as stage:
        return [await stage.busy(resize) for resize in _resizes(stage) * runs]


def _resizes(stage: Stage) -> list[Callable[[], None]]:
    """Narrower, and back."""
    return [partial(stage.resize, columns, ROWS) for columns in (COLUMNS - 23, COLUMNS)]


async def _actions(file: Path, runs: int) -> dict[str, list[float]]:
    """The seconds that the thread was at work for each action, run by run."""
    from tests.bench.reader import indexed, jumping, reading

    measured: dict[str, list[float]] = {_RESIZE: [], "jump to a time": [], "next hit": []}
    async with reading(file) as stage:
        await indexed(stage)
        await stage.press("enter")
        for run in range(runs):
            for resize in _resizes(stage):
                measured[_RESIZE].append(await stage.busy(resize))
            jump = jumping(stage, _TIMES[run % len(_TIMES)])
            measured["jump to a time"].append(await stage.busy(jump))
        await stage.press("/", *_WORD, "enter")
        for _ in range(runs * 2):
            measured["next hit"].append(await stage.busy(partial(stage.key, "n")))
    return measured


ROW: Final = Row("interface-thread", 60, measure)
