"""Nothing but the transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

from tui_reader.layout import Columns
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.scope import Scope
from tui_reader.ui.screens.list_filter import ListFilterScreen

if TYPE_CHECKING:
    from tui_reader.model import Place
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["ZenScreen"]


class ZenScreen(ListFilterScreen):
    """A screen that can hide everything around the transcript.

    What needs something that is hidden brings all of it back.
    """

    @property
    def is_zen(self) -> bool:
        """Whether the transcript is all there is."""
        return self.has_class("-zen")

    def action_zen(self) -> None:
        """Show nothing but the transcript, or all again."""
        if self.is_zen:
            self._show_all()
        elif self.opened is None:
            self.say("There is no transcript to be alone with.")
        else:
            self.focus_pane(self.transcript)
            self.add_class("-zen")
            self.centre()
            keys = keys_of(self).named("{zen} or {leave}")
            self.say(f"Nothing but the transcript: {keys} brings the rest back.")

    def _show_all(self) -> None:
        self.remove_class("-zen")
        self.centre()

    def centre(self) -> None:
        """Have the text in the middle of the window where it is all there is to see."""
        view, margin = self.transcript, 0
        if self.is_zen and view.page is not None:
            room = self.app.size.width - view.styles.scrollbar_size_vertical
            columns = Columns.fit(view.page, room, view.times, view.text_width)
            margin = max(0, columns.spare(room)) // 2
        if view.styles.padding.left != margin:
            view.styles.padding = (0, 0, 0, margin)

    def show_opened(self, opened: OpenEpisode, place: Place | None) -> None:
        """Show an episode that is ready, in the middle."""
        super().show_opened(opened, place)
        self.centre()

    def on_resize(self, event: events.Resize) -> None:
        """Stay in the middle of another window."""
        self.centre()

    # What brings everything back

    def begin_search(self, scope: Scope) -> None:
        """Open the search bar, and remember where to come back to."""
        self._show_all()
        super().begin_search(scope)

    def focus_pane(self, pane: Widget) -> None:
        """Give a pane the keyboard."""
        if pane is not self.transcript:
            self._show_all()
        super().focus_pane(pane)

    def action_leave(self) -> None:
        """Show all again, else leave what there is to leave; first of all a selection."""
        if self.is_zen and self.selected_turns is None:
            self._show_all()
        else:
            super().action_leave()

    def action_back(self) -> None:
        """Show all again, else go back or quit."""
        if self.is_zen:
            self._show_all()
        else:
            super().action_back()
