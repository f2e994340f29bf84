"""Fair comparison on a noisy machine: each side in turn, and the median of all turns."""

from collections.abc import Callable, Sequence
from math import ceil
from statistics import median
from time import perf_counter
from typing import Final

__all__ = ["alternate", "slow", "timed"]

_SLOW: Final = 0.95


def alternate(*sides: Callable[[], float], runs: int) -> tuple[float, ...]:
    """Let the sides measure themselves `runs` times, by turns, so that noise hits all of them.

    Returns the median of each.
    """
    turns = [[side() for side in sides] for _ in range(runs)]
    return tuple(median(figures) for figures in zip(*turns, strict=True))


def slow(figures: Sequence[float]) -> float:
    """The 95th percentile: only one figure in twenty is larger."""
    return sorted(figures)[ceil(len(figures) * _SLOW) - 1]


def timed(work: Callable[[], object]) -> float:
    """How many seconds `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start
