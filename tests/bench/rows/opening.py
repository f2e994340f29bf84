"""An hour-long transcript put on the screen, against the same turns in an OptionList."""

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial
from statistics import median
from typing import Final

from textual.widgets import OptionList

from tests.bench.empty_app import EmptyApp
from tests.bench.row import Figure, Row, Setting
from tests.bench.stage import Act, Stage, on_stage
from tui_reader.loading import Loaded, load
from tui_reader.timecode import format_clock

__all__ = ["ROW"]

_LOOKED_FOR: Final = 24
"""Characters of the first words: once they are painted, so is the rest of that frame."""

_TIMES: Final = 3
"""So often each of the two is opened in one run."""


class _Rival(EmptyApp):
    """The turns are the options of a list, in the place of the pane."""

    def pane(self) -> OptionList:
        return OptionList(id="pane")


def measure(setting: Setting) -> Iterator[Figure]:
    """Two transcripts by turns, so that neither is on the screen when it is opened."""
    pair = [load(file) for file in (setting.files * 2)[:2]]
    ours, by_key, rival = [], [], []
    for _ in range(setting.runs):
        ours += asyncio.run(_ours(pair))
        by_key += asyncio.run(_by_key(pair))
        rival += asyncio.run(_rival(pair))
    yield Figure("an hour opened, painted ÷ OptionList", median(ours), median(rival), 0.25)
    yield Figure("the same by a key, its file read too", median(by_key), median(rival))


async def _ours(pair: Sequence[Loaded]) -> list[float]:
    from tests.bench.reader import indexed, reading, showing

    async with reading(*(loaded.path for loaded in pair)) as stage:
        await indexed(stage)
        return [
            await _painted(stage, showing(stage, loaded), loaded)
            for loaded in (*reversed(pair),) * _TIMES
        ]


async def _by_key(pair: Sequence[Loaded]) -> list[float]:
    from tests.bench.reader import indexed, reading

    async with reading(*(loaded.path for loaded in pair)) as stage:
        await indexed(stage)
        return [
            await _painted(stage, partial(stage.key, key), loaded)
            for key, loaded in (("J", pair[1]), ("K", pair[0])) * _TIMES
        ]


async def _rival(pair: Sequence[Loaded]) -> list[float]:
    async with on_stage(_Rival()) as stage:
        options = stage.app.query_one("#pane", OptionList)

        def fill(loaded: Loaded) -> None:
            options.clear_options()
            options.add_options(
                f"{format_clock(turn.start or 0)} {turn.speaker}\n{turn.text}"
                for turn in loaded.transcript.turns
            )

        return [
            await _painted(stage, partial(fill, loaded), loaded) for loaded in (*pair,) * _TIMES
        ]


async def _painted(stage: Stage, act: Act, loaded: Loaded) -> float:
    """Seconds from `act` on a still screen until the transcript's first words are painted."""
    await stage.until_still()
    return await stage.until_painted(act, _first_words(loaded))


def _first_words(loaded: Loaded) -> str:
    return loaded.transcript.turns[0].text[:_LOOKED_FOR].rsplit(" ", 1)[0]


ROW: Final = Row("opening", 50, measure, grows=False)
