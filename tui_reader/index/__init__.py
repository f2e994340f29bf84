"""Every turn of a library, searched in milliseconds."""

from tui_reader.index.asking import EpisodeHits
from tui_reader.index.index import Index
from tui_reader.index.rows import Abandoned, IndexedTurn

__all__ = ["Abandoned", "EpisodeHits", "Index", "IndexedTurn"]
