"""An app run without a terminal, and what it paints when, told to the millisecond.

Textual's own pilot waits between keys until nothing seems to happen any more, which hides what is
to be measured. A stage sends the key and notes when the answer has been turned into what would go
to the terminal. This is the only file of the bench that reaches into Textual's private parts.
"""

import asyncio
import gc
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import perf_counter, thread_time
from typing import Any, Final

from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key

from tests.bench.terminal import COLUMNS, ROWS

__all__ = ["Act", "Stage", "on_stage"]

_ESCAPES: Final = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x1b]*\x1b\\")
_LIMIT: Final = 300.0  # seconds
_STILL: Final = 0.1  # seconds without a paint: six frames

Act = Callable[[], object]


class Stage:
    """A running app whose paints are watched."""

    def __init__(self, app: App[Any]) -> None:
        self.app = app
        self._paint = asyncio.Event()
        self._painted = ""
        self._painted_at = 0.0
        self._display = app._display
        app._display = self._watched  # type: ignore[method-assign]

    def _watched(self, screen: Any, renderable: Any) -> None:
        """Do what painting is, but for the terminal, and note what and when."""
        self._display(screen, renderable)
        if isinstance(renderable, CompositorUpdate):
            self._painted += renderable.render_segments(self.app.console)
            self._painted_at = perf_counter()
            self._paint.set()

    def key(self, name: str) -> None:
        """Press a key: a character, or the name Textual has for it."""
        if len(name) == 1:
            self._send(events.Key(_character_to_key(name), name))
        else:
            self._send(events.Key(name, None))

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        size = Size(columns, rows)
        if isinstance(self.app._driver, HeadlessDriver):
            self.app._driver._size = size
        self._send(events.Resize(size, size))

    def _send(self, message: events.Event) -> None:
        message.set_sender(self.app)
        self.app.post_message(message)

    async def until_first_paint(self) -> None:
        """Wait until there is something to see."""
        async with asyncio.timeout(_LIMIT):
            await self._paint.wait()

    async def until_painted(self, act: Act, text: str = "", at_least: int = 1) -> float:
        """Seconds from before `act` until its answer has been painted.

        The answer is a paint with `text` in it, of `at_least` so many characters.
        """

        def is_answer() -> bool:
            shown = _ESCAPES.sub("", self._painted)
            return len(shown) >= at_least and text in shown

        return await self.until(act, is_answer)

    async def until(self, act: Act, is_answer: Callable[[], bool]) -> float:
        """Seconds from before `act` until a paint after which `is_answer` says so."""
        self._painted = ""
        self._paint.clear()
        start = perf_counter()
        act()
        async with asyncio.timeout(_LIMIT):
            while True:
                await self._paint.wait()
                self._paint.clear()
                at = self._painted_at
                if is_answer():
                    return at - start
                self._painted = ""

    async def until_still(self, still: float = _STILL) -> float:
        """Wait until nothing has been painted for so many seconds; the time of the last paint."""
        while True:
            self._paint.clear()
            try:
                async with asyncio.timeout(still):
                    await self._paint.wait()
            except TimeoutError:
                self._painted = ""
                return self._painted_at

    async def busy(self, act: Act) -> float:
        """Seconds that the interface's thread works because of `act`, all its paints included.

        Nothing else may be going on: wait until the app is still before the first `act`.
        """
        start = thread_time()
        act()
        await self.until_still()
        return thread_time() - start

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each once the answer to the last is on the screen."""
        for key in keys:
            self.key(key)
            await self.until_still()


@asynccontextmanager
async def on_stage(app: App[Any]) -> AsyncIterator[Stage]:
    """Run `app` without a terminal, in a window of the usual size, from its first paint on."""
    gc.collect()
    gc.freeze()  # what earlier apps have left behind is not this one's to walk through
    stage = Stage(app)
    async with app.run_test(size=(COLUMNS, ROWS)):
        await stage.until_first_paint()
        yield stage
