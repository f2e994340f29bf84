"""The smallest Textual app with the reader's three widgets: what no app of its kind can beat."""

from typing import Final

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
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
    #list, #pane { height: 1fr; background: $background; border: round $panel-lighten-2; }
    #list:focus, #pane:focus { border: round $primary; }
    #list { width: 30%; min-width: 26; max-width: 44; }
    #pane { width: 1fr; max-height: 100%; overflow-y: scroll; scrollbar-size-vertical: 1; }
    """

    def compose(self) -> ComposeResult:
        """The widgets."""
        yield Input(placeholder="Search")
        with Horizontal(id="panes"):
            yield OptionList(id="list")
            yield self.pane()

    def pane(self) -> Widget:
        """What one would read in, with the id `pane`."""
        return VerticalScroll(Static(SIGN), id="pane")


if __name__ == "__main__":
    EmptyApp().run()
