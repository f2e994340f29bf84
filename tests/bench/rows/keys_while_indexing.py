"""Paging through a transcript while the library is indexed, against paging with nothing else on."""

import asyncio
from collections.abc import Iterator
from functools import partial
from statistics import median
from typing import Final

from tests.bench.row import Figure, Row, Setting
from tests.bench.stage import Stage

__all__ = ["ROW"]

_PAGE: Final = 2_500
"""Characters: whatever paints so many at once is a page, not the list or the status line."""

_PAGES: Final = 20
"""An hour has more."""
_ENOUGH: Final = 10
"""With fewer pages painted before the index is ready there is nothing to tell."""


def measure(setting: Setting) -> Iterator[Figure]:
    """The same pages in the same app, first while it indexes and then once it has done so."""
    indexing, idle = asyncio.run(_pages(setting))
    what = f"a page while indexing {setting.hours} hours ÷ when idle"
    note = f"{len(indexing)} pages were painted before the index was ready"
    goal = 2.0 if len(indexing) >= _ENOUGH else None
    yield Figure(what, median(indexing), median(idle), goal, note=note)


async def _pages(setting: Setting) -> tuple[list[float], list[float]]:
    from tests.bench.reader import indexed, is_indexed, opened, reading

    async with reading(setting.folder) as stage:
        await opened(stage)
        await stage.until_painted(partial(stage.key, "enter"))
        indexing = [await _page(stage)]
        while len(indexing) < _PAGES and not is_indexed(stage):
            indexing.append(await _page(stage))
        await indexed(stage)
        await stage.press("home")
        idle = [await _page(stage) for _ in range(_PAGES)]
    return indexing, idle


async def _page(stage: Stage) -> float:
    return await stage.until_painted(partial(stage.key, "space"), at_least=_PAGE)


ROW: Final = Row("keys-while-indexing", 80, measure)
