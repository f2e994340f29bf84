"""The one screen: reading and searching, and on top of them jumping, looking and taking words out.

Widgets know nothing of each other. What they post arrives here and becomes a call on another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from tui_reader.harmless import harmless
from tui_reader.model import Place
from tui_reader.ui.inspecting_screen import InspectingScreen
from tui_reader.ui.keymap import Where, bindings
from tui_reader.ui.transcript_view import TranscriptView

if TYPE_CHECKING:
    from tui_reader.selecting import Excerpt

__all__ = ["MainScreen"]


class MainScreen(InspectingScreen):
    """The reader."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.JUMP, Where.TAKE, Where.VIEW)

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

    # Taking out

    def action_copy(self) -> None:
        """Copy the selection, else the turn one is at."""
        words = self._words()
        if words is not None:
            self.app.copy_to_clipboard(harmless(words.text))
            self.say(f"Copied {_count(words.text)}.")

    def action_cite(self) -> None:
        """Copy it with its source."""
        from tui_reader.citing import cite

        words = self._words()
        if words is None or self.opened is None:
            return
        transcript = self.opened.page.transcript
        turn = words.place.turn
        speaker = transcript.turns[turn].speaker if turn >= 0 else None
        time = transcript.time_of(words.place) if turn >= 0 else None
        citation = cite(words.text, transcript.metadata, speaker, time)
        self.app.copy_to_clipboard(harmless(citation))
        self.say(f"Copied {_count(words.text)} with the source.")

    def _words(self) -> Excerpt | None:
        """What is to be copied; says so where there is nothing."""
        from tui_reader.selecting import Excerpt

        chosen = self.transcript.chosen
        if chosen is not None or self.opened is None:
            return chosen
        place = self.transcript.place
        if place.turn < 0 or not self.transcript.shows(place):
            self.say("Go to a turn, or select some words with the mouse, to copy them.")
            return None
        return Excerpt(self.opened.page.transcript.turns[place.turn].text, Place(place.turn))

    def action_links(self) -> None:
        """Show the links of the episode."""
        self._show_links(None)

    @on(TranscriptView.LinkChosen)
    def _show_link(self, message: TranscriptView.LinkChosen) -> None:
        self._show_links(message.url)

    def _show_links(self, chosen: str | None) -> None:
        from tui_reader.ui.dialogs import LinksDialog

        links = self.opened.page.links if self.opened else ()
        if not links:
            self.say("This episode has no links.")
            return

        def follow(number: int | None) -> None:
            if number is not None:
                self.say(f"Opening {links[number].url}")
                self.open_in_browser(links[number].url)

        self.app.push_screen(LinksDialog(links, chosen), follow)

    # The rest

    def action_help(self) -> None:
        """Show the help."""
        from tui_reader.ui.dialogs import HelpDialog

        self.app.push_screen(HelpDialog())


def _count(text: str) -> str:
    words = len(text.split())
    return f"{words} word{'s' * (words != 1)}"
