"""What the workers of the screen report back: each a thing done, or a sentence why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui_reader.library import Batch
    from tui_reader.matching import Hit
    from tui_reader.model import Place
    from tui_reader.ui.results import Results
    from tui_reader.ui.searching import OpenEpisode

__all__ = [
    "BatchRead",
    "EpisodeOpened",
    "LibraryRead",
    "NothingFound",
    "OpenFailed",
    "SearchFailed",
    "Searched",
    "WorkFailed",
]


@dataclass(eq=False, repr=False)
class BatchRead(Message):
    """More of the library has been read."""

    batch: Batch


@dataclass(eq=False, repr=False)
class LibraryRead(Message):
    """The library has been read to its end; `left_out` are sentences about what could not be."""

    left_out: tuple[str, ...]


@dataclass(eq=False, repr=False)
class EpisodeOpened(Message):
    """A transcript is ready to be shown at `place`, with the hits of the search for `text`."""

    opened: OpenEpisode
    place: Place | None
    text: str
    hits: tuple[Hit, ...]
    is_hit: bool


@dataclass(eq=False, repr=False)
class NothingFound(Message):
    """There is no transcript in what was asked for."""

    reason: str


@dataclass(eq=False, repr=False)
class OpenFailed(Message):
    """An episode could not be opened. Without a `number` the library has not come to it yet."""

    number: int | None
    title: str
    reason: str


@dataclass(eq=False, repr=False)
class Searched(Message):
    """A search has been answered. `live` says that the person is typing it just now."""

    results: Results
    live: bool


@dataclass(eq=False, repr=False)
class SearchFailed(Message):
    """A query could not be understood."""

    text: str
    reason: str


@dataclass(eq=False, repr=False)
class WorkFailed(Message):
    """Something else could not be done."""

    reason: str
