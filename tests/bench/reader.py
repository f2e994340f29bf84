"""The reader's interface as the bench drives it: all that a row has to know of it is here."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Final

from tests.bench.stage import Stage, on_stage
from tui_reader.loading import Loaded
from tui_reader.request import ReadRequest
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.transcript_view import TranscriptView

__all__ = ["READER_SIGN", "indexed", "is_indexed", "reading", "showing"]

READER_SIGN: Final = "? help"
"""What stands in the last row of the reader's first frame, so that all above it is painted."""


@asynccontextmanager
async def reading(*paths: Path) -> AsyncIterator[Stage]:
    """The reader, run without a terminal on these files."""
    async with on_stage(ReaderApp(ReadRequest(paths))) as stage:
        yield stage


def is_indexed(stage: Stage) -> bool:
    """Whether everything can be searched: no worker is at it any more."""
    return all(worker.is_finished for worker in stage.app.workers)


async def indexed(stage: Stage) -> None:
    """Wait until everything can be searched."""
    await stage.app.workers.wait_for_complete()
    await stage.until_still(0.3)


def showing(stage: Stage, loaded: Loaded) -> Callable[[], object]:
    """What puts a transcript that has been read on the screen."""
    return partial(stage.app.screen.query_one(TranscriptView).show, loaded)
