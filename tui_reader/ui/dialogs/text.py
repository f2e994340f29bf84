"""Something to read over the screen, scrolled with the keys that scroll everything else."""

from collections.abc import Iterable
from typing import ClassVar

from rich.console import Group, RenderableType
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui_reader.ui.dialogs.dialog import Dialog
from tui_reader.ui.keymap import borrowed
from tui_reader.ui.lines_view import Line, LinesView

__all__ = ["LinesDialog", "TextDialog"]


class TextDialog(Dialog[None]):
    """Shows its `parts`, one below the other, until it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss", "Close"),
        *(borrowed(name, "dismiss", "Close") for name in ("back", "help", "about")),
        borrowed("line-down", "scroll(1)", "Down"),
        borrowed("line-up", "scroll(-1)", "Up"),
        borrowed("half-down", "page(0.5)", "Half a page down"),
        borrowed("half-up", "page(-0.5)", "Half a page up"),
        borrowed("page-down", "page(1)", "Page down"),
        borrowed("page-up", "page(-1)", "Page up"),
        borrowed("top", "edge(-1)", "Top"),
        borrowed("go-to", "edge(-1)", "Top"),
        borrowed("bottom", "edge(1)", "Bottom"),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = title

    def parts(self) -> Iterable[RenderableType]:
        """What there is to read."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The parts, in a frame that scrolls."""
        with VerticalScroll(id="text"):
            yield Static(Group(*self.parts()))

    def on_mount(self) -> None:
        """Take the keyboard."""
        panel = self.query_one("#text")
        panel.border_title = Content(self._heading)
        panel.border_subtitle = Content("Esc closes")
        panel.focus()

    def action_scroll(self, rows: int) -> None:
        """Scroll by rows."""
        self.query_one("#text").scroll_relative(y=rows, animate=False)

    def action_edge(self, direction: int) -> None:
        """Go to the top or the bottom."""
        panel = self.query_one("#text")
        panel.scroll_to(y=0 if direction < 0 else panel.max_scroll_y, animate=False)

    def action_page(self, pages: float) -> None:
        """Scroll by pages."""
        panel = self.query_one("#text")
        panel.scroll_relative(y=round(pages * max(1, panel.size.height - 2)), animate=False)


class LinesDialog(TextDialog):
    """The same for any number of lines, all of one kind."""

    def lines(self) -> Iterable[Line]:
        """What there is to read."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The lines, in a frame that scrolls."""
        yield LinesView(list(self.lines()), id="text")
