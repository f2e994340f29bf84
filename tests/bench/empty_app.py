"""The smallest Textual app with the reader's three widgets: what no app of its kind can beat."""

from typing import Final

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, OptionList, Static

__all__ = ["SIGN", "EmptyApp"]

SIGN: Final = "nothing to read"
"""What is on its screen once that is painted."""


class EmptyApp(App[None]):
    """A search bar, a list and a pane, with nothing in them."""

    def compose(self) -> ComposeResult:
        """The widgets."""
        yield Input(placeholder="Search")
        with Horizontal():
            yield OptionList()
            yield Static(SIGN)


if __name__ == "__main__":
    EmptyApp().run()
