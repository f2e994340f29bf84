"""A word typed into the search bar letter by letter, against `rg -i` on the same files."""

import asyncio
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from statistics import median
from typing import Final

from tests.bench.measuring import timed
from tests.bench.row import Figure, Row, Setting
from tests.bench.vocabulary import TOPICS

__all__ = ["ROW"]

_WORD: Final = TOPICS["en"]["railways"][0]
_ANSWERED: Final = 0.4
"""Seconds without a paint after which a search is over; the cursor blinks every half second."""


def measure(setting: Setting) -> Iterator[Figure]:
    """The median and the slowest of the keys of one word."""
    ours, rival = asyncio.run(_by_turns(setting))
    note = "" if rival else "rg is not here"
    median_rival, worst_rival = (median(rival), max(rival)) if rival else (None, None)
    what = f"a key typed → results painted, {setting.hours} hours"
    yield Figure(f"{what} ÷ rg -i", median(ours), median_rival, setting.at_size(1.0), note=note)
    yield Figure(f"{what}: the slowest key", max(ours), worst_rival)


async def _by_turns(setting: Setting) -> tuple[list[float], list[float]]:
    """Our seconds for every key of the word, and rg's for every prefix of it."""
    from tests.bench.reader import indexed, reading

    ours, rival = [], []
    async with reading(setting.folder) as stage:
        await indexed(stage)
        for _ in range(setting.runs):
            await stage.press("/")
            for length, letter in enumerate(_WORD, 1):
                ours.append(await stage.until_answered(partial(stage.key, letter), _ANSWERED))
                if rg := shutil.which("rg"):
                    command = [rg, "-i", _WORD[:length], str(setting.folder)]
                    rival.append(timed(partial(_run, command)))
            await stage.press("escape", "escape")
    return ours, rival


def _run(command: list[str]) -> None:
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


ROW: Final = Row("typing", 40, measure)
