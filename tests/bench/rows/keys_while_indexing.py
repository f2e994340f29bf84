"""Paging through a transcript while the library is indexed, against paging with nothing else on."""

import asyncio
from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from statistics import median
from typing import Final

from tests.bench.measuring import slow
from tests.bench.row import Figure, Row, Setting
from tests.bench.stage import Stage

__all__ = ["ROW"]

_PAGE: Final = 2_500
"""Characters: whatever paints so many at once is a page, not the list or the status line."""

_THERE_AND_BACK: Final = ("space",) * 15 + ("b",) * 15
"""An hour has more pages than that."""

_MOST: Final = 10 * len(_THERE_AND_BACK)
_LEAST: Final = 2 * len(_THERE_AND_BACK)
"""With fewer pages painted before the index is ready there is nothing to tell."""


def measure(setting: Setting) -> Iterator[Figure]:
    """The same pages in the same app, first while it indexes and then once it has done so."""
    indexing, idle = asyncio.run(_pages(setting))
    what = "a page while indexing ÷ when idle"
    note = f"{len(indexing)} pages were painted before the index was ready"
    goal = 2.0 if len(indexing) >= _LEAST else None
    yield Figure(what, median(indexing), median(idle), goal, note=note)
    yield Figure(f"{what}: the slowest in twenty", slow(indexing), slow(idle))


async def _pages(setting: Setting) -> tuple[list[float], list[float]]:
    from tests.bench.reader import indexed, is_indexed, opened, reading

    async with reading(setting.folder, cached=False) as stage:
        await opened(stage)
        await stage.until_painted(partial(stage.key, "enter"))
        indexing = []
        for key in islice(cycle(_THERE_AND_BACK), _MOST):
            indexing.append(await _page(stage, key))
            if is_indexed(stage):
                break
        await indexed(stage)
        await stage.press("home")
        keys = islice(cycle(_THERE_AND_BACK), max(len(indexing), len(_THERE_AND_BACK)))
        idle = [await _page(stage, key) for key in keys]
    return indexing, idle


async def _page(stage: Stage, key: str) -> float:
    return await stage.until_painted(partial(stage.key, key), at_least=_PAGE)


ROW: Final = Row("keys-while-indexing", 80, measure)
