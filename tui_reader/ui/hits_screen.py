"""Hit by hit: what was found, in both panes, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on

from tui_reader.model import Place
from tui_reader.ui.entries import Spotted
from tui_reader.ui.episode_list import EpisodeList
from tui_reader.ui.reading_screen import ReadingScreen
from tui_reader.ui.reports import EpisodeOpened, SpeakersCounted, WordsFetched
from tui_reader.ui.search_session import Origin, SearchSession

if TYPE_CHECKING:
    import datetime

    from tui_reader.library import Episode
    from tui_reader.matching import Span
    from tui_reader.motions import Direction
    from tui_reader.request import ReadRequest
    from tui_reader.ui.searching import OpenEpisode

__all__ = ["HitsScreen"]

_BROAD = 120
"""From so many cells on, the list can have more of them while it shows hits."""


class HitsScreen(ReadingScreen):
    """A screen that shows what a search found, and goes along it."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self.session = SearchSession()
        self.returning: Origin | None = None
        """Where the search began, while that episode is being opened again."""
        self._opening = False

    @on(events.Resize)
    def _give_hits_room(self) -> None:
        has_hits = self.session.in_library is not None
        self.episodes.set_class(has_hits and self.size.width >= _BROAD, "-broad")

    # Showing

    def show_found(self) -> None:
        """Show in both panes what there is by now."""
        session = self.session
        session.arrange(self.wanted, self._date)
        searched = session.results is not None
        self.transcript.show_hits(session.highlights(self.wanted) if searched else None)
        self._give_hits_room()
        if session.in_library is None:
            self.episodes.show_episodes()
        else:
            self.episodes.show_results(session.entries, session.suggestions, session.texts)
        self.title_list()
        self.show_place()

    def _date(self, number: int) -> datetime.date | None:
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
        counter = session.counter(self.wanted, self.transcript.place)
        if self.has_class("-narrow"):
            counter = counter.partition(" in ")[0].removesuffix(" similar")
        nothing = session.results is not None and not session.entries.total
        self.bar.show_count(counter, none=nothing)

    def title_list(self) -> None:
        """Say around the list how many episodes it holds, in a search in which order and whose."""
        found = self.session.in_library
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

    # Going from hit to hit

    def action_hit(self, direction: Direction) -> None:
        """Go to the next or previous hit, first to what the same turn has out of sight."""
        if self._opening or self._go_on_in_turn(direction):
            return
        step = self.session.step(self.wanted, self.transcript.place.turn, direction)
        if step is None:
            self.say(f"There are no hits for {self.session.text}.", warning=True)
            return
        if step.wrapped:
            self.say("From the beginning again." if direction > 0 else "From the end again.")
        elif step.kind is not None and step.kind is not self.session.kind:
            self.say(f"From here on: {step.kind.value}.")
        if step.number is not None:
            self._show_hit(Spotted(step.kind, step.number, step.turn), direction)
        else:
            self.session.kind = step.kind
            self.go_to_hit(step.turn, direction)

    def _go_on_in_turn(self, direction: Direction) -> bool:
        """Go to the words of the current hit that are beyond the window, if there are any."""
        place = self.transcript.place
        if self.transcript.current_hit != place.turn:
            return False
        spans = self.session.spans(self.wanted, place.turn)
        places = [Place(place.turn, span.start) for span in spans]
        for further in places[::direction]:
            beyond = self.transcript.is_beyond(further, direction)
            if beyond and (further > place if direction > 0 else further < place):
                self.transcript.go_to_hit(further)
                return True
        return False

    def go_to_hit(self, turn: int, direction: Direction = 1) -> None:
        """Go to the hit in a turn of the open episode: from above to its first words."""
        spans = self.session.spans(self.wanted, turn)[::direction]
        self.transcript.go_to_hit(_place_of(turn, spans))

    def action_episode(self, step: Direction) -> None:
        """Open the next or previous episode of the list."""
        if self.session.in_library is None:
            super().action_episode(step)
            return
        entries = self.session.entries
        at = self.session.spotted(self.wanted, self.transcript.place.turn)
        number = entries.number(at.kind, at.episode)
        following = (0 if step > 0 else -1) if number is None else number + step
        if not len(entries) or (number is not None and not 0 <= following < len(entries)):
            self.say("This is the last episode." if step > 0 else "This is the first episode.")
            return
        entry = entries[following % len(entries)]
        self._show_hit(entry.spotted(entry.best))

    # Reading, while a search is on

    def preview(self, episode: Episode) -> None:
        """Show the episode under the cursor, in a library search at the hit there."""
        hit = self._hit_in(episode.number)
        if hit is not None:
            self._show_hit(hit)
        elif episode.number != self.wanted:
            self.open(episode, text=self.session.query)

    def _hit_in(self, number: int) -> Spotted | None:
        """The hit under the cursor, if it is in this episode, else the best there."""
        if self.session.in_library is None:
            return None
        hit = self.episodes.hit
        if hit is not None and hit.episode == number:
            return hit
        entry = self.session.entries.number(None, number)
        return None if entry is None else _best(self.session, entry)

    def _show_hit(self, hit: Spotted, direction: Direction = 1) -> None:
        self.session.kind = hit.kind
        self.episodes.highlight(hit)
        if hit.episode == self.wanted and not self._opening:
            self.go_to_hit(hit.turn, direction)
        elif episode := self.episodes.episode(hit.episode):
            self.open(episode, Place(hit.turn), self.session.query, True)

    def open(
        self, episode: Episode, place: Place | None = None, text: str = "", is_hit: bool = False
    ) -> None:
        """Open an episode at a place, or say why it cannot be read."""
        self._opening = True
        super().open(episode, place, text, is_hit)

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready; its hits are not known yet."""
        self._opening = False
        self.session.take_hits(())
        super().show_opened(opened, place)

    @on(EpisodeOpened)
    def _show_ready(self, report: EpisodeOpened) -> None:
        if report.opened.number not in (None, self.wanted):
            return
        self.show_opened(report.opened, None if report.is_hit else report.place)
        if self.returning is not None and self.returning.number == report.opened.number:
            self.transcript.restore(self.returning.spot)
        self.returning = None
        if not self.session.text:
            return
        if report.text != self.session.query:
            self.search_again()
        self.session.take_hits(report.hits)
        self.session.arrange(self.wanted, self._date)
        self.transcript.show_hits(self.session.highlights(self.wanted))
        if report.is_hit and report.place is not None:
            self.go_to_hit(report.place.turn)
        self.show_place()

    def preview_pending(self) -> None:
        """Show at once what the cursor is about to show."""
        if self._preview is not None:
            self._preview_now()

    def preview_no_more(self) -> None:
        """Show nothing any more that the cursor has come by."""
        if self._preview is not None:
            self._preview.stop()
            self._preview = None

    def search_again(self) -> None:
        """Search once more for the same, since something is different now."""


def _best(session: SearchSession, number: int) -> Spotted:
    entry = session.entries[number]
    return entry.spotted(entry.best)


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


def _place_of(turn: int, spans: tuple[Span, ...]) -> Place:
    return Place(turn, spans[0].start if spans else 0)
