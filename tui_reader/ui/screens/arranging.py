"""How one likes to read: the contents at hand, the width of the text, times, the list's order.

What is chosen here is there again the next time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual import on

from tui_reader.contents import contents, part_at
from tui_reader.layout import USUAL_WIDTH, Gutter, text_width_after
from tui_reader.ordering import Order
from tui_reader.ui.episode_list import EpisodeList
from tui_reader.ui.screens.zen import ZenScreen
from tui_reader.ui.transcript_view import TranscriptView

if TYPE_CHECKING:
    from tui_reader.contents import Part
    from tui_reader.request import ReadRequest

__all__ = ["ArrangingScreen"]


class ArrangingScreen(ZenScreen):
    """A screen one arranges as one likes to read."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._usual_width = request.settings.text_width or USUAL_WIDTH
        self._arranged: dict[str, Any] = {}
        """What was chosen since the start, as it is to be remembered."""

    def on_mount(self) -> None:
        """Arrange everything as it was the last time, or as the settings say."""
        settings, remembered = self.request.settings, self.request.state
        view = self.query_one(TranscriptView)
        view.text_width = settings.text_width or remembered.text_width or USUAL_WIDTH
        gutter = settings.gutter or remembered.gutter
        if gutter in {times.value for times in Gutter}:
            view.times = Gutter(gutter)
        self.query_one(EpisodeList).shelf.order = Order.named(remembered.order or "")

    # Contents

    def action_contents(self) -> None:
        """Show the chapters, headings and parts, to go to one."""
        parts = contents(self.opened.page) if self.opened else ()
        if self.opened is None or not parts:
            self.say("There is nothing here to have contents.")
            return
        from tui_reader.ui.dialogs.contents import ContentsDialog

        title = self.opened.page.transcript.metadata.title
        current = part_at(parts, self.transcript.place)
        self.app.push_screen(ContentsDialog(title, parts, current), self._go_to_part)

    def _go_to_part(self, part: Part | None) -> None:
        if part is not None:
            self.jump_to(part.place)

    # Width

    def action_text_width(self, step: int) -> None:
        """Make the text wider, narrower, or as wide as at first."""
        view = self.transcript
        if view.rows is None:
            return
        shown = view.rows.columns.text
        wanted = text_width_after(view.text_width, shown, step) if step else self._usual_width
        if step > 0 and shown < view.text_width:
            self.say("There is no room for wider text.")
        elif step and wanted == view.text_width:
            self.say(f"Text is never {'wider' if step > 0 else 'narrower'} than this.")
        else:
            view.show_width(wanted)
            self.centre()
            self.say(f"Text {wanted} cells wide." if step else f"The usual width: {wanted} cells.")
            self._remember(text_width=wanted if step else None)

    # Times and order

    def action_gutter(self) -> None:
        """Show times per turn, per cue, or none."""
        before = self.transcript.times
        super().action_gutter()
        if self.transcript.times is not before:
            self._remember(gutter=self.transcript.times.value)

    @on(EpisodeList.Sorted)
    def _remember_order(self, message: EpisodeList.Sorted) -> None:
        self._remember(order=message.order.name)

    def _remember(self, **arranged: Any) -> None:
        """Remember what was chosen: the latest, whichever thread comes first."""
        self._arranged.update(arranged)
        self.remember(lambda remembered: replace(remembered, **self._arranged))
