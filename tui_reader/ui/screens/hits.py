"""Hit by hit: the way from one to the next, in whichever episode it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui_reader.model import Place
from tui_reader.ui.entries import Spotted
from tui_reader.ui.reports import EpisodeOpened, OpenFailed
from tui_reader.ui.screens.found import FoundScreen
from tui_reader.ui.search_session import Origin, SearchSession

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.library import Episode
    from tui_reader.matching import Span
    from tui_reader.motions import Direction
    from tui_reader.request import ReadRequest
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["HitsScreen"]

_MOST_STEPS = 100
"""So many keys that are typed ahead are remembered."""


class HitsScreen(FoundScreen):
    """A screen that goes along what a search found."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self.returning: Origin | None = None
        """Where the search began, while that episode is being opened again."""
        self.is_opening = False
        self.is_opening_hit = False
        """Whether it is opened for a hit that somebody goes to."""
        self._steps = 0
        """How many hits further one is to go once there are any: below 0, back."""

    # Going from hit to hit

    def action_hit(self, direction: Direction) -> None:
        """Go to the next or previous hit, first to what the same turn has out of sight."""
        self.preview_pending()
        if self.reads_other and self.session.in_library is not None and not self.is_opening:
            self.read_file(None)  # what is searched in a library is the main file
        if self.is_opening or self.session.results is None:
            self._steps = max(-_MOST_STEPS, min(self._steps + direction, _MOST_STEPS))
            return
        if self._go_on_in_turn(direction):
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

    def forget_steps(self) -> None:
        """Nobody wants to go on to further hits any more."""
        self._steps = 0

    def take_steps(self) -> None:
        """Go to the hits one asked for while there was no answer or no episode yet."""
        while self._steps and not self.is_opening:
            direction: Direction = 1 if self._steps > 0 else -1
            self._steps -= direction
            self.action_hit(direction)

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
        self.is_placed = True
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
            self.take_steps()
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
        if hit.episode == self.wanted and not self.is_opening and not self.reads_other:
            self.go_to_hit(hit.turn, direction)
        elif episode := self.episodes.episode(hit.episode):
            self.open(episode, Place(hit.turn), self.session.query, True)

    def open(
        self,
        episode: Episode,
        place: Place | None = None,
        text: str = "",
        is_hit: bool = False,
        other: Path | None = None,
    ) -> None:
        """Open an episode at a place, or say why it cannot be read."""
        self.is_opening, self.is_opening_hit = True, is_hit
        if not is_hit:
            self.forget_steps()
        super().open(episode, place, text, is_hit, other)

    def read_file(self, path: Path | None) -> None:
        """Read another file of the open episode where one is, or its main one."""
        episode = None if self.wanted is None else self.episodes.episode(self.wanted)
        if episode is None or self.opened is None:
            return
        self.is_opening, self.is_opening_hit = True, False
        place, text = self.transcript.place, self.session.query if self.session.text else ""
        self.open_again(episode, path or episode.path, place, self.opened, text)

    @property
    def searched(self) -> int | None:
        """The number of the open episode, as long as what is open of it is what is searched."""
        return None if self.reads_other else self.wanted

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready; its hits are not known yet."""
        self.is_opening = self.is_opening_hit = self.is_placed = False
        self.session.take_hits(())
        super().show_opened(opened, place)
        self.is_placed = True

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
        self.session.arrange(self.wanted, self.date_of)
        self.transcript.show_hits(self.session.highlights(self.searched))
        if report.is_hit and report.place is not None:
            self.go_to_hit(report.place.turn)
        self.show_place()
        self.take_steps()

    def episode_moved(self, number: int, episode: Episode) -> None:
        """What was the episode with this `number` is another one now: come back to that too."""
        if number == self.wanted and self.is_opening:
            self.open(episode)
        super().episode_moved(number, episode)
        origin = self.session.origin
        if origin is not None and origin.number == number:
            self.session.origin = origin._replace(number=episode.number)

    @on(OpenFailed)
    def _stay_here(self) -> None:
        self.forget_steps()

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


def _place_of(turn: int, spans: tuple[Span, ...]) -> Place:
    return Place(turn, spans[0].start if spans else 0)
