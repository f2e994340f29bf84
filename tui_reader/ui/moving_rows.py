"""Scrolling by rows and pages, as the keys of the keymap ask for it."""

from abc import abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget
else:
    Widget = object  # of several bases that are widgets Textual would style the first alone

__all__ = ["MovingRows"]

_OVERLAP = 2
"""Rows that stay in sight when a page is turned, as in less."""


class MovingRows(Widget):
    """What a widget that scrolls over rows does at the keys for it."""

    @abstractmethod
    def scroll_to_row(self, y: int) -> None:
        """Have a row on top of the window, if that can be."""

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.scroll_to_row(round(self.scroll_y) + rows)

    def action_scroll_pages(self, pages: float) -> None:
        """Scroll by pages or parts of one."""
        height = self.scrollable_content_region.height
        rows = round((height if abs(pages) < 1 else height - _OVERLAP) * pages)
        self.action_scroll_rows(rows or (1 if pages > 0 else -1))
