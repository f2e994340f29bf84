"""Keeping the place one is at in every episode."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from textual import on

from tui_reader.errors import PathError
from tui_reader.ui.placekeeper import Stay
from tui_reader.ui.reports import EpisodeOpened, WorkFailed
from tui_reader.ui.screens.progress import ProgressScreen
from tui_reader.ui.transcript_view import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.timer import Timer

    from tui_reader.anchoring.leaving import Look, Return
    from tui_reader.identity import Identity
    from tui_reader.model import Place
    from tui_reader.request import ReadRequest
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["PlacesScreen"]

KEPT_AFTER: Final = 1.0
"""Seconds one stays where one has gone to, until that place is kept."""


class PlacesScreen(ProgressScreen):
    """A screen that opens every episode where one left it.

    Where the list only shows an episode by the way, nothing is kept of it: only where somebody had
    the keyboard in the transcript, and moved there or stayed.
    """

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._look: Look | None = None
        """What was seen last of the open episode by somebody who reads in it."""
        self._has_moved = False
        self._staying: Timer | None = None
        self._came_at = 0.0
        self._coming_back: Return | None = None
        """Where one was in the episode that is about to be shown."""

    # Coming back

    def place_kept(self, opened: OpenEpisode) -> Return | None:
        """Where one left an episode that is about to be shown. A thread's work."""
        try:
            return self.keeper.place_kept(opened)
        except PathError as error:
            self.post_message(WorkFailed(error.message))
            return None
        finally:
            self.tell_problems()

    def files_of(self, identity: Identity) -> Iterable[Path]:
        """All files that an episode is known to have been in."""
        return self.keeper.files(identity)

    @on(EpisodeOpened)
    def _note_return(self, report: EpisodeOpened) -> None:
        self._coming_back = report.kept

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready, with the words on top that were there when one left it."""
        self._leave_episode()
        kept, self._coming_back = self._coming_back, None
        super().show_opened(opened, place)
        if kept is not None and kept.look.place == place:
            self.transcript.look_at(kept.look)
            if not kept.is_sure:
                self.say("The words you were at are gone from this file: this is the same time.")
        self._has_moved = False
        self._look = self._seen()
        if self._stay is not None:
            said = self.how_far and self.how_far.marks.of(self._stay.identity)
            self.keeper.begin(self._stay, is_said=said is not None)
        if self.focused is self.transcript:
            self._keep_soon()

    # Keeping

    def on_mount(self) -> None:
        """Notice every move, and leave nothing behind unkept."""
        view = self.query_one(TranscriptView)
        self.watch(view, "scroll_y", self._note_look, init=False)
        self.app.app_suspend_signal.subscribe(self, lambda _: self._keep_before_shell())

    @on(TranscriptView.Moved)
    def _note_look(self) -> None:
        """Take notice of what one sees, where one reads."""
        if not self._reads or self.identity is None:
            return
        look = self._seen()
        if look is not None and look != self._look:
            self._look, self._has_moved = look, True
            self._keep_soon()

    def pane_focused(self) -> None:
        """Whoever goes to the transcript and stays is reading there."""
        super().pane_focused()
        if self._reads:
            self._look = self._seen()
            self._keep_soon()
        elif not self._has_moved:
            self._stop_waiting()

    @property
    def _reads(self) -> bool:
        """Whether somebody reads what is shown, and hasn't gone on to an episode still to come."""
        return self.focused is self.transcript and not self.is_opening

    def _seen(self) -> Look | None:
        return None if self.identity is None else self.transcript.look

    def _keep_soon(self) -> None:
        self._came_at = monotonic()
        if self._staying is None:  # one timer, however many rows one scrolls meanwhile
            self._staying = self.set_timer(KEPT_AFTER, self._has_stayed)

    def _has_stayed(self) -> None:
        left = KEPT_AFTER - (monotonic() - self._came_at)
        if left > 0:
            self._staying = self.set_timer(left, self._has_stayed)
            return
        self._staying = None
        stay = self._stay
        if stay is not None:
            self.keeper.note(stay)
            self._has_moved = False
            self.write_kept()

    def _leave_episode(self) -> None:
        """Keep the place in the episode that will not be open any more, where one has read."""
        self._stop_waiting()
        stay = self._stay
        if stay is not None and self._has_moved:
            self.keeper.note(stay)
            self.write_kept()
        self._look, self._has_moved = None, False

    def _stop_waiting(self) -> None:
        if self._staying is not None:
            self._staying.stop()
            self._staying = None

    @property
    def _stay(self) -> Stay | None:
        if self.opened is None or self.identity is None or self._look is None:
            return None
        return Stay(self.identity, self.opened, self._look)

    def _keep_now(self) -> None:
        """Keep the place at once: there may be no time any more for a thread. Raises PathError."""
        stay = self._stay
        if stay is not None and self._has_moved:
            self.keeper.note(stay)
            self._has_moved = False
        self.keeper.write()

    def _keep_before_shell(self) -> None:
        try:
            self._keep_now()
        except PathError as error:
            self.say(error.message, warning=True)

    def on_unmount(self) -> None:
        """Keep where one was, and close the files."""
        try:
            self._keep_now()
        except PathError as error:
            self.tell_outside(error.message)
        self.store.close()

    def tell_outside(self, sentence: str) -> None:
        """Tell whoever is leaving, in their terminal."""
        before = self.app.return_value
        told = f"{before}\n{sentence}" if isinstance(before, str) else sentence
        self.app.exit(told, return_code=2)
