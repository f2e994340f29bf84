"""Until everything can be searched: the first start against webvtt-py, the second against that."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.fresh import fresh
from tests.bench.measuring import timed
from tests.bench.row import Figure, Row, Setting
from tests.bench.starts import empty_cache, is_kept, start, warm_start

__all__ = ["ROW"]


def measure(setting: Setting) -> Iterator[Figure]:
    """The index of the whole library, in as many processes as the reader likes."""
    step = setting.step
    timed_files = len(setting.files[::step])
    warm_one = warm_start if is_kept(setting.files) else start
    cold, warm, rival = [], [], []
    for _ in range(setting.runs):
        with empty_cache():
            cold.append(fresh(start, str(setting.folder)))
            warm.append(fresh(warm_one, str(setting.folder)))
        rival.append(fresh(parse, str(setting.folder), str(step)) * setting.hours / timed_files)
    note = f"webvtt-py was timed on {timed_files} files and scaled up" if step > 1 else ""
    yield Figure(
        "cold: all searchable ÷ webvtt-py's parse",
        median(cold),
        median(rival),
        setting.at_size(0.2),
        note=note,
    )
    note = "" if warm_one is warm_start else "so small a library is not kept, but read again"
    yield Figure(
        "warm: all searchable ÷ cold",
        median(warm),
        median(cold),
        setting.at_size(0.05),
        note=note,
    )


def parse(folder: str, step: str) -> float:
    """Seconds that webvtt-py takes for every `step`th file below `folder`."""
    import webvtt

    files = sorted(Path(folder).rglob("*.vtt"))[:: int(step)]
    return timed(lambda: [webvtt.read(str(file)) for file in files])


ROW: Final = Row("indexing", 20, measure)
