"""The height of a page that paints itself, told to Textual without a layout of the whole screen."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget

__all__ = ["set_rows"]


def set_rows(view: ScrollView, width: int, rows: int) -> None:
    """Let `view` scroll over so many cells and rows.

    Assigning `virtual_size` has Textual lay out and paint the screen anew, though nothing but the
    scrollbar depends on it. This is the one place that reaches past Textual's public names.
    """
    size = Size(width, rows)
    view.set_reactive(Widget.virtual_size, size)
    view._scroll_update(size)
