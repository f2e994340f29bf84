"""The episodes of a library as a list shows them: two rows each, the title and what is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tui_reader.counting import counted
from tui_reader.model import Status
from tui_reader.timecode import format_clock
from tui_reader.wrap import clip

if TYPE_CHECKING:
    from rich.segment import Segment

    from tui_reader.library import Episode
    from tui_reader.ui.how_far import HowFar
    from tui_reader.ui.styling import Brush

__all__ = ["EpisodeRows"]

_HEIGHT = 2
_BETWEEN = " · "
_OPEN = "▸ "
_READ = "✓ "


class EpisodeRows:
    """`episodes` in their order. `open_number` is that of the one that is open.

    `how_far` one is in them stands among the facts: `42 %`, and a tick before them once it is read.
    """

    def __init__(self, episodes: Sequence[Episode] = ()) -> None:
        self.episodes = episodes
        self.cursor = 0
        self.open_number: int | None = None
        self.how_far: HowFar | None = None
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
        is_read, percent = self._how_far_in(episode) if part else (False, None)
        is_open = part == 0 and episode.number == self.open_number
        yield brush.piece(_OPEN if is_open else _READ if is_read else "  ", "episodes--open")
        words, look = _words(episode, part, max(1, width - 2), percent)
        yield brush.piece(words, f"episodes--{look}")

    def _how_far_in(self, episode: Episode) -> tuple[bool, int | None]:
        """Whether an episode was read, and else how much of it, in percent."""
        if self.how_far is None or episode.error is not None:
            return False, None
        return self.how_far.of(episode)


def _words(episode: Episode, part: int, width: int, percent: int | None) -> tuple[str, str]:
    """What stands on a row of an episode, and what it looks like."""
    if part == 0:
        return clip(episode.title, width), "title" if episode.error is None else "error"
    if episode.error is not None:
        return clip(episode.reason, width), "error"
    begun = () if percent is None else (_Fact(f"{percent} %", 6),)
    return _fitting((*begun, *_facts(episode)), width), "facts"


class _Fact(NamedTuple):
    """Something that is known, and how late it is left out where there is no room for all."""

    text: str
    weight: int


def _facts(episode: Episode) -> Iterable[_Fact]:
    about = episode.metadata
    if about.show:
        yield _Fact(about.show, 0)
    if about.date:
        yield _Fact(about.date.isoformat(), 4)
    if episode.duration:
        yield _Fact(format_clock(episode.duration), 2)
    if episode.status is not Status.TRANSCRIBED:
        yield _Fact(episode.status.value, 5)
    if speakers := len(episode.shares):
        yield _Fact(f"{speakers} speaker{'s' * (speakers > 1)}", 1)
    elif episode.turns:
        yield _Fact(counted(episode.turns, "paragraph"), 1)
    elif episode.status is Status.TRANSCRIBED:
        yield _Fact("no turns", 5)
    if episode.problems:
        yield _Fact(f"{episode.problems} problem{'s' * (episode.problems > 1)}", 3)


def _fitting(facts: Iterable[_Fact], width: int) -> str:
    """The facts that fit, whole, those first that weigh most; one in any case."""
    known = list(facts)
    chosen: set[_Fact] = set()
    for fact in sorted(known, key=lambda fact: -fact.weight):
        if _length(chosen | {fact}) <= width:
            chosen.add(fact)
    if known and not chosen:
        return clip(max(known, key=lambda fact: fact.weight).text, width)
    return _BETWEEN.join(fact.text for fact in known if fact in chosen)


def _length(facts: Collection[_Fact]) -> int:
    return sum(cell_len(fact.text) for fact in facts) + len(_BETWEEN) * (len(facts) - 1)
