"""The list of marks and notes, with a cursor."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.keymap import borrowed
from tui_reader.ui.notes_rows import NotesRows
from tui_reader.ui.row_list import RowList

__all__ = ["NotesList"]


class NotesList(RowList, can_focus=True):
    """Shows marks and notes, however many there are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        borrowed("list-down", "move(1)", "Down"),
        borrowed("list-up", "move(-1)", "Up"),
        ("space,f,pagedown,ctrl+d,ctrl+f", "move_pages(1)", "Page down"),
        ("b,pageup,ctrl+u,ctrl+b", "move_pages(-1)", "Page up"),
        ("g", "move_to_edge(-1)", "First"),
        borrowed("list-top", "move_to_edge(-1)", "First"),
        borrowed("list-bottom", "move_to_edge(1)", "Last"),
    ]
    CURSOR = "notes--cursor"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "notes--title",
        "notes--facts",
        "notes--sign",
        "notes--quote",
        "notes--text",
        "notes--problem",
        "notes--cursor",
    }
    """
    | class | what it styles |
    | :- | :- |
    | `notes--title`, `--facts` | the title of an episode, what is known of it; times |
    | `notes--sign` | what stands for a mark or a note |
    | `notes--quote`, `--text` | what was said, and the note on it |
    | `notes--problem` | why one cannot go there |
    | `notes--cursor` | the entry one is at |
    """

    class Highlighted(Message):
        """Another entry is under the cursor."""

        def can_replace(self, message: Message) -> bool:
            """Only the last of several moves matters."""
            return isinstance(message, NotesList.Highlighted)

    class Chosen(Message):
        """Somebody wants to go to what is under the cursor."""

    def __init__(self, colours: SpeakerColours, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(colours, id=id)
        self._shown = NotesRows()

    @property
    def listing(self) -> NotesRows:
        """What is shown."""
        return self._shown

    def show(self, rows: NotesRows, cursor: int) -> None:
        """Show other rows, with the cursor at one of them."""
        rows.cursor = max(0, min(cursor, len(rows) - 1))
        self._shown = rows
        self.show_rows()
        self.post_message(self.Highlighted())

    def cursor_moved(self) -> None:
        """Tell that another entry is under the cursor."""
        self.post_message(self.Highlighted())

    def action_open(self) -> None:
        """Go to the entry under the cursor."""
        self.post_message(self.Chosen())
