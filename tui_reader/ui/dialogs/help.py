"""The help: every key, from the table that the keys are made from."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tui_reader.ui.dialogs.text import TextDialog
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


class HelpDialog(TextDialog):
    """Shows the keys and the query language until it is left."""

    def __init__(self) -> None:
        super().__init__("Help")

    def parts(self) -> Iterator[RenderableType]:
        """A heading and a table for each part."""
        for where in Where:
            commands = [one for one in COMMANDS if one.where is where and one.keys]
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
