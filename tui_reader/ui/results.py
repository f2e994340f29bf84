"""What a search found, as the interface shows it and walks through it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from tui_reader.timecode import format_clock

if TYPE_CHECKING:
    from tui_reader.matching import Hit, Snippet, Span

__all__ = ["EpisodeResult", "Results", "Scope"]


class Scope(Enum):
    """What is searched."""

    EPISODE = "episode"
    LIBRARY = "library"

    @property
    def short(self) -> str:
        """Its name where there is little room."""
        return "lib" if self is Scope.LIBRARY else "ep"

    @property
    def other(self) -> Scope:
        """The other one."""
        return Scope.LIBRARY if self is Scope.EPISODE else Scope.EPISODE


@dataclass(frozen=True, slots=True)
class EpisodeResult:
    """The hits in one episode: the turns, and the words of the first, once looked up."""

    turns: tuple[int, ...]
    speaker: str | None = None
    start: int | None = None
    text: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def count(self) -> int:
        """How many turns are hits."""
        return len(self.turns)

    @property
    def said(self) -> str:
        """When the first hit was said, and by whom."""
        time = "" if self.start is None else format_clock(self.start)
        return " ".join(filter(None, (time, self.speaker)))

    def shown(self, width: int) -> Snippet:
        """The words around the first hit, in `width` characters."""
        from tui_reader.matching import snippet

        return snippet(self.text, self.spans, max(3, width))


@dataclass(frozen=True)
class Results:
    """The answer to a search.

    `hits` are those of the open episode, in the order of its turns. `episodes` are those of the
    library by episode number, the most relevant first; empty when only the episode was searched.
    """

    text: str
    scope: Scope
    hits: tuple[Hit, ...] = ()
    episodes: Mapping[int, EpisodeResult] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many hits there are where it was searched."""
        if self.scope is Scope.EPISODE:
            return len(self.hits)
        return sum(result.count for result in self.episodes.values())

    def has(self, number: int | None, turn: int) -> bool:
        """Whether a turn of an episode is a hit."""
        if self.scope is Scope.EPISODE:
            return any(hit.turn == turn for hit in self.hits)
        result = None if number is None else self.episodes.get(number)
        return result is not None and turn in result.turns

    def hit_from(self, turn: int, direction: int, *, inclusive: bool = False) -> Hit | None:
        """The next hit of the open episode from `turn`, or the one before it."""
        turns = [hit.turn for hit in self.hits]
        if direction > 0:
            index = (bisect_left if inclusive else bisect_right)(turns, turn)
        else:
            index = (bisect_right if inclusive else bisect_left)(turns, turn) - 1
        return self.hits[index] if 0 <= index < len(turns) else None

    def position(self, number: int | None, turn: int) -> int:
        """Which hit, from 1, one is at: the last one begun by `turn`. 0 before the first."""
        inside = bisect_right([hit.turn for hit in self.hits], turn)
        if self.scope is Scope.EPISODE:
            return inside
        if number not in self.episodes:
            return 0
        return inside + sum(result.count for result in self._before(number))

    def _before(self, number: int | None) -> Iterator[EpisodeResult]:
        for episode, result in self.episodes.items():
            if episode == number:
                return
            yield result

    def episode_from(self, number: int | None, direction: int) -> int | None:
        """The episode with hits that comes after or before one; the first for one without."""
        numbers = list(self.episodes)
        if number is None or number not in self.episodes:
            return numbers[0 if direction > 0 else -1] if numbers else None
        index = numbers.index(number) + direction
        return numbers[index] if 0 <= index < len(numbers) else None
