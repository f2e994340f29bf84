"""The source text of the open file, at the line one was reading, with what was odd in it."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from tui_reader.harmless import harmless_line
from tui_reader.motions import Direction
from tui_reader.source_text import SourceText
from tui_reader.sourcing import SourcePlace
from tui_reader.ui.dialogs.dialog import Dialog
from tui_reader.ui.keymap import Where, bindings, keys_of
from tui_reader.ui.source_view import SourceView

__all__ = ["SourceScreen"]


_NARROW = 60
"""Below so many cells there is no room to name every key."""


class SourceScreen(Dialog[int | None]):
    """Answers with the line at which the file is to be edited."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.SOURCE)

    def __init__(self, path: Path, source: SourceText, place: SourcePlace) -> None:
        super().__init__()
        self._path = path
        self._source = source
        self._place = place
        self._told = ""

    def compose(self) -> ComposeResult:
        """The source, as large as the screen."""
        yield SourceView(self._source, self._place, id="source")

    def on_mount(self) -> None:
        """Take the keyboard."""
        self.view = self.query_one(SourceView)
        name = harmless_line(self._path.name)
        self.view.border_title = Content("Standard input" if name == "-" else name)
        self.view.focus()
        self._tell()

    def on_key(self) -> None:
        """Take back what was said."""
        self._say("")

    def action_problem(self, direction: Direction) -> None:
        """Go to the next line with a problem, or the one before."""
        if not self._source.messages:
            self._say("Nothing in the file was skipped, repaired or guessed.")
        elif not self.view.go_to_problem(direction):
            self._say(f"There is no problem {'after' if direction > 0 else 'before'} this.")

    def action_edit_here(self) -> None:
        """Edit at the line one is at."""
        self.dismiss(max(1, self.view.line))

    def action_leave(self) -> None:
        """Back to the page."""
        self.dismiss(None)

    @on(SourceView.Moved)
    def _follow(self) -> None:
        self._tell()

    def _say(self, sentence: str) -> None:
        self._told = sentence
        self._tell()

    def _tell(self) -> None:
        """Say in the frame at which line one is, and how many problems there are."""
        count = sum(map(len, self._source.messages.values()))
        narrow = self.size.width < _NARROW
        line, lines = f"{self.view.line:,}", f"{len(self._source):,}"
        where = f"{line}/{lines}" if narrow else f"line {line} of {lines}"
        odd = f" ─ {count} problem{'s' * (count > 1)}: {{next-problem}} {{previous-problem}}"
        keys = " ─ {leave-source}" if narrow else " ─ {edit-line} edits ─ {leave-source} closes"
        told = f"{where}{keys_of(self).named(f'{odd * (count > 0)}{keys}')}"
        self.view.border_subtitle = Content(self._told or told)
