"""Where a note is written: some lines, below the words it is about."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui_reader.harmless import harmless, harmless_line

__all__ = ["NoteDialog"]

_QUOTED = 400
"""So many characters of what was said are enough to know it by."""


class NoteDialog(ModalScreen[None]):
    """Has what was written kept, however it is left, be it with the whole reader."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,ctrl+s,ctrl+enter,ctrl+j", "dismiss", "Keep and close"),
    ]

    def __init__(
        self, heading: str, quote: str, text: str, keep: Callable[[str], None], typed: str = ""
    ) -> None:
        """`keep` is called with the new text, once it is another one than before.

        What was `typed` before this was open stands behind the text already.
        """
        super().__init__()
        self._heading = heading
        self._keep = keep
        self._quote = harmless_line(quote)[:_QUOTED]
        self._before = harmless(text)
        self._text = harmless(text + typed)

    def compose(self) -> ComposeResult:
        """What was said, and below it the note."""
        with Vertical(id="note"):
            yield Static(Content(self._quote), id="note-quote")
            yield _Editor(self._text, id="note-text", soft_wrap=True)

    def on_mount(self) -> None:
        """Take the keyboard."""
        panel = self.query_one("#note")
        panel.border_title = Content(harmless_line(self._heading))
        panel.border_subtitle = Content("Esc or Ctrl+S keeps it")
        editor = self.query_one(_Editor)
        editor.move_cursor(editor.document.end)
        self.set_focus(editor)

    def on_key(self, event: events.Key) -> None:
        """Take what was typed in one go with the key that opened this."""
        editor = self.query_one(_Editor)
        if not editor.has_focus and event.is_printable and event.character:
            editor.insert(event.character)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Know what there is to be kept."""
        self._text = harmless(event.text_area.text)

    def on_unmount(self) -> None:
        """Have it kept."""
        if self._text != self._before:
            self._keep(self._text)


class _Editor(TextArea):
    """The text, with nothing in it that a terminal would obey."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        await super()._on_paste(events.Paste(harmless(event.text)))
