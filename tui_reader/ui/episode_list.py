"""The list pane: the episodes, or while a library is searched what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.keymap import Where, bindings
from tui_reader.ui.row_list import RowList
from tui_reader.ui.shelf import Shelf

if TYPE_CHECKING:
    from tui_reader.library import Episode
    from tui_reader.ordering import Order
    from tui_reader.ui.entries import Entries, Spotted
    from tui_reader.ui.how_far import HowFar
    from tui_reader.ui.listing import Listing
    from tui_reader.ui.result_listing import ResultListing
    from tui_reader.ui.results import Texts
    from tui_reader.widening.suggesting import Suggestion

__all__ = ["EpisodeList"]

_LONG = 200
_ARRANGE_AFTER = 0.3
"""Seconds between two sortings of a long list that grows."""


class EpisodeList(RowList, can_focus=True):
    """Shows episodes, two rows each, or those with hits, and under each the words of its best."""

    BINDINGS = bindings(Where.LIST)
    CURSOR = "episodes--cursor"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "episodes--title",
        "episodes--facts",
        "episodes--count",
        "episodes--label",
        "episodes--suggestion",
        "episodes--snippet",
        "episodes--hit",
        "episodes--error",
        "episodes--cursor",
        "episodes--open",
    }
    """
    | class | what it styles |
    | :- | :- |
    | `episodes--title`, `--facts`, `--count` | the title of an episode, what is known, its hits |
    | `episodes--label`, `--suggestion` | what kind of hits follow, and what to look for instead |
    | `episodes--snippet`, `--hit` | the words of a hit, and those of them that were searched |
    | `episodes--error` | why a file could not be read |
    | `episodes--cursor`, `--open` | the row one is at, and the mark of the episode that is open |
    """

    class Highlighted(Message):
        """Another episode or hit is under the cursor."""

        def __init__(self, episode: Episode) -> None:
            super().__init__()
            self.episode = episode

        def can_replace(self, message: Message) -> bool:
            """Only the last of several moves matters."""
            return isinstance(message, EpisodeList.Highlighted)

    class Chosen(Message):
        """An episode is to be read, at the hit under the cursor where there are hits."""

        def __init__(self, episode: Episode) -> None:
            super().__init__()
            self.episode = episode

    class SuggestionChosen(Message):
        """Something else is to be looked for."""

        def __init__(self, suggestion: Suggestion) -> None:
            super().__init__()
            self.suggestion = suggestion

    class Arranged(Message):
        """The list holds other episodes, or the same in another order."""

    class Sorted(Message):
        """The list of episodes is in another order."""

        def __init__(self, order: Order) -> None:
            super().__init__()
            self.order = order

    class OrderAsked(Message):
        """The hits are to be in another order, or in the same `backwards`."""

        def __init__(self, *, backwards: bool = False) -> None:
            super().__init__()
            self.backwards = backwards

    class WordsMissing(Message):
        """The words of these hits are about to be looked at, and are not here yet."""

        def __init__(self, hits: Sequence[Spotted]) -> None:
            super().__init__()
            self.hits = hits

    def __init__(self, colours: SpeakerColours, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(colours, id=id)
        self.shelf = Shelf()
        """What is shown while no search is on."""
        self._results: ResultListing | None = None
        self._arranging: Timer | None = None
        self._named = ("", "")

    # What is shown

    def name_pane(self, title: str, subtitle: str = "") -> None:
        """Show a title in the frame and another below, painting them only when they change."""
        if (title, subtitle) != self._named:
            self._named = title, subtitle
            self.border_title, self.border_subtitle = Content(title), Content(subtitle)

    def add(self, episodes: Iterable[Episode]) -> None:
        """Add episodes, or replace them; now and then while a long list grows, it is sorted."""
        self.shelf.put(episodes)
        if len(self.shelf) < _LONG or not self.shelf.is_arranged:
            self._arrange()
        elif self._arranging is None:
            self._arranging = self.set_timer(_ARRANGE_AFTER, self._arrange)

    def settle(self) -> None:
        """Sort what was added, if that is still to be done."""
        if self._arranging is not None:
            self._arrange()

    def drop(self, numbers: Iterable[int]) -> None:
        """Take episodes out of the list."""
        if self.shelf.drop(numbers):
            self._arrange()

    def holds(self, number: int) -> bool:
        """Whether the episode with this number is in the list."""
        return self.shelf.get(number) is not None

    def show_results(
        self, entries: Entries, suggestions: Sequence[Suggestion], texts: Texts
    ) -> None:
        """Show what was found instead of the episodes; the cursor stays at its hit, if it can."""
        from tui_reader.ui.result_listing import ResultListing
        from tui_reader.ui.result_rows import ResultRows

        hit = self.hit
        listing = ResultListing(ResultRows(entries, suggestions), texts, self.episode)
        listing.open_number = self.open_number
        found = listing.model.find(hit) if hit else None
        listing.cursor = listing.model.best if found is None else found
        self._results = listing
        self.show_rows()

    def show_episodes(self) -> None:
        """Show all episodes, with no search on."""
        if self._results is not None:
            self._results = None
            self.show_rows()

    @property
    def has_hits(self) -> bool:
        """Whether there are hits in the list."""
        return self._results is not None and self._results.model.entries.total > 0

    def mark_open(self, number: int | None) -> None:
        """Mark the episode that is open, and bring the cursor to it."""
        self.shelf.mark_open(number)
        if self._results is not None:
            self._results.open_number = number
        self.reveal()
        self.refresh()

    def show_how_far(self, how_far: HowFar) -> None:
        """Show how far one is in every episode."""
        self.shelf.rows.how_far = how_far
        self.refresh()

    @property
    def open_number(self) -> int | None:
        """The number of the episode that is marked as open."""
        return self.shelf.rows.open_number

    @property
    def shown(self) -> Sequence[Episode]:
        """The episodes as they stand in the list while no search is on."""
        return self.shelf.rows.episodes

    def episode(self, number: int) -> Episode | None:
        """What is known of an episode by now."""
        return self.shelf.get(number)

    @property
    def highlighted(self) -> Episode | None:
        """The episode under the cursor, or that of the hit under it."""
        if self._results is None:
            return self.shelf.rows.highlighted
        hit = self.hit
        return self.episode(hit.episode) if hit else None

    @property
    def hit(self) -> Spotted | None:
        """The hit under the cursor."""
        found = self._results
        return found.model.hit(found.cursor) if found is not None and len(found) else None

    @property
    def suggestion(self) -> Suggestion | None:
        """The suggestion under the cursor."""
        found = self._results
        return found.model.suggestion(found.cursor) if found is not None and len(found) else None

    def neighbour(self, number: int, step: int) -> Episode | None:
        """The episode `step` entries from the one with this number, if there is one."""
        return self.shelf.neighbour(number, step)

    @property
    def listing(self) -> Listing:
        """The episodes, or what was found."""
        return self.shelf.rows if self._results is None else self._results

    def _arrange(self) -> None:
        if self._arranging is not None:
            self._arranging.stop()
            self._arranging = None
        self.shelf.arrange()
        self.show_rows()
        self.post_message(self.Arranged())

    # Moving

    def cursor_moved(self) -> None:
        """Tell what is under the cursor now."""
        if episode := self.highlighted:
            if self._results is None:
                self.shelf.number = episode.number
            self.post_message(self.Highlighted(episode))

    def action_open(self) -> None:
        """Read the episode under the cursor, or look for the suggestion there."""
        if suggestion := self.suggestion:
            self.post_message(self.SuggestionChosen(suggestion))
        elif episode := self.highlighted:
            self.post_message(self.Chosen(episode))

    def action_sort(self) -> None:
        """Sort by the next thing one can sort by."""
        self._sort(self.shelf.order.next)

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._sort(self.shelf.order.reversed, backwards=True)

    def sift(self, typed: str) -> None:
        """Show only the episodes that have every word of `typed`."""
        self.shelf.sift(typed)
        self.show_rows()
        self.post_message(self.Arranged())

    def _sort(self, order: Order, *, backwards: bool = False) -> None:
        if self._results is not None:
            self.post_message(self.OrderAsked(backwards=backwards))
            return
        self.shelf.order = order
        self._arrange()
        self.post_message(self.Sorted(order))

    def highlight_first(self) -> None:
        """Move the cursor to the first episode, or to the best hit of the first one."""
        if self._results is not None:
            self.place_cursor(self._results.model.best)
        else:
            self.action_move_to_edge(-1)

    def highlight(self, hit: Spotted) -> None:
        """Show the cursor at a hit, or at the last before it that is shown."""
        found = self._results.model.find(hit) if self._results else None
        if found is not None:
            self.place_cursor(found)

    def window_moved(self) -> None:
        """Ask for the words in the window and a page around it."""
        if self._results is None:
            return
        top, height = round(self.scroll_y), max(1, self.size.height)
        missing = self._results.lacking(top - height, top + 2 * height)
        if missing:
            self.post_message(self.WordsMissing(missing))
