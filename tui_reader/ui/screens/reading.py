"""The panes, and reading in them: opening episodes, moving about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget

from tui_reader import motions
from tui_reader.history import History
from tui_reader.layout import Gutter
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.episode_list import EpisodeList
from tui_reader.ui.reports import OpenFailed
from tui_reader.ui.screens.status import StatusScreen
from tui_reader.ui.search_bar import SearchBar
from tui_reader.ui.status_bar import StatusBar
from tui_reader.ui.transcript_view import TranscriptView

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.library import Episode
    from tui_reader.model import Place
    from tui_reader.motions import Direction, Motion
    from tui_reader.request import ReadRequest
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["ReadingScreen"]

_NARROW = 72
"""Below so many cells there is room for one pane at a time."""

_PREVIEW_AFTER = 0.04
"""Seconds the cursor rests on an episode before it is shown: holding a key down opens none."""


class ReadingScreen(StatusScreen):
    """A screen on which one reads the episodes of a library."""

    AUTO_FOCUS = ""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self.add_class("-reading" if request.open_at else "-choosing")
        self.set_class(len(request.paths) == 1 and not request.paths[0].is_dir(), "-single")
        self.colours = SpeakerColours()
        self.history = History(request.state.searches)
        self.wanted: int | None = None
        """The number of the episode that is open or about to be."""
        self._preview: Timer | None = None
        self._row_again: int | None = None
        """The row of the window to read on at, once a file that has changed is read again."""

    def compose(self) -> ComposeResult:
        """Search bar, list and transcript, status line."""
        yield SearchBar(self.history, id="search")
        with Horizontal(id="panes"):
            yield EpisodeList(self.colours, id="episodes")
            yield TranscriptView(self.colours, id="transcript")
        yield StatusBar(id="status")

    def on_mount(self) -> None:
        """Begin to read the library, and what was asked for at once."""
        self.episodes = self.query_one(EpisodeList)
        self.transcript = self.query_one(TranscriptView)
        self.bar = self.query_one(SearchBar)
        self.status = self.query_one(StatusBar)
        self.episodes.name_pane("Episodes")
        if self.request.notices:
            self.say(" ".join(self.request.notices), warning=True)
        asked = self.request.open_at
        self.focus_pane(self.transcript if asked else self.episodes)
        # The threads would take the time of the first paint.
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        asked = self.request.open_at
        if asked:
            self.open_path(asked.path, asked.time)
        self.read_library()

    # Opening

    def open(
        self,
        episode: Episode,
        place: Place | None = None,
        text: str = "",
        is_hit: bool = False,
        other: Path | None = None,
    ) -> None:
        """Open an episode at a place, or say why it cannot be read.

        Where it has several files, all of them are shown as one, or one of the others alone.
        """
        self.wanted = episode.number
        self._row_again = None
        self.episodes.mark_open(episode.number)
        if episode.error is not None:
            self.workers.cancel_group(self, "open")
            failed = OpenFailed(episode.number, episode.path, episode.title, episode.error)
            self._show_reason(failed)
            return
        self.open_episode(episode, place, text, is_hit, other)

    def keep_row(self) -> None:
        """Read on at the very row of the window, once a file that has changed is read again."""
        self._row_again = self.transcript.row

    @on(OpenFailed)
    def _show_reason(self, report: OpenFailed) -> None:
        """Show why an episode cannot be read, where it would stand."""
        from tui_reader.loading import Loaded
        from tui_reader.markdown import escaped
        from tui_reader.model import Metadata, Transcript
        from tui_reader.ui.open_episode import OpenEpisode

        if report.number not in (None, self.wanted):
            return
        notes = escaped(f"This file could not be read. {report.reason}")
        reason = Transcript(Metadata(title=report.title), notes=notes)
        failed = Loaded(report.path, "", "", reason)
        self.show_opened(OpenEpisode.of(report.number, failed), None)

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready."""
        self.opened = opened
        self.transcript.show(opened.page, place)
        if place is not None and self._row_again is not None:
            self.transcript.go_to(place, self._row_again)
        self._row_again = None
        self.show_place()

    @on(EpisodeList.Sorted)
    def _tell_order(self, message: EpisodeList.Sorted) -> None:
        self.say(f"Episodes {message.order}.")

    @on(EpisodeList.Highlighted)
    def _preview_rested_on(self) -> None:
        self.preview_soon(_PREVIEW_AFTER)

    def preview_soon(self, seconds: float) -> None:
        """Show what is under the cursor of the list then, unless something else is to be shown."""
        if self._preview is not None:
            self._preview.stop()
        self._preview = self.set_timer(seconds, self._preview_now)

    def _preview_now(self) -> None:
        if self._preview is not None:
            self._preview.stop()
            self._preview = None
        episode = self.episodes.highlighted  # the cursor may have moved on since
        if episode is not None:
            self.preview(episode)

    def preview(self, episode: Episode) -> None:
        """Show the episode under the cursor."""
        if episode.number != self.wanted:
            self.open(episode)

    @on(EpisodeList.Chosen)
    def read(self, message: EpisodeList.Chosen) -> None:
        """Read an episode: open it where it is not yet, and go to its pane."""
        self.preview(message.episode)
        if message.episode.error is None:
            self.focus_pane(self.transcript)

    def action_episode(self, step: Direction) -> None:
        """Open the next or previous episode of the list."""
        if self.wanted is None:
            return
        episode = self.episodes.neighbour(self.wanted, step)
        if episode is None:
            self.say("This is the last episode." if step > 0 else "This is the first episode.")
        else:
            self.preview(episode)

    # Moving in the transcript

    def action_turn(self, direction: Direction) -> None:
        """Go to the next or previous turn."""
        self._move_by(motions.next_turn, direction, "turn")

    def action_turn_of_speaker(self, direction: Direction) -> None:
        """Go to the next or previous turn of the same speaker."""
        if self.opened is not None and not self.opened.page.transcript.speakers:
            self.say("Nobody is named in this transcript.")
            return
        self._move_by(motions.next_turn_of_speaker, direction, "turn of this speaker")

    def action_section(self, direction: Direction) -> None:
        """Go to the next or previous section."""
        self._move_by(motions.next_section, direction, "section")

    def _move_by(self, motion: Motion, direction: Direction, what: str) -> None:
        if self.transcript.page is None:
            return
        place = motion(self.transcript.page, self.transcript.place, direction)
        if place is not None:
            self.transcript.go_to(place)
        elif direction < 0:
            self.say(f"There is no {what} before this.")
        else:
            self.say(f"There is no {what} after this.")

    def action_gutter(self) -> None:
        """Show times per turn, per cue, or none."""
        if self.opened is not None and not self.opened.page.transcript.timed:
            self.say("This transcript has no times.")
            return
        self.transcript.show_times(self.transcript.times.next)
        self.say(_TIMES[self.transcript.times])

    # Panes

    def focus_pane(self, pane: Widget) -> None:
        """Give a pane the keyboard; where there is room for one only, it is this one."""
        reading = pane is self.transcript
        self.set_class(reading, "-reading")
        self.set_class(not reading, "-choosing")
        self.set_focus(pane)  # at once: the next key may be waiting already

    def action_other_pane(self) -> None:
        """Go to the other pane."""
        if self.has_class("-single"):
            self.focus_pane(self.transcript)
        else:
            self.focus_pane(self.transcript if self.focused is self.episodes else self.episodes)

    def action_to_list(self) -> None:
        """Go to the list."""
        if not self.has_class("-single"):
            self.focus_pane(self.episodes)

    def action_back(self) -> None:
        """Go back to the list where it is hidden; quit where it is not."""
        hidden = self.has_class("-narrow") and not self.has_class("-single")
        if hidden and self.focused is self.transcript:
            self.focus_pane(self.episodes)
        else:
            self.app.exit()

    def on_resize(self, event: events.Resize) -> None:
        """Fold the list away where there is no room for it."""
        self.set_class(event.size.width < _NARROW, "-narrow")

    @on(events.DescendantFocus)
    def _show_focused_pane(self, event: events.DescendantFocus) -> None:
        """A click may give a pane the keyboard as well; a pane that has lost it again does not."""
        if event.widget is self.focused and event.widget in (self.transcript, self.episodes):
            self.set_class(event.widget is self.transcript, "-reading")
            self.set_class(event.widget is self.episodes, "-choosing")
            self.pane_focused()

    def pane_focused(self) -> None:
        """Called when another pane has the keyboard."""


_TIMES = {
    Gutter.TURN: "Times per turn.",
    Gutter.CUE: "Times per cue.",
    Gutter.NONE: "No times.",
}
