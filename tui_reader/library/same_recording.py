"""Other files of the same recording, in which somebody may have written down who speaks."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tui_reader.library.episode import Episode
from tui_reader.library.opening import try_file
from tui_reader.loading import Loaded
from tui_reader.model import Transcript
from tui_reader.people.labels import is_initials, is_placeholder, key
from tui_reader.people.recognising import Match, Sayings, matches
from tui_reader.people.rules import Rules

__all__ = ["Recognised", "recognised"]

_APART: Final = 0.12
"""By how much two recordings of one talk may differ in length: what is cut, what is put before."""

_MOST: Final = 30
"""So many files are looked into, those that are most alike first."""


class Recognised(NamedTuple):
    """Who is who in one transcript, by the words of another, and what that is called."""

    title: str
    matches: tuple[Match, ...]


def recognised(
    path: Path,
    transcript: Transcript,
    episodes: Iterable[Episode],
    rules: Rules,
    cancelled: Callable[[], bool],
) -> Iterator[Recognised]:
    """Who speaks in a `transcript`, by others in the library that have people's names."""
    if not any(is_placeholder(one) or is_initials(one) for one in transcript.speakers):
        return
    here = Sayings(transcript)
    for file in _candidates(path, transcript, episodes):
        if cancelled():
            return
        loaded = try_file(file)
        if not isinstance(loaded, Loaded):
            continue
        there = rules.named(loaded.transcript, file)
        if all(map(is_placeholder, there.speakers)):
            continue
        found = tuple(m for m in matches(here, Sayings(there)) if not is_placeholder(m.name))
        if found:
            yield Recognised(there.metadata.title, found)


def _candidates(path: Path, transcript: Transcript, episodes: Iterable[Episode]) -> list[Path]:
    """The files that may be of the same recording: beside this one, called alike, as long."""
    own, title = transcript.duration, key(transcript.metadata.title)
    found: dict[Path, float] = {}
    for episode in episodes:
        files = (episode.path, *episode.others)
        if path in files:
            found.update((file, -2.0) for file in files if file != path)
        elif episode.error is None and episode.shares:
            apart = _apart(own, episode.duration)
            if key(episode.metadata.title) == title:
                found[episode.path] = -1.0
            elif apart is not None and apart <= _APART:
                found[episode.path] = apart
    return sorted(found, key=lambda file: found[file])[:_MOST]


def _apart(one: int | None, other: int | None) -> float | None:
    return abs(one - other) / max(one, other) if one and other else None
