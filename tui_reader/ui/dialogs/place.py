"""Asks for a file or a folder to write to."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui_reader.ui.dialogs.dialog import Dialog
from tui_reader.ui.line_input import LineInput

__all__ = ["PlaceDialog"]


class PlaceDialog(Dialog[str | None]):
    """Answers with what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "Cancel")]

    def __init__(self, title: str, hint: str, place: str) -> None:
        super().__init__()
        self._heading = title
        self._told = hint
        self._place = place

    def compose(self) -> ComposeResult:
        """The prompt, and what it understands."""
        with Vertical(id="place"):
            yield LineInput(self._place, id="place-input", compact=True, select_on_focus=False)
            yield Static(Content(self._told), id="place-hint")

    def on_mount(self) -> None:
        """Take the keyboard."""
        self.query_one("#place").border_title = Content(self._heading)
        self.set_focus(self.query_one(Input))

    def on_key(self, event: events.Key) -> None:
        """Take what was typed in one go with the key that opened this."""
        field = self.query_one(Input)
        if not field.has_focus and event.is_printable and event.character:
            field.insert_text_at_cursor(event.character)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer."""
        self.dismiss(event.value.strip() or None)
