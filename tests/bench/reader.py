"""The reader's interface as the bench drives it: all that a row has to know of it is here."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from tests.bench.stage import Stage, on_stage
from tui_reader.goto import goto
from tui_reader.loading import Loaded
from tui_reader.page import Page
from tui_reader.request import ReadRequest
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.main_screen import MainScreen

__all__ = [
    "READER_SIGN",
    "Answers",
    "indexed",
    "is_indexed",
    "jumping",
    "opened",
    "reading",
    "settled",
    "showing",
]

READER_SIGN: Final = "? help"
"""What stands in the last row of the reader's first frame, so that all above it is painted."""

_LIMIT: Final = 1_800  # seconds
_LOOK_AGAIN: Final = 0.05  # seconds

_SETTLED: Final = 0.2
"""Seconds: longer than the reader waits for the next key before it shows or looks for more."""


@asynccontextmanager
async def reading(*paths: Path, cached: bool = True) -> AsyncIterator[Stage]:
    """The reader, run without a terminal on these files; `cached` as for a ReadRequest."""
    async with on_stage(ReaderApp(ReadRequest(paths, cached=cached))) as stage:
        for field in stage.app.screen.query(Input):
            field.cursor_blink = False  # which would be a paint that answers nothing
        yield stage


def is_indexed(stage: Stage) -> bool:
    """Whether everything can be searched: there are episodes, and no progress is told any more."""
    screen = _screen(stage)
    return bool(screen.episodes.shown) and not screen.status.progress


async def indexed(stage: Stage) -> None:
    """Wait until everything can be searched and the first episode can be read."""
    await opened(stage)
    await _until(stage, lambda: is_indexed(stage))
    await stage.until_still(0.3)


async def settled(stage: Stage) -> float:
    """Wait until nothing is painted and nothing worked at any more; the time of the last paint."""
    while True:
        last = await stage.until_still(_SETTLED)
        if all(worker.is_finished for worker in stage.app.workers):
            return last


async def opened(stage: Stage) -> None:
    """Wait until the first episode can be read."""
    await _until(stage, lambda: _screen(stage).opened is not None)


async def _until(stage: Stage, is_so: Callable[[], bool]) -> None:
    """Wait for something; raises RuntimeError with what the reader says that is wrong instead."""
    status = _screen(stage).status
    async with asyncio.timeout(_LIMIT):
        while not is_so():
            if status.warning and status.message:
                raise RuntimeError(status.message)
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


class Answers:
    """Which search of the library the screen was painted for last: its list and its counter."""

    def __init__(self, stage: Stage) -> None:
        self._screen = _screen(stage)
        self._counter = self._screen.query_one("#counter", Static)
        self._listed: str | None = None
        self._counted: object = None
        _before_rendering(self._screen.episodes, self._note_list)
        _before_rendering(self._counter, self._note_counter)

    def show(self, text: str) -> bool:
        """Whether what is on the screen is the answer to `text`."""
        # A count that stays the same is not painted again.
        return self._listed == text and self._counted == self._counter.content

    def _note_list(self) -> None:
        found = self._screen.session.in_library
        self._listed = found.text if found else None

    def _note_counter(self) -> None:
        self._counted = self._counter.content


def _before_rendering(widget: Widget, note: Callable[[], None]) -> None:
    """Call `note` whenever the lines of `widget` are made, just before they are painted."""
    render = widget.render_lines

    def render_noted(crop: Region) -> list[Strip]:
        note()
        return render(crop)

    widget.render_lines = render_noted  # type: ignore[method-assign]


def _screen(stage: Stage) -> MainScreen:
    screen = stage.app.screen
    assert isinstance(screen, MainScreen)
    return screen
