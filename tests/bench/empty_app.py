"""The smallest Textual app with the reader's three widgets: what no app of its kind can beat."""

from typing import Final

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, OptionList, Static

__all__ = ["SIGN", "EmptyApp"]

SIGN: Final = "nothing to read"
"""What is on its screen once that is painted."""


class EmptyApp(App[None]):
    """A search bar, a list and a pane that scrolls, laid out like the reader's, with nothing in."""

    CSS = """
    Screen { layout: vertical; background: $background; }
    Input { height: 1; border: none; background: $panel; }
    #panes { height: 1fr; }
    OptionList, VerticalScroll { background: $background; border: round $panel-lighten-2; }
    OptionList:focus, VerticalScroll:focus { border: round $primary; }
    OptionList { width: 30%; height: 1fr; min-width: 26; max-width: 44; }
    VerticalScroll { width: 1fr; overflow-y: scroll; scrollbar-size-vertical: 1; }
    """

    def compose(self) -> ComposeResult:
        """The widgets."""
        yield Input(placeholder="Search")
        with Horizontal(id="panes"):
            yield OptionList()
            with VerticalScroll():
                yield Static(SIGN)


if __name__ == "__main__":
    EmptyApp().run()
