"""The people who speak: who they are, and whom to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from tui_reader.errors import ReaderError
from tui_reader.harmless import harmless_line
from tui_reader.model import Place
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.reports import PeopleSuggested, WorkFailed
from tui_reader.ui.screens.names import NamesScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.people import Reach, Rules, Where
    from tui_reader.people.gathering import Person
    from tui_reader.people.suggestion import Suggestion
    from tui_reader.request import ReadRequest
    from tui_reader.ui.dialogs.speakers import SpeakersDialog
    from tui_reader.ui.open_episode import OpenEpisode
    from tui_reader.ui.roll import Roll

__all__ = ["PeopleScreen"]


class PeopleScreen(NamesScreen):
    """A screen that knows who is who."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._panel: SpeakersDialog | None = None
        self._suggested: tuple[Suggestion, ...] = ()
        self._is_looking = False
        self._gathered: tuple[Rules, int, Sequence[Person]] | None = None
        """Everybody, by the rules and the version of the index that they were gathered by."""

    def action_speakers(self) -> None:
        """Show who speaks."""
        from tui_reader.ui.dialogs.speakers import SpeakersDialog

        self.change_people(self._follow_people)
        self._look_for_people()
        self._panel = SpeakersDialog(self)
        self.app.push_screen(self._panel, self._close_panel)

    def _follow_people(self) -> str:
        """Take in what has been written into the file meanwhile; what is wrong with it."""
        self.people.refresh()
        return self.people.problems[0] if self.people.problems else ""

    def _close_panel(self, _: None) -> None:
        self._panel = None
        self._forget_suggestions()

    def roll(self) -> Roll:
        """Who speaks, as things are now."""
        from tui_reader.ui.roll import Roll, speaking

        opened = self.opened
        if opened is None or not opened.loaded.format:
            return Roll()
        title = opened.page.transcript.metadata.title
        here, by_time = speaking(opened.shares, *self.speakers_shown)
        return Roll(title, here, by_time, self._suggested, self._is_looking)

    def everybody(self) -> Sequence[Person]:
        """Who speaks in the library: worked out once, until something changes."""
        from tui_reader.library import with_people
        from tui_reader.people.gathering import gathered

        rules, version = self.people.rules, self.library.index.version
        if self._gathered is None or self._gathered[:2] != (rules, version):
            episodes = self.library.episodes
            found = gathered(with_people(episode, rules).shares for episode in episodes)
            self._gathered = rules, version, found
        return self._gathered[2]

    # Whom to show

    def show_only(self, name: str, *, alone: bool) -> str:
        """Show only somebody, or somebody too unless `alone`; all again who was shown so."""
        only, hidden = self.speakers_shown
        shown = {name} - (only if only == {name} else set()) if alone else set(only ^ {name})
        return self._show(shown, set(hidden) - {name})

    def hide(self, name: str) -> str:
        """Hide somebody, or show them again."""
        only, hidden = self.speakers_shown
        return self._show(set(only) - {name}, set(hidden ^ {name}))

    def show_all(self) -> str:
        """Show everybody again."""
        return self._show(set(), set())

    def _show(self, only: set[str], hidden: set[str]) -> str:
        everybody = set(self.opened.page.transcript.speakers) if self.opened else set()
        if hidden >= everybody:
            return "Somebody has to stay."
        self.show_speakers(only, hidden)
        if only:
            return f"Only {', '.join(sorted(only))}."
        return f"Without {', '.join(sorted(hidden))}." if hidden else "Everybody."

    def go_to_speaker(self, name: str) -> bool:
        """Go to the next turn of somebody, from the top again behind the last; if there is one."""
        if self.opened is None:
            return False
        turns = self.opened.page.transcript.turns
        theirs = [number for number, turn in enumerate(turns) if turn.speaker == name]
        if not theirs:
            return False
        at = self.transcript.place.turn
        self.jump_to(Place(next((turn for turn in theirs if turn > at), theirs[0])))
        return True

    # Who they are

    def places(self) -> tuple[Where, ...]:
        """Where a name that is given now can hold."""
        from tui_reader.finding import STDIN
        from tui_reader.people import EVERYWHERE, Reach, Where

        places = [EVERYWHERE]
        if self.opened is not None:
            if show := self.opened.page.transcript.metadata.show:
                places.insert(0, Where(Reach.SHOW, show))
            if self.opened.path != STDIN:
                places.insert(0, Where.episode(self.opened.path))
        return tuple(places)

    def usual_place(self, label: str) -> Reach:
        """How far a name for whoever is called this holds, unless somebody says otherwise."""
        from tui_reader.people.suggestion import usual_reach

        return usual_reach(
            label, self.opened.page.transcript.metadata.show if self.opened else None
        )

    def known_names(self) -> Sequence[str]:
        """The names there are, those in the episode first."""
        here = self.opened.page.transcript.speakers if self.opened else ()
        others = (person.name for person in self.everybody() if person.is_named)
        return tuple(dict.fromkeys([*here, *others]))

    def give_name(self, label: str, name: str, where: Where) -> None:
        """Have somebody called `name` from now on."""
        labels, undo = self._labels(label), keys_of(self).first("undo-name")
        show = self.opened.page.transcript.metadata.show if self.opened else None

        def change() -> str:
            self.people.call(label, name, where, labels, show)
            return f"{label} is called {harmless_line(name)} now: {undo} takes it back."

        self.change_people(change)

    def take(self, suggestion: Suggestion) -> None:
        """Do what is suggested."""
        places = {place.reach: place for place in self.places()}
        where = places.get(suggestion.reach) or self.places()[-1]
        self.give_name(suggestion.label, suggestion.name, where)

    def undo_name(self) -> None:
        """Take the last name back."""
        self.change_people(lambda: self.people.undo() or "There is nothing to be undone.")

    def _labels(self, name: str) -> set[str]:
        """What the files call whoever is called `name`: here, and anywhere if it is the same."""
        episodes = self.library.episodes
        labels = {name} & {share.name for episode in episodes for share in episode.shares}
        if self.opened is not None:
            show, path = self.opened.page.transcript.metadata.show, self.opened.path
            naming = self.people.rules.naming(path, show)
            labels.update(label for label in self.opened.labels if naming[label] == name)
        return labels

    # Who may be who

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready, and in the panel who speaks in it."""
        super().show_opened(opened, place)
        if self._panel is not None:
            self._look_for_people()
            self._panel.show_roll()

    def say_of_people(self, said: str) -> None:
        """Say what has become of a name where one looks: in the panel, if it is open."""
        if self._panel is not None:
            self._panel.say(said)
        else:
            super().say_of_people(said)

    def _look_for_people(self) -> None:
        if self.opened is not None and self.opened.loaded.format:
            here = self.opened.page.transcript.speakers
            self._suggested = tuple(one for one in self._suggested if one.label in here)
            self._is_looking = True
            self.suggest_people(self.opened)

    def _forget_suggestions(self) -> None:
        self.workers.cancel_group(self, "people")
        self._suggested, self._is_looking = (), False

    @work(thread=True, exclusive=True, group="people", exit_on_error=False)
    def suggest_people(self, opened: OpenEpisode) -> None:
        """Look for who may be who, in the open episode and in others of the same recording."""
        from tui_reader.ui.suggesting_people import suggested

        worker = get_current_worker()
        try:
            for found, is_all in suggested(
                opened, self.library, self.people.rules, lambda: worker.is_cancelled
            ):
                if worker.is_cancelled:
                    return
                self.post_message(PeopleSuggested(opened, found, is_all))
        except ReaderError as error:
            self.post_message(WorkFailed(error.message))

    @on(PeopleSuggested)
    def _take_suggestions(self, report: PeopleSuggested) -> None:
        if self._panel is not None and report.opened is self.opened:
            self._suggested, self._is_looking = report.suggestions, not report.is_all
            self._panel.show_roll()
