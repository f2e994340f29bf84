"""The one screen: reading and searching, and on top of them jumping, looking and taking words out.

Widgets know nothing of each other. What they post arrives here and becomes a call on another.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui_reader.model import Place
from tui_reader.ui.keymap import Where, bindings
from tui_reader.ui.playing_screen import PlayingScreen

__all__ = ["MainScreen"]


class MainScreen(PlayingScreen):
    """The reader."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.JUMP, Where.VIEW)

    # Jumping

    def action_go_to(self) -> None:
        """Ask where to go, and go there."""
        if self.opened is None:
            self.say("There is no transcript to go to a place in.")
            return
        from tui_reader.goto import goto
        from tui_reader.ui.dialogs import GotoDialog

        transcript = self.opened.page.transcript

        def find(text: str) -> Place:
            return goto(text, transcript, self.transcript.place)

        self.app.push_screen(GotoDialog(find), self._go_to_place)

    def _go_to_place(self, place: Place | None) -> None:
        if place is None:
            return
        if place.turn < 0:
            self.transcript.action_edge(-1)
        else:
            self.jump_from_here()
            self.go_to_place(place)
        self.focus_pane(self.transcript)

    # The rest

    def action_help(self) -> None:
        """Show the help."""
        from tui_reader.ui.dialogs import HelpDialog

        self.app.push_screen(HelpDialog())
