"""The reader's interface as the bench drives it: all that a row has to know of it is here."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from tests.bench.stage import Stage, on_stage
from tui_reader.goto import goto
from tui_reader.loading import Loaded
from tui_reader.page import Page
from tui_reader.request import ReadRequest
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.main_screen import MainScreen

__all__ = ["READER_SIGN", "indexed", "is_indexed", "jumping", "opened", "reading", "showing"]

READER_SIGN: Final = "? help"
"""What stands in the last row of the reader's first frame, so that all above it is painted."""

_LIMIT: Final = 1_800  # seconds
_LOOK_AGAIN: Final = 0.05  # seconds


@asynccontextmanager
async def reading(*paths: Path) -> AsyncIterator[Stage]:
    """The reader, run without a terminal on these files."""
    async with on_stage(ReaderApp(ReadRequest(paths))) as stage:
        yield stage


def is_indexed(stage: Stage) -> bool:
    """Whether everything can be searched: there are episodes, and no progress is told any more."""
    screen = _screen(stage)
    return bool(screen.episodes.shown) and not screen.status.progress


async def indexed(stage: Stage) -> None:
    """Wait until everything can be searched and the first episode can be read."""
    await opened(stage)
    async with asyncio.timeout(_LIMIT):
        while not is_indexed(stage):
            await asyncio.sleep(_LOOK_AGAIN)
    await stage.until_still(0.3)


async def opened(stage: Stage) -> None:
    """Wait until the first episode can be read."""
    async with asyncio.timeout(_LIMIT):
        while _screen(stage).opened is None:
            await asyncio.sleep(_LOOK_AGAIN)


def showing(stage: Stage, loaded: Loaded) -> Callable[[], object]:
    """What puts a transcript that has been read on the screen, the making of its page included."""
    view = _screen(stage).transcript
    return lambda: view.show(Page(loaded.transcript))


def jumping(stage: Stage, place: str) -> Callable[[], object]:
    """What goes to a place, as the prompt does once it is closed."""
    screen = _screen(stage)
    assert screen.opened is not None
    found = goto(place, screen.opened.page.transcript, screen.transcript.place)
    return lambda: screen.transcript.call_later(screen.transcript.go_to, found)


def _screen(stage: Stage) -> MainScreen:
    screen = stage.app.screen
    assert isinstance(screen, MainScreen)
    return screen
