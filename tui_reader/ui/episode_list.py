"""The episodes, as a list of any length: only the entries in the window are ever painted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from tui_reader.ordering import Order, arrange
from tui_reader.timecode import format_clock
from tui_reader.ui.keymap import Where, bindings
from tui_reader.ui.styling import layered
from tui_reader.wrap import clip

if TYPE_CHECKING:
    from tui_reader.library import Episode
    from tui_reader.ui.results import EpisodeResult

__all__ = ["EpisodeList"]

_LONG = 200
_ARRANGE_AFTER = 0.3
"""Seconds between two sortings of a long list that grows."""


class EpisodeList(ScrollView, can_focus=True):
    """Shows episodes, two rows each, or only those with hits, with the words of the first."""

    ALLOW_SELECT = False
    BINDINGS = bindings(Where.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "episodes--title",
        "episodes--facts",
        "episodes--snippet",
        "episodes--hit",
        "episodes--error",
        "episodes--cursor",
        "episodes--open",
    }
    """
    | class | what it styles |
    | :- | :- |
    | `episodes--title`, `--facts`, `--snippet` | the rows of an entry |
    | `episodes--hit` | the searched words in a snippet, and the number of hits |
    | `episodes--error` | why a file could not be read |
    | `episodes--cursor`, `--open` | the entry one is at, and the mark of the one that is open |
    """

    class Highlighted(Message):
        """Another episode is under the cursor."""

        def __init__(self, episode: Episode) -> None:
            super().__init__()
            self.episode = episode

        def can_replace(self, message: Message) -> bool:
            """Only the last of several moves matters."""
            return isinstance(message, EpisodeList.Highlighted)

    class Chosen(Message):
        """An episode is to be read."""

        def __init__(self, episode: Episode) -> None:
            super().__init__()
            self.episode = episode

    class Sorted(Message):
        """The list is in another order."""

        def __init__(self, order: Order) -> None:
            super().__init__()
            self.order = order

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.order = Order()
        self.open_number: int | None = None
        self._episodes: dict[int, Episode] = {}
        self._results: Mapping[int, EpisodeResult] | None = None
        self._shown: list[Episode] = []
        self._rows: dict[int, int] = {}
        self._arranging: Timer | None = None
        self._cursor: int | None = None
        self._over: tuple[str, ...] = ()
        self._kept: tuple[tuple[str, int], Strip] | None = None

    # What is shown

    def add(self, episodes: Iterable[Episode]) -> None:
        """Add episodes, or replace them; the cursor stays on its own.

        A long list is sorted now and then while it grows, not at every batch.
        """
        self._episodes.update((episode.number, episode) for episode in episodes)
        if len(self._episodes) < _LONG:
            self._arrange()
        elif self._arranging is None:
            self._arranging = self.set_timer(_ARRANGE_AFTER, self._arrange)

    def show_results(self, results: Mapping[int, EpisodeResult] | None) -> None:
        """Show only the episodes with hits, in the order of `results`; all of them for None."""
        self._results = results
        self._arrange()

    def mark_open(self, number: int | None) -> None:
        """Mark the episode that is open, and bring the cursor to it."""
        self.open_number = number
        self._cursor = number if number is not None else self._cursor
        self._reveal()
        self.refresh()

    @property
    def shown(self) -> list[Episode]:
        """The episodes as they stand in the list."""
        return self._shown

    @property
    def highlighted(self) -> Episode | None:
        """The episode under the cursor."""
        row = self._row
        return None if row is None else self._shown[row]

    def neighbour(self, number: int, step: int) -> Episode | None:
        """The episode `step` entries from the one with this number, if both are in the list."""
        row = self._rows.get(number, -2) + step
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @property
    def _entry_height(self) -> int:
        return 2 if self._results is None else 3

    @property
    def _row(self) -> int | None:
        """The entry the cursor is on, from 0."""
        if not self._shown:
            return None
        return 0 if self._cursor is None else self._rows.get(self._cursor, 0)

    def _arrange(self) -> None:
        if self._arranging is not None:
            self._arranging.stop()
            self._arranging = None
        if self._results is None:
            self._shown = arrange(self._episodes.values(), self.order)
        else:
            self._shown = [self._episodes[n] for n in self._results if n in self._episodes]
        self._rows = {episode.number: row for row, episode in enumerate(self._shown)}
        if self._cursor is None and self._shown:
            self._cursor = self._shown[0].number
        self.virtual_size = Size(self.size.width, len(self._shown) * self._entry_height)
        self._reveal()
        self.refresh()

    # Moving

    def action_move(self, entries: int) -> None:
        """Move the cursor by entries."""
        if self._shown:
            self._to_row(max(0, min((self._row or 0) + entries, len(self._shown) - 1)))

    def action_move_pages(self, pages: int) -> None:
        """Move the cursor by pages."""
        self.action_move(pages * max(1, self.size.height // self._entry_height - 1))

    def action_move_to_edge(self, direction: int) -> None:
        """Move the cursor to the first or last entry."""
        self.action_move(direction * len(self._shown))

    def action_open(self) -> None:
        """Read the episode under the cursor."""
        if episode := self.highlighted:
            self.post_message(self.Chosen(episode))

    def action_sort(self) -> None:
        """Sort by the next thing one can sort by."""
        self._sort(self.order.next)

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._sort(self.order.reversed)

    def _sort(self, order: Order) -> None:
        self.order = order
        self._arrange()
        self.post_message(self.Sorted(order))

    def highlight_first(self) -> None:
        """Move the cursor to the first entry."""
        if self._shown:
            self._to_row(0)

    def _to_row(self, row: int) -> None:
        episode = self._shown[row]
        moved = episode.number != self._cursor
        self._cursor = episode.number
        self._reveal()
        self.refresh()
        if moved:
            self.post_message(self.Highlighted(episode))

    def _reveal(self) -> None:
        """Scroll no further than it takes to see the whole entry under the cursor."""
        row = self._row
        if row is None or not self.size.height:
            return
        top, height = row * self._entry_height, self._entry_height
        y = round(self.scroll_y)
        if top < y:
            self.scroll_to(y=top, animate=False)
        elif top + height > y + self.size.height:
            self.scroll_to(y=top + height - self.size.height, animate=False)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.size.width, len(self._shown) * self._entry_height)
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to what was clicked; clicked again, read it."""
        offset = event.get_content_offset(self)
        row = -1 if offset is None else (round(self.scroll_y) + offset.y) // self._entry_height
        if 0 <= row < len(self._shown):
            self._to_row(row)
            self.post_message(self.Chosen(self._shown[row]))

    # Painting

    def render_line(self, y: int) -> Strip:
        """A row of an entry: its title, the facts, or its first hit."""
        width = self.scrollable_content_region.width
        entry, part = divmod(round(self.scroll_y) + y, self._entry_height)
        if entry >= len(self._shown):
            nothing = self._results is not None and not self._shown and y == 0
            return Strip(
                [Segment("  No hits" if nothing else "", self.rich_style)]
            ).adjust_cell_length(width, self.rich_style)
        episode = self._shown[entry]
        self._over = ("episodes--cursor",) if entry == self._row else ()
        mark = "▸ " if part == 0 and episode.number == self.open_number else "  "
        parts = (self._title, self._facts, self._snippet)
        segments = [self._piece(mark, "open"), *parts[part](episode, max(1, width - 2))]
        return (
            Strip(segments).extend_cell_length(width, self._piece("", "title").style).crop(0, width)
        )

    def _blank(self, words: str, width: int) -> Strip:
        """A row without an entry; kept, since most of a short list is made of it."""
        if self._kept is None or self._kept[0] != (words, width):
            strip = Strip([Segment(words, self.rich_style)])
            self._kept = (words, width), strip.adjust_cell_length(width, self.rich_style)
        return self._kept[1]

    def notify_style_update(self) -> None:
        """Drop what was painted in the colours of another theme."""
        super().notify_style_update()
        self._kept = None

    def _piece(self, text: str, part: str) -> Segment:
        return Segment(text, layered(self, *self._over, f"episodes--{part}"))

    def _title(self, episode: Episode, width: int) -> Iterable[Segment]:
        part = "title" if episode.error is None else "error"
        yield self._piece(clip(episode.title, width), part)

    def _facts(self, episode: Episode, width: int) -> Iterable[Segment]:
        if episode.error is not None:
            yield self._piece(clip(episode.reason, width), "error")
            return
        result = self._result(episode)
        if result is None:
            yield self._piece(_fitting(_facts(episode), width), "facts")
            return
        count = f"{result.count} hit{'s' * (result.count > 1)}"
        yield self._piece(count, "hit")
        if result.said:
            room = max(0, width - cell_len(count) - 3)
            yield self._piece(f" · {clip(result.said, room)}", "facts")

    def _snippet(self, episode: Episode, width: int) -> Iterable[Segment]:
        result, at = self._result(episode), 0
        if result is None:
            return
        shown = result.shown(width)
        for span in shown.spans:
            yield self._piece(shown.text[at : span.start], "snippet")
            yield self._piece(shown.text[span.start : span.end], "hit")
            at = span.end
        yield self._piece(shown.text[at:], "snippet")

    def _result(self, episode: Episode) -> EpisodeResult | None:
        return None if self._results is None else self._results.get(episode.number)


def _facts(episode: Episode) -> Iterable[str]:
    about = episode.metadata
    if about.show:
        yield about.show
    if about.date:
        yield about.date.isoformat()
    if episode.duration:
        yield format_clock(episode.duration)
    if speakers := len(episode.shares):
        yield f"{speakers} speaker{'s' * (speakers > 1)}"
    else:
        yield f"{episode.turns} paragraph{'s' * (episode.turns != 1)}"
    if episode.problems:
        yield f"{episode.problems} problem{'s' * (episode.problems > 1)}"


def _fitting(facts: Iterable[str], width: int) -> str:
    """As many facts as fit, whole; the first one in any case."""
    shown = ""
    for fact in facts:
        longer = f"{shown} · {fact}" if shown else clip(fact, width)
        if cell_len(longer) > width:
            break
        shown = longer
    return shown
