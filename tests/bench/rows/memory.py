"""What a library costs in memory, over what an empty app of this kind takes anyway."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.empty_app import EmptyApp
from tests.bench.fresh import fresh, peak_memory
from tests.bench.measuring import alternate
from tests.bench.row import Figure, Row, Setting
from tests.bench.stage import on_stage
from tui_reader.loading import load

__all__ = ["ROW"]


def measure(setting: Setting) -> Iterator[Figure]:
    """Peaks of fresh processes; the reader's workers are gone by then and not counted."""
    ours, empty = alternate(
        lambda: fresh(reader_peak, str(setting.folder)), lambda: fresh(empty_peak), setting.runs
    )
    said = sum(_size_of_words(file) for file in setting.files)
    size = sum(file.stat().st_size for file in setting.files)
    what = f"memory over an empty app, {setting.hours} hours"
    yield Figure(f"{what} ÷ the words", ours - empty, said, setting.at_size(2.5), unit="bytes")
    yield Figure(f"{what} ÷ the files", ours - empty, size, unit="bytes")


def reader_peak(folder: str) -> float:
    """The peak of the reader once all below `folder` can be searched."""
    return asyncio.run(_reader_peak(Path(folder)))


async def _reader_peak(folder: Path) -> float:
    from tests.bench.reader import indexed, reading

    async with reading(folder) as stage:
        await indexed(stage)
        return peak_memory()


def empty_peak() -> float:
    """The peak of an app with nothing in it."""
    return asyncio.run(_empty_peak())


async def _empty_peak() -> float:
    async with on_stage(EmptyApp()):
        return peak_memory()


def _size_of_words(file: Path) -> int:
    return sum(len(turn.text.encode()) for turn in load(file).transcript.turns)


ROW: Final = Row("memory", 70, measure)
