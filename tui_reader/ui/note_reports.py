"""What comes back from the notebook on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.marking.listing import Listing
    from tui_reader.marking.locating import Located
    from tui_reader.model import Place
    from tui_reader.state.notebook import Entry
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["CapitalsRead", "EntryFound", "EpisodeKept", "NotebookRead", "Shelf", "Told"]


@dataclass(eq=False, repr=False)
class EpisodeKept(Message):
    """The marks and notes of the episode that was `opened`; what was done, as a sentence."""

    opened: OpenEpisode
    located: tuple[Located, ...]
    told: str = ""


@dataclass(eq=False, repr=False)
class CapitalsRead(Message):
    """The marks of the whole library."""

    marks: tuple[Entry, ...]


@dataclass(eq=False, repr=False)
class EntryFound(Message):
    """Where a mark or note is: in the episode with this `number`, or in a file in no list (None).

    Else a `complaint` says why one cannot go there; `is_lost` that its words are gone.
    """

    entry: Entry
    number: int | None = None
    path: Path | None = None
    place: Place | None = None
    complaint: str = ""
    is_lost: bool = False


class Shelf(NamedTuple):
    """All marks and notes, arranged, and what is known of them.

    `lost` are the ids of those whose words are gone, `gone` the files that are.
    """

    listing: Listing
    lost: frozenset[int] = frozenset()
    gone: frozenset[Path] = frozenset()


@dataclass(eq=False, repr=False)
class NotebookRead(Message):
    """All marks and notes; what was done, as a sentence, and the id of what it was done to."""

    shelf: Shelf
    told: str = ""
    at: int | None = None


@dataclass(eq=False, repr=False)
class Told(Message):
    """Something was done, as a sentence."""

    sentence: str
