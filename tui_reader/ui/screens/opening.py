"""Opening episodes and files, in a thread: read, named, and with the hits and the place in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.worker import get_current_worker

from tui_reader.errors import ReaderError
from tui_reader.finding import STDIN
from tui_reader.harmless import harmless_line
from tui_reader.ui.reports import EpisodeOpened, OpenFailed, PeopleChanged, WorkFailed
from tui_reader.ui.screens.working import WorkingScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui_reader.anchoring.leaving import Return
    from tui_reader.identity import Identity
    from tui_reader.library import Episode
    from tui_reader.loading import Loaded
    from tui_reader.matching import Hit
    from tui_reader.model import Place, Transcript
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["OpeningScreen"]


class _Wanted(NamedTuple):
    """What is to be opened: a file of an episode, or one the library has not come to, at a time."""

    episode: Episode | None
    path: Path
    time: int | None = None


class OpeningScreen(WorkingScreen):
    """A screen that makes episodes ready to be read, and reports them.

    A newer opening takes the place of the one before it, whose report never comes.
    """

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
        from tui_reader.ui.open_episode import OpenEpisode

        worker = get_current_worker()
        path, time = wanted.path, wanted.time
        try:
            loaded = self._load(wanted)
        except ReaderError as error:
            if not worker.is_cancelled:
                name = harmless_line(path.name)
                self.post_message(OpenFailed(number, path, name, error.message))
            return
        if self.people.refresh() or self._follow(path, loaded.transcript):
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

    def _follow(self, path: Path, transcript: Transcript) -> bool:
        """Whether a file is what has become of one whose speakers have been given names."""
        gone = self.people.rules.gone
        if not gone or path == STDIN:
            return False
        from tui_reader.identity import identity
        from tui_reader.people import Where

        try:
            before = set(map(Where.episode, self.files_of(identity(path, transcript)))) & gone
            return bool(before) and self.people.follow(before, path, transcript.speakers)
        except ReaderError as error:
            self.post_message(WorkFailed(error.message))
            return False

    def files_of(self, identity: Identity) -> Iterable[Path]:
        """All files that an episode is known to have been in. A thread's work."""
        return ()

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


def _hits_or_none(text: str, opened: OpenEpisode) -> tuple[Hit, ...]:
    from tui_reader.ui.searching import find_hits

    if not text:
        return ()
    try:
        return find_hits(text, opened)
    except ReaderError:
        return ()
