"""Searching while one reads: live in the bar, hit by hit in the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from tui_reader.model import Place
from tui_reader.ui.keymap import COMMANDS, Where, bindings
from tui_reader.ui.reading_screen import ReadingScreen
from tui_reader.ui.reports import BatchRead, EpisodeOpened, LibraryRead, Searched, SearchFailed
from tui_reader.ui.results import Scope
from tui_reader.ui.search_bar import SearchBar
from tui_reader.ui.search_session import Origin, SearchSession

if TYPE_CHECKING:
    from tui_reader.library import Episode
    from tui_reader.matching import Span
    from tui_reader.motions import Direction
    from tui_reader.request import ReadRequest
    from tui_reader.ui.searching import OpenEpisode

__all__ = ["SearchingScreen"]

_SEARCH_AGAIN_AFTER = 0.5
"""Seconds between the searches that take in what has been indexed meanwhile."""

_OPEN_INPUTS = {command.action for command in COMMANDS if command.opens_input}


class SearchingScreen(ReadingScreen):
    """A screen on which one searches the open episode or the library."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.FIND)

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self.session = SearchSession()
        self._will_search_again = False
        self._returning: Origin | None = None
        """Where the search began, while that episode is being opened again."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types a query, every letter belongs to it."""
        if action in _OPEN_INPUTS and self.bar.has_focus_within:
            return False
        return super().check_action(action, parameters)

    @property
    def _scope_here(self) -> Scope:
        return Scope.LIBRARY if self.focused is self.episodes else Scope.EPISODE

    def pane_focused(self) -> None:
        """Show what would be searched from here, as long as nothing is."""
        if not self.session.text:
            self.bar.set_scope(self._scope_here)

    def action_search(self) -> None:
        """Search where one is: the library from the list, the episode from the transcript."""
        self._begin_search(self._scope_here)

    def action_search_library(self) -> None:
        """Search all episodes."""
        self._begin_search(Scope.LIBRARY)

    def action_switch_scope(self) -> None:
        """Switch between episode and library."""
        self.bar.set_scope(self.bar.scope.other)

    def _begin_search(self, scope: Scope) -> None:
        if self.session.origin is None:
            in_list = self.focused is self.episodes
            here = self.transcript
            self.session.origin = Origin(self.wanted, here.place, in_list, here.spot)
        self.bar.open(scope)

    @on(SearchBar.Changed)
    def _search_typed(self, message: SearchBar.Changed) -> None:
        self.somebody_is_there()
        self.session.text, self.session.scope = message.text.strip(), message.scope
        if self.session.text:
            self.search(message.text, message.scope, self.opened, live=True)
        else:
            self.workers.cancel_group(self, "search")
            self._show_no_search()

    @on(Searched)
    def _show_results(self, report: Searched) -> None:
        results = report.results
        if results.text.strip() != self.session.text or results.scope is not self.session.scope:
            return
        self.session.results = results
        self.transcript.show_hits(results.hits)
        in_library = results.scope is Scope.LIBRARY
        self.episodes.show_results(results.episodes if in_library else None)
        self.title_list()
        self.show_place()
        if not report.live:
            return
        if in_library:
            self._preview_first()
        else:
            self._show_first_hit()

    def _show_first_hit(self) -> None:
        """While one types, show the next hit from where one was."""
        origin = self.session.origin
        if origin is None and self.session.spans(self.transcript.place.turn):
            self._go_to_hit(self.transcript.place.turn)
            return
        place = origin.place if origin else self.transcript.place
        hit = self.session.first(place)
        if hit is not None:
            self.transcript.go_to_hit(_place_of(hit.turn, hit.spans))
        elif origin is not None and origin.number == self.wanted:
            self.transcript.restore(origin.spot)

    def _preview_first(self) -> None:
        """While one types, show the first hit of the most relevant episode."""
        found = self.session.results
        if self.session.origin is None and found and self.wanted in found.episodes:
            return
        self.episodes.highlight_first()
        if self.session.results and self.session.results.episodes:
            first = self.episodes.highlighted
            if first is not None:
                self.preview(first, again=True)

    @on(SearchFailed)
    def _show_no_results(self, report: SearchFailed) -> None:
        """What is typed says nothing yet: show no hits, and make no noise about it."""
        if report.text.strip() == self.session.text:
            self._show_no_search()

    def _show_no_search(self) -> None:
        self.session.results = None
        self.transcript.show_hits(())
        self.episodes.show_results(None)
        self.title_list()
        self.show_place()

    @on(SearchBar.Submitted)
    def _read_on_at_hit(self) -> None:
        """Read on at the hit that is shown."""
        found = self.session.results
        if self.session.text and found is not None and not found.total:
            where = "this episode" if found.scope is Scope.EPISODE else "the library"
            self.say(f"Nothing in {where} has {self.session.text}.", warning=True)
            return
        if not self.session.text:
            self._leave_search()
            self._repeat_search()
            return
        self.session.accept()
        self.focus_pane(self.transcript)
        here = (self.wanted, self.transcript.place.turn)
        self.search(
            self.session.text,
            self.session.scope,
            self.opened,
            live=True,
            finished=True,
            shown=here if found is not None and found.has(*here) else None,
        )

    def _repeat_search(self) -> None:
        """Search again for what was searched last, from here."""
        if self.session.last is None:
            self.say("Nothing is searched for yet: press / first.")
            return
        self.session.text, self.session.scope = self.session.last
        self.bar.show(self.session.text, self.session.scope)
        self.focus_pane(self.transcript)
        self.search(self.session.text, self.session.scope, self.opened, live=True, finished=True)

    @on(SearchBar.Downward)
    def _choose_result(self) -> None:
        if self.session.scope is Scope.LIBRARY:
            self.focus_pane(self.episodes)
        else:
            self.focus_pane(self.transcript)

    def action_leave(self) -> None:
        """Leave the search: back to where it began, nothing highlighted."""
        if self.bar.has_focus_within or self.session.text:
            self._leave_search()

    def _leave_search(self) -> None:
        typing, origin = self.bar.has_focus_within, self.session.origin
        self.workers.cancel_group(self, "search")
        self.session.clear()
        self.bar.clear()
        self._show_no_search()
        if not typing or origin is None:
            return
        self.focus_pane(self.episodes if origin.in_list else self.transcript)
        if origin.number == self.wanted:
            self.transcript.restore(origin.spot)
        elif origin.number is not None:
            self._returning = origin
            self.open(self.library[origin.number])

    def action_hit(self, direction: Direction) -> None:
        """Go to the next or previous hit, first to what the same turn has out of sight."""
        if not self.session.text:
            self._repeat_search()
            return
        if self.opened is not None and self.opened.number not in (None, self.wanted):
            return  # the next episode is still being opened
        if self._go_on_in_turn(direction):
            return
        step = self.session.step(self.wanted, self.transcript.place.turn, direction)
        if step is None:
            self.say(f"There are no hits for {self.session.text}.", warning=True)
            return
        if step.wrapped:
            self.say("From the beginning again." if direction > 0 else "From the end again.")
        if step.number == self.wanted:
            self._go_to_hit(step.turn, direction)
        elif step.number is not None:
            self.open(self.library[step.number], Place(step.turn), self.session.query, True)

    def _go_on_in_turn(self, direction: Direction) -> bool:
        """Go to the words of the current hit that are beyond the window, if there are any."""
        place = self.transcript.place
        if self.transcript.current_hit != place.turn:
            return False
        places = [Place(place.turn, span.start) for span in self.session.spans(place.turn)]
        for further in places[::direction]:
            beyond = self.transcript.is_beyond(further, direction)
            if beyond and (further > place if direction > 0 else further < place):
                self.transcript.go_to_hit(further)
                return True
        return False

    def _go_to_hit(self, turn: int, direction: Direction = 1) -> None:
        spans = self.session.spans(turn)[::direction]
        self.transcript.go_to_hit(_place_of(turn, spans))

    # Reading, while a search is on

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready; its hits are not known yet."""
        self.session.take_hits(())
        super().show_opened(opened, place)

    @on(EpisodeOpened)
    def _show_ready(self, report: EpisodeOpened) -> None:
        if report.opened.number not in (None, self.wanted):
            return
        self.show_opened(report.opened, None if report.is_hit else report.place)
        if self._returning is not None and self._returning.number == report.opened.number:
            self.transcript.restore(self._returning.spot)
        self._returning = None
        if not self.session.text:
            return
        if report.text != self.session.query:
            self.search(self.session.query, self.session.scope, self.opened, live=False)
        self.session.take_hits(report.hits)
        self.transcript.show_hits(report.hits)
        if report.is_hit and report.place is not None:
            self._go_to_hit(report.place.turn)
        self.show_place()

    def preview(self, episode: Episode, *, again: bool = False) -> None:
        """Show the episode under the cursor, in a library search at its first hit."""
        found = self.session.in_library
        result = found.episodes.get(episode.number) if found else None
        if result is None:
            if episode.number != self.wanted:
                self.open(episode, text=self.session.query)
        elif episode.number != self.wanted:
            self.open(episode, Place(result.turns[0]), self.session.query, True)
        elif again and self.opened is not None:
            self._go_to_hit(result.turns[0])

    @on(BatchRead)
    @on(LibraryRead)
    def _search_what_came(self) -> None:
        """Let a search take in what has been indexed since, now and then."""
        if self.session.in_library is None or self._will_search_again:
            return
        self._will_search_again = True
        self.set_timer(_SEARCH_AGAIN_AFTER, self._search_again)

    def _search_again(self) -> None:
        self._will_search_again = False
        if self.session.in_library is not None:
            self.search(self.session.query, self.session.scope, self.opened, live=False)

    def show_place(self) -> None:
        """Show where one is, among the hits too."""
        super().show_place()
        counter = self.session.counter(self.wanted, self.transcript.place)
        found = self.session.results
        if self.has_class("-narrow"):
            counter = counter.partition(" in ")[0]
        self.bar.show_count(counter, none=found is not None and not found.total)

    def title_list(self) -> None:
        """Say above the list how many episodes it holds, of how many in a search."""
        found = self.session.in_library
        if found is None:
            super().title_list()
            return
        title = f"{len(found.episodes)} of {len(self.library)} episodes"
        self.episodes.border_title = Content(title)


def _place_of(turn: int, spans: tuple[Span, ...]) -> Place:
    return Place(turn, spans[0].start if spans else 0)
