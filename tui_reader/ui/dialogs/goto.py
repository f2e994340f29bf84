"""Asks where to go."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui_reader.errors import QueryError
from tui_reader.goto import EXAMPLES
from tui_reader.model import Place
from tui_reader.ui.dialogs.dialog import Dialog
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.line_input import LineInput

__all__ = ["GotoDialog"]


_BEGINNINGS = "0123456789:+-#c"


class GotoDialog(Dialog[Place | None]):
    """Answers with the place asked for; stays open, with a sentence, where there is none such."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "Cancel")]

    def __init__(self, find: Callable[[str], Place]) -> None:
        """`find` turns what is typed into a place, or raises QueryError."""
        super().__init__()
        self._find = find

    def compose(self) -> ComposeResult:
        """The prompt, and what it understands."""
        with Vertical(id="goto"):
            yield _Prompt(id="goto-input", placeholder="where to?", compact=True)
            yield Static(Content(EXAMPLES), id="goto-hint")

    def on_mount(self) -> None:
        """Take the keyboard."""
        self.query_one("#goto").border_title = Content("Go to")
        self.set_focus(self.query_one(Input))

    def on_key(self, event: events.Key) -> None:
        """Take what was typed in one go with the key that opened this."""
        prompt = self.query_one(_Prompt)
        if prompt.has_focus:
            return
        if _is_again(prompt, event):
            self.dismiss(Place(-1))
        elif event.is_printable and event.character:
            prompt.insert_text_at_cursor(event.character)

    def on_input_changed(self) -> None:
        """Take back what was said about the last attempt."""
        self._hint(EXAMPLES)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go there, or say why not."""
        if not event.value.strip():
            self.dismiss(None)
            return
        try:
            place = self._find(event.value)
        except QueryError as error:
            self._hint(error.message, wrong=True)
            return
        self.dismiss(place)

    def on__prompt_top(self) -> None:
        """A second g: to the top."""
        self.dismiss(Place(-1))

    def _hint(self, text: str, *, wrong: bool = False) -> None:
        hint = self.query_one("#goto-hint", Static)
        hint.update(Content(text))
        hint.set_class(wrong, "-wrong")


def _is_again(prompt: Input, event: events.Key) -> bool:
    """Whether a key is a g, or what asked for the prompt, once more; a place begins otherwise."""
    begins = event.character is not None and event.character in _BEGINNINGS
    again = event.key in ("g", *keys_of(prompt).keys("go-to"))
    return again and not begins and not prompt.value


class _Prompt(LineInput):
    """The input. A g where nothing is typed yet means the top, as in gg."""

    class Top(Message):
        """gg was pressed."""

    async def _on_key(self, event: events.Key) -> None:
        if _is_again(self, event):
            event.stop()
            event.prevent_default()
            self.post_message(self.Top())
            return
        await super()._on_key(event)
