"""Going to a place, and the way back to where one was before each jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on

from tui_reader.jumps import Jumps, Stop
from tui_reader.ui.screens.turn_filter import TurnFilterScreen
from tui_reader.ui.search_bar import SearchBar
from tui_reader.ui.transcript_view import TranscriptView

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.library import Episode
    from tui_reader.model import Place
    from tui_reader.motions import Direction
    from tui_reader.request import ReadRequest
    from tui_reader.ui.open_episode import OpenEpisode
    from tui_reader.ui.search_session import Origin

__all__ = ["NOWHERE", "JumpingScreen"]

NOWHERE = -1
"""What stands for the number of an episode where a file is open that is in no list."""


class JumpingScreen(TurnFilterScreen):
    """A screen that remembers from where one jumped.

    A jump is what takes one away from the words one reads: going to a place or to an edge, to a hit
    (all that follow are one with the first), to another episode, and whatever has happened while
    the keyboard was elsewhere, in the list or the search bar.
    """

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._jumps = Jumps()
        self._left: Stop | None = None
        """Where one was when the keyboard left the transcript."""
        self._stray: Path | None = None
        """The file that was opened last of those that are in no list."""
        self._returning_to: Stop | None = None
        """Where one will be once its episode is open."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types a query, it is Esc that leads back."""
        if action == "jump" and self.bar.has_focus_within:
            return False
        return super().check_action(action, parameters)

    # There

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

        self.app.push_screen(GotoDialog(find), self._go_where_asked)

    def _go_where_asked(self, place: Place | None) -> None:
        if place is None:
            return
        if place.turn < 0:
            self.transcript.action_edge(-1)
            self.focus_pane(self.transcript)
        else:
            self.jump_to(place)

    def jump_to(self, place: Place) -> None:
        """Go to a place of the open transcript, and have the keyboard there."""
        self.jump_from_here()
        self.go_to_place(place)
        self.focus_pane(self.transcript)

    @property
    def _here(self) -> Stop:
        number = self.opened.number if self.opened else None
        view = self.transcript
        elsewhere = self.reads_other or self.wanted == NOWHERE
        other = self.opened.path if self.opened and elsewhere else None
        return Stop(self.wanted if number is None else number, view.place, view.row, other)

    def jump_from_here(self) -> None:
        """Remember where one is, before one goes elsewhere."""
        if self.opened is not None:
            self._jumps.leave(self._here)

    @on(TranscriptView.Leapt)
    def _note_leap(self, message: TranscriptView.Leapt) -> None:
        self._jumps.leave(self._here._replace(place=message.place, row=message.row))

    def action_hit(self, direction: Direction) -> None:
        """Go to the next or previous hit: a jump, unless one comes from a hit."""
        if self.transcript.current_hit != self.transcript.place.turn:
            self.jump_from_here()
        super().action_hit(direction)

    def action_episode(self, step: Direction) -> None:
        """Open the next or previous episode of the list."""
        self.jump_from_here()
        super().action_episode(step)

    @on(SearchBar.Submitted)
    def _jump_to_hit(self) -> None:
        """All hits that follow lead back to where the search was begun, be it in the list."""
        origin = self.session.origin
        if self._left is not None:
            self._jumps.leave(self._left)
        elif origin is not None:
            self._jumps.leave(Stop(origin.number, origin.place))

    @on(events.DescendantBlur)
    def _note_place(self, event: events.DescendantBlur) -> None:
        if event.widget is self.transcript and self.opened is not None:
            self._left = self._here

    def pane_focused(self) -> None:
        """Back in the transcript: what has happened in between was a jump."""
        super().pane_focused()
        left = self._left
        if self.focused is self.transcript and left is not None:
            self._left = None
            if (left.episode, left.place.turn) != (self.wanted, self.transcript.place.turn):
                self._jumps.leave(left)

    # And back

    def action_jump(self, direction: Direction) -> None:
        """Go back to where one was before the last jump, or forward again."""
        self._note_what_happened()
        stop = self._jumps.go(self._here, direction) if self.opened else None
        if stop is None:
            self.say(f"Nothing to go {'back' if direction < 0 else 'forward'} to.")
        else:
            self._return_to(stop)

    def jump_over(self) -> None:
        """Go back to where one was before the last jump; once more, and one is here again."""
        self._note_what_happened()
        stop = self._jumps.swap(self._here) if self.opened else None
        if stop is None:
            self.say("Nothing to go back to.")
        else:
            self._return_to(stop)

    def _note_what_happened(self) -> None:
        """What has happened in the list since one left the transcript was a jump."""
        if self._left is not None and not self._left.is_at(self._here):
            self._jumps.leave(self._left)

    def _return_to(self, stop: Stop) -> None:
        self._left = None
        self.focus_pane(self.transcript)
        here = self._here
        if (stop.episode, stop.other) == (self.wanted, here.other) and here.episode == self.wanted:
            self.go_to_place(stop.place, stop.row)
            return
        if stop.episode == NOWHERE and stop.other is not None:
            self.open_stray(stop.other, stop.place)
            return
        episode = None if stop.episode is None else self.episodes.episode(stop.episode)
        if episode is None:
            self.say("That episode is not in the library any more.", warning=True)
            return
        self._returning_to = stop
        other = stop.other if stop.other in episode.others else None
        self.open(episode, stop.place, self.session.query, other=other)

    def open_stray(self, path: Path, place: Place) -> None:
        """Open a file that is in no list, at a place."""
        self.wanted, self._stray = NOWHERE, path
        self.episodes.mark_open(None)
        self.open_path(path, None, place)

    def show_origin(self, origin: Origin) -> None:
        """Show again where a search was begun, be it in a file that is in no list."""
        if origin.number == NOWHERE != self.wanted and self._stray is not None:
            self.open_stray(self._stray, origin.place)
        else:
            super().show_origin(origin)

    def episode_moved(self, number: int, episode: Episode) -> None:
        """What was the episode with this `number` is another one now: jump back to that."""
        super().episode_moved(number, episode)
        self._jumps.renumber(number, episode.number)
        if self._left is not None:
            self._left = self._left.renumbered(number, episode.number)
        if self._returning_to is not None:
            self._returning_to = self._returning_to.renumbered(number, episode.number)

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready, on the very row where one has been in it before."""
        super().show_opened(opened, place)
        stop, self._returning_to = self._returning_to, None
        if stop is None or stop.episode != opened.number:
            return
        if self.transcript.only_hits:  # what is hidden is known only once the hits are
            self.call_later(self.go_to_place, stop.place, stop.row)
        else:
            self.go_to_place(stop.place, stop.row)
