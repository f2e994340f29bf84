"""A list over the screen, of which one thing is chosen; each is shown whole before that."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.table import Column, Table
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui_reader.ui.dialogs.dialog import Dialog
from tui_reader.ui.keymap import borrowed

__all__ = ["Choice", "ChoosingDialog"]


_DOWN, _UP = ("half-down", "page-down"), ("half-up", "page-up")

_INDENT = 4
"""The cells of a number and what sets it off."""


class Choice(NamedTuple):
    """Something to choose: what it is called, and below it what it is."""

    title: str
    about: Sequence[str] = ()


class ChoosingDialog(Dialog[int | None]):
    """Answers with the number, from 0, of what was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss", "Close"),
        borrowed("back", "dismiss", "Close"),
        borrowed("line-down", "move('down')", "Down"),
        borrowed("line-up", "move('up')", "Up"),
        *(borrowed(name, "scroll_list(1)", "Down, the cursor stays") for name in _DOWN),
        *(borrowed(name, "scroll_list(-1)", "Up, the cursor stays") for name in _UP),
    ]

    def __init__(self, title: str, hint: str, choices: Sequence[Choice], cursor: int = 0) -> None:
        super().__init__()
        self._heading = title
        self._hint = hint
        self._choices = choices
        self._cursor = cursor

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(id="choosing"):
            yield OptionList(*map(self._option, range(len(self._choices))), id="choices")

    def on_mount(self) -> None:
        """Take the keyboard."""
        panel = self.query_one("#choosing")
        panel.border_title = Content(self._heading)
        panel.border_subtitle = Content(self._hint)
        options = self.query_one(OptionList)
        options.highlighted = self._cursor
        options.focus()

    def action_move(self, direction: str) -> None:
        """Move the cursor."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if direction == "down" else options.action_cursor_up)()

    def action_scroll_list(self, direction: int) -> None:
        """Show the rest of what is too long for the window."""
        options = self.query_one(OptionList)
        options.scroll_relative(y=direction * max(1, options.size.height - 2), animate=False)

    def on_key(self, event: events.Key) -> None:
        """Move the cursor to a number."""
        if event.key.isdecimal() and 0 < int(event.key) <= len(self._choices):
            event.stop()
            self.query_one(OptionList).highlighted = int(event.key) - 1

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose."""
        self.dismiss(event.option_index)

    def _option(self, number: int) -> Option:
        choice = self._choices[number]
        label = Table.grid(Column(width=_INDENT), Column(ratio=1, overflow="fold"), expand=True)
        label.add_row(Text(f"{number + 1:>2}"), Text(choice.title), style="bold")
        for line in choice.about:
            label.add_row(Text(), Text(line))
        return Option(label)
