"""Ticks on a scrollbar: where on the page the hits are."""

from collections.abc import Sequence

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

__all__ = ["ticked"]


def ticked(rows: Sequence[int], colour: Color | None) -> type[ScrollBarRender]:
    """A scrollbar that marks `rows` of the page in `colour`."""

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
            for cell in {min(size - 1, int(row * size / max(virtual_size, 1))) for row in rows}:
                if 0 <= cell < len(segments):
                    old = segments[cell]
                    style = (old.style or Style()) + Style(color=colour, reverse=False)
                    if old.style and old.style.reverse:
                        style += Style(bgcolor=bar_color)
                    segments[cell] = Segment("━" * thickness, style)
            return Segments(segments, new_lines=bar.new_lines)

    return Ticked
