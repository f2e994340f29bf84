"""The episodes that some paths hold: found, read, kept, and watched as they change."""

from tui_reader.library.episode import Episode, lost_episode, summarise
from tui_reader.library.identifying import identity_of
from tui_reader.library.joining import joined
from tui_reader.library.library import Batch, Library
from tui_reader.library.opening import (
    Stranger,
    Survey,
    open_file,
    open_group,
    survey,
    try_file,
)
from tui_reader.library.peopled import with_people
from tui_reader.library.snapshot import is_kept

__all__ = [
    "Batch",
    "Episode",
    "Library",
    "Stranger",
    "Survey",
    "identity_of",
    "is_kept",
    "joined",
    "lost_episode",
    "open_file",
    "open_group",
    "summarise",
    "survey",
    "try_file",
    "with_people",
]
