"""Looking behind the page: what the open file is, its source, its editor, and its brothers."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import SuspendNotSupported
from textual.worker import get_current_worker

from tui_reader.errors import ReaderError
from tui_reader.ui.reports import SiblingsRead, SourceRead, WorkFailed
from tui_reader.ui.screens.places import PlacesScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.library import Episode
    from tui_reader.model import Place
    from tui_reader.ui.dialogs import Sibling
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["InspectingScreen"]


class InspectingScreen(PlacesScreen):
    """A screen that shows what a transcript was made of."""

    def action_about(self) -> None:
        """Show what the open file is, and what was wrong in it."""
        episode = self._open_episode
        if episode is not None and episode.others:
            self.read_siblings(episode, to_choose=False)
        else:
            self._show_about(())

    def action_other_file(self) -> None:
        """Choose another file of the episode to read."""
        episode = self._open_episode
        if episode is None or not episode.others:
            self.say("This episode has no other files.")
        else:
            self.read_siblings(episode, to_choose=True)

    @property
    def _open_episode(self) -> Episode | None:
        """The episode that is open, once the library has come to it."""
        return None if self.wanted is None else self.episodes.episode(self.wanted)

    @on(SiblingsRead)
    def _show_siblings(self, report: SiblingsRead) -> None:
        if report.number != self.wanted or self.opened is None or self.app.screen is not self:
            return
        if not report.to_choose:
            self._show_about(report.siblings)
            return
        from tui_reader.ui.dialogs import FilesDialog

        def switch(number: int | None) -> None:
            if number is not None:
                self.read_file(report.siblings[number].path)

        self.app.push_screen(FilesDialog(report.siblings, self.opened.path), switch)

    def _show_about(self, siblings: Sequence[Sibling]) -> None:
        from tui_reader.ui.dialogs import AboutDialog

        if self.opened is not None:
            opened, session = self.opened, self.session
            others = [sibling for sibling in siblings if sibling.path != opened.path]
            hits = [hit.turn for hit in session.hits] if session.text else None
            self.app.push_screen(AboutDialog(opened.loaded, others, session.text, hits))

    def action_left_out(self) -> None:
        """Show which files are not in the list, and why."""
        from tui_reader.ui.dialogs import LeftOutDialog

        library = self.library
        failed = [episode for episode in library.episodes if episode.error is not None]
        complaints = [error.message for error in library.left_out]
        dialog = LeftOutDialog(failed, library.strangers, library.passed_by, complaints)
        self.app.push_screen(dialog)

    @work(thread=True, exclusive=True, group="siblings", exit_on_error=False)
    def read_siblings(self, episode: Episode, to_choose: bool) -> None:
        """Look into every file of an episode, the main one first, for what it is."""
        from tui_reader.library import try_file
        from tui_reader.ui.dialogs.about import Sibling, file_in_words

        worker = get_current_worker()
        siblings = []
        for path in (episode.path, *episode.others):
            siblings.append(Sibling(path, file_in_words(try_file(path, self.request.stdin))))
            if worker.is_cancelled:
                return
        self.post_message(SiblingsRead(episode.number, tuple(siblings), to_choose))

    # The source

    def action_source(self) -> None:
        """Show the source of the open file at the place one is reading."""
        if self.opened is None:
            self.say("There is no file open.")
        else:
            self.read_source(self.opened, self._sources, self.transcript.place, to_edit=False)

    def action_edit(self) -> None:
        """Edit the open file at the place one is reading."""
        if self.opened is None:
            self.say("There is no file to edit.")
        else:
            self.read_source(self.opened, self._sources, self.transcript.place, to_edit=True)

    @property
    def _sources(self) -> Sequence[Path]:
        """The files from which what is open was put together, beside the one it is called after."""
        episode = self._open_episode
        return () if episode is None or self.reads_other else episode.others

    @work(thread=True, exclusive=True, group="source", exit_on_error=False)
    def read_source(
        self, opened: OpenEpisode, others: Sequence[Path], place: Place, to_edit: bool
    ) -> None:
        """Read the text of the open file, or of the one that notes are from, and find a place."""
        from tui_reader.ui.sources import read_at

        worker = get_current_worker()
        try:
            found = read_at(opened.loaded, others, place, self.request.stdin, to_edit)
        except ReaderError as error:
            self.post_message(WorkFailed(error.message))
            return
        if not worker.is_cancelled:
            self.post_message(SourceRead(opened, found.path, found.text, found.place, to_edit))

    @on(SourceRead)
    def _show_source(self, report: SourceRead) -> None:
        from tui_reader.ui.dialogs import SourceScreen

        if self.opened is None or self.opened.path != report.opened.path:
            return  # another file has been opened meanwhile
        if report.to_edit:
            self._edit(report.path, report.place.line)
        elif self.app.screen is self:
            shown = SourceScreen(report.path, report.source, report.place)
            self.app.push_screen(shown, partial(self._edit, report.path))

    def _edit(self, path: Path, line: int | None) -> None:
        """Leave the terminal to the editor; what it has changed is noticed on disk."""
        from tui_reader.editing import check_editable, edit, editor_command

        if line is None:
            return
        try:
            check_editable(path)
            command = editor_command(path, line, os.environ)
            with self.app.suspend():
                edit(command)
        except SuspendNotSupported:
            self.say("This terminal cannot be left to an editor.", warning=True)
        except ReaderError as error:
            self.say(error.message, warning=True)
