"""Somebody who presses whatever keys there are, and looks at what must hold wherever one is.

One seed makes the same steps again; `trail` tells the last of them.
"""

import re
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any, Final

from textual import events
from textual.widgets import Input

from tests.ui.screen import Reader
from tests.ui.talks import LIGHTHOUSE
from tests.ui.test_playing import Player
from tui_reader.harmless import harmless
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.list_filter import ListFilter
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.reports import WorkFailed

__all__ = ["Wanderer"]

_LEFT_OUT: Final = {"suspend", "edit", "edit-line"}
"""What leaves the reader for another program."""

_SIZES: Final = [(20, 6), (40, 20), (60, 15), (71, 24), (72, 24), (100, 30), (119, 40), (200, 60)]
_TEXTS: Final = [
    "lantern", "the", "log", "storm", "łukasz", "speaker:mara", "speaker:wen", "-the", '"log of"',
    "~lantren", "/w.t/", "/(", "山", "[bold]", "61", "0:30", "+30", "50%", "#2", "c1", "zzz", "]",
    "\x1b[31m", "a OR", "=log", "title:bread",
]  # fmt: skip
_LETTERS: Final = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_/\"'~[](){}<>é山"
)
_MOST_ESCAPES: Final = 12
_PATIENCE: Final = 200
"""So often something wrong is looked at again: it may not be laid out yet."""

_BAD: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Wanderer:
    """Presses keys in a `reader`, from a seed on."""

    def __init__(
        self, reader: Reader, seed: int, shelf: Path, players: Sequence[Player] = ()
    ) -> None:
        """`players` are those that were started: the last one reports where it is."""
        self.reader = reader
        self.players = players
        self.app = reader.app
        self.shelf = shelf
        self.steps = 0
        self.keys = 0
        self.trail: deque[str] = deque(maxlen=60)
        self._random = Random(seed)
        self._exits = 0
        self.app.exit = self._note_exit  # type: ignore[method-assign]
        keymap = keys_of(self.app)
        self._keys = [
            key
            for command in keymap.commands
            if command.id not in _LEFT_OUT
            for key in command.keys.split(",")
            if key
        ]
        self._keys += ["enter", "escape", "tab", "backspace", "up", "down", "m", "apostrophe", "v"]

    def _note_exit(self, *_: Any, **__: Any) -> None:
        self._exits += 1

    async def wander(self, steps: int) -> None:
        """Do so many things, and look after every one whether all is well."""
        for _ in range(steps):
            self.steps += 1
            await self._step()
            await self._look()
            if self._random.random() < 0.03:
                await self.come_back()

    async def _step(self) -> None:
        kinds: list[tuple[Callable[[], Any], int]] = [
            (self._press, 60), (self._type, 6), (self._paste, 5), (self._resize, 4),
            (self._click, 6), (self._drag, 3), (self._wheel, 4), (self._leave_window, 2),
            (self._change_file, 1), (self._hear, 4),
        ]  # fmt: skip
        does = self._random.choices([kind for kind, _ in kinds], [share for _, share in kinds])[0]
        await does()

    # What one does

    async def _press(self) -> None:
        for _ in range(self._random.choice((1, 1, 2, 5))):
            self._post(self._random.choice(self._keys))
        await self.reader.pilot.pause()

    def _post(self, key: str) -> None:
        from textual.keys import _get_key_aliases, key_to_character

        self.keys += 1
        self.trail.append(key)
        character = key_to_character(key) if len(_get_key_aliases(key)) else None
        self.app.post_message(events.Key(key, character))

    async def _type(self) -> None:
        from textual.keys import _character_to_key

        text = "".join(self._random.choices(_LETTERS, k=self._random.randint(1, 6)))
        self.trail.append(f"type {text!r}")
        self.keys += len(text)
        for letter in text:
            self.app.post_message(events.Key(_character_to_key(letter), letter))
        await self.reader.pilot.pause()

    async def _paste(self) -> None:
        text = self._random.choice(_TEXTS)
        self.trail.append(f"paste {text!r}")
        await self.reader.paste(text)

    async def _resize(self) -> None:
        size = self._random.choice(_SIZES)
        self.trail.append(f"resize {size}")
        await self.reader.pilot.resize_terminal(*size)
        await self.reader.until(lambda: self._is_laid_out(size), "the new size")
        await self.reader.pilot.pause()

    def _is_laid_out(self, size: tuple[int, int]) -> bool:
        strips = self.reader.strips
        return len(strips) == size[1] and all(strip.cell_length == size[0] for strip in strips)

    def _cell(self) -> tuple[int, int]:
        width, height = self.app.screen.size
        return self._random.randrange(max(1, width)), self._random.randrange(max(1, height))

    async def _click(self) -> None:
        cell = self._cell()
        self.trail.append(f"click {cell}")
        await self.reader.pilot.click(offset=cell, times=self._random.choice((1, 1, 2)))

    async def _drag(self) -> None:
        start, end = self._cell(), self._cell()
        self.trail.append(f"drag {start} {end}")
        await self.reader.drag(start, end)

    async def _wheel(self) -> None:
        cell, down = self._cell(), self._random.random() < 0.6
        self.trail.append(f"wheel {cell} {down}")
        widget, _ = self.app.screen.get_widget_at(*cell)
        kind = events.MouseScrollDown if down else events.MouseScrollUp
        for _ in range(self._random.choice((1, 5))):
            widget.post_message(kind(widget, 3, 3, 0, 1, 0, False, False, False, *cell))
        await self.reader.pilot.pause()

    async def _leave_window(self) -> None:
        self.trail.append("leave the window")
        self.app.post_message(events.AppBlur())
        await self.reader.pilot.pause()
        self.app.post_message(events.AppFocus())
        await self.reader.pilot.pause()

    async def _change_file(self) -> None:
        path = self.shelf / "2024-05-03-lighthouse.vtt"
        turn = f"00:00.000 --> 00:00.500\n<v Eve>New {self.steps}.\n\n"
        self.trail.append("change the file")
        path.write_text(LIGHTHOUSE.replace("\n\n", f"\n\n{turn}", 1), encoding="utf-8")
        other = self.shelf / "comer.txt"
        if other.exists():
            other.unlink()
        else:
            other.write_text("Ann: Hello.\n\nBob: Hello the log.\n", encoding="utf-8")
        await self.reader.pilot.pause()

    async def _hear(self) -> None:
        for player in self.players[-1:]:
            minute = self._random.randrange(70)
            self.trail.append(f"hear {minute}")
            player.at(minute, 3, paused=self._random.random() < 0.2)
        await self.reader.pilot.pause()

    # What must hold

    def _fail(self, why: str) -> None:
        raise AssertionError(f"{why}\nafter {' · '.join(self.trail)}\n{self.reader.text}")

    async def _look(self) -> None:
        """All is well, at the latest once all is laid out."""
        if self.app._exception is not None:
            self._fail(f"broke: {self.app._exception!r}")
        for message in self.reader.messages:
            if isinstance(message, WorkFailed) and "broke" in message.reason:
                self._fail(message.reason)
        self.reader.messages.clear()
        for _ in range(_PATIENCE):
            wrong = self._wrong_focus() or self._wrong_rows() or self._wrong_place()
            if wrong is None:
                return
            await self.reader.pilot.pause(0.01)
        self._fail(wrong or "")

    def _wrong_focus(self) -> str | None:
        screen = self.app.screen
        focused = screen.focused
        if not isinstance(screen, MainScreen):
            return None
        panes = (self.reader.page, self.reader.episodes)
        if focused is None or (focused not in panes and not isinstance(focused, Input)):
            return f"the keyboard is nowhere: {focused!r}"
        if not focused.display or not focused.region:
            return f"what has the keyboard is hidden: {focused!r}"
        if len(screen.query(ListFilter)) > 1:
            return "two lines to filter the list"
        return None

    def _wrong_rows(self) -> str | None:
        width, height = self.app.screen.size
        strips = self.reader.strips
        if len(strips) != height:
            return f"{len(strips)} rows of {height}"
        for strip in strips:
            if _BAD.search(strip.text):
                return f"a control character in {strip.text!r}"
            if strip.cell_length != width:
                return f"{strip.cell_length} cells of {width} in {strip.text!r}"
            if any(style and (style.link or "@click" in style.meta) for _, style, _ in strip):
                return f"a link in {strip.text!r}"
        return None

    def _wrong_place(self) -> str | None:
        view = self.reader.page
        if view.page is None or view.rows is None:
            return None
        turns, place = view.page.transcript.turns, view.place
        if not -1 <= place.turn < max(1, len(turns)):
            return f"no place: {place}"
        if 0 <= place.turn < len(turns) and not 0 <= place.offset <= len(turns[place.turn].text):
            return f"no place in its turn: {place}"
        if not 0 <= view.scroll_y <= view.max_scroll_y:
            return f"scrolled away: {view.scroll_y}"
        if any(turn >= max(1, len(turns)) for turn in self.reader.main.selected_turns or ()):
            return "turns are selected that are not there"
        return None

    async def come_back(self) -> None:
        """Esc, some times, leads from anywhere to a reader with nothing on; and never out of it."""
        exits, main = self._exits, self.reader.main
        for _ in range(_MOST_ESCAPES):
            self._post("escape")
            await self.reader.pilot.pause()
            await self._look()
        if self._exits != exits:
            self._fail("Esc quits")
        if self.app.screen is not main:
            self._fail(f"Esc does not lead out of {self.app.screen!r}")
        on = {
            "the search": main.session.text,
            "the search bar": self.reader.main.bar.text,
            "zen": main.is_zen,
            "the selection": main.selected_turns,
            "a key that waits": main._pending,
            "text that waits": main._typed,
            "a filter of turns": main.turn_filter.in_words,
            "a line to filter": len(main.query(ListFilter)),
        }
        left = [what for what, is_on in on.items() if is_on]
        if left:
            self._fail(f"Esc leaves on: {', '.join(left)}")
        for row in self.reader.rows:
            if row != harmless(row):
                self._fail(f"not harmless: {row!r}")
