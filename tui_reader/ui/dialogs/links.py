"""The links of an episode, each with its whole address, before any of them is opened."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui_reader.model import Link

__all__ = ["LinksDialog"]


class LinksDialog(ModalScreen[str | None]):
    """Answers with the address to open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "dismiss", "Close"),
        ("j", "move('down')", "Down"),
        ("k", "move('up')", "Up"),
    ]

    def __init__(self, links: Sequence[Link], chosen: str | None = None) -> None:
        """`chosen` is the address to begin at."""
        super().__init__()
        self._links = links
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(id="links"):
            yield OptionList(*map(self._option, range(len(self._links))), id="link-list")

    def on_mount(self) -> None:
        """Take the keyboard."""
        panel = self.query_one("#links")
        panel.border_title = Content(f"{len(self._links)} links")
        panel.border_subtitle = Content("Enter or 1–9 opens in the browser · Esc closes")
        options = self.query_one(OptionList)
        urls = [link.url for link in self._links]
        options.highlighted = urls.index(self._chosen) if self._chosen in urls else 0
        options.focus()

    def action_move(self, direction: str) -> None:
        """Move the cursor."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if direction == "down" else options.action_cursor_up)()

    def on_key(self, event: events.Key) -> None:
        """Open a link by its number."""
        if event.key.isdecimal() and 0 < int(event.key) <= len(self._links):
            event.stop()
            self.dismiss(self._links[int(event.key) - 1].url)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a link."""
        self.dismiss(self._links[event.option_index].url)

    def _option(self, number: int) -> Option:
        link = self._links[number]
        label = Text(f"{number + 1:>2}  {link.title}\n", style="bold")
        label.append(f"    {link.url}", style="not bold dim")
        return Option(label)
