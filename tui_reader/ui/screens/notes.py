"""Notes: written on turns, changed, and listed with the marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.counting import counted
from tui_reader.errors import PathError
from tui_reader.timecode import format_clock
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.screens.notebook import NotebookScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui_reader.identity import Identity
    from tui_reader.request import ReadRequest
    from tui_reader.state.notebook import Entry
    from tui_reader.ui.note_reports import Shelf
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["NotesScreen"]


class _Subject(NamedTuple):
    """What a note is about: turns of an episode, `shown` of them not hidden, and their words."""

    opened: OpenEpisode
    identity: Identity
    turns: range
    shown: int
    quote: str

    @property
    def place(self) -> tuple[Path, int]:
        """The file and the turn in which it begins."""
        return self.identity.path, self.turns.start

    @property
    def heading(self) -> str:
        """When it was said, and by whom."""
        turn = self.opened.page.transcript.turns[self.turns.start]
        time = "" if turn.start is None else format_clock(turn.start)
        more = counted(self.shown, "turn") if self.shown > 1 else ""
        return " · ".join(filter(None, (time, turn.speaker, more))) or "Note"


class NotesScreen(NotebookScreen):
    """A screen on which one writes notes on what is said."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._deleted: list[int] = []
        """The ids of what was deleted, the last one last: it can be brought back."""
        self._unkept: dict[tuple[Path, int], str] = {}
        """What was written on a turn and could not be kept yet."""
        self._typed: str | None = None
        """What is typed while the editor is about to open."""

    def take_key(self, key: str, character: str | None) -> bool:
        """Whether a key is no command: it is text of a note whose editor is about to open."""
        if self._typed is None:
            return False
        typed = "\n" if key == "enter" else character or ""
        self._typed += typed if typed == "\n" or typed.isprintable() else ""
        return True

    def after_keys(self, then: Callable[[], object]) -> None:
        """Do something by the way that keys go, so that those before it are done before."""
        for node in reversed((self.focused or self).ancestors_with_self):
            then = partial(node.call_later, then)
        then()

    def action_note(self) -> None:
        """Write a note on the turn or the turns selected, or change the one that is there."""
        self._typed = ""
        self.after_keys(self._open_editor)

    def _open_editor(self) -> None:
        typed, self._typed = self._typed or "", None
        subject = self._subject()
        if subject is None:
            self.say("Go to a turn, or select some, to write a note on it.")
            return
        from tui_reader.ui.dialogs.note import NoteDialog

        entry = self._note_on(subject.turns)
        keep = partial(self._take_note, subject, entry)
        text = entry.text if entry else ""
        dialog = NoteDialog(subject.heading, subject.quote, text, keep, typed)
        dialog.go_on_with(self._unkept.get(subject.place))
        self.app.push_screen(dialog)

    def _subject(self) -> _Subject | None:
        """The turns that are selected with keys or mouse, else the one one is at."""
        from tui_reader.selecting import of_turns

        opened, identity = self.opened, self.identity
        page, place = self.transcript.page, self.transcript.place
        if opened is None or identity is None or page is None:
            return None
        turns = self.selected_turns or self.transcript.chosen_turns
        if turns is None:
            if place.turn < 0 or not self.transcript.shows(place):
                return None
            turns = range(place.turn, place.turn + 1)
        shown = [turn for turn in page.shown if turn in turns]
        if not shown:
            return None
        words = of_turns(page, turns).text
        return _Subject(opened, identity, range(shown[0], shown[-1] + 1), len(shown), words)

    def _note_on(self, turns: range) -> Entry | None:
        """The note that is there already: on these turns, or on more that begin there."""
        notes = [one for one in self.located if not one.entry.letter and one.place is not None]
        exact = next((one.entry for one in notes if one.turns == turns), None)
        if exact is not None or len(turns) > 1:
            return exact
        return next((one.entry for one in notes if one.turns.start == turns.start), None)

    def _take_note(self, subject: _Subject, entry: Entry | None, text: str) -> None:
        if not text.strip():
            self._unkept.pop(subject.place, None)
            if entry is None:
                return
        self.end_selection()
        self.clear_selection()
        if entry is None:
            write = partial(self._write_note, subject, text)
            change = partial(self._keep_text, subject, text, write)
        elif text.strip():
            write = partial(self._change_note, entry.id, text)
            change = partial(self._keep_text, subject, text, write)
        else:
            self._deleted.append(entry.id)
            change = partial(self._delete_note, entry.id)
        self.keep_of(subject.opened, subject.identity, change)

    def _keep_text(
        self, subject: _Subject, text: str, write: Callable[[Identity], str], identity: Identity
    ) -> str:
        """Have a text written, or go on with it where that cannot be."""
        self._unkept[subject.place] = text
        try:
            told = write(identity)
        except PathError as error:
            if self.errands.is_finished:
                raise
            again = keys_of(self).named("Not kept, but {note} goes on with your words.")
            raise PathError(f"{again} {error.message}") from None
        del self._unkept[subject.place]
        return told

    def on_unmount(self) -> None:
        """Let nobody leave without the words that could not be kept."""
        self.errands.finish()
        for text in self._unkept.values():
            self.tell_outside(f"This note could not be kept:\n{text}\n")

    def _write_note(self, subject: _Subject, text: str, identity: Identity) -> str:
        from tui_reader.anchoring import anchor
        from tui_reader.model import Place

        transcript, turns = subject.opened.page.transcript, subject.turns
        first, last = Place(turns.start), turns.stop - 1
        end = Place(last, len(transcript.turns[last].text))
        self.store.notebook.note(
            identity,
            anchor(transcript, first),
            anchor(transcript, end) if len(turns) > 1 else None,
            subject.quote,
            transcript.turns[first.turn].speaker,
            transcript.time_of(first),
            text,
        )
        return keys_of(self).named("The note is kept: {notes} shows all.")

    def _change_note(self, number: int, text: str, identity: Identity) -> str:
        self.store.notebook.change(number, text)
        return "The note is changed."

    def _delete_note(self, number: int, identity: Identity) -> str:
        self.store.notebook.delete(number)
        told = "The note is empty, so it is deleted: {notes} and {undelete-note} bring it back."
        return keys_of(self).named(told)

    # All of them

    def action_notes(self) -> None:
        """Show all marks and notes."""
        from tui_reader.ui.dialogs.notebook import NotebookDialog

        dialog = NotebookDialog(
            self.store.notebook,
            self._read_shelf,
            self.errands,
            self._deleted,
            self.transcript.colours,
        )
        self.app.push_screen(dialog, self._leave_notebook)

    def _read_shelf(self) -> Shelf:
        """All marks and notes, those of the open episode first."""
        from tui_reader.marking.listing import Listing, arranged
        from tui_reader.marking.naming import with_names
        from tui_reader.people import People
        from tui_reader.ui.finding_entries import missing
        from tui_reader.ui.note_reports import Shelf

        entries = with_names(self.store.notebook.entries(), People.load().rules)
        here = {one.entry.id for one in self.located}
        known = {one.identity.path: one.identity for one in entries if one.id not in here}
        gone = missing(known.values(), self.library)
        return Shelf(Listing(arranged(entries, here)), frozenset(self.lost), gone)

    def _leave_notebook(self, entry: Entry | None) -> None:
        self.read_kept()
        if entry is not None:
            self.go_to_entry(entry)
