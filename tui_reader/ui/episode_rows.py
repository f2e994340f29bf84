"""The episodes of a library as a list shows them: two rows each, the title and what is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui_reader.model import Status
from tui_reader.timecode import format_clock
from tui_reader.wrap import clip

if TYPE_CHECKING:
    from rich.segment import Segment

    from tui_reader.library import Episode
    from tui_reader.ui.styling import Brush

__all__ = ["EpisodeRows"]

_HEIGHT = 2


class EpisodeRows:
    """`episodes` in their order. `open_number` is that of the one that is open."""

    def __init__(self, episodes: Sequence[Episode] = ()) -> None:
        self.episodes = episodes
        self.cursor = 0
        self.open_number: int | None = None
        self._numbers = {episode.number: item for item, episode in enumerate(episodes)}

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.episodes) * _HEIGHT

    def __len__(self) -> int:
        """How many episodes there are."""
        return len(self.episodes)

    @property
    def highlighted(self) -> Episode | None:
        """The episode under the cursor."""
        return self.episodes[self.cursor] if self.episodes else None

    def find(self, number: int) -> int | None:
        """Where the episode with this number stands."""
        return self._numbers.get(number)

    def item_at(self, row: int) -> int | None:
        """The episode on a row."""
        return row // _HEIGHT if 0 <= row < self.rows else None

    def extent(self, item: int) -> tuple[int, int]:
        """The rows of an episode."""
        return item * _HEIGHT, (item + 1) * _HEIGHT

    def is_at_cursor(self, row: int) -> bool:
        """Whether the cursor is on the episode of a row."""
        return row // _HEIGHT == self.cursor

    def paint(self, row: int, width: int, brush: Brush) -> Iterable[Segment]:
        """The title of an episode, or the facts about it."""
        item, part = divmod(row, _HEIGHT)
        episode = self.episodes[item]
        is_open = part == 0 and episode.number == self.open_number
        yield brush.piece("▸ " if is_open else "  ", "episodes--open")
        words, look = _words(episode, part, max(1, width - 2))
        yield brush.piece(words, f"episodes--{look}")


def _words(episode: Episode, part: int, width: int) -> tuple[str, str]:
    """What stands on a row of an episode, and what it looks like."""
    if part == 0:
        return clip(episode.title, width), "title" if episode.error is None else "error"
    if episode.error is not None:
        return clip(episode.reason, width), "error"
    return _fitting(_facts(episode), width), "facts"


def _facts(episode: Episode) -> Iterable[str]:
    about = episode.metadata
    if about.show:
        yield about.show
    if about.date:
        yield about.date.isoformat()
    if episode.duration:
        yield format_clock(episode.duration)
    if episode.status is not Status.TRANSCRIBED:
        yield episode.status.value
    if speakers := len(episode.shares):
        yield f"{speakers} speaker{'s' * (speakers > 1)}"
    elif episode.turns:
        yield f"{episode.turns} paragraph{'s' * (episode.turns != 1)}"
    elif episode.status is Status.TRANSCRIBED:
        yield "no turns"
    if episode.problems:
        yield f"{episode.problems} problem{'s' * (episode.problems > 1)}"


def _fitting(facts: Iterable[str], width: int) -> str:
    """As many facts as fit, whole; the first one in any case."""
    shown = ""
    for fact in facts:
        longer = f"{shown} · {fact}" if shown else clip(fact, width)
        if cell_len(longer) > width:
            break
        shown = longer
    return shown
