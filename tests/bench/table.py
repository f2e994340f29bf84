"""The figures as tables that read well in a log and in Markdown."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from tests.bench.row import Figure

__all__ = ["growth", "table"]

_HEADINGS: Final = ("what", "ours", "rival", "ratio", "goal", "ok?")
_VERDICTS: Final = {True: "yes", False: "NO", None: "–"}


def table(figures: Sequence[Figure]) -> str:
    """The figures for one library, and under them what their lines have to say."""
    notes = [f"- {figure.what}: {figure.note}" for figure in figures if figure.note]
    drawn = _drawn([_HEADINGS, *(_cells(figure) for figure in figures)])
    return "\n".join([drawn, *([""] if notes else []), *notes])


def growth(by_hours: Mapping[int, Sequence[Figure]]) -> str:
    """How the figures, and how many times the rivals' they are, grow with the library."""
    lines: dict[str, list[str]] = {}
    for column, figures in enumerate(by_hours.values()):
        for figure in figures:
            line = lines.setdefault(figure.what, ["–"] * len(by_hours))
            line[column] = _amount(figure.ours, figure.unit)
            if figure.ratio is not None:
                line[column] += f" ({_times(figure.ratio)})"
    headings = ("what", *(f"{hours:,} h" for hours in by_hours))
    grown = [(what, *cells) for what, cells in lines.items() if len(cells) - cells.count("–") > 1]
    return _drawn([headings, *grown])


def _drawn(lines: Sequence[Sequence[str]]) -> str:
    """A table of these lines, the first of which are headings."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = "|".join("-" * (width + 2) for width in widths)
    headings, *others = (_line(line, widths) for line in lines)
    return "\n".join([headings, f"|{rule}|", *others])


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = "–" if figure.ratio is None else _times(figure.ratio)
    goal = "–" if figure.goal is None else f"≤ {figure.goal:g} ×"
    rival = "–" if figure.rival is None else _amount(figure.rival, figure.unit)
    ours = _amount(figure.ours, figure.unit)
    return figure.what, ours, rival, ratio, goal, _VERDICTS[figure.ok]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = cells
    padded = [first.ljust(widths[0])]
    padded += [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
    return f"| {' | '.join(padded)} |"


def _times(ratio: float) -> str:
    return f"{ratio:.2f} ×" if ratio < 10 else f"{ratio:.0f} ×"


def _amount(value: float, unit: Literal["seconds", "bytes"]) -> str:
    if unit == "bytes":
        return f"{value / 1e6:.1f} MB"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.2f} ms"
