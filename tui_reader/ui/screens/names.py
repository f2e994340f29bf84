"""What people are called: on the page, in the list and in searches, whenever it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from tui_reader.errors import ReaderError
from tui_reader.ui.reports import EpisodesNamed, PeopleChanged
from tui_reader.ui.screens.marks import MarksScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.model import Place
    from tui_reader.people import Rules
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["NamesScreen"]


class NamesScreen(MarksScreen):
    """A screen on which everybody is called what they are called now."""

    @work(thread=True, group="names", exit_on_error=False)
    def change_people(self, change: Callable[[], str]) -> None:
        """Write down who is who, and say what `change` says."""
        try:
            self.post_message(PeopleChanged(change()))
        except ReaderError as error:
            self.post_message(PeopleChanged(error.message))

    @on(PeopleChanged)
    def _take_names(self, report: PeopleChanged) -> None:
        before = self.library.rules
        if self.people.rules.rules != (before.rules if before is not None else ()):
            self._call_people()
        if report.said:
            self.say_of_people(report.said)

    def say_of_people(self, said: str) -> None:
        """Say what has become of a name."""
        self.say(said)

    def _call_people(self) -> None:
        """Have everybody called as they are known now: in the list, in searches, on the page."""
        self.library.call_people(self.people.rules)
        self.name_episodes(self.people.rules)
        if self.session.text:
            self.session.texts.clear()
            self.search_again()
        self._open_with_names()

    @work(thread=True, exclusive=True, group="naming", exit_on_error=False)
    def name_episodes(self, rules: Rules) -> None:
        """Find the episodes of the list in which people are called otherwise now."""
        from tui_reader.library import with_people

        held = self.episodes.episode
        named = (with_people(episode, rules) for episode in self.library.episodes)
        other = tuple(
            episode for episode in named
            if (before := held(episode.number)) is not None and before.shares != episode.shares
        )  # fmt: skip
        if other and not get_current_worker().is_cancelled:
            self.post_message(EpisodesNamed(other))

    @on(EpisodesNamed)
    def _show_names(self, report: EpisodesNamed) -> None:
        self.episodes.add(report.episodes)

    def _open_with_names(self) -> None:
        """Show the open episode with other names, its words on the same row."""
        opened = self.opened
        if opened is None or not opened.loaded.format:
            return
        if opened.number not in (None, self.wanted):
            return  # another episode is just being opened
        place = self.transcript.place
        episode = None if self.wanted is None else self.episodes.episode(self.wanted)
        self.keep_row()
        if episode is None:
            self.open_path(opened.path, None, place)
        else:
            text = self.session.query if self.session.text else ""
            self.open_again(episode, opened.path, place, opened, text)

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready; of one that was open, the same people as before."""
        before = self.opened
        if before is not None and before.path == opened.path:
            self._rename_in_filter(before, opened)
        super().show_opened(opened, place)

    def _rename_in_filter(self, before: OpenEpisode, opened: OpenEpisode) -> None:
        """Have those shown or hidden who were, under the names they have now."""
        old, new = before.page.transcript, opened.page.transcript
        if len(old.turns) != len(new.turns):
            return
        names = {a.speaker: b.speaker for a, b in zip(old.turns, new.turns, strict=True)}
        names.update((name, name) for name in new.speakers)
        self.rename_shown({old: new for old, new in names.items() if old and new})
