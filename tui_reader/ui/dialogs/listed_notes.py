"""All marks and notes, as large as the screen: listed, filtered, and one of them whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tui_reader.state.notebook import Entry
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.dialogs.dialog import Dialog
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.line_input import LineInput
from tui_reader.ui.lines_view import Line, LinesView
from tui_reader.ui.note_reports import NotebookRead, Shelf, Told
from tui_reader.ui.notes_list import NotesList
from tui_reader.ui.notes_rows import NotesRows
from tui_reader.ui.reports import WorkFailed
from tui_reader.ui.whole_entry import whole

if TYPE_CHECKING:
    from tui_reader.ui.errands import Errands

__all__ = ["ListedNotes"]

_KEYS = (
    ("to-entry", "goes"),
    ("filter-notes", "filters"),
    ("change-note", "changes"),
    ("delete-note", "twice deletes"),
    ("undelete-note", "brings back"),
    ("export-notes", "exports"),
    ("leave-notes", "closes"),
)


class ListedNotes(Dialog[Entry | None]):
    """Shows what there is, and what has the words that are typed."""

    def __init__(
        self,
        read: Callable[[], Shelf],
        errands: Errands,
        deleted: list[int],
        colours: SpeakerColours,
    ) -> None:
        """`read` looks everything up, in a thread. What is `deleted` is not shown."""
        super().__init__()
        self._read = read
        self.errands = errands
        self.deleted = deleted
        self._colours = colours
        self._shelf: Shelf | None = None
        self._told = ""

    def compose(self) -> ComposeResult:
        """The filter, the list, and what is under the cursor whole."""
        with Vertical(id="notebook"):
            yield LineInput(id="notes-filter", placeholder="words of a note, quote, name or title",
                            compact=True)  # fmt: skip
            yield NotesList(self._colours, id="notes-list")
            yield LinesView((), id="notes-whole")

    def on_mount(self) -> None:
        """Take the keyboard, and look everything up."""
        self.notes = self.query_one(NotesList)
        self.filter_input = self.query_one(LineInput)
        self.whole = self.query_one(LinesView)
        self.set_focus(self.notes)
        self._entitle("Marks and notes")
        self.change(lambda: None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types what to filter by, every letter belongs to it."""
        typing = self.focused is not None and isinstance(self.focused, Input)
        return not (typing and action in ("filter", "change", "export"))

    def on_key(self, event: events.Key) -> None:
        """Take back what was said; from the filter, arrow down leads to the list."""
        self.tell("")
        if event.key == "down" and self.focused is self.filter_input:
            self.set_focus(self.notes)

    @on(events.DescendantFocus)
    def _tell_keys(self) -> None:
        """Have the frame tell the keys of what has the keyboard now."""
        self.tell(self._told)

    # What is shown

    def change(self, change: Callable[[], object], told: str = "", at: int | None = None) -> None:
        """Have something changed on the disk, and then show what there is."""

        def errand() -> NotebookRead:
            change()
            return NotebookRead(self._read(), told, at)

        self.errands.give(errand, self)

    @on(NotebookRead)
    def _show_read(self, report: NotebookRead) -> None:
        self._shelf = report.shelf
        self.errands.give(report.shelf.listing.get_ready, self)
        self.show_entries(report.at)
        if report.told:
            self.tell(report.told)

    def show_entries(self, at: int | None = None) -> None:
        """Show those that have what is typed; the cursor stays, or goes to the entry `at`."""
        if self._shelf is None:
            return
        shelf, before = self._shelf, self.notes.listing
        found_ones = shelf.listing.having(self.filter_input.value)
        entries = [entry for entry in found_ones if entry.id not in self.deleted]
        rows = NotesRows(entries, shelf.lost, shelf.gone)
        wanted = at if at is not None else before.highlighted.id if before.highlighted else None
        found = rows.find(wanted) if wanted is not None else None
        self.notes.show(rows, before.cursor if found is None else found)
        total = sum(entry.id not in self.deleted for entry in shelf.listing.entries)
        shown = len(entries)
        self._entitle(f"Marks and notes ─ {shown if shown == total else f'{shown} of {total}'}")
        self.tell(self._told)

    @on(NotesList.Highlighted)
    def _show_whole(self) -> None:
        entry = self.notes.listing.highlighted
        problem = self.notes.listing.problem(entry) if entry else ""
        self.whole.show(list(whole(entry, problem)) if entry else list(self._nothing()))

    def _nothing(self) -> Iterator[Line]:
        if self._shelf is not None and self._shelf.listing.entries:
            yield Line("None has all of these words.")
        elif self._shelf is not None:
            keys = keys_of(self)
            yield Line(keys.named("Nothing is kept yet: {mark} sets a mark, {note} writes a note."))

    # Filtering

    def action_filter(self) -> None:
        """Type what to filter by."""
        self.set_focus(self.filter_input)

    def on_input_changed(self) -> None:
        """Show at once what has what is typed."""
        self.show_entries()

    def on_input_submitted(self) -> None:
        """Go on in the list."""
        self.set_focus(self.notes)

    def action_leave(self) -> None:
        """Show all again where they are filtered, else close."""
        if self.filter_input.value or self.focused is self.filter_input:
            self.filter_input.value = ""
            self.set_focus(self.notes)
        else:
            self.dismiss(None)

    def action_other_part(self) -> None:
        """Read the whole entry, or go back to the list."""
        self.set_focus(self.notes if self.focused is self.whole else self.whole)

    # Telling

    @on(Told)
    def _tell_done(self, report: Told) -> None:
        self.tell(report.sentence)

    @on(WorkFailed)
    def _tell_failed(self, report: WorkFailed) -> None:
        self.tell(report.reason)

    def _entitle(self, title: str) -> None:
        self.query_one("#notebook").border_title = Content(title)

    def tell(self, sentence: str) -> None:
        """Say something in the frame, or below the list where that has no room for it.

        Where there is nothing to say, the frame has the keys.
        """
        frame = self.query_one("#notebook")
        room = max(1, frame.size.width - 6)
        was_long, is_long = cell_len(self._told) > room, cell_len(sentence) > room
        self._told = sentence
        frame.border_subtitle = Content(sentence if sentence and not is_long else self._keys(room))
        if is_long:
            self.whole.show([Line(sentence, look="warning")])
        elif was_long:
            self._show_whole()

    def _keys(self, room: int) -> str:
        keys = keys_of(self)
        if self.focused is self.filter_input:
            return "Enter to the list ─ Esc shows all"
        told = [f"{keys.first(name)} {label}" for name, label in _KEYS]
        while len(told) > 1 and cell_len(" ─ ".join(told)) > room:
            told.pop(-2)
        return " ─ ".join(told)
