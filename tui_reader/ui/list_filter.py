"""The line below the list of episodes in which one types what they are to have."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from tui_reader.ui.line_input import LineInput

__all__ = ["ListFilter"]


class ListFilter(LineInput):
    """Posts what is typed at every key, and how it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "drop", "All episodes"),
        ("down", "keep", "To the list"),
    ]

    class Typed(Message):
        """Other episodes are wanted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Kept(Message):
        """The list is to stay as it is now."""

    class Dropped(Message):
        """All episodes are to be shown again."""

    def __init__(self, text: str) -> None:
        super().__init__(
            text, id="list-filter", compact=True, placeholder="words · Enter keeps · Esc all"
        )

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell at every key."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps it."""
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Leave it, and the list as it is."""
        self.post_message(self.Kept())

    def action_drop(self) -> None:
        """Leave it, and have all episodes again."""
        self.post_message(self.Dropped())
