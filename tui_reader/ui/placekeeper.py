"""Writing down where one is, one after the other, whichever thread has time for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from tui_reader import state
from tui_reader.errors import PathError
from tui_reader.finding import STDIN

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.anchoring.leaving import Look, Return
    from tui_reader.identity import Identity
    from tui_reader.state import State, Store
    from tui_reader.ui.how_far import HowFar
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["Placekeeper", "Stay"]


class Stay(NamedTuple):
    """Somebody stays in an episode, and what they see there."""

    identity: Identity
    opened: OpenEpisode
    look: Look


class Placekeeper:
    """Keeps places in a `store`; the last one noted of every episode is what is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._noted: dict[Path, Stay] = {}
        self._marks: list[tuple[Identity, bool | None]] = []
        self._noting = Lock()
        self._writing = Lock()
        self._episode: Path | None = None
        self._ended: set[Path] = set()
        """The episodes to whose end one has come since they were opened."""
        self._told: set[str] = set()

    def place_kept(self, opened: OpenEpisode) -> Return | None:
        """Where one left an episode, if that is known; raises PathError."""
        kept = opened.identity and self._store.places.get(opened.identity)
        if kept is None:
            return None
        from tui_reader.anchoring.leaving import came_back

        return came_back(opened.page.transcript, kept.anchor, kept.top, kept.shift)

    def files(self, identity: Identity) -> tuple[Path, ...]:
        """All files that an episode was found in; raises PathError."""
        return self._store.places.files(identity)

    def begin(self, stay: Stay, *, is_said: bool) -> None:
        """An episode has been opened; it `is_said` already whether it was read."""
        if is_said and stay.look.at_end:
            self._ended.add(stay.identity.path)
        else:
            self._ended.discard(stay.identity.path)

    def note(self, stay: Stay) -> None:
        """Have a place written next."""
        with self._noting:
            self._noted[stay.identity.path] = stay

    def mark(self, marks: Iterable[tuple[Identity, bool | None]]) -> None:
        """Have written next which episodes were read; None takes back whatever was said."""
        with self._noting:
            self._marks.extend(marks)

    def write(self) -> None:
        """Write what was noted, in its order; raises PathError where that cannot be."""
        with self._writing:
            with self._noting:
                marks, self._marks = self._marks, []
            if marks:
                self._write_marks(marks)
            while (stay := self._next()) is not None:
                try:
                    self._write(stay)
                except PathError:
                    with self._noting:
                        self._noted.setdefault(stay.identity.path, stay)  # for another time
                    raise

    def how_far(self) -> HowFar:
        """How far one is in all episodes by now; raises PathError."""
        from tui_reader.ui.how_far import HowFar

        return HowFar(self._store.places.progress(), self._store.notebook.read())

    def new_problems(self) -> list[str]:
        """What has gone wrong with the files since this was last asked."""
        new = [problem for problem in self._store.problems if problem not in self._told]
        self._told.update(new)
        return new

    def _next(self) -> Stay | None:
        with self._noting:
            path = next(iter(self._noted), None)
            return None if path is None else self._noted.pop(path)

    def _write_marks(self, marks: list[tuple[Identity, bool | None]]) -> None:
        try:
            self._store.notebook.set_all_read(marks)
        except PathError:
            with self._noting:
                self._marks[:0] = marks  # for another time, before what has been said since
            raise

    def _write(self, stay: Stay) -> None:
        who, notebook = stay.identity, self._store.notebook
        from tui_reader.anchoring.leaving import left

        leave = left(stay.opened.page.transcript, stay.look)
        self._store.places.put(who, leave.place, leave.progress, leave.top, leave.shift)
        if stay.look.at_end and who.path not in self._ended:
            notebook.set_read(who, True)
            self._ended.add(who.path)  # once: whoever says then that it is unread is right
        else:
            notebook.seen(who)
        if stay.opened.path not in (self._episode, STDIN):
            self._episode = stay.opened.path
            state.update(self._with_episode)

    def _with_episode(self, remembered: State) -> State:
        return replace(remembered, episode=self._episode)
