"""The first start: every file read, parsed and searchable, against webvtt-py parsing alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.fresh import fresh
from tests.bench.measuring import alternate, timed
from tests.bench.row import Figure, Row, Setting

__all__ = ["ROW"]

_SAMPLE: Final = 250
"""More files than this are timed by sample: webvtt-py's time per file does not change."""


def measure(setting: Setting) -> Iterator[Figure]:
    """The index of the whole library, in as many processes as the reader likes."""
    step = -(-setting.hours // _SAMPLE)
    timed_files = len(setting.files[::step])

    def rival() -> float:
        return fresh(parse, str(setting.folder), str(step)) * setting.hours / timed_files

    ours, theirs = alternate(lambda: fresh(index, str(setting.folder)), rival, setting.runs)
    note = f"webvtt-py was timed on {timed_files} files and scaled up" if step > 1 else ""
    what = f"cold: {setting.hours} hours searchable ÷ webvtt-py's parse"
    yield Figure(what, ours, theirs, setting.at_size(0.2), note=note)


def index(folder: str) -> float:
    """Seconds until every file below `folder` can be searched."""
    from tui_reader.library import Library

    library = Library([Path(folder)])
    return timed(lambda: list(library.build()))


def parse(folder: str, step: str) -> float:
    """Seconds that webvtt-py takes for every `step`th file below `folder`."""
    import webvtt

    files = sorted(Path(folder).rglob("*.vtt"))[:: int(step)]
    return timed(lambda: [webvtt.read(str(file)) for file in files])


ROW: Final = Row("cold-index", 20, measure)
