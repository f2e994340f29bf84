"""What one does with marks and notes: goes to them, changes, deletes and exports them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType

from tui_reader.marking.exporting import export, is_one_file
from tui_reader.marking.listing import grouped
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.dialogs.listed_notes import ListedNotes
from tui_reader.ui.dialogs.place import PlaceDialog
from tui_reader.ui.keymap import Where, bindings, keys_of
from tui_reader.ui.note_reports import Shelf, Told
from tui_reader.ui.notes_list import NotesList

if TYPE_CHECKING:
    from textual.message import Message

    from tui_reader.state.notebook import Entry, Notebook
    from tui_reader.ui.errands import Errands

__all__ = ["NotebookDialog"]

_USUAL_PLACE = os.path.join("~", "tui-reader-notes.md")


class NotebookDialog(ListedNotes):
    """Answers with the mark or note to go to."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.NOTES)

    def __init__(
        self,
        notebook: Notebook,
        read: Callable[[], Shelf],
        errands: Errands,
        deleted: list[int],
        colours: SpeakerColours,
    ) -> None:
        """`read` looks everything up, in a thread. What is `deleted` here is put on that list."""
        super().__init__(read, errands, deleted, colours)
        self._notebook = notebook
        self._is_deleting = False
        """Whether the last key asked to delete something: the same once more does."""
        self._seconds: deque[bool] = deque()
        """Of every key that asks to delete and is still to be done, whether it was the second."""
        self._place = _USUAL_PLACE

    def on_key(self, event: events.Key) -> None:
        """Know which keys come right one after the other."""
        bound = self.active_bindings.get(event.key)
        if bound is not None and bound.binding.action == "delete":
            self._seconds.append(self._is_deleting)
            self._is_deleting = not self._is_deleting
        else:
            self._is_deleting = False

    @on(NotesList.Chosen)
    def action_choose(self) -> None:
        """Go to the entry under the cursor."""
        entry = self.notes.listing.highlighted
        if entry is not None:
            self.dismiss(entry)

    def action_change(self) -> None:
        """Change the note under the cursor."""
        entry = self.notes.listing.highlighted
        if entry is None or entry.letter:
            self.tell("Only notes have a text." if entry else "")
            return
        from tui_reader.ui.dialogs.note import NoteDialog

        keep = partial(self._keep, entry)
        self.app.push_screen(NoteDialog("Note", entry.quote, entry.text, keep))

    def _keep(self, entry: Entry, text: str) -> None:
        if text.strip():
            self.change(partial(self._notebook.change, entry.id, text), "The note is changed.")
        else:
            self._delete(entry)

    def action_delete(self) -> None:
        """Delete the entry under the cursor, when asked twice."""
        is_second = bool(self._seconds) and self._seconds.popleft()
        entry = self.notes.listing.highlighted
        if entry is not None and is_second:
            self._delete(entry)
        elif entry is not None:
            self.tell(keys_of(self).named("{delete-note} once more deletes it"))

    def _delete(self, entry: Entry) -> None:
        """Take an entry out of the list at once, then off the disk."""
        self.deleted.append(entry.id)
        self.show_entries()
        told = keys_of(self).named("Deleted: {undelete-note} brings it back")
        self.change(partial(self._notebook.delete, entry.id), told)

    def action_undelete(self) -> None:
        """Bring back what was deleted last."""
        if not self.deleted:
            self.tell("Nothing was deleted since the reader was started")
            return
        number = self.deleted.pop()
        self.change(partial(self._notebook.restore, number), "Here it is again", number)

    def action_export(self) -> None:
        """Ask where to write what is shown."""
        if not len(self.notes.listing):
            self.tell("There is nothing to export")
            return
        title = "Export as Markdown"
        hint = "A name with .md is one file for all, any other a folder with a file an episode."
        self.app.push_screen(PlaceDialog(title, hint, self._place), self._export)

    def _export(self, place: str | None) -> None:
        if not place:
            return
        self._place = place
        entries, file = list(self.notes.listing.entries), Path(os.path.expanduser(place))

        def errand() -> Message:
            done = export(grouped(entries), file, one=is_one_file(file))
            files = "" if is_one_file(file) else f"{done.files} files in "
            return Told(f"Written: {files}{done.place}")

        self.errands.give(errand, self)
