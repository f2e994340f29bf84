"""The reader as somebody sits before it: keys and mouse go in, and rows of text come out.

The only file of the tests that looks into Textual for what is painted.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any, cast

from rich.style import Style
from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.config import Settings
from tui_reader.request import Opening, ReadRequest
from tui_reader.state import State
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.episode_list import EpisodeList
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.reports import LibraryRead
from tui_reader.ui.styling import layered
from tui_reader.ui.transcript_view import TranscriptView

__all__ = ["Reader", "reading", "screen_rows", "screen_text", "wait_until"]

LIMIT = 10.0
"""Seconds after which what was waited for never comes. Slow machines need some of them."""


async def wait_until(pilot: Pilot[Any], predicate: Callable[[], object], description: str) -> None:
    """Let the reader work until `predicate` holds; fails, with the screen, where it never does."""
    deadline = monotonic() + LIMIT
    while not predicate():
        if monotonic() > deadline:
            raise AssertionError(f"never came: {description}\n{screen_text(pilot.app)}")
        await pilot.pause(0.005)


def screen_rows(app: App[Any]) -> list[str]:
    """What is painted, row by row, without the blanks at the end of a row."""
    return [strip.text.rstrip() for strip in _strips(app)]


def _strips(app: App[Any]) -> list[Strip]:
    return list(cast(Any, app.screen)._compositor.render_strips())


def screen_text(app: App[Any]) -> str:
    """What is painted."""
    return "\n".join(screen_rows(app))


class Reader:
    """A running reader."""

    def __init__(self, app: ReaderApp, pilot: Pilot[Any], messages: list[Message]) -> None:
        self.app = app
        self.pilot = pilot
        self.messages = messages

    @property
    def main(self) -> MainScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))

    @property
    def episodes(self) -> EpisodeList:
        return self.main.query_one(EpisodeList)

    @property
    def page(self) -> TranscriptView:
        return self.main.query_one(TranscriptView)

    # Doing

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)

    async def burst(self, text: str) -> None:
        """Type `text` so fast that every key is there before the first has been dealt with."""
        for letter in text:
            self.app.post_message(events.Key(_character_to_key(letter), letter))
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        """Paste `text` where the cursor is: one event instead of a key for every letter."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def search(self, text: str, *, key: str = "slash") -> None:
        """Open the search bar, put `text` into it, and wait for the answer."""
        await self.press(key)
        await self.paste(text)
        await self.until(lambda: self.counter, f"an answer to {text}")

    async def go(self, where: str) -> None:
        """Ask the reader to go somewhere."""
        await self.press("g")
        await self.paste(where)
        await self.press("enter")

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the mouse from one cell of the screen to another, both (column, row)."""
        await self.pilot.mouse_down(offset=start)
        await self.pilot.hover(offset=end)
        await self.pilot.mouse_up(offset=end)
        await self.pilot.pause()

    async def wheel(self, widget: Widget, times: int) -> None:
        """Turn the wheel down over a widget, or up where `times` is negative."""
        kind = events.MouseScrollDown if times > 0 else events.MouseScrollUp
        x, y = widget.region.x + 3, widget.region.y + 3
        for _ in range(abs(times)):
            event = kind(widget, 3, 3, 0, 1, 0, False, False, False, x, y)
            widget.post_message(event)
        await self.pilot.pause()

    async def until(self, predicate: Callable[[], object], description: str) -> None:
        await wait_until(self.pilot, predicate, description)

    def is_done(self) -> bool:
        """Whether nothing is done in the background any more; what was cancelled is no failure."""
        return all(worker.is_finished for worker in self.app.workers)

    def is_laid_out(self) -> bool:
        """Whether the page is wrapped to the width that its pane has by now, if it is shown."""
        rows, width = self.page.rows, self.page.scrollable_content_region.width
        hidden = not self.page.size.width
        return hidden or rows is None or rows.width == max(1, width)

    async def shows(self, text: str) -> None:
        """Wait until `text` is somewhere on the screen."""
        await self.until(lambda: text in self.text, f"{text!r} on the screen")

    async def says(self, text: str) -> None:
        """Wait until the status line has `text`."""
        await self.until(lambda: text in self.status, f"{text!r} in the status line")

    async def opens(self, title: str) -> None:
        """Wait until the episode with this title is shown."""
        await self.until(lambda: self.open_title == title, f"{title!r} to be open")

    # Seeing

    @property
    def rows(self) -> list[str]:
        return screen_rows(self.app)

    @property
    def strips(self) -> list[Strip]:
        """What is painted, with its styles, as it goes to the terminal."""
        return _strips(self.app)

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def status(self) -> str:
        """The status line."""
        return self.rows[-1]

    @property
    def counter(self) -> str:
        """What the search bar says about the hits, behind its scope."""
        return self.rows[0].partition("▾")[2].strip()

    @property
    def scope(self) -> str:
        """Where the search bar searches."""
        return self.rows[0].partition("▾")[0].split()[-1]

    def lines(self, pane: Widget) -> list[str]:
        """What is painted inside the border of a pane."""
        area = pane.content_region
        rows = self.rows[area.y : area.bottom]
        return [row[area.x : area.right].rstrip() for row in rows]

    @property
    def titles(self) -> Sequence[str]:
        """The titles in the list of episodes, as far as they are in the window and fit."""
        return [line[2:] for line in self.lines(self.episodes)[::2] if line]

    @property
    def found(self) -> list[str]:
        """The rows of the list of hits that are in the window, without what only sets them out."""
        rows = (" ".join(line.strip(" ▸").split()) for line in self.lines(self.episodes))
        return [row for row in rows if row]

    @property
    def cursor(self) -> str:
        """The row of the list that the cursor is on."""
        behind = layered(self.episodes, "episodes--cursor").bgcolor
        height = self.episodes.content_region.height
        strips = [self.episodes.render_line(y) for y in range(height)]
        marked = [
            strip.text for strip in strips if any(s and s.bgcolor == behind for _, s, _ in strip)
        ]
        return " ".join(" ".join(marked).split())

    def is_in(self, pane: Widget) -> bool:
        """Whether keys go to a pane."""
        return self.app.focused is pane

    @property
    def open_title(self) -> str:
        """The title of the episode whose words are shown."""
        return self.page.page.transcript.metadata.title if self.page.page else ""

    @property
    def top(self) -> str:
        """The words on the first row of the transcript, without what stands beside them."""
        return _words(self.lines(self.page)[0])

    @property
    def words(self) -> str:
        """All words of the transcript that are in sight, joined as if they were on one row."""
        return " ".join(filter(None, map(_words, self.lines(self.page))))

    @property
    def here(self) -> str:
        """The words of the row with the mark of where one is."""
        marked = [line for line in self.lines(self.page) if line.startswith("▸")]
        return _words(marked[0]) if marked else ""

    def cell(self, text: str, pane: Widget | None = None) -> tuple[int, int]:
        """The (column, row) of the screen at which `text` begins, in a pane where one is given."""
        for y, row in enumerate(self.rows):
            start = pane.region.x if pane else 0
            x = row.find(text, start)
            if x >= 0 and (pane is None or pane.region.contains(x, y)):
                return x, y
        raise AssertionError(f"{text!r} is not on the screen\n{self.text}")

    @property
    def hits(self) -> list[str]:
        """The pieces of the transcript that are marked as hits."""
        return self._looking_like("transcript--hit", "transcript--current-hit")

    @property
    def current_hits(self) -> list[str]:
        """Those of them that belong to the hit one is at."""
        return self._looking_like("transcript--current-hit")

    @property
    def spoken(self) -> str:
        """The words that are marked as being spoken."""
        return " ".join(self._looking_like("transcript--spoken"))

    def _looking_like(self, *names: str) -> list[str]:
        looks = [_look(self.page.get_component_rich_style(name)) for name in names]
        strips = [self.page.render_line(y) for y in range(self.page.content_region.height)]
        return [
            text for strip in strips for text, style, _ in strip if style and _look(style) in looks
        ]


def _words(line: str) -> str:
    return line.rpartition("▎ ")[2].strip("▸ ")


def _look(style: Style) -> tuple[object, ...]:
    """What sets a hit apart: its background, or in the colours of a terminal how it is drawn."""
    return style.bgcolor, style.bold, style.underline, style.reverse


@asynccontextmanager
async def reading(
    paths: Path | Sequence[Path],
    size: tuple[int, int] = (100, 30),
    *,
    at: Opening | None = None,
    theme: str | None = None,
    stdin: bytes | None = None,
    notices: tuple[str, ...] = (),
    remembered: State | None = None,
    settings: Settings | None = None,
) -> AsyncIterator[Reader]:
    """A reader on `paths`, once it has read all of them and shows the first episode."""
    asked = (paths,) if isinstance(paths, Path) else tuple(paths)
    state = remembered or State(theme=theme)
    app = ReaderApp(ReadRequest(asked, at, stdin, state, settings or Settings(), notices))
    app.animation_level = "none"
    messages: list[Message] = []
    async with app.run_test(size=size, message_hook=messages.append) as pilot:
        reader = Reader(app, pilot, messages)
        await reader.until(
            lambda: any(isinstance(message, LibraryRead) for message in messages),
            "the end of the library",
        )
        await reader.until(reader.is_done, "the end of all work")
        await pilot.pause()
        await reader.until(reader.is_laid_out, "the page at the width of its pane")
        yield reader
        await reader.until(reader.is_done, "the end of all work")
