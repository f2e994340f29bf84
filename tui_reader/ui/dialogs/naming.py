"""Asks what somebody is called, and how far that name holds."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from tui_reader.people import Reach, Where
from tui_reader.ui.dialogs.dialog import Dialog
from tui_reader.ui.line_input import LineInput

__all__ = ["Given", "NamingDialog"]

_IN_WORDS = {
    Reach.EPISODE: "in this episode",
    Reach.SHOW: "in this show",
    Reach.LIBRARY: "everywhere",
}


_HINT = "Enter takes it · → completes · Tab: how far it holds · Esc cancels"


class Given(NamedTuple):
    """A name, and where it holds."""

    name: str
    where: Where


class NamingDialog(Dialog[Given | None]):
    """Answers with the name that somebody is given; with nothing, where it is cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss", "Cancel"),
        ("tab,ctrl+t,down", "reach(1)", "How far it holds"),
        ("shift+tab,up", "reach(-1)", "How far it holds"),
    ]

    def __init__(
        self, label: str, name: str, places: Sequence[Where], usual: Reach, known: Sequence[str]
    ) -> None:
        """Whoever is called `label` now, what they may be called, and where that can hold."""
        super().__init__()
        self._label = label
        self._name = name
        self._places = places
        reaches = [place.reach for place in places]
        self._chosen = reaches.index(usual) if usual in reaches else len(reaches) - 1
        self._known = known

    def compose(self) -> ComposeResult:
        """The name, and the places."""
        with Vertical(id="naming"):
            yield LineInput(
                self._name,
                id="naming-input",
                placeholder="a name",
                compact=True,
                suggester=SuggestFromList(self._known, case_sensitive=False),
            )
            yield Static(id="naming-places")
            yield Static(Content(_HINT), id="naming-hint")

    def on_mount(self) -> None:
        """Take the keyboard."""
        self.query_one("#naming").border_title = Content(f"Who is {self._label}?")
        self.set_focus(self.query_one(Input))
        self._show_places()

    def action_reach(self, step: int) -> None:
        """Choose the next place, or the one before."""
        self._chosen = (self._chosen + step) % len(self._places)
        self._show_places()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the name; none at all cancels."""
        name = " ".join(event.value.split())
        self.dismiss(Given(name, self._places[self._chosen]) if name else None)

    def _show_places(self) -> None:
        text = Text()
        for number, place in enumerate(self._places):
            chosen = number == self._chosen
            words = _IN_WORDS[place.reach]
            text.append(f"[{words}]" if chosen else f" {words} ", "bold" if chosen else "dim")
            text.append(" ")
        self.query_one("#naming-places", Static).update(text)
