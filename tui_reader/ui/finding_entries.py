"""Finding the place of a mark or note in any episode: a thread's work."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from tui_reader.anchoring import find
from tui_reader.errors import ReaderError
from tui_reader.fold import spaced
from tui_reader.harmless import harmless_path
from tui_reader.identity import Identity, are_same, identity
from tui_reader.library import Episode, Library, open_file
from tui_reader.library.identifying import identity_of
from tui_reader.marking.listing import title
from tui_reader.state.notebook import Entry
from tui_reader.ui.note_reports import EntryFound

__all__ = ["episode_of", "find_entry", "missing", "words_gone"]

_TELLING: Final = 4
"""So many long words in one turn are hardly said in two episodes."""

_TRIED: Final = 5


def find_entry(entry: Entry, library: Library) -> EntryFound:
    """Where the words of an entry are, in the library or in a file beyond it."""
    episode = episode_of(entry.identity, library.episodes)
    if episode is None and not entry.identity.path.exists():
        episode = _by_words(entry, library)
    path = entry.identity.path if episode is None else episode.path
    if episode is None and not path.exists():
        return EntryFound(entry, complaint=_file_gone(entry))
    try:
        loaded = open_file(path) if episode is None else library.open(episode)
    except ReaderError as error:
        return EntryFound(entry, complaint=error.message)
    place = find(entry.start, loaded.transcript)
    if place is None:
        return words_gone(entry)
    return EntryFound(entry, None if episode is None else episode.number, path, place)


def episode_of(identity: Identity, episodes: Iterable[Episode]) -> Episode | None:
    """The episode of a list that somebody has kept something of: by its file, else by itself."""
    known = list(episodes)
    for episode in known:
        if identity.path in map(_absolute, (episode.path, *episode.others)):
            return episode
    alike = (one for one in known if one.error is None and are_same(identity_of(one), identity))
    return next(alike, None)


def _by_words(entry: Entry, library: Library) -> Episode | None:
    """The episode in which what an entry quotes is said now, under another name and title."""
    said = entry.quote.partition("\n\n")[0].removeprefix(f"{entry.speaker}: ")
    telling = sorted(spaced(said).split(), key=len)[-_TELLING:]
    if len(telling) < _TELLING:
        return None
    turns = set.intersection(*(set(library.index.having([word])) for word in telling))
    for number in sorted({number for number, _ in turns})[:_TRIED]:
        episode = library[number]
        with suppress(ReaderError):
            loaded = library.open(episode)
            if are_same(identity(episode.path, loaded.transcript), entry.identity):
                return episode
    return None


def missing(identities: Iterable[Identity], library: Library) -> frozenset[Path]:
    """The files that are gone, of episodes that are nowhere else either."""
    gone = {one.path: one for one in identities if not one.path.exists()}
    if not gone:
        return frozenset()
    traits = {identity_of(episode).traits for episode in library.episodes}
    return frozenset(path for path, one in gone.items() if one.traits not in traits)


def words_gone(entry: Entry) -> EntryFound:
    """That the words of an entry are not where they were."""
    what = f"mark {entry.letter}" if entry.letter else "this note"
    told = f"The words of {what} are not in “{title(entry)}” any more."
    return EntryFound(entry, complaint=told, is_lost=True)


def _file_gone(entry: Entry) -> str:
    path = harmless_path(entry.identity.path)
    return f"“{title(entry)}” is not in this library, and its file is gone: {path}"


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))
