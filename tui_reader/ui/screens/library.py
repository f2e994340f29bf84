"""The library on the screen: what it has, what is new in it, and what has become of the rest."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from tui_reader.counting import counted
from tui_reader.harmless import harmless_line
from tui_reader.ui.episode_list import EpisodeList
from tui_reader.ui.reports import BatchRead, LibraryRead, NothingFound
from tui_reader.ui.screens.reading import ReadingScreen
from tui_reader.ui.status_bar import progress_bar

if TYPE_CHECKING:
    from tui_reader.library import Batch, Episode
    from tui_reader.request import ReadRequest

__all__ = ["LibraryScreen"]


class LibraryScreen(ReadingScreen):
    """A screen that shows the episodes as they are read, and as they change on disk."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._missed: dict[Hashable, int] = {}
        """The numbers of episodes that are gone from where they were, by what tells them apart."""
        self._lost: int | None = None
        """That of the open episode, if it is one of them."""

    @on(BatchRead)
    def _take_batch(self, report: BatchRead) -> None:
        """Show more episodes, and the first one as long as nobody has chosen another."""
        from tui_reader.library import with_people

        batch = report.batch
        changed = [episode for episode in batch.episodes if self.episodes.holds(episode.number)]
        self._miss(batch.gone)
        self.episodes.drop(batch.gone)
        self.episodes.add(with_people(episode, self.people.rules) for episode in batch.episodes)
        done = batch.done == batch.total
        self.status.progress = "" if done else progress_bar(batch.done, batch.total)
        self.set_class(self._is_single(batch), "-single")
        if self.has_class("-single") and self.focused is self.episodes:
            self.focus_pane(self.transcript)
        if done:
            self.title_list()
        self._find_again(batch)
        self._show_asked(batch)
        for episode in changed:
            if episode.number == self.wanted:
                self._read_again(episode)

    def _is_single(self, batch: Batch) -> bool:
        """Whether there is but one episode, and it is the one to be read: it needs no list."""
        if batch.total != 1 or len(self.library) > 1:
            return False
        return self.wanted is None or self.episodes.holds(self.wanted)

    def _show_asked(self, batch: Batch) -> None:
        """Say which episode the file is that was asked for; show the first where none was."""
        asked = self.request.open_at
        if self.wanted is None and asked is not None:
            for episode in batch.episodes:
                if asked.path in (episode.path, *episode.others):
                    self.wanted = episode.number
                    self.episodes.mark_open(episode.number)
        elif self.wanted is None:
            self._show_first()

    def _read_again(self, episode: Episode) -> None:
        """Show what has become of the open episode on disk, its words on the same row."""
        if self.opened is None or episode.error is not None:
            self.open(episode)
            return
        alone = self.opened.alone and self.opened.path in episode.others
        path = self.opened.path if alone else episode.path
        self.open_again(episode, path, self.transcript.place, self.opened)
        self.keep_row()

    # Files that are gone, or only elsewhere

    def _miss(self, gone: tuple[int, ...]) -> None:
        for number in gone:
            if number == self.wanted:
                self._lost = number
            if self.episodes.holds(number) and self.library[number].error is None:
                self._missed[_traits(self.library[number])] = number

    def _find_again(self, batch: Batch) -> None:
        """Know the episodes again that are only in another place; say so where one is nowhere."""
        if self._missed:
            for episode in batch.episodes:
                number = self._missed.pop(_traits(episode), None)
                if number is not None:
                    self.episode_moved(number, episode)
        if batch.done == batch.total:  # the last of what has changed
            if self._lost is not None and self._lost == self.wanted:
                self.say("The file of this episode is gone from the disk.", warning=True)
            self._missed, self._lost = {}, None

    def episode_moved(self, number: int, episode: Episode) -> None:
        """What was the episode with this `number` is another one now: go on in that."""
        if number != self.wanted:
            return
        self._lost = None
        if self.opened is None or self.opened.number != number:
            self.open(episode)
            return
        self.wanted = episode.number
        self.opened = replace(self.opened, number=episode.number)
        self.episodes.mark_open(episode.number)

    # The whole of it

    @on(NothingFound)
    def _give_up(self, report: NothingFound) -> None:
        """There is nothing to read, now or later: say so where the program was started."""
        self.app.exit(report.reason, return_code=2)

    @on(LibraryRead)
    def _finish_library(self, report: LibraryRead) -> None:
        self.status.progress = ""
        for sentence in report.left_out:
            self.say(sentence, warning=True)
        self.episodes.settle()
        if not self._touched:
            self._show_first()

    def _show_first(self) -> None:
        self.episodes.highlight_first()
        first = self.episodes.highlighted
        if first is not None and first.number != self.wanted:
            self.open(first)

    @on(EpisodeList.Arranged)
    def _title_arranged(self) -> None:
        self.title_list()

    def title_list(self) -> None:
        """Say above the list how many episodes it holds, and below how many files it does not."""
        from tui_reader.recording import ENDINGS

        passed_by = self.library.passed_by
        heard = sum(passed_by.get(ending, 0) for ending in ENDINGS)  # nobody misses them in a list
        count = len(self.library.strangers) + sum(passed_by.values()) - heard
        left_out = f"{counted(count, 'file')} left out" if count else ""
        shelf = self.episodes.shelf
        having = f" ─ {typed}" if (typed := harmless_line(shelf.typed.strip())) else ""
        self.episodes.name_pane(f"Episodes ─ {shelf.count}{having}", left_out)


def _traits(episode: Episode) -> Hashable:
    """What is the same of a file that was moved, and hardly ever of two."""
    return episode.title, episode.format, episode.duration, episode.turns, episode.shares
