"""Marks and notes with the names that speakers have by now."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.people import Naming, Rules

if TYPE_CHECKING:
    from tui_reader.state.notebook import Entry

__all__ = ["with_names"]


def with_names(entries: "Iterable[Entry]", rules: Rules) -> "list[Entry]":
    """The `entries` with the people who are known to have spoken there."""
    return [_named(entry, rules) if rules else entry for entry in entries]


def _named(entry: "Entry", rules: Rules) -> "Entry":
    about = entry.identity
    naming = rules.naming(about.path, about.show)
    speaker = entry.speaker and naming[entry.speaker]
    turns = entry.quote.split("\n\n") if entry.end else []
    quote = "\n\n".join(_called(turn, naming) for turn in turns) or entry.quote
    if (speaker, quote) == (entry.speaker, entry.quote):
        return entry
    return replace(entry, speaker=speaker, quote=quote)


def _called(turn: str, naming: Naming) -> str:
    """A turn of a quote, with the name its speaker has by now before it."""
    label, colon, words = turn.partition(": ")
    return f"{naming[label]}{colon}{words}" if colon else turn
