"""What the workers of the screen report back: each a thing done, or a sentence why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.anchoring.leaving import Return
    from tui_reader.library import Batch, Episode
    from tui_reader.matching import Hit
    from tui_reader.model import Place
    from tui_reader.people.suggestion import Suggestion
    from tui_reader.playing import Report
    from tui_reader.recording import Recording
    from tui_reader.source_text import SourceText
    from tui_reader.sourcing import SourcePlace
    from tui_reader.ui.dialogs.about import Sibling
    from tui_reader.ui.how_far import HowFar
    from tui_reader.ui.listening import Listening
    from tui_reader.ui.open_episode import OpenEpisode
    from tui_reader.ui.results import Results, Similar, Texts

__all__ = [
    "BatchRead",
    "EpisodeOpened",
    "EpisodesNamed",
    "HowFarKnown",
    "LibraryRead",
    "NothingFound",
    "OpenFailed",
    "PeopleChanged",
    "PeopleSuggested",
    "Played",
    "RecordingsFound",
    "SearchFailed",
    "Searched",
    "SiblingsRead",
    "SourceRead",
    "SpeakersCounted",
    "Widened",
    "WordsFetched",
    "WorkFailed",
]


@dataclass(eq=False, repr=False)
class BatchRead(Message):
    """More of the library has been read."""

    batch: Batch


@dataclass(eq=False, repr=False)
class LibraryRead(Message):
    """The library has been read to its end; `left_out` says what could not be."""

    left_out: tuple[str, ...]


@dataclass(eq=False, repr=False)
class EpisodeOpened(Message):
    """A transcript is ready to be shown at `place`, with the hits of the search for `text`.

    `kept` is where one left it, if it is to be shown there.
    """

    opened: OpenEpisode
    place: Place | None
    text: str
    hits: tuple[Hit, ...]
    is_hit: bool
    kept: Return | None = None


@dataclass(eq=False, repr=False)
class HowFarKnown(Message):
    """How far one is in every episode; and what there is to be `told` about a change of that."""

    how_far: HowFar
    told: str = ""


@dataclass(eq=False, repr=False)
class NothingFound(Message):
    """There is no transcript in what was asked for."""

    reason: str


@dataclass(eq=False, repr=False)
class OpenFailed(Message):
    """An episode could not be opened. Without a `number` the library has not come to it yet."""

    number: int | None
    path: Path
    title: str
    reason: str


@dataclass(eq=False, repr=False)
class Searched(Message):
    """A search has been answered, with the hits in the episode that was `opened` then.

    `live` says that the person is typing it just now.
    """

    results: Results
    live: bool
    opened: OpenEpisode | None = None


@dataclass(eq=False, repr=False)
class SpeakersCounted(Message):
    """How many of the hits of the search for `text` everybody has, who has most first."""

    text: str
    speakers: tuple[tuple[str, int], ...]


@dataclass(eq=False, repr=False)
class SiblingsRead(Message):
    """What the files of the episode with this `number` are; to be told about, or chosen from."""

    number: int
    siblings: tuple[Sibling, ...]
    to_choose: bool


@dataclass(eq=False, repr=False)
class SourceRead(Message):
    """The source of what is `opened` is here, and where in it one is; to be edited, or to be read.

    `path` is the file it is: what stands above the first turn may be of another of the episode.
    """

    opened: OpenEpisode
    path: Path
    source: SourceText
    place: SourcePlace
    to_edit: bool


@dataclass(eq=False, repr=False)
class Widened(Message):
    """What is similar to a search, as far as it is known; `is_all` says that no more will come."""

    similar: Similar
    is_all: bool


@dataclass(eq=False, repr=False)
class WordsFetched(Message):
    """The words of some hits of the search for `text`."""

    text: str
    texts: Texts


@dataclass(eq=False, repr=False)
class SearchFailed(Message):
    """A query could not be answered.

    It is not understood from the character at `position` on, or without one for other reasons.
    """

    text: str
    reason: str
    position: int | None


@dataclass(eq=False, repr=False)
class WorkFailed(Message):
    """Something else could not be done."""

    reason: str


@dataclass(eq=False, repr=False)
class EpisodesNamed(Message):
    """Episodes in which people are called otherwise than before."""

    episodes: tuple[Episode, ...]


@dataclass(eq=False, repr=False)
class PeopleChanged(Message):
    """People may have other names now, and what is to be said about it."""

    said: str = ""


@dataclass(eq=False, repr=False)
class PeopleSuggested(Message):
    """Who may be who in what is `opened`; `is_all` says that no more will come."""

    opened: OpenEpisode
    suggestions: tuple[Suggestion, ...]
    is_all: bool


@dataclass(eq=False, repr=False)
class RecordingsFound(Message):
    """What could be played to listen to what is asked for, the best first."""

    listening: Listening
    recordings: tuple[Recording, ...]


@dataclass(eq=False, repr=False)
class Played(Message):
    """What the player of `listening` reports: where it is, or that it has ended."""

    listening: Listening
    report: Report

    def can_replace(self, message: Message) -> bool:
        """Only the last place it came to matters."""
        return isinstance(message, Played) and message.listening is self.listening
