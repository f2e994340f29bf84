"""Only some episodes in the list: those that have the words one types."""

from __future__ import annotations

from textual import events, on, work

from tui_reader.ui.keymap import keys_of
from tui_reader.ui.list_filter import ListFilter
from tui_reader.ui.screens.people import PeopleScreen

__all__ = ["ListFilterScreen"]

_REST = 0.04
"""Seconds after which what the cursor has come to is shown."""


class ListFilterScreen(PeopleScreen):
    """A screen whose list of episodes can be cut down while one types."""

    async def action_filter_list(self) -> None:
        """Ask for words, to show only the episodes that have them. A search shows its own list."""
        if self.session.in_library is not None:
            self.say("This list is what was found: show: and tag: in the search make it shorter.")
            return
        await self._close_filter()
        prompt = ListFilter(self.episodes.shelf.typed)
        self.episodes.add_class("-filtering")
        await self.query_one("#panes").mount(prompt)
        self.set_focus(prompt)
        self.prepare_sifting()

    @work(thread=True, group="sieve", exit_on_error=False)
    def prepare_sifting(self) -> None:
        """Fold the titles of a large library before the first letter is typed."""
        self.episodes.shelf.prepare()

    async def _close_filter(self) -> None:
        self.episodes.remove_class("-filtering")
        await self.query(ListFilter).remove()

    @on(ListFilter.Typed)
    def _sift_list(self, message: ListFilter.Typed) -> None:
        self.somebody_is_there()
        self.episodes.sift(message.text)

    @on(ListFilter.Kept)
    def _keep_filter(self) -> None:
        self.focus_pane(self.episodes)
        typed = self.episodes.shelf.typed.strip()
        if typed and not self.episodes.shown:
            key = keys_of(self).first("leave")
            self.say(f"No episode has “{typed}”: {key} shows all.")
        else:
            self.preview_soon(_REST)

    @on(ListFilter.Dropped)
    def _drop_filter(self) -> None:
        self.episodes.sift("")
        self.focus_pane(self.episodes)

    @on(events.DescendantFocus)
    async def _leave_filter(self, event: events.DescendantFocus) -> None:
        if not isinstance(event.widget, ListFilter):
            await self._close_filter()

    def action_leave(self) -> None:
        """Show all episodes again where one is in a list that is cut down."""
        sifted = self.episodes.shelf.typed and self.session.in_library is None
        if sifted and self.focused is self.episodes:
            self._drop_filter()
            self.say("All episodes again.")
        else:
            super().action_leave()
