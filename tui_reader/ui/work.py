"""The slow work of the screen, in threads that post reports and touch no widget.

What reads and searches is imported by the threads that do it, not before the first frame.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from tui_reader.errors import QueryError, ReaderError
from tui_reader.harmless import harmless_line
from tui_reader.ui.browser import open_link
from tui_reader.ui.reports import (
    BatchRead,
    EpisodeOpened,
    LibraryRead,
    NothingFound,
    OpenFailed,
    Searched,
    SearchFailed,
    WorkFailed,
)

if TYPE_CHECKING:
    from tui_reader.library import Episode, Library
    from tui_reader.matching import Hit
    from tui_reader.model import Place
    from tui_reader.request import ReadRequest
    from tui_reader.ui.results import Scope
    from tui_reader.ui.searching import OpenEpisode

__all__ = ["WorkingScreen"]


class WorkingScreen(Screen[None]):
    """A screen that can read a library, open episodes and search, all in the background.

    A newer opening or search takes the place of the one before it, whose report never comes.
    """

    def __init__(self, request: ReadRequest) -> None:
        super().__init__()
        self.request = request

    @cached_property
    def library(self) -> Library:
        """The episodes that were asked for."""
        from tui_reader.library import Library

        return Library(self.request.paths, self.request.stdin)

    @work(thread=True, group="library", exit_on_error=False)
    def read_library(self) -> None:
        """Read every file, and report batch by batch."""
        worker = get_current_worker()
        for batch in self.library.build():
            if worker.is_cancelled:
                return
            self.post_message(BatchRead(batch))
        if not len(self.library):
            self.post_message(NothingFound(self.library.left_out[0].message))
            return
        left_out = tuple(error.message for error in self.library.left_out)
        self.post_message(LibraryRead(left_out))

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def open_episode(
        self, episode: Episode, place: Place | None, text: str, is_hit: bool = False
    ) -> None:
        """Make an episode of the library ready to be read, with the hits of a search in it."""
        self._open(episode.number, episode.path, place, None, text, is_hit)

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def open_path(self, path: Path, time: int | None) -> None:
        """Make a file ready to be read at a time, before the library has come to it."""
        self._open(None, path, None, time, "", False)

    def _open(
        self,
        number: int | None,
        path: Path,
        place: Place | None,
        time: int | None,
        text: str,
        is_hit: bool,
    ) -> None:
        from tui_reader.goto import place_at_clock
        from tui_reader.library import open_file
        from tui_reader.ui.searching import OpenEpisode

        worker = get_current_worker()
        try:
            transcript = open_file(path, self.request.stdin).transcript
        except ReaderError as error:
            if not worker.is_cancelled:
                name = harmless_line(path.name)
                self.post_message(OpenFailed(number, name, error.message))
            return
        if time is not None:
            if transcript.timed:
                place = place_at_clock(transcript, time)
            else:
                self.post_message(WorkFailed("This transcript has no times to open it at."))
        opened = OpenEpisode.of(number, transcript)
        hits = _hits_or_none(text, opened)
        if not worker.is_cancelled:
            self.post_message(EpisodeOpened(opened, place, text, hits, is_hit))

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def search(
        self,
        text: str,
        scope: Scope,
        opened: OpenEpisode | None,
        live: bool,
        finished: bool = False,
        shown: tuple[int | None, int] | None = None,
    ) -> None:
        """Search what is typed, and report the answer unless a newer search was begun."""
        from tui_reader.index import Abandoned
        from tui_reader.ui.searching import run_search

        worker = get_current_worker()
        answers = run_search(
            text,
            scope,
            self.library,
            opened,
            lambda: worker.is_cancelled,
            finished=finished,
            shown=shown,
        )
        try:
            for results in answers:
                if not worker.is_cancelled:
                    self.post_message(Searched(results, live))
                live = False
        except Abandoned:
            return
        except QueryError as error:
            if not worker.is_cancelled:
                self.post_message(SearchFailed(text, error.message))

    @work(thread=True, group="browser", exit_on_error=False)
    def open_in_browser(self, url: str) -> None:
        """Open a link outside."""
        try:
            open_link(url)
        except ReaderError as error:
            self.post_message(WorkFailed(error.message))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what broke: a slip in one piece of work does not take the reader down."""
        error = event.worker.error
        if event.state is WorkerState.ERROR:
            kind = type(error).__name__
            self.post_message(WorkFailed(harmless_line(f"Something broke ({kind}: {error}).")))

    def on_unmount(self) -> None:
        """Leave no process behind."""
        self.library.close()


def _hits_or_none(text: str, opened: OpenEpisode) -> tuple[Hit, ...]:
    from tui_reader.ui.searching import find_hits

    if not text:
        return ()
    try:
        return find_hits(text, opened)
    except QueryError:
        return ()
