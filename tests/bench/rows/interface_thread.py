"""What keeps the interface's thread from painting the next frame, in very long transcripts."""

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from tests.bench.episodes import marathon
from tests.bench.row import Figure, Row, Setting
from tests.bench.terminal import COLUMNS, ROWS
from tests.bench.writers import WRITERS

__all__ = ["ROW"]

_FRAME: Final = 1 / 60
_FRAMES: Final = {4_000: 1, 20_000: 3}
"""Turns, and how many frames an action may take with so many."""

_TIMES: Final = ("2:34:05", "9:59:30", "0:12:34", "7:07:07")
_WORD: Final = "kitchen"


def measure(setting: Setting) -> Iterator[Figure]:
    """Every action a few times in a row, each from where the last has led."""
    for turns, frames in _FRAMES.items():
        with TemporaryDirectory() as folder:
            file = Path(folder, "marathon.vtt")
            file.write_text(WRITERS["webvtt"].write(marathon(turns, 0)), encoding="utf-8")
            measured = asyncio.run(_actions(file, setting.runs))
        for action, busy in measured.items():
            yield Figure(f"{action}, {turns:,} turns ÷ a frame", median(busy), _FRAME, frames)


async def _actions(file: Path, runs: int) -> dict[str, list[float]]:
    """The seconds that the thread was at work for each action, run by run."""
    from tests.bench.reader import indexed, reading

    measured: dict[str, list[float]] = {"resize": [], "jump to a time": [], "next hit": []}
    async with reading(file) as stage:
        await indexed(stage)
        await stage.press("enter")
        for run in range(runs):
            for columns in (COLUMNS - 23, COLUMNS):
                resize = partial(stage.resize, columns, ROWS)
                measured["resize"].append(await stage.busy(resize))
            await stage.press("g", *_TIMES[run % len(_TIMES)])
            measured["jump to a time"].append(await stage.busy(partial(stage.key, "enter")))
        await stage.press("/", *_WORD, "enter")
        for _ in range(runs * 2):
            measured["next hit"].append(await stage.busy(partial(stage.key, "n")))
    return measured


ROW: Final = Row("interface-thread", 60, measure)
