"""The slow work of the screen, in threads that post reports and touch no widget.

What reads and searches is imported by the threads that do it, not before the first frame.
"""

from __future__ import annotations

from functools import cached_property
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

from textual import work
from textual.worker import Worker, WorkerState, get_current_worker

from tui_reader.errors import PathError, QueryError, ReaderError
from tui_reader.harmless import harmless_line
from tui_reader.ui.browser import open_link
from tui_reader.ui.reports import (
    BatchRead,
    LibraryRead,
    NothingFound,
    Searched,
    SearchFailed,
    SpeakersCounted,
    Widened,
    WordsFetched,
    WorkFailed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from tui_reader.library import Library
    from tui_reader.people import People
    from tui_reader.request import ReadRequest
    from tui_reader.state import State
    from tui_reader.ui.entries import Spotted
    from tui_reader.ui.open_episode import OpenEpisode
    from tui_reader.ui.results import Results
    from tui_reader.ui.scope import Scope

    _Feature = Screen[None]
else:
    # Textual looks each class of a screen through, and all that it comes from: in a chain as long
    # as this one that delays the first frame by a frame. So only the last of it is a whole screen.
    from textual.message_pump import MessagePump as _Feature

__all__ = ["WorkingScreen"]

_AFTER_PAINT = 0.1
"""Seconds in which an answer is painted, undisturbed by what else there is to be known about it."""


class WorkingScreen(_Feature):
    """A screen that can read a library and search it, all in the background.

    A newer search takes the place of the one before it, whose report never comes.
    """

    def __init__(self, request: ReadRequest) -> None:
        super().__init__()
        self.request = request

    @cached_property
    def library(self) -> Library:
        """The episodes that were asked for."""
        from tui_reader.library import Library

        return Library(self.request.paths, self.request.stdin, kept=self.request.cached)

    @cached_property
    def people(self) -> People:
        """Who is who."""
        from tui_reader.people import People

        return People.load()

    @work(thread=True, group="library", exit_on_error=False)
    def read_library(self) -> None:
        """Read every file, and report batch by batch."""
        from tui_reader.ui import result_listing, searching  # noqa: F401  # the first key waits not

        worker = get_current_worker()
        self.library.call_people(self.people.rules)
        for batch in self.library.build():
            if worker.is_cancelled:
                return
            self.post_message(BatchRead(batch))
        if not len(self.library):
            self.post_message(NothingFound(self.library.left_out[0].message))
            return
        notices = [*self.people.problems]
        notices += (error.message for error in self.library.left_out)
        if self.library.notice:
            notices.append(self.library.notice)
        self.post_message(LibraryRead(tuple(notices)))
        # Not work that anybody waits for: it ends when the library is closed.
        Thread(target=self._watch_library, name="watch", daemon=True).start()

    def _watch_library(self) -> None:
        """Report what changes on disk from now on."""
        try:
            for batch in self.library.watch():
                self.post_message(BatchRead(batch))
        except PathError as error:
            self.post_message(WorkFailed(error.message))

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

        def tell(results: Results) -> None:
            if not worker.is_cancelled:
                self.post_message(Searched(results, live, opened))

        try:
            results = run_search(
                text,
                scope,
                self.library,
                opened,
                lambda: worker.is_cancelled,
                finished=finished,
                shown=shown,
                tell=tell if live else None,
            )
            tell(results)
            self._count_speakers(results, worker)
        except Abandoned:
            return
        except ReaderError as error:
            if not worker.is_cancelled:
                position = error.position if isinstance(error, QueryError) else None
                self.post_message(SearchFailed(text, error.message, position))

    def _count_speakers(self, results: Results, worker: Worker[None]) -> None:
        from tui_reader.ui.searching import count_speakers

        sleep(_AFTER_PAINT)
        try:
            speakers = count_speakers(results, self.library, lambda: worker.is_cancelled)
        except ReaderError:
            return  # some hits take too long to be found once more
        if not worker.is_cancelled:
            self.post_message(SpeakersCounted(results.text, speakers))

    @work(thread=True, exclusive=True, group="widen", exit_on_error=False)
    def widen(self, results: Results, number: int | None) -> None:
        """Look for what is only similar to `results`, in the open episode that is `number`."""
        from tui_reader.index import Abandoned
        from tui_reader.ui.results import Similar
        from tui_reader.ui.similar_search import find_similar

        worker = get_current_worker()
        answers = find_similar(results, self.library, number, lambda: worker.is_cancelled)
        try:
            for similar, is_all in answers:
                if not worker.is_cancelled:
                    self.post_message(Widened(similar, is_all))
        except Abandoned:
            return
        except ReaderError as error:
            if not worker.is_cancelled:
                self.post_message(Widened(Similar(results.text, results.scope), True))
                self.post_message(WorkFailed(error.message))

    @property
    def is_widening(self) -> bool:
        """Whether something similar is being looked for."""
        return any(worker.group == "widen" and not worker.is_finished for worker in self.workers)

    @work(thread=True, group="words", exit_on_error=False)
    def fetch_words(self, text: str, hits: tuple[Spotted, ...]) -> None:
        """Look up the words of some hits of the search for `text`."""
        from tui_reader.index import Abandoned
        from tui_reader.ui.searching import words_of

        try:
            texts = words_of(text, hits, self.library)
        except Abandoned:
            return
        except ReaderError as error:
            self.post_message(WorkFailed(error.message))
            return
        self.post_message(WordsFetched(text, texts))

    @work(thread=True, group="state", exit_on_error=False)
    def remember(self, change: Callable[[State], State]) -> None:
        """Change what the next start is to begin with."""
        from tui_reader import state

        try:
            state.update(change)
        except PathError as error:
            self.post_message(WorkFailed(error.message))

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
