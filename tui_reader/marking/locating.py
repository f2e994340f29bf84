"""Where the words of marks and notes are in a transcript, which may have changed since."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.anchoring import Finder
from tui_reader.model import Place, Transcript

if TYPE_CHECKING:
    from tui_reader.state.notebook import Entry

__all__ = ["Located", "locate"]


class Located(NamedTuple):
    """A mark or note, and where it is: nowhere (None), where its words are gone.

    `turns` are those it is about.
    """

    entry: "Entry"
    place: Place | None = None
    turns: range = range(0)


def locate(entries: "Iterable[Entry]", transcript: Transcript) -> tuple[Located, ...]:
    """The `entries` of an episode in its transcript, in the order of their places.

    Those whose words are gone come last. May take some milliseconds: a thread's work.
    """
    finder = Finder(transcript)
    found = [_located(entry, finder) for entry in entries]
    return tuple(sorted(found, key=lambda one: (one.place is None, one.place or Place(0))))


def _located(entry: "Entry", finder: Finder) -> Located:
    place = finder.find(entry.start)
    if place is None:
        return Located(entry)
    end = finder.find(entry.end) if entry.end is not None else None
    last = place.turn if end is None else max(place.turn, end.turn)
    return Located(entry, place, range(place.turn, last + 1))
