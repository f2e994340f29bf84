"""What one has kept of the open episode, shown beside its words, and the way to all of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui_reader.ui.decorations import Decorations
from tui_reader.ui.errands import Errands
from tui_reader.ui.note_reports import EntryFound, EpisodeKept
from tui_reader.ui.screens.selecting import SelectingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.identity import Identity
    from tui_reader.marking.locating import Located
    from tui_reader.model import Place
    from tui_reader.request import ReadRequest
    from tui_reader.state.notebook import Entry
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["NotebookScreen"]


class NotebookScreen(SelectingScreen):
    """A screen that shows marks and notes, and goes to them in any episode."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self.errands = Errands()
        self.located: tuple[Located, ...] = ()
        """The marks and notes of the open episode."""
        self.lost: set[int] = set()
        """The ids of those, of any episode, whose words were looked for in vain."""

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready, and then what one has kept of it."""
        super().show_opened(opened, place)
        self.located = ()
        self.read_kept()

    def read_kept(self) -> None:
        """Look up what one has kept of the open episode, and show it."""
        self.keep(lambda identity: "")

    def keep(self, change: Callable[[Identity], str]) -> None:
        """Make a change to what one has kept of the open episode, which answers with a sentence."""
        if self.opened is not None and self.identity is not None:
            self.keep_of(self.opened, self.identity, change)

    def keep_of(
        self, opened: OpenEpisode, identity: Identity, change: Callable[[Identity], str]
    ) -> None:
        """The same for an episode that was open when somebody began to make the change."""
        self.errands.give(partial(self._keep, opened, identity, change), self)

    def _keep(
        self, opened: OpenEpisode, identity: Identity, change: Callable[[Identity], str]
    ) -> EpisodeKept:
        from tui_reader.marking.locating import locate

        told = change(identity)
        if told and not self.store.notebook.is_lasting:
            told = f"Only until you quit: {told}"
        entries = self.store.notebook.entries(identity)
        return EpisodeKept(opened, locate(entries, opened.page.transcript), told)

    @on(EpisodeKept)
    def _show_kept(self, report: EpisodeKept) -> None:
        if report.told:
            self.say(report.told)
        if report.opened is not self.opened:
            if report.told:  # it may be the same episode, read anew
                self.read_kept()
            return
        self.located = report.located
        found = [one for one in report.located if one.place is not None]
        self.lost -= {one.entry.id for one in found}
        self.lost |= {one.entry.id for one in report.located if one.place is None}
        marks = ((one.place, one.entry.letter) for one in found)
        notes = (turn for one in found if not one.entry.letter for turn in one.turns[:1])
        self.transcript.decorate(
            Decorations(
                tuple((place, letter) for place, letter in marks if place and letter),
                frozenset(notes),
            )
        )

    # Going there

    def go_to_entry(self, entry: Entry) -> None:
        """Go to a mark or note, in whichever episode it is."""
        here = next((one for one in self.located if one.entry.id == entry.id), None)
        if here is None:
            self.errands.give(partial(self._find_entry, entry), self)
        elif here.place is None:
            from tui_reader.ui.finding_entries import words_gone

            self._go_to_found(words_gone(entry))
        else:
            self.jump_to(here.place)

    def _find_entry(self, entry: Entry) -> EntryFound:
        from tui_reader.ui.finding_entries import find_entry

        return find_entry(entry, self.library)

    @on(EntryFound)
    def _go_to_found(self, report: EntryFound) -> None:
        opened, place = self.opened, report.place
        if report.complaint or report.path is None or place is None:
            self.lost |= {report.entry.id} if report.is_lost else set()
            self.say(report.complaint, warning=True)
        elif opened and opened.path == report.path and opened.number == report.number:
            self.jump_to(place)
        else:
            self.jump_from_here()
            self.focus_pane(self.transcript)
            episode = None if report.number is None else self.episodes.episode(report.number)
            if episode is None:
                self.open_stray(report.path, place)
            else:
                self.open(episode, place, self.session.query)

    def on_unmount(self) -> None:
        """Leave only once everything is on the disk."""
        self.errands.finish()
        for sentence in dict.fromkeys(self.errands.failed):
            self.tell_outside(sentence)
