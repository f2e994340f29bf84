"""All marks and notes by episode, and those of them that have some words."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.fold import fold
from tui_reader.harmless import harmless, harmless_line

if TYPE_CHECKING:
    from tui_reader.state.notebook import Entry

__all__ = ["Group", "Listing", "arranged", "grouped", "speaker", "title"]


class Group(NamedTuple):
    """The marks and notes of an episode, in the order of their places."""

    title: str
    entries: "tuple[Entry, ...]"


def arranged(entries: "Iterable[Entry]", here: Collection[int] = ()) -> "list[Entry]":
    """The `entries` episode by episode, those with the ids in `here` before all others.

    The episodes one has written on last come first.
    """
    by_episode: dict[str, list[Entry]] = {}
    for entry in entries:
        by_episode.setdefault(_episode(entry), []).append(entry)

    def rank(group: "list[Entry]") -> tuple[bool, float, str]:
        is_here = any(entry.id in here for entry in group)
        latest: datetime = max(entry.changed for entry in group)
        return not is_here, -latest.timestamp(), group[0].identity.title

    groups = sorted(by_episode.values(), key=rank)
    return [entry for group in groups for entry in sorted(group, key=_in_episode)]


def grouped(entries: "Iterable[Entry]") -> list[Group]:
    """Entries that are arranged, put together by episode."""
    groups = (tuple(group) for _, group in groupby(entries, key=_episode))
    return [Group(title(group[0]), group) for group in groups]


def title(entry: "Entry") -> str:
    """What the episode of an entry is called, at least the name of its file."""
    about = entry.identity
    return harmless_line(about.title) or harmless_line(about.path.name)


def speaker(entry: "Entry") -> str | None:
    """Who said all of it; None where each turn of the quote has its speaker before it."""
    name = entry.speaker
    return None if name and entry.quote.startswith(f"{name}: ") else name


class Listing:
    """Marks and notes as they stand in a list, folded once so that they are filtered at once.

    That takes a while where there are thousands: `get_ready` does it, in a thread.
    """

    def __init__(self, entries: "Sequence[Entry]") -> None:
        self.entries = entries

    def get_ready(self) -> None:
        """Do now what the first filtering needs."""
        len(self._folded)

    @cached_property
    def _folded(self) -> list[str]:
        return fold.each([_searched(entry) for entry in self.entries]) if self.entries else []

    def having(self, text: str) -> "list[Entry]":
        """Those that have every word of `text`, in note, quote, speaker, title or show."""
        words = fold(text).split()
        if not words:
            return list(self.entries)
        return [
            entry
            for entry, folded in zip(self.entries, self._folded, strict=True)
            if all(word in folded for word in words)
        ]


def _searched(entry: "Entry") -> str:
    about = entry.identity
    parts = (entry.text, entry.quote, entry.speaker, about.title, about.show, entry.letter)
    return " ".join(harmless("\n".join(filter(None, parts))).split())


def _episode(entry: "Entry") -> str:
    return str(entry.identity.path)


def _in_episode(entry: "Entry") -> tuple[int, int, int]:
    return entry.start.turn, entry.start.offset, entry.id
