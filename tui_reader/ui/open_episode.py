"""The episode in the transcript pane, and all that is made of it once it is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tui_reader.identity import Identity, identity
from tui_reader.loading import Loaded
from tui_reader.matching import Searchable
from tui_reader.page import Page
from tui_reader.speakers import Share, shares

__all__ = ["OpenEpisode"]


@dataclass(frozen=True)
class OpenEpisode:
    """The episode in the transcript pane: laid out as a page, and folded to be searched.

    `number` is None as long as the library has not come to its file. `loaded` says which of the
    files of the episode it is, and how that was read; one that could not be has no format. It is
    read `alone`, or with what the others tell of the episode. `identity` tells it from all others.
    Speakers have the names that people have given them; `labels` are what the file calls them.
    """

    number: int | None
    loaded: Loaded
    page: Page
    searchable: Searchable
    alone: bool = False
    identity: Identity | None = None
    labels: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        number: int | None,
        loaded: Loaded,
        *,
        alone: bool = False,
        labels: frozenset[str] = frozenset(),
    ) -> OpenEpisode:
        """All of it made from a transcript. Takes some milliseconds an hour: a thread's work."""
        transcript = loaded.transcript
        searchable = Searchable(transcript.turns)
        who = identity(loaded.path, transcript) if loaded.format else None
        return cls(number, loaded, Page(transcript), searchable, alone, who, labels)

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Who speaks how much. Counted once: it takes a frame in ten hours of speech."""
        return shares(self.page.transcript)

    @property
    def path(self) -> Path:
        """The file that is open."""
        return self.loaded.path
