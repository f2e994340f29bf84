"""The one screen: all features of `tui_reader.ui.screens`, whose docstring lists them.

Widgets know nothing of each other. What they post arrives here and becomes a call on another.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from tui_reader.ui.keymap import Where, bindings
from tui_reader.ui.screens.playing import PlayingScreen

__all__ = ["MainScreen"]


class MainScreen(PlayingScreen, Screen[None]):
    """The reader."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        Where.JUMP,
        Where.FIND,
        Where.KEEP,
        Where.SPEAK,
        Where.TAKE,
        Where.PLAY,
        Where.VIEW,
    )

    def action_help(self) -> None:
        """Show the help."""
        from tui_reader.ui.dialogs import HelpDialog

        self.app.push_screen(HelpDialog())
