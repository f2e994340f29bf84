"""Marks and notes with the names that speakers have by now."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.people import Rules

if TYPE_CHECKING:
    from tui_reader.state.notebook import Entry

__all__ = ["with_names"]


def with_names(entries: "Iterable[Entry]", rules: Rules) -> "list[Entry]":
    """The `entries` with the people who are known to have spoken there."""
    return [_named(entry, rules) if rules else entry for entry in entries]


def _named(entry: "Entry", rules: Rules) -> "Entry":
    if not entry.speaker:
        return entry
    about = entry.identity
    name = rules.called(entry.speaker, about.path, about.show)
    return entry if name == entry.speaker else replace(entry, speaker=name)
