"""The help: every key, from the table that the keys are made from."""

from typing import ClassVar

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


class HelpDialog(ModalScreen[None]):
    """Shows the keys and the query language until it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,f1", "dismiss", "Close"),
        ("j,down", "scroll(1)", "Down"),
        ("k,up", "scroll(-1)", "Up"),
        ("space,f,d,pagedown", "page(1)", "Page down"),
        ("b,u,pageup", "page(-1)", "Page up"),
    ]

    def compose(self) -> ComposeResult:
        """Two tables."""
        with VerticalScroll(id="help"):
            yield Static(self._keys(), id="help-keys")

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

    def _keys(self) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=False, max_width=20, style="bold")
        table.add_column(ratio=1)
        for where in Where:
            self._heading(table, where.value)
            for command in COMMANDS:
                if command.where is where:
                    table.add_row(Text(pretty_keys(command)), Text(command.help))
        self._heading(table, "What one can search for")
        for query, meaning in _QUERIES:
            table.add_row(Text(query), Text(meaning))
        self._heading(table, "With the mouse")
        table.add_row(Text("click, wheel"), Text("choose, scroll; a link shows its address first"))
        table.add_row(Text("drag"), Text("select words; then y or Y"))
        table.add_row(Text("Shift+drag"), Text("the terminal's own selection"))
        return table

    def _heading(self, table: Table, text: str) -> None:
        if table.row_count:
            table.add_row("", "")
        accent = self.app.theme_variables.get("primary", "")
        table.add_row(Text(text, style=accent if accent.startswith("#") else "bold"), "")
