"""The source of what one reads: which of an episode's files it is in, its text, and the place."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tui_reader.editing import check_editable
from tui_reader.errors import ReaderError
from tui_reader.library import try_file
from tui_reader.loading import Loaded, read_source
from tui_reader.model import Place
from tui_reader.page import Kind, Page
from tui_reader.source_text import SourceText
from tui_reader.sourcing import SourcePlace, note_place, source_place

__all__ = ["FoundSource", "read_at"]

_NOTES = frozenset({Kind.NOTE, Kind.NOTE_HEADING, Kind.NOTE_ITEM})


class FoundSource(NamedTuple):
    """A file, its text, and a place in it."""

    path: Path
    text: SourceText
    place: SourcePlace


def read_at(
    loaded: Loaded, others: Sequence[Path], place: Place, stdin: bytes | None, to_edit: bool
) -> FoundSource:
    """The source of what was `loaded`, at the words that one reads.

    Notes may be from one of the `others` that were put together with it. Raises PathError or
    FormatError where the text cannot be read, or not be edited if it is `to_edit`.
    """
    if others and _is_note(loaded, place):
        for path in (loaded.path, *others):
            found = _with_note(path, loaded, place, stdin)
            if found is not None:
                if to_edit:
                    check_editable(found.path)
                return found
    if to_edit:
        check_editable(loaded.path)
    text = _text(loaded.path, stdin, to_edit)
    where = source_place(text, loaded.transcript, place) if loaded.format else SourcePlace(1)
    return FoundSource(loaded.path, SourceText(text, loaded.transcript.problems), where)


def _text(path: Path, stdin: bytes | None, to_edit: bool) -> str:
    try:
        return read_source(path, stdin).text
    except ReaderError:
        if to_edit:
            return ""  # whoever edits a file may be about to mend it
        raise


def _is_note(loaded: Loaded, place: Place) -> bool:
    page = Page(loaded.transcript)
    return place.turn < 0 and page.blocks[page.position(place)[0]].kind in _NOTES


def _with_note(path: Path, loaded: Loaded, place: Place, stdin: bytes | None) -> FoundSource | None:
    """The source of a file, if it has the note at `place`."""
    try:
        text = read_source(path, stdin).text
    except ReaderError:
        return None
    where = note_place(text, loaded.transcript, place)
    if where is None:
        return None
    alone = try_file(path, stdin)
    problems = alone.transcript.problems if isinstance(alone, Loaded) else ()
    return FoundSource(path, SourceText(text, problems), where)
