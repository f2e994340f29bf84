"""A page whose words can be selected with the mouse."""

from __future__ import annotations

from textual.geometry import Offset
from textual.scroll_view import ScrollView
from textual.selection import Selection

from tui_reader.layout import Layout
from tui_reader.page import Kind, Page
from tui_reader.selecting import Excerpt, excerpt

__all__ = ["SelectableView"]


class SelectableView(ScrollView):
    """Knows which words of a page are selected, across rows and turns."""

    ALLOW_SELECT = True

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page: Page | None = None
        """What is shown."""
        self.rows: Layout | None = None
        """The page at the width of the window."""

    @property
    def chosen(self) -> Excerpt | None:
        """The words selected with the mouse, None where none are."""
        selection = self.text_selection
        if selection is None or self.page is None:
            return None
        found = self._excerpt(self.page, selection)
        return found if found.text else None

    @property
    def chosen_turns(self) -> range | None:
        """The turns of which words are selected with the mouse, None where none are."""
        selection, page = self.text_selection, self.page
        if selection is None or page is None or self.chosen is None:
            return None
        first, _ = self._position_at(selection.start) or (0, 0)
        last, stop = self._position_at(selection.end) or (len(page.blocks) - 1, 1)
        numbers = [
            page.blocks[number].turn
            for number in range(first, last + (stop > 0))
            if page.blocks[number].kind is Kind.TURN
        ]
        return range(numbers[0], numbers[-1] + 1) if numbers else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words under a selection, as Textual asks for them."""
        return None if self.page is None else (self._excerpt(self.page, selection).text, "\n")

    def _excerpt(self, page: Page, selection: Selection) -> Excerpt:
        last = len(page.blocks) - 1
        begin = self._position_at(selection.start) or (0, 0)
        end = self._position_at(selection.end) or (last, len(page.blocks[last].text))
        return excerpt(page, begin, end)

    def _position_at(self, offset: Offset | None) -> tuple[int, int] | None:
        """The block and character at a row (y) and a character in it (x)."""
        if offset is None or self.rows is None or offset.y >= len(self.rows):
            return None
        row = self.rows.row(offset.y)
        return row.block, min(row.start + max(0, offset.x), row.end)
