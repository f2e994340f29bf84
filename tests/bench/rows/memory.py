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
from tests.bench.starts import is_kept, keep, witness
from tui_reader.loading import load

__all__ = ["ROW"]


def measure(setting: Setting) -> Iterator[Figure]:
    """Peaks of fresh processes; the reader's workers are gone by then and not counted."""
    keep(setting.folder)
    warm_peak = warm_reader_peak if is_kept(setting.files) else reader_peak
    folder = str(setting.folder)
    cold, warm, empty = alternate(
        lambda: fresh(reader_peak, folder),
        lambda: fresh(warm_peak, folder),
        lambda: fresh(empty_peak),
        runs=setting.runs,
    )
    sample = setting.files[:: setting.step]
    said = sum(map(_size_of_words, sample)) * setting.hours / len(sample)
    size = sum(file.stat().st_size for file in setting.files)
    what, goal = "memory over an empty app", setting.at_size(2.5)
    note = f"of the words in {len(sample)} files, scaled up" if setting.step > 1 else ""
    yield Figure(f"{what} ÷ the words", cold - empty, said, goal, unit="bytes", note=note)
    yield Figure(f"{what} ÷ the words, warm", warm - empty, said, goal, unit="bytes")
    yield Figure(f"{what} ÷ the files", cold - empty, size, unit="bytes")


def reader_peak(folder: str) -> float:
    """The peak of the reader once all below `folder` can be searched, nothing of it kept."""
    return asyncio.run(_reader_peak(Path(folder), cached=False))


def warm_reader_peak(folder: str) -> float:
    """The same of a reader that finds the index of an earlier start, else a RuntimeError."""
    seen = witness(folder)
    peak = asyncio.run(_reader_peak(Path(folder), cached=True))
    if seen.programs:
        raise RuntimeError("This was no warm start: workers were started.")
    return peak


async def _reader_peak(folder: Path, *, cached: bool) -> float:
    from tests.bench.reader import indexed, reading

    async with reading(folder, cached=cached) as stage:
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
