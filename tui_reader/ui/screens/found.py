"""What a search found, shown in both panes, and how much of it there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on

from tui_reader.ui.episode_list import EpisodeList
from tui_reader.ui.reports import SpeakersCounted, WordsFetched
from tui_reader.ui.scope import Scope
from tui_reader.ui.screens.library import LibraryScreen
from tui_reader.ui.search_session import SearchSession

if TYPE_CHECKING:
    import datetime

    from tui_reader.request import ReadRequest

__all__ = ["FoundScreen"]

_BROAD = 120
"""From so many cells on, the list can have more of them while it shows hits."""


class FoundScreen(LibraryScreen):
    """A screen that shows what a search found."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self.session = SearchSession()
        if request.state.searches:
            self.session.last = (request.state.searches[-1], Scope.LIBRARY)
        self.is_list_kept = False
        """Whether the list is still that of the query before."""
        self.is_placed = True
        """Whether the place one is at has been chosen after the hits were known."""

    @on(events.Resize)
    def _give_hits_room(self) -> None:
        has_hits = self.session.in_library is not None
        self.episodes.set_class(has_hits and self.size.width >= _BROAD, "-broad")

    def show_found(self) -> None:
        """Show in both panes what there is by now."""
        session = self.session
        session.arrange(self.wanted, self.date_of)
        searched = session.results is not None
        number = None if self.reads_other else self.wanted
        self.transcript.show_hits(session.highlights(number) if searched else None)
        self._give_hits_room()
        self.keep_list(False)
        if session.in_library is None:
            self.episodes.show_episodes()
        else:
            self.episodes.show_results(session.entries, session.suggestions, session.texts)
        self.title_list()
        self.show_place()

    def date_of(self, number: int) -> datetime.date | None:
        """When an episode appeared, as far as that is known."""
        episode = self.episodes.episode(number)
        return episode.metadata.date if episode else None

    @on(EpisodeList.WordsMissing)
    def _fetch_missing(self, message: EpisodeList.WordsMissing) -> None:
        if self.session.in_library is not None:
            self.fetch_words(self.session.query, tuple(message.hits))

    @on(WordsFetched)
    def _show_words(self, report: WordsFetched) -> None:
        if report.text == self.session.query:
            self.session.texts.update(report.texts)
            self.episodes.refresh()

    @on(EpisodeList.OrderAsked)
    def _arrange_hits(self, message: EpisodeList.OrderAsked) -> None:
        order = self.session.order
        self.session.order = order.reversed if message.backwards else order.next
        self.show_found()
        self.say(f"Order of the hits: {self.session.order}.")

    def show_place(self) -> None:
        """Show where one is, among the hits too."""
        super().show_place()
        session = self.session
        if self.is_list_kept:
            self.bar.show_count("…")
            return
        place = self.transcript.place if self.is_placed else None
        counter = session.counter(self.wanted, place)
        if self.has_class("-narrow"):
            counter = counter.partition(" in ")[0].removesuffix(" similar")
        nothing = session.results is not None and not session.entries.total
        self.bar.show_count(counter, none=nothing)

    def keep_list(self, kept: bool) -> None:
        """Show what was found before, faintly, until it is known what comes in its place."""
        self.is_list_kept = kept
        self.episodes.set_class(kept and self.session.results is not None, "-outdated")

    def title_list(self) -> None:
        """Say around the list how many episodes it holds, in a search in which order and whose."""
        found = self.session.in_library
        if self.is_list_kept:
            return
        if found is None:
            super().title_list()
            return
        count = len({entry.episode for entry in self.session.entries})
        self.episodes.name_pane(
            f"{count} of {len(self.library)} ─ {self.session.order}",
            _who(self.session.speakers, self.episodes.size.width - 2),
        )

    @on(SpeakersCounted)
    def _name_speakers(self, report: SpeakersCounted) -> None:
        if report.text == self.session.query:
            self.session.speakers = report.speakers
            self.title_list()


def _who(speakers: Sequence[tuple[str, int]], width: int) -> str:
    """Whose hits they are, of as many as there is room for: `Omer 12 · Warren 3`."""
    told = ""
    for name, count in speakers:
        colon = ":" * name[-1:].isdigit()
        longer = f"{told} · {name}{colon} {count}" if told else f"{name}{colon} {count}"
        if cell_len(longer) > width:
            break
        told = longer
    return told
