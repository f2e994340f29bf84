"""The figures as a table that reads well in a log and in Markdown."""

from collections.abc import Sequence
from typing import Final, Literal

from tests.bench.row import Figure

__all__ = ["table"]

_HEADINGS: Final = ("what", "ours", "rival", "ratio", "goal", "ok?")
_VERDICTS: Final = {True: "yes", False: "NO", None: "–"}


def table(figures: Sequence[Figure]) -> str:
    """The table, and under it what its lines have to say."""
    lines = [_HEADINGS, *(_cells(figure) for figure in figures)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADINGS))]
    rule = "|".join("-" * (width + 2) for width in widths)
    printed = [_line(line, widths) for line in lines]
    notes = [f"- {figure.what}: {figure.note}" for figure in figures if figure.note]
    return "\n".join([printed[0], f"|{rule}|", *printed[1:], *([""] if notes else []), *notes])


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = "–" if figure.ratio is None else f"{figure.ratio:.2f} ×"
    goal = "–" if figure.goal is None else f"≤ {figure.goal:g} ×"
    rival = "–" if figure.rival is None else _amount(figure.rival, figure.unit)
    ours = _amount(figure.ours, figure.unit)
    return figure.what, ours, rival, ratio, goal, _VERDICTS[figure.ok]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = cells
    padded = [first.ljust(widths[0])]
    padded += [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
    return f"| {' | '.join(padded)} |"


def _amount(value: float, unit: Literal["seconds", "bytes"]) -> str:
    if unit == "bytes":
        return f"{value / 1e6:.1f} MB"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.2f} ms"
