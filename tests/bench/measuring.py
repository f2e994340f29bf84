"""Fair comparison on a noisy machine: each side in turn, and the median of all turns."""

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple

__all__ = ["Medians", "alternate", "timed"]


class Medians(NamedTuple):
    """The median of each side."""

    ours: float
    rival: float


def alternate(ours: Callable[[], float], rival: Callable[[], float], runs: int) -> Medians:
    """Let both sides measure themselves `runs` times, by turns, so that noise hits both."""
    figures = [(ours(), rival()) for _ in range(runs)]
    return Medians(median(us for us, _ in figures), median(them for _, them in figures))


def timed(work: Callable[[], object]) -> float:
    """How many seconds `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start
