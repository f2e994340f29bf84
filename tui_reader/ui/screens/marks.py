"""Marks: places with a letter, set with two keys and gone to with two."""

from __future__ import annotations

from functools import partial
from string import ascii_uppercase
from typing import TYPE_CHECKING

from textual import events, on

from tui_reader.harmless import harmless_line
from tui_reader.marking.pending import Answer, Pending, answer
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.note_reports import CapitalsRead, EntryFound
from tui_reader.ui.screens.notes import NotesScreen

if TYPE_CHECKING:
    from tui_reader.identity import Identity
    from tui_reader.model import Place, Transcript
    from tui_reader.request import ReadRequest
    from tui_reader.state.notebook import Entry

__all__ = ["MarksScreen"]

_WORDS = 18
"""So many characters of a mark's words tell which one it is."""


class MarksScreen(NotesScreen):
    """A screen on which one marks places, and goes back to them."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._pending: Pending | None = None
        """What the next key is for."""

    def action_set_mark(self) -> None:
        """Mark this place with the letter that comes next."""
        if self.opened is None or self.identity is None:
            self.say("There is no transcript to mark a place in.")
            return
        self._pending = Pending.SET
        self.say(Pending.SET.hint(keys_of(self).first("mark")))

    def action_to_mark(self) -> None:
        """Go to the place with the letter that comes next."""
        self._pending = Pending.GO
        self._show_marks(())
        self.errands.give(self._read_capitals, self)

    @on(events.ScreenSuspend)
    @on(events.MouseDown)
    def _wait_no_more(self) -> None:
        """Whoever does something else types no letter any more."""
        if self._pending is not None:
            self._pending = None
            self.say("")

    def take_key(self, key: str, character: str | None) -> bool:
        """Whether a key is the one that was waited for: then it is done what it means."""
        pending, self._pending = self._pending, None
        if pending is None or key.startswith("ctrl+"):  # whoever quits does so
            return super().take_key(key, character)
        self.somebody_is_there()
        self.after_keys(partial(self._obey, pending, answer(pending, key, character)))
        return True

    def _obey(self, pending: Pending, meant: Answer) -> None:
        if meant.complaint:
            self.say(meant.complaint)
        elif meant.back:
            self.jump_over()
        elif pending is Pending.SET:
            self._set_mark(meant.letter)
        else:
            self._go_to_mark(meant.letter)

    def _set_mark(self, letter: str) -> None:
        if self.opened is not None:
            transcript = self.opened.page.transcript
            self.keep(partial(self._write_mark, letter, transcript, self.transcript.place))

    def _write_mark(
        self, letter: str, transcript: Transcript, place: Place, identity: Identity
    ) -> str:
        from tui_reader.anchoring import anchor

        start = anchor(transcript, place)
        words, time = _words_at(place, transcript), transcript.time_of(place)
        self.store.notebook.mark(letter, identity, start, words, start.speaker, time)
        return f"Marked this place: {keys_of(self).first('to-mark')}{letter} leads back here."

    def _go_to_mark(self, letter: str) -> None:
        here = (one.entry for one in self.located if one.entry.letter == letter)
        entry = next(here, None)
        if entry is not None:
            self.go_to_entry(entry)
        else:
            self.errands.give(partial(self._find_mark, letter, self.identity), self)

    def _find_mark(self, letter: str, identity: Identity | None) -> EntryFound:
        from tui_reader.errors import PathError

        if identity is None and letter.islower():
            raise PathError("There is no transcript to go to a mark in.")
        entry = self.store.notebook.marked(letter, identity)
        if entry is None:
            where = "in the library" if letter.isupper() else "in this episode"
            raise PathError(f"There is no mark {letter} {where}.")
        return self._find_entry(entry)

    # Which marks there are

    def _read_capitals(self) -> CapitalsRead:
        found = (self.store.notebook.marked(letter, None) for letter in ascii_uppercase)
        return CapitalsRead(tuple(entry for entry in found if entry is not None))

    @on(CapitalsRead)
    def _show_capitals(self, report: CapitalsRead) -> None:
        if self._pending is Pending.GO:
            self._show_marks(report.marks)

    def _show_marks(self, capitals: tuple[Entry, ...]) -> None:
        """Show which letters are set, with a few words of each."""
        here = [
            one.entry for one in self.located if one.entry.letter and one.entry.letter.islower()
        ]
        marks = [*sorted(here, key=lambda entry: entry.letter or ""), *capitals]
        known = ((entry.letter or "", _in_short(entry)) for entry in marks)
        self.say(Pending.GO.hint(keys_of(self).first("to-mark"), known))


def _words_at(place: Place, transcript: Transcript) -> str:
    """What is said in a turn from a place on; above the first, what the episode is called."""
    if place.turn < 0:
        return transcript.metadata.title
    text = transcript.turns[place.turn].text
    return f"… {text[place.offset :]}" if place.offset else text


def _in_short(entry: Entry) -> str:
    """A few words of a mark."""
    words = harmless_line(entry.start.after or entry.quote)
    return f"{words[:_WORDS].rstrip()}…" if len(words) > _WORDS else words
