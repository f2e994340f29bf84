"""The contents of an episode over the screen, to go to a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from tui_reader.contents import Part
from tui_reader.sieve import Sieve
from tui_reader.timecode import format_clock
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.dialogs.dialog import Dialog
from tui_reader.ui.line_input import LineInput
from tui_reader.ui.row_list import RowList
from tui_reader.ui.styling import Brush
from tui_reader.wrap import clip

__all__ = ["ContentsDialog"]


class ContentsDialog(Dialog[Part | None]):
    """Answers with the part to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "back", "Back"),
        ("down,ctrl+n,ctrl+j", "move(1)", "Down"),
        ("up,ctrl+p,ctrl+k", "move(-1)", "Up"),
        ("pagedown,ctrl+f,ctrl+d", "move_pages(1)", "Page down"),
        ("pageup,ctrl+b,ctrl+u", "move_pages(-1)", "Page up"),
    ]

    def __init__(self, title: str, parts: Sequence[Part], current: int) -> None:
        """`current` is the number of the part one is in."""
        super().__init__()
        self._heading = title
        self._parts = parts
        self._current = parts[current]
        self._sieve: Sieve[Part] = Sieve(lambda part: f"{_clock(part)} {part.title}")

    def compose(self) -> ComposeResult:
        """What is typed, and the parts that have it."""
        with Vertical(id="contents"):
            yield LineInput(id="contents-filter", placeholder="type to filter", compact=True)
            yield _Parts(self._parts, self._current, id="contents-parts")

    def on_mount(self) -> None:
        """Take the keyboard."""
        panel = self.query_one("#contents")
        panel.border_title = Content(self._heading)
        panel.border_subtitle = Content("↑ ↓ · Enter goes · Esc back")
        self.set_focus(self.query_one(Input))

    def on_key(self, event: events.Key) -> None:
        """Take what was typed in one go with the key that opened this."""
        prompt = self.query_one(Input)
        if not prompt.has_focus and event.is_printable and event.character:
            event.stop()
            prompt.insert_text_at_cursor(event.character)

    @on(Input.Changed)
    def _sift(self, event: Input.Changed) -> None:
        typed = event.value.removeprefix("/")  # who is used to begin with it may
        self.query_one(_Parts).show(self._sieve.sift(self._parts, typed))

    def action_back(self) -> None:
        """Show all parts again where some are hidden, else close."""
        prompt = self.query_one(Input)
        if prompt.value:
            prompt.value = ""
        else:
            self.dismiss(None)

    @on(Input.Submitted)
    def action_choose(self) -> None:
        """Go to the part under the cursor."""
        if part := self.query_one(_Parts).chosen:
            self.dismiss(part)

    def action_move(self, items: int) -> None:
        """Move the cursor."""
        self.query_one(_Parts).action_move(items)

    def action_move_pages(self, pages: int) -> None:
        """Move the cursor by pages."""
        self.query_one(_Parts).action_move_pages(pages)

    def on__parts_chosen(self) -> None:
        """A part was clicked."""
        self.action_choose()


class _Parts(RowList, can_focus=False):
    """The parts, one row each."""

    CURSOR = "contents--cursor"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "contents--cursor",
        "contents--open",
        "contents--part",
        "contents--inside",
        "contents--time",
    }

    class Chosen(Message):
        """The part under the cursor is wanted."""

    def __init__(self, parts: Sequence[Part], current: Part, *, id: str) -> None:  # noqa: A002
        super().__init__(SpeakerColours(), id=id)
        self._rows = _PartRows(parts, current)

    @property
    def listing(self) -> _PartRows:
        """The parts that are shown."""
        return self._rows

    @property
    def chosen(self) -> Part | None:
        """The part under the cursor."""
        return self._rows.parts[self._rows.cursor] if self._rows.parts else None

    def show(self, parts: Sequence[Part]) -> None:
        """Show only these; the cursor stays at its part, if it can."""
        before = self.chosen
        self._rows = _PartRows(parts, self._rows.current, before)
        self.show_rows()

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """A row for every part."""
        return len(self._rows)

    def action_open(self) -> None:
        """Ask for the part under the cursor."""
        self.post_message(self.Chosen())


class _PartRows:
    """The rows of some parts; `current` is the one that one is in."""

    def __init__(self, parts: Sequence[Part], current: Part, at: Part | None = None) -> None:
        self.parts = parts
        self.current = current
        wanted = current if at is None else at
        self.cursor = next((n for n, part in enumerate(parts) if part is wanted), 0)
        self._nested = any(part.depth for part in parts)
        self._time = max((cell_len(_clock(part)) for part in parts), default=0)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.parts)

    def __len__(self) -> int:
        return len(self.parts)

    def item_at(self, row: int) -> int | None:
        """The part on a row."""
        return row if 0 <= row < len(self.parts) else None

    def extent(self, item: int) -> tuple[int, int]:
        """The row of a part."""
        return item, item + 1

    def is_at_cursor(self, row: int) -> bool:
        """Whether the cursor is on a row."""
        return row == self.cursor

    def paint(self, row: int, width: int, brush: Brush) -> Iterable[Segment]:
        """A mark where one is, the time, the title."""
        part = self.parts[row]
        yield brush.piece("▸ " if part is self.current else "  ", "contents--open")
        if self._time:
            yield brush.piece(f"{_clock(part):>{self._time}}  ", "contents--time")
        before = "  " * part.depth
        title = clip(before + part.title, max(1, width - 2 - self._time - 2 * bool(self._time)))
        stands_out = self._nested and not part.depth
        yield brush.piece(title, "contents--part" if stands_out else "contents--inside")


def _clock(part: Part) -> str:
    return "" if part.time is None else format_clock(part.time)
