"""The list of those who speak, in its panel."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.keymap import borrowed
from tui_reader.ui.row_list import RowList
from tui_reader.ui.speaker_rows import EverybodyRows, SpeakerRows

__all__ = ["SpeakersView"]


class SpeakersView(RowList, can_focus=True):
    """The list."""

    CURSOR = "people--cursor"
    BINDINGS: ClassVar[list[BindingType]] = [
        borrowed("list-down", "move(1)", "Down"),
        borrowed("list-up", "move(-1)", "Up"),
        borrowed("list-top", "move_to_edge(-1)", "First"),
        borrowed("list-bottom", "move_to_edge(1)", "Last"),
        Binding("pagedown", "move_pages(1)", "Page down", False),
        Binding("pageup", "move_pages(-1)", "Page up", False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "people--cursor",
        "people--facts",
        "people--heading",
    }
    """
    | class | what it styles |
    | :- | :- |
    | `people--cursor` | the row one is at |
    | `people--facts`, `people--heading` | what stands beside a name, and above suggestions |
    """

    def __init__(self, colours: SpeakerColours, rows: SpeakerRows | EverybodyRows) -> None:
        super().__init__(colours, id="people-rows")
        self._rows = rows

    @property
    def listing(self) -> SpeakerRows | EverybodyRows:
        """Those who speak."""
        return self._rows

    def take(self, rows: SpeakerRows | EverybodyRows) -> None:
        """Show others; the cursor stays where it is if it can, among what is suggested there."""
        before, cursor = self._rows, self._rows.cursor
        if isinstance(before, SpeakerRows) and isinstance(rows, SpeakerRows) and before.suggestion:
            cursor += len(rows.roll.here) - len(before.roll.here)
        rows.cursor = max(0, min(cursor, len(rows) - 1))
        self._rows = rows
        self.show_rows()

    def action_open(self) -> None:
        """What is clicked is only gone to: what to do there is a key's."""
