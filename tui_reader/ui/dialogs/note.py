"""Where a note is written: some lines, below the words it is about."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from tui_reader.harmless import harmless, harmless_line
from tui_reader.ui.dialogs.dialog import Dialog
from tui_reader.wrap import wrap

__all__ = ["NoteDialog"]

_QUOTED = 400
"""So many characters of what was said are enough to know it by."""


_ROWS = 4
"""It takes no more rows than these; the style has the same number."""


class NoteDialog(Dialog[None]):
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
        self._before: str | None = harmless(text)
        """What is kept already; None: nobody knows."""
        self._text = harmless(text + typed)

    def go_on_with(self, unkept: str | None) -> None:
        """Begin with words that could not be kept before, if there are any."""
        if unkept is not None:
            self._before, self._text = None, harmless(unkept)

    def compose(self) -> ComposeResult:
        """What was said, and below it the note."""
        with Vertical(id="note"):
            yield _Quote(self._quote)
            yield TextArea(self._text, id="note-text", soft_wrap=True)

    def on_mount(self) -> None:
        """Take the keyboard."""
        panel = self.query_one("#note")
        panel.border_title = Content(harmless_line(self._heading))
        panel.border_subtitle = Content("Esc or Ctrl+S keeps it")
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)
        self.set_focus(editor)

    def on_key(self, event: events.Key) -> None:
        """Take what was typed in one go with the key that opened this."""
        editor = self.query_one(TextArea)
        if not editor.has_focus and event.is_printable and event.character:
            editor.insert(event.character)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Know what there is to be kept."""
        self._text = harmless(event.text_area.text)

    def on_unmount(self) -> None:
        """Have it kept."""
        if self._text != self._before:
            self._keep(self._text)


class _Quote(Static):
    """What was said, as much of it as there is room for."""

    def __init__(self, text: str) -> None:
        super().__init__(Content(text), id="note-quote")
        self._text = text

    def on_resize(self, event: events.Resize) -> None:
        """Tell that there is more where it does not fit."""
        starts = wrap(self._text, max(1, event.size.width))
        is_whole = len(starts) <= _ROWS
        self.update(Content(self._text if is_whole else f"{self._text[: starts[_ROWS] - 2]}…"))
