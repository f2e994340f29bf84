"""Who speaks: in the open episode, and in the whole library."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui_reader.people.rules import EVERYWHERE, Reach, Where
from tui_reader.people.suggestion import Suggestion
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.dialogs.dialog import Dialog
from tui_reader.ui.keymap import Where as Part
from tui_reader.ui.keymap import bindings, keys_of
from tui_reader.ui.speaker_rows import EverybodyRows, SpeakerRows
from tui_reader.ui.speakers_view import SpeakersView

if TYPE_CHECKING:
    from tui_reader.people.gathering import Person
    from tui_reader.ui.dialogs.naming import Given
    from tui_reader.ui.roll import Roll

__all__ = ["Desk", "SpeakersDialog"]

_KEYS = (
    "{only-speaker} only · {hide-speaker} hide · {all-speakers} all · {to-speaker} go there, take"
    " · {rename-speaker} rename · {same-speaker} same as · {undo-name} undo · "
    "{people-page} library · {leave-people} closes"
)
_KEYS_OF_LIBRARY = (
    "{rename-speaker} rename · {same-speaker} same as · {undo-name} undo · "
    "{people-page} episode · {leave-people} closes"
)


class Desk(Protocol):
    """Who does what is asked for in the panel, and knows who speaks."""

    colours: SpeakerColours

    def roll(self) -> Roll:
        """Who speaks, as things are now."""

    def everybody(self) -> Sequence[Person]:
        """Who speaks in the library."""

    def show_only(self, name: str, *, alone: bool) -> str:
        """Show only somebody, or somebody too unless `alone`; all again who was shown so."""

    def hide(self, name: str) -> str:
        """Hide somebody, or show them again."""

    def show_all(self) -> str:
        """Show everybody again."""

    def go_to_speaker(self, name: str) -> bool:
        """Go to the next turn of somebody; whether there is one."""

    def places(self) -> tuple[Where, ...]:
        """Where a name that is given now can hold."""

    def usual_place(self, label: str) -> Reach:
        """How far a name for whoever is called this holds, unless somebody says otherwise."""

    def known_names(self) -> Sequence[str]:
        """The names there are, those in the episode first."""

    def give_name(self, label: str, name: str, where: Where) -> None:
        """Have somebody called `name` from now on: the panel is told when that is so."""

    def take(self, suggestion: Suggestion) -> None:
        """Do what is suggested, in the same way."""

    def undo_name(self) -> None:
        """Take the last name back, in the same way."""


class SpeakersDialog(Dialog[None]):
    """Shows who speaks, and lets one say who they are and whom to show."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Part.PEOPLE)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown = desk.roll()
        self._in_library = not self._shown.here
        self._is_ready = False
        """Whether there is anything on the screen yet that could show something."""

    def compose(self) -> ComposeResult:
        """The list, and the keys below it."""
        with Vertical(id="people"):
            yield SpeakersView(self._desk.colours, self._rows())
            yield Static(id="people-keys")

    def on_mount(self) -> None:
        """Take the keyboard."""
        self.view = self.query_one(SpeakersView)
        self.view.focus()
        self._is_ready = True
        self.show_roll()

    def show_roll(self) -> None:
        """Show what has become of it."""
        if not self._is_ready:
            return
        self._shown = self._desk.roll()
        self.view.take(self._rows())
        self._entitle()

    def say(self, sentence: str) -> None:
        """Say something in the frame, until the next key."""
        if self._is_ready:
            self.query_one("#people").border_subtitle = Content(sentence)

    def _rows(self) -> SpeakerRows | EverybodyRows:
        return (
            EverybodyRows(self._desk.everybody()) if self._in_library else SpeakerRows(self._shown)
        )

    def _entitle(self) -> None:
        panel, roll = self.query_one("#people"), self._shown
        parts = "time" if roll.by_time else "words"
        title = f"Speakers ─ {roll.title} ─ shares of {parts}"
        panel.border_title = Content("Speakers of the library" if self._in_library else title)
        keys = keys_of(self).named(_KEYS_OF_LIBRARY if self._in_library else _KEYS)
        if not len(self.view.listing):
            keys = f"Nobody is named here.\n{keys}"
        self.query_one("#people-keys", Static).update(Content(keys))
        height = max(1, min(self.view.listing.rows, self.size.height - 8))
        self.view.styles.height = height

    def on_resize(self) -> None:
        """Be as high as there is room."""
        if self._is_ready:
            self._entitle()

    def on_key(self, event: events.Key) -> None:
        """Take back what was said; show only the speaker with a number."""
        self.say("")
        here = self._shown.here
        number = int(event.key) if event.key in "123456789" and len(event.key) == 1 else 0
        if number and not self._in_library:
            event.stop()
            if number <= len(here):
                self.view.place_cursor(number - 1)
                self._done(self._desk.show_only(here[number - 1].name, alone=True))

    def action_page(self) -> None:
        """To the library, or back to the episode."""
        if self._in_library and not self._shown.here:
            self.say("Nobody is named in this episode.")
            return
        self._in_library = not self._in_library
        self.view.take(self._rows())
        self.view.place_cursor(0)
        self._entitle()

    # Whom to show

    def action_solo(self) -> None:
        """Show only whoever is at the cursor, or them too."""
        if name := self._speaker():
            self._done(self._desk.show_only(name, alone=False))

    def action_hide(self) -> None:
        """Hide whoever is at the cursor, or show them again."""
        if name := self._speaker():
            self._done(self._desk.hide(name))

    def action_show_all(self) -> None:
        """Show everybody again."""
        self._done(self._desk.show_all())

    def action_choose(self) -> None:
        """Go to the next turn of whoever is at the cursor; do what is suggested there."""
        rows = self.view.listing
        if isinstance(rows, SpeakerRows) and (suggestion := rows.suggestion) is not None:
            self._desk.take(suggestion)
        elif (name := self._speaker()) and self._desk.go_to_speaker(name):
            self.dismiss()

    def _speaker(self) -> str | None:
        """Who of this episode is at the cursor."""
        rows = self.view.listing
        if isinstance(rows, EverybodyRows):
            key = keys_of(self).first("people-page")
            self.say(f"This is for the speakers of the episode: {key}.")
            return None
        return rows.speaker.name if rows.speaker else None

    # Who they are

    @property
    def _named(self) -> str | None:
        """What whoever is at the cursor is called."""
        rows = self.view.listing
        if isinstance(rows, EverybodyRows):
            return rows.person.name if rows.person else None
        if rows.suggestion is not None:
            return rows.suggestion.label
        return rows.speaker.name if rows.speaker else None

    def action_rename(self) -> None:
        """Ask what whoever is at the cursor is called."""
        if (name := self._named) is not None:
            self._ask(name, name)

    def action_same(self) -> None:
        """Ask who else whoever is at the cursor is."""
        from tui_reader.ui.dialogs.choosing import Choice, ChoosingDialog

        label = self._named
        if label is None:
            return
        others = [name for name in self._desk.known_names() if name != label]
        if not others:
            self.say("There is nobody else.")
            return

        def chosen(number: int | None) -> None:
            if number is not None:
                self._ask(label, others[number])

        dialog = ChoosingDialog(
            f"{label} is the same person as …", "Enter chooses", [Choice(name) for name in others]
        )
        self.app.push_screen(dialog, chosen)

    def _ask(self, label: str, name: str) -> None:
        from tui_reader.ui.dialogs.naming import NamingDialog

        places, usual = self._desk.places(), self._desk.usual_place(label)
        if self._in_library:
            places, usual = (EVERYWHERE,), Reach.LIBRARY
        known = self._desk.known_names()
        self.app.push_screen(
            NamingDialog(label, name, places, usual, known), partial(self._give, label)
        )

    def _give(self, label: str, given: Given | None) -> None:
        if given is not None:
            self._desk.give_name(label, given.name, given.where)

    def action_undo(self) -> None:
        """Take the last name back."""
        self._desk.undo_name()

    def _done(self, said: str) -> None:
        self.show_roll()
        self.say(said)
