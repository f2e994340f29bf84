"""Keeping in view what is being spoken, until somebody moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.layout import RowKind
from tui_reader.model import Place

if TYPE_CHECKING:
    from tui_reader.playing import Spoken
    from tui_reader.ui.transcript_view import TranscriptView

__all__ = ["Following"]


class Following:
    """Moves a view along with what is spoken.

    Whatever else moves it, be it a key, the mouse or a jump, is somebody who wants to read there.
    """

    def __init__(self, view: TranscriptView) -> None:
        self._view = view
        self._layout: tuple[object, ...] = ()
        self._left: tuple[object, ...] = ()
        """Where the view was left, on the page as it was wrapped then."""

    @property
    def is_disturbed(self) -> bool:
        """Whether the view was moved. A page that was wrapped anew has moved by itself."""
        return self._layout == self._layout_now and self._left != self._where

    @property
    def _layout_now(self) -> tuple[object, ...]:
        return self._view.rows, self._view.size

    @property
    def _where(self) -> tuple[object, ...]:
        return self._view.spot.cursor, round(self._view.scroll_y)

    def keep(self, spoken: Spoken) -> None:
        """Have what is spoken in the middle third of the window, and be there."""
        view, place = self._view, Place(spoken.turn, spoken.at)
        if view.page is not None and view.rows is not None and view.page.has(place):
            block, offset = view.page.position(place)
            y = view.rows.row_of(block, offset)
            row = view.rows.row(y)
            start = row.start if row.kind is RowKind.TEXT else 0
            here = (block, max(spoken.start, start))
            top, height = round(view.scroll_y), view.scrollable_content_region.height
            if not top + height // 3 <= y <= top + 2 * height // 3:
                view.scroll_to_row(y - height // 3)
            if here != view.spot.cursor:
                view.be_at(*here)
        self._layout, self._left = self._layout_now, self._where
