"""Who the episodes of a list are, before any of them is opened."""

from tui_reader.identity import Identity, known_by
from tui_reader.library.episode import Episode

__all__ = ["identity_of"]


def identity_of(episode: Episode) -> Identity:
    """Who an episode of a list is: all but its words."""
    return known_by(episode.path, episode.metadata, episode.duration, episode.turns, episode.shares)
