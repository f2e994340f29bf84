"""How far one is in the episodes of the list, and which of them one has read."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on, work

from tui_reader.counting import counted
from tui_reader.errors import PathError
from tui_reader.ui.placekeeper import Placekeeper
from tui_reader.ui.reports import HowFarKnown, LibraryRead, WorkFailed
from tui_reader.ui.screens.jumping import JumpingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.identity import Identity
    from tui_reader.library import Episode
    from tui_reader.request import ReadRequest
    from tui_reader.state import Store
    from tui_reader.ui.how_far import HowFar

__all__ = ["ProgressScreen"]


class ProgressScreen(JumpingScreen):
    """A screen whose list tells how far one is in every episode."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self.how_far: HowFar | None = None
        self._all_read: tuple[tuple[Identity, bool | None], ...] = ()
        """What was said before of the episodes that were all marked as read, to take it back."""
        self._said: dict[Identity, bool | None] = {}
        """What has been said of episodes, as long as it is being written down."""

    def on_mount(self) -> None:
        """Have the store before any thread asks for it: of two, each might make one."""
        self.call_after_refresh(lambda: self.keeper)

    @cached_property
    def store(self) -> Store:
        """What is kept between runs."""
        from tui_reader.state import Store

        return Store()

    @cached_property
    def keeper(self) -> Placekeeper:
        """Who writes down where one is."""
        return Placekeeper(self.store)

    @property
    def identity(self) -> Identity | None:
        """Who the open episode is; None where none is, or it could not be read."""
        return None if self.opened is None else self.opened.identity

    def tell_problems(self) -> None:
        """Say what has gone wrong with the files, each thing once. Any thread may call."""
        for problem in self.keeper.new_problems():
            self.post_message(WorkFailed(problem))

    @on(LibraryRead)
    def _look_up_how_far(self) -> None:
        self.write_kept()
        self._clear_out()

    @work(thread=True, group="kept", exit_on_error=False)
    def _clear_out(self) -> None:
        with suppress(PathError):  # if that matters, it is told by who writes something
            self.store.notebook.clear_out()

    @work(thread=True, group="kept", exit_on_error=False)
    def write_kept(self, told: str = "") -> None:
        """Write down what was noted, find out how far one is then, and tell of the change."""
        try:
            self.keeper.write()
            self.post_message(HowFarKnown(self.keeper.how_far(), told))
        except PathError as error:
            self.post_message(WorkFailed(error.message))
        self.tell_problems()

    @on(HowFarKnown)
    def _show_how_far(self, report: HowFarKnown) -> None:
        self.how_far = report.how_far
        known = report.how_far.marks
        self._said = {who: read for who, read in self._said.items() if known.of(who) != read}
        self.episodes.show_how_far(report.how_far)
        if report.told:
            self.say(report.told)

    def action_toggle_read(self) -> None:
        """Mark the episode as read, or as not read yet."""
        episode = self._meant
        if episode is None or episode.error is not None:
            self.say("There is no episode to mark as read.")
            return
        read = self._is_read(episode)
        told = "Marked as not read yet" if read else "Marked as read"
        self._all_read = ()
        self._mark([(self._who(episode), not read)], f"{told}: {episode.title}")

    def action_all_read(self) -> None:
        """Mark all episodes of the list as read; once more takes that back."""
        if self.session.in_library is not None:
            self.say("These are hits: leave the search to mark all of the list as read.")
            return
        who = map(self._who, (one for one in self.episodes.shown if one.error is None))
        marks = ((one, self._mark_of(one)) for one in who)
        unread = tuple((one, mark) for one, mark in marks if mark is not True)
        if not unread:
            self._take_back_all_read()
            return
        self._all_read = unread
        told = f"Marked {counted(len(unread), 'episode')} as read; once more takes it back."
        self._mark([(one, True) for one, _ in unread], told)

    def _take_back_all_read(self) -> None:
        before, self._all_read = self._all_read, ()
        if before:
            self._mark(before, f"{len(before)} marked as before.")
        else:
            self.say("All episodes of the list are marked as read.")

    @property
    def _meant(self) -> Episode | None:
        """The episode under the cursor of the list, or where one reads, the open one."""
        if self.focused is self.episodes:
            return self.episodes.highlighted
        return None if self.wanted is None else self.episodes.episode(self.wanted)

    def _is_read(self, episode: Episode) -> bool:
        return self._mark_of(self._who(episode)) is True

    def _mark_of(self, who: Identity) -> bool | None:
        if who in self._said:
            return self._said[who]
        return None if self.how_far is None else self.how_far.marks.of(who)

    def _who(self, episode: Episode) -> Identity:
        from tui_reader.library import identity_of

        is_open = self.opened is not None and self.opened.number == episode.number
        opened = self.identity if is_open and not self.reads_other else None
        return opened or identity_of(episode)

    def _mark(self, marks: Sequence[tuple[Identity, bool | None]], told: str) -> None:
        self._said.update(marks)
        self.keeper.mark(marks)
        self.write_kept(told)
