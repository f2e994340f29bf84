"""Ticks on a scrollbar: where on the page the hits are, and where marks and notes."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

__all__ = ["HIT", "KEPT", "Ticks", "ticked"]

HIT: Final = "━"
KEPT: Final = "◂"
_BOTH: Final = "╋"


class Ticks(NamedTuple):
    """Rows of the page to be marked with a sign in a colour."""

    rows: Iterable[int]
    sign: str
    colour: Color | None


def ticked(*kinds: Ticks) -> type[ScrollBarRender]:
    """A scrollbar that marks rows of the page; where two kinds fall together, the last has it."""

    class Ticked(ScrollBarRender):
        """The usual bar, with a tick in every cell that stands for a marked row."""

        @classmethod
        def render_bar(
            cls,
            size: int = 25,
            virtual_size: float = 50,
            window_size: float = 20,
            position: float = 0,
            thickness: int = 1,
            vertical: bool = True,
            back_color: Color = Color.parse("#555555"),  # noqa: B008
            bar_color: Color = Color.parse("bright_magenta"),  # noqa: B008
        ) -> Segments:
            bar = super().render_bar(
                size, virtual_size, window_size, position, thickness, vertical,
                back_color, bar_color,
            )  # fmt: skip
            segments = list(bar.segments)
            for cell, (sign, colour) in _cells(kinds, size, virtual_size).items():
                if 0 <= cell < len(segments):
                    old = segments[cell]
                    style = (old.style or Style()) + Style(color=colour, reverse=False)
                    if old.style and old.style.reverse:
                        style += Style(bgcolor=bar_color)
                    segments[cell] = Segment(sign * thickness, style)
            return Segments(segments, new_lines=bar.new_lines)

    return Ticked


def _cells(
    kinds: Iterable[Ticks], size: int, virtual_size: float
) -> dict[int, tuple[str, Color | None]]:
    """What stands in the cells of a bar."""
    cells: dict[int, tuple[str, Color | None]] = {}
    for rows, sign, colour in kinds:
        for cell in {min(size - 1, int(row * size / max(virtual_size, 1))) for row in rows}:
            shared = cell in cells and cells[cell][0] != sign
            cells[cell] = (_BOTH if shared else sign, colour)
    return cells
