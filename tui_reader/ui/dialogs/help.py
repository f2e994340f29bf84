"""The help: every key, from the table that the keys are made from."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_reader.ui.keymap import COMMANDS, Where, pretty_keys

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
    ("drag", "select words; then y or Y"),
    ("Shift+drag", "the terminal's own selection"),
)


class HelpDialog(ModalScreen[None]):
    """Shows the keys and the query language until it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,f1", "dismiss", "Close"),
        ("j,down", "scroll(1)", "Down"),
        ("k,up", "scroll(-1)", "Up"),
        ("space,f,d,pagedown", "page(1)", "Page down"),
        ("b,u,pageup", "page(-1)", "Page up"),
        ("home,g", "page(-99)", "Top"),
        ("end,G", "page(99)", "Bottom"),
    ]

    def compose(self) -> ComposeResult:
        """A heading and a table for each part."""
        with VerticalScroll(id="help"):
            yield Static(Group(*self._parts()))

    def on_mount(self) -> None:
        """Take the keyboard."""
        panel = self.query_one("#help")
        panel.border_title = Content("Help")
        panel.border_subtitle = Content("Esc closes")
        panel.focus()

    def action_scroll(self, rows: int) -> None:
        """Scroll by rows."""
        self.query_one("#help").scroll_relative(y=rows, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        panel = self.query_one("#help")
        panel.scroll_relative(y=pages * max(1, panel.size.height - 2), animate=False)

    def _parts(self) -> Iterator[RenderableType]:
        for where in Where:
            commands = [command for command in COMMANDS if command.where is where]
            rows = [(pretty_keys(command), command.help) for command in commands]
            yield from self._part(where.value, rows)
            if where is Where.FIND:
                yield from self._part("What one can search for", _QUERIES)
        yield from self._part("With the mouse", _MOUSE)

    def _part(self, heading: str, rows: Sequence[tuple[str, str]]) -> Iterator[RenderableType]:
        accent = self.app.theme_variables.get("primary", "")
        yield Text(heading, style=f"bold {accent if accent.startswith('#') else ''}")
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=20)
        table.add_column(ratio=1)
        for keys, meaning in rows:
            table.add_row(Text(keys, style="bold"), Text(meaning))
        yield table
        yield Text()
