"""What keeps the interface's thread from painting the next frame, in very long transcripts.

Textual lays out and paints a whole window when it is resized, whatever is in it: with nothing in it
that alone takes longer than a frame. So of a resize it is what comes on top that counts, over the
same in an empty app of the same widgets.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
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

_PLACES: Final = ("2:34:05", "9:59:30", "0:12:34", "7:07:07")
_WORD: Final = "kitchen"
_HITS: Final = 8
_RESIZE: Final = "resize"


def measure(setting: Setting) -> Iterator[Figure]:
    """Every action, in a transcript of ten hours and in one that nobody has ever made."""
    for turns, frames in _FRAMES.items():
        with TemporaryDirectory() as folder:
            file = Path(folder, "marathon.vtt")
            file.write_text(WRITERS["webvtt"].write(marathon(turns, 0)), encoding="utf-8")
            floor, measured = asyncio.run(_by_turns(file, setting.runs))
        for action, busy in measured.items():
            taken, what = median(busy), f"{action}, {turns:,} turns"
            if action == _RESIZE:
                taken = max(taken - floor, 0.0)
                what += f", over an empty app's {floor * 1000:.0f} ms"
            yield Figure(f"{what} ÷ a frame", taken, _FRAME, frames)


async def _by_turns(file: Path, runs: int) -> tuple[float, dict[str, list[float]]]:
    """The seconds that the thread is at work for each action, and what a resize takes anyway."""
    floors: list[float] = []
    measured: dict[str, list[float]] = defaultdict(list)
    for _ in range(runs):
        async with on_stage(EmptyApp()) as stage:
            floors += await _resizes(stage)
        for action, busy in (await _actions(file)).items():
            measured[action] += busy
    return median(floors), measured


async def _resizes(stage: Stage) -> list[float]:
    """Narrower, and back."""
    await stage.until_still()
    widths = (COLUMNS - 23, COLUMNS) * 2
    return [await stage.busy(partial(stage.resize, width, ROWS)) for width in widths]


async def _actions(file: Path) -> dict[str, list[float]]:
    """The seconds for each action, a few times in a row, each from where the last has led."""
    from tests.bench.reader import indexed, jumping, reading

    async with reading(file) as stage:
        await indexed(stage)
        await stage.press("enter")
        resizes = await _resizes(stage)
        jumps = [await stage.busy(jumping(stage, place)) for place in _PLACES]
        await stage.press("/", *_WORD, "enter")
        hits = [await stage.busy(partial(stage.key, "n")) for _ in range(_HITS)]
    return {_RESIZE: resizes, "jump to a time": jumps, "next hit": hits}


ROW: Final = Row("interface-thread", 60, measure, grows=False)
