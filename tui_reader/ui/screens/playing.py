"""Listening to the recording of what one reads, and following it on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from tui_reader.errors import ReaderError
from tui_reader.timecode import format_clock
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.reports import Played, RecordingsFound
from tui_reader.ui.screens.copying import CopyingScreen

if TYPE_CHECKING:
    from tui_reader.model import Place
    from tui_reader.playing import Report
    from tui_reader.recording import Recording
    from tui_reader.request import ReadRequest
    from tui_reader.ui.following import Following
    from tui_reader.ui.listening import Listening
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["PlayingScreen"]


class PlayingScreen(CopyingScreen):
    """A screen that plays and follows the recording of an episode, whatever else one reads."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._listening: Listening | None = None
        self._following: Following | None = None
        self._allowed: set[str] = set()
        """The addresses that somebody has seen and agreed to."""

    # What one asks for

    def action_play(self) -> None:
        """Play the recording from here."""
        listening = self._listening
        if listening is None or not listening.is_of(self.opened) or not listening.is_heard:
            self._look_for_recording()
            return
        time = self._time_here()
        if time is None:
            self.say("This transcript has no times to go to: the recording goes on as it was.")
            return
        listening.seek(time)
        self.say(f"From {format_clock(time)}.")

    def action_pause(self) -> None:
        """Pause the recording, or go on."""
        if self._listening is None:
            key = keys_of(self).first("play")
            self.say(f"Nothing is playing: {key} plays the recording from here.")
        else:
            self._listening.pause()

    def action_follow(self) -> None:
        """Keep in view what is being spoken, or no more; play it, where nothing is playing."""
        if self._following is not None:
            self._follow_no_more()
            return
        if self.opened is not None and not self.opened.page.transcript.timed:
            self.say("This transcript has no times to follow the recording by.")
            return
        listening = self._listening
        if listening is None or not listening.is_of(self.opened):
            self._look_for_recording()
        else:
            self.jump_from_here()
            self.say("Following, until you scroll.")
        if self._listening is not None:
            from tui_reader.ui.following import Following

            self._following = Following(self.transcript)
            self._show_heard()

    def _follow_no_more(self) -> None:
        self._following = None
        self.say(f"No longer following: {keys_of(self).first('follow')} follows again.")
        self._show_heard()

    def _time_here(self) -> int | None:
        """The time of the place one is at; None where none is known."""
        if self.opened is None:
            return None
        transcript, place = self.opened.page.transcript, self.transcript.place
        if place.turn < 0:
            return 0 if transcript.timed else None
        return transcript.time_of(place)

    # Beginning

    def _look_for_recording(self) -> None:
        from tui_reader.ui.listening import Listening

        opened = self.opened
        if opened is None or not opened.loaded.format:
            self.say("There is nothing open to play.")
            return
        self._play_no_more()
        files = {opened.path}
        episode = None if opened.number is None else self.episodes.episode(opened.number)
        if episode is not None:
            files |= {episode.path, *episode.others}
        time = self._time_here()
        listening = Listening(opened, frozenset(files), time or 0, time is not None)
        self._listening = listening
        self.find_recordings(listening)

    @work(thread=True, exclusive=True, group="player", exit_on_error=False)
    def find_recordings(self, listening: Listening) -> None:
        """Look for what could be played."""
        from tui_reader.recording import recordings

        opened = listening.opened
        try:
            found = recordings(opened.path, opened.page.transcript.metadata, opened.page.links)
        except ReaderError as error:
            self.post_message(Played(listening, _failed(error)))
            return
        self.post_message(RecordingsFound(listening, found))

    @on(RecordingsFound)
    def _choose_recording(self, report: RecordingsFound) -> None:
        """Play what is here, or was agreed to before; else show where it leads."""
        listening, found = report.listening, report.recordings
        if listening is not self._listening:
            return
        first = found[0]
        if not first.is_remote or first.address in self._allowed:
            self._begin_to_play(listening, first, len(found))
            return
        from tui_reader.ui.dialogs.recordings import RecordingsDialog

        def choose(number: int | None) -> None:
            if listening is not self._listening:
                return
            if number is None:
                self._play_no_more()
                return
            self._allowed.add(found[number].address)
            self._begin_to_play(listening, found[number])

        self.app.push_screen(RecordingsDialog(found), choose)

    def _begin_to_play(self, listening: Listening, recording: Recording, count: int = 1) -> None:
        listening.recording = recording
        self.status.playing = listening.in_words(self.opened, followed=False)
        whence = f"from {format_clock(listening.time)}"
        if not listening.timed:
            whence = "from its start: this transcript has no times"
        others = f" (the first of {count})" if count > 1 else ""
        self.say(f"Playing {recording.name}{others} {whence}.")
        self.start_player(listening, recording)

    @work(thread=True, exclusive=True, group="player", exit_on_error=False)
    def start_player(self, listening: Listening, recording: Recording) -> None:
        """Start the player; from then on it reports by itself."""
        from tui_reader.playing import Player

        worker, player = get_current_worker(), self.request.settings.player

        def tell(report: Report) -> None:
            self.post_message(Played(listening, report))

        try:
            started = Player(player, recording, listening.time, tell)
        except ReaderError as error:
            tell(_failed(error))
            return
        listening.player = started
        if worker.is_cancelled or self._listening is not listening:
            started.close()

    # Hearing

    @on(Played)
    def _hear(self, report: Played) -> None:
        """Show where the player is, or why it plays no more."""
        from tui_reader.playing import Ended

        listening, news = report.listening, report.report
        if listening is not self._listening:
            return
        if isinstance(news, Ended):
            self._play_no_more()
            self.say(news.why, warning=not news.expected)
            return
        listening.heard = news
        self._show_heard()

    def _show_heard(self) -> None:
        """Show what is heard in the status line, and its words on the page."""
        from tui_reader.playing import spoken_at

        listening = self._listening
        if listening is None or listening.recording is None:
            return
        selecting = self.selected_turns is not None  # which would grow with what is spoken
        if self._following is not None and (selecting or self._following.is_disturbed):
            self._follow_no_more()
            return
        followed = self._following is not None
        self.status.playing = listening.in_words(self.opened, followed=followed)
        spoken, time = None, listening.heard.time if listening.heard else None
        if time is not None and self.opened is not None and listening.is_of(self.opened):
            spoken = spoken_at(self.opened.page.transcript, time)
        self.transcript.show_spoken(spoken)
        if self._following is not None and spoken is not None:
            self._following.keep(spoken)

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready; what is spoken is marked in its own only."""
        super().show_opened(opened, place)
        if self._listening is not None:
            if not self._listening.is_of(opened):
                self._following = None
            self._show_heard()

    def _play_no_more(self) -> None:
        listening, self._listening, self._following = self._listening, None, None
        if listening is not None:
            listening.end()
        self.status.playing = ""
        self.transcript.show_spoken(None)

    def on_unmount(self) -> None:
        """Leave no sound behind."""
        listening, self._listening = self._listening, None
        if listening is not None:
            listening.end()


def _failed(error: ReaderError) -> Report:
    from tui_reader.playing import Ended

    return Ended(error.message)
