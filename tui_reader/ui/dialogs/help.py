"""The help: every key, from the table that the keys are made from, and a way to find one in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tui_reader.fold import fold
from tui_reader.ui.dialogs.text import TextDialog
from tui_reader.ui.keymap import Command, Where, borrowed, keys_of, pretty_keys
from tui_reader.ui.line_input import LineInput

__all__ = ["HelpDialog"]

_QUERIES = (
    ("kubernetes cost", "both words, in one turn"),
    ('"open source"', "the phrase"),
    ("kuber*", "words that begin so"),
    ("-word", "without it"),
    ("speaker:omer", "only what Omer says"),
)

_MOUSE = (
    ("click, wheel", "choose, scroll; a link shows its address first"),
    ("drag", "select words; then {copy} or {cite}"),
    ("Shift+drag", "the terminal's own selection"),
)

_KEYS_WIDTH, _NARROW_KEYS, _NARROW = 20, 11, 60
"""The cells that keys have, and those on a screen of fewer than so many cells."""


class _Row(NamedTuple):
    """What help says about one thing, and what it is found by beside the words that are shown."""

    keys: str
    meaning: str
    found_by: str = ""

    def has(self, words: Sequence[str]) -> bool:
        """Whether it has all of some folded words. A single character is a key."""
        keys, text = fold(self.keys), fold(f"{self.keys} {self.meaning} {self.found_by}")
        return all(word in (keys.split() if len(word) == 1 else text) for word in words)


class HelpDialog(TextDialog):
    """Shows the keys and the query language until it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "clear_or_dismiss", "Clear, close"),
        borrowed("search", "find", "Find"),
        borrowed("filter-list", "find", "Find"),
    ]

    def __init__(self) -> None:
        super().__init__("Help")
        self._words: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """What there is to read, in a frame that scrolls, and a line to find something in it."""
        with Vertical(id="help"):
            with VerticalScroll(id="text"):
                yield Static(id="help-parts")
            yield _Find(id="help-find", compact=True)

    def on_mount(self) -> None:
        """Show all of it."""
        self._show()

    def on_resize(self) -> None:
        """Give the keys the room there is."""
        self._show()

    def parts(self) -> Iterator[RenderableType]:
        """A heading and a table for each part that has something of what is looked for."""
        nothing = True
        for heading, rows in self._sections():
            left = [row for row in rows if row.has(self._words)]
            if left:
                nothing = False
                yield from self._part(heading, left)
        if nothing:
            yield Text("Nothing in the help has that.")

    def _sections(self) -> Iterator[tuple[str, Sequence[_Row]]]:
        keymap = keys_of(self)
        for where in Where:
            commands = [one for one in keymap.commands if one.where is where and one.keys]
            yield where.value, [_row(command) for command in commands]
            if where is Where.FIND:
                yield "What one can search for", [_Row(*row) for row in _QUERIES]
        yield "With the mouse", [_Row(keys, keymap.named(said)) for keys, said in _MOUSE]

    def _part(self, heading: str, rows: Sequence[_Row]) -> Iterator[RenderableType]:
        accent = self.app.theme_variables.get("text-primary", "")
        yield Text(heading, style=f"bold {accent if accent.startswith('#') else ''}")
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=_NARROW_KEYS if self.size.width < _NARROW else _KEYS_WIDTH)
        table.add_column(ratio=1)
        for row in rows:
            table.add_row(Text(row.keys, style="bold"), Text(row.meaning))
        yield table
        yield Text()

    def _show(self) -> None:
        keymap = keys_of(self)
        panel = self.query_one("#text")
        self.query_one("#help-parts", Static).update(Group(*self.parts()))
        find = keymap.first("search")
        closes = "Esc shows all" if self._words else f"{find} finds ─ Esc closes"
        panel.border_subtitle = Content(closes)

    def action_find(self) -> None:
        """Ask what to find."""
        line = self.query_one(_Find)
        line.add_class("-open")
        self.set_focus(line)

    def action_clear_or_dismiss(self) -> None:
        """Show all again, or close where all is shown."""
        line = self.query_one(_Find)
        if not (line.value or line.has_focus):
            self.dismiss()
            return
        line.value = ""
        line.remove_class("-open")
        self.query_one("#text").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has the words that are typed."""
        event.stop()
        self._words = tuple(fold(event.value).split())
        self._show()
        self.query_one("#text").scroll_home(animate=False)

    def on_input_submitted(self) -> None:
        """Go on to what was found."""
        self.query_one("#text").focus()


class _Find(LineInput):
    """The line to find something in the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "screen.scroll(-1)", "Up"),
        ("down", "screen.scroll(1)", "Down"),
        ("pageup", "screen.page(-1)", "Page up"),
        ("pagedown", "screen.page(1)", "Page down"),
    ]


def _row(command: Command) -> _Row:
    return _Row(pretty_keys(command), command.help, f"{command.label} {command.id}")
