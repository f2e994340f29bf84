"""The slow work of the screen, in threads that post reports and touch no widget.

What reads and searches is imported by the threads that do it, not before the first frame.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from tui_reader.errors import PathError, QueryError, ReaderError
from tui_reader.harmless import harmless_line
from tui_reader.ui.browser import open_link
from tui_reader.ui.reports import (
    BatchRead,
    EpisodeOpened,
    LibraryRead,
    NothingFound,
    OpenFailed,
    PeopleChanged,
    Searched,
    SearchFailed,
    SpeakersCounted,
    Widened,
    WordsFetched,
    WorkFailed,
)

if TYPE_CHECKING:
    from tui_reader.leaving import Return
    from tui_reader.library import Episode, Library
    from tui_reader.loading import Loaded
    from tui_reader.matching import Hit
    from tui_reader.model import Place, Transcript
    from tui_reader.people import People
    from tui_reader.request import ReadRequest
    from tui_reader.ui.entries import Spotted
    from tui_reader.ui.results import Results
    from tui_reader.ui.scope import Scope
    from tui_reader.ui.searching import OpenEpisode

__all__ = ["WorkingScreen"]

_AFTER_PAINT = 0.1
"""Seconds in which an answer is painted, undisturbed by what else there is to be known about it."""


class _Wanted(NamedTuple):
    """What is to be opened: a file of an episode, or one the library has not come to, at a time."""

    episode: Episode | None
    path: Path
    time: int | None = None


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

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def open_episode(
        self,
        episode: Episode,
        place: Place | None,
        text: str,
        is_hit: bool = False,
        other: Path | None = None,
    ) -> None:
        """Make an episode, or another of its files, ready to be read, with the hits in it."""
        self._open(episode.number, _Wanted(episode, other or episode.path), place, text, is_hit)

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def open_again(
        self, episode: Episode, path: Path, place: Place, before: OpenEpisode, text: str = ""
    ) -> None:
        """Make a file of an episode ready, at the words that were at `place` before.

        It is another one than was open `before`, or has changed on disk.
        """
        self._open(episode.number, _Wanted(episode, path), place, text, before=before)

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def open_path(self, path: Path, time: int | None, place: Place | None = None) -> None:
        """Make a file ready to be read at a time or place, before the library has come to it."""
        self._open(None, _Wanted(None, path, time), place)

    def _open(
        self,
        number: int | None,
        wanted: _Wanted,
        place: Place | None = None,
        text: str = "",
        is_hit: bool = False,
        before: OpenEpisode | None = None,
    ) -> None:
        from tui_reader.anchoring import same_place
        from tui_reader.ui.searching import OpenEpisode

        worker = get_current_worker()
        path, time = wanted.path, wanted.time
        try:
            loaded = self._load(wanted)
        except ReaderError as error:
            if not worker.is_cancelled:
                name = harmless_line(path.name)
                self.post_message(OpenFailed(number, path, name, error.message))
            return
        if self.people.refresh():
            self.post_message(PeopleChanged())
        labels = frozenset(loaded.transcript.speakers)
        transcript = self.people.named(loaded.transcript, path)
        loaded = replace(loaded, transcript=transcript)
        if time is not None:
            place = self._place_at(transcript, time)
        if before is not None and place is not None:
            anew = before.path == path
            place = same_place(place, before.loaded.transcript, transcript, by_time=not anew)
        alone = wanted.episode is None or path != wanted.episode.path
        opened = OpenEpisode.of(number, loaded, alone=alone, labels=labels)
        hits = _hits_or_none(text, opened)
        kept = self.place_kept(opened) if place is None else None
        if kept is not None:
            place = kept.look.place
        if not worker.is_cancelled:
            self.post_message(EpisodeOpened(opened, place, text, hits, is_hit, kept))

    def _place_at(self, transcript: Transcript, time: int) -> Place | None:
        from tui_reader.goto import place_at_clock

        if not transcript.timed:
            self.post_message(WorkFailed("This transcript has no times to open it at."))
            return None
        return place_at_clock(transcript, time)

    def place_kept(self, opened: OpenEpisode) -> Return | None:
        """Where one left an episode that is about to be shown. A thread's work."""

    def _load(self, wanted: _Wanted) -> Loaded:
        """Read a file as it is, or a whole episode from its main file."""
        from tui_reader.library import open_file

        episode = wanted.episode
        if episode is None:
            return open_file(wanted.path, self.request.stdin)
        other = None if wanted.path == episode.path else wanted.path
        return self.library.open(episode, other)

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
    except ReaderError:
        return ()
