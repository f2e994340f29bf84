"""Episodes with people's names: the rules of who is who, put to what a library knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.library.episode import Episode

if TYPE_CHECKING:
    from tui_reader.index.naming import Called
    from tui_reader.people import Rules

__all__ = ["called_by", "with_people"]


def with_people(episode: Episode, rules: Rules) -> Episode:
    """The same episode, with the shares of people where there were those of labels."""
    if not rules:
        return episode
    shares = rules.shares(episode.shares, episode.path, episode.metadata.show)
    return episode if shares == episode.shares else replace(episode, shares=shares)


def called_by(rules: Rules, episode: Callable[[int], Episode]) -> Called | None:
    """What the index wants to know of the speakers; nothing, where nobody has another name."""
    if not rules:
        return None

    def called(number: int) -> Mapping[str, str]:
        known = episode(number)
        names = rules.naming(known.path, known.metadata.show)
        return {share.name: names[share.name] for share in known.shares}

    return called
