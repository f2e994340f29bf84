"""Queries typed into the search bar letter by letter, against `rg -i` on the same files."""

import asyncio
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from statistics import median
from time import perf_counter
from typing import Final, NamedTuple

from tests.bench.measuring import timed
from tests.bench.row import Figure, Row, Setting

__all__ = ["ROW"]

_QUERIES: Final = ("oddsharp", "the", "cold train", "ławką")
"""A rare word, the commonest, two in one turn, and one with letters that have marks."""


class _Key(NamedTuple):
    """A key, and the query that it made of what was `typed`, which rg was asked too.

    Seconds until the results were `painted`, and until all was `still`, the preview of the best
    hit there and nothing similar looked for any more.
    """

    typed: str
    painted: float
    still: float
    rival: float | None


def measure(setting: Setting) -> Iterator[Figure]:
    """The median and the slowest of the keys of all queries."""
    keys = asyncio.run(_keys(setting))
    rivals = [key.rival for key in keys if key.rival is not None]
    middle, longest = (median(rivals), max(rivals)) if rivals else (None, None)
    slowest = max(keys, key=lambda key: key.painted)
    what = "a key typed → results painted ÷ rg -i"
    painted = median(key.painted for key in keys)
    yield Figure(what, painted, middle, setting.at_size(1.0), note=_by_query(keys))
    note = f"the last of {slowest.typed!r}"
    yield Figure(f"{what}: the slowest key", slowest.painted, longest, note=note)
    still = median(key.still for key in keys)
    yield Figure("a key typed → preview and more painted", still, middle)


async def _keys(setting: Setting) -> list[_Key]:
    from tests.bench.reader import Answers, indexed, reading, settled

    keys = []
    async with reading(setting.folder) as stage:
        await indexed(stage)
        answers = Answers(stage)
        for query in _QUERIES * setting.runs:
            await stage.press("S")
            for length, letter in enumerate(query, 1):
                typed = query[:length]
                start = perf_counter()
                painted = await stage.until(
                    partial(stage.key, letter), partial(answers.show, typed)
                )
                still = max(await settled(stage) - start, painted)
                keys.append(_Key(typed, painted, still, _rival(typed, setting)))
            await stage.press("escape")
            await settled(stage)
    return keys


def _rival(typed: str, setting: Setting) -> float | None:
    """The seconds that rg takes for the last word of a query, since it can't look for two."""
    rg = shutil.which("rg")
    if rg is None:
        return None
    command = [rg, "-i", "--", typed.split()[-1], str(setting.folder)]
    return timed(
        lambda: subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
        )
    )


def _by_query(keys: list[_Key]) -> str:
    """The medians of each query."""
    by_query: dict[str, list[_Key]] = defaultdict(list)
    for key in keys:
        by_query[next(query for query in _QUERIES if query.startswith(key.typed))].append(key)
    medians = [
        f"{query} {median(key.painted for key in some) * 1000:.0f} ms"
        for query, some in by_query.items()
    ]
    note = f"medians: {', '.join(medians)}"
    return note if keys[0].rival else f"{note}; rg is not here"


ROW: Final = Row("typing", 40, measure)
