"""The episodes that some paths hold: found, read, kept, and watched as they change."""

from tui_reader.library.episode import Episode, lost_episode, summarise
from tui_reader.library.library import Batch, Library
from tui_reader.library.opening import open_file, survey, try_file
from tui_reader.library.snapshot import is_kept

__all__ = [
    "Batch",
    "Episode",
    "Library",
    "is_kept",
    "lost_episode",
    "open_file",
    "summarise",
    "survey",
    "try_file",
]
