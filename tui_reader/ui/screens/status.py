"""What there is to tell while one reads: where one is, and what has happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui_reader.contents import section_at
from tui_reader.harmless import harmless_line
from tui_reader.ui.reports import WorkFailed
from tui_reader.ui.screens.opening import OpeningScreen
from tui_reader.ui.transcript_view import TranscriptView
from tui_reader.ui.whereabouts import pane_title, place_in_words

if TYPE_CHECKING:
    from tui_reader.request import ReadRequest
    from tui_reader.ui.episode_list import EpisodeList
    from tui_reader.ui.open_episode import OpenEpisode
    from tui_reader.ui.status_bar import StatusBar

__all__ = ["StatusScreen"]


class StatusScreen(OpeningScreen):
    """A screen that tells where one is, in the frame of the page and in the status line."""

    episodes: EpisodeList
    transcript: TranscriptView
    status: StatusBar

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self.opened: OpenEpisode | None = None
        self._touched = request.open_at is not None

    def say(self, message: str, *, warning: bool = False) -> None:
        """Say something in the status line, until the next key."""
        self.status.say(message, warning=warning)

    def on_key(self) -> None:
        """Somebody presses keys."""
        self.somebody_is_there()

    def somebody_is_there(self) -> None:
        """Take back what was said, and open nothing any more that was not asked for."""
        self._touched = True
        self.status.say("")

    @on(WorkFailed)
    def _tell_failure(self, report: WorkFailed) -> None:
        self.say(report.reason, warning=True)

    @on(TranscriptView.Moved)
    def _follow_place(self) -> None:
        self.show_place()

    def show_place(self) -> None:
        """Show in the status line where one is."""
        page, view = self.transcript.page, self.transcript
        if page is None:
            self.status.place = self.status.chapter = ""
            return
        narrow = self.has_class("-narrow")
        says_itself = view.scroll_y < 1 and not view.filtered  # the title stands on the page
        shown = view.filter.in_words if view.filtered else ""
        title = pane_title(page, narrow=narrow, turns_shown=shown)
        name = "Transcript" if says_itself else title
        if self.opened and self.reads_other:
            file = harmless_line(self.opened.path.name)
            name = file if says_itself else f"{file} ─ {name}"
        view.name_pane(name)
        read = self.opened is None or bool(self.opened.loaded.format)
        place = place_in_words(page.transcript, view.place, narrow=narrow) if read else ""
        self.status.place = f"{place} ─ {shown}" if shown and not narrow else place
        section = section_at(page, view.place)
        self.status.chapter = section.title if section else ""

    @property
    def reads_other(self) -> bool:
        """Whether the file that is open is not the main one of its episode, which is searched."""
        if self.opened is None or self.opened.number is None:
            return False
        episode = self.episodes.episode(self.opened.number)
        return episode is not None and self.opened.path in episode.others
