"""A list of any length with a cursor in it: only the rows in its window are ever painted."""

from abc import abstractmethod

from textual import events
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.listing import Listing
from tui_reader.ui.scrolling import set_rows
from tui_reader.ui.styling import Brush

__all__ = ["RowList"]


class RowList(ScrollView):
    """Shows the rows of a `listing`, those the cursor is on in the style of the part `CURSOR`."""

    ALLOW_SELECT = False
    CURSOR = ""

    def __init__(self, colours: SpeakerColours, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._colours = colours
        self._brushes: tuple[Brush, Brush] | None = None
        self._blank: tuple[int, Strip] | None = None

    @property
    @abstractmethod
    def listing(self) -> Listing:
        """What is shown."""

    def cursor_moved(self) -> None:
        """Called when somebody has moved the cursor to another item."""

    def window_moved(self) -> None:
        """Called when other rows may have come into sight."""

    @abstractmethod
    def action_open(self) -> None:
        """Do what the item under the cursor is for."""

    def show_rows(self) -> None:
        """Show a listing that is another one, or has changed."""
        size = (self.size.width, self.listing.rows)
        if size != tuple(self.virtual_size):
            set_rows(self, *size)
        self.reveal()
        self.window_moved()
        self.refresh()

    # Moving

    def action_move(self, items: int) -> None:
        """Move the cursor by items."""
        self._move_to(self.listing.cursor + items)

    def action_move_pages(self, pages: int) -> None:
        """Move the cursor by pages, at least by one item."""
        listing = self.listing
        if not len(listing):
            return
        _, below = listing.extent(listing.cursor)
        row = below - 1 + pages * max(1, self.size.height - 2)
        row = max(0, min(row, listing.rows - 1))
        item = listing.item_at(row)
        while item is None:  # what is on the row belongs to what follows
            row += 1
            item = listing.item_at(row)
        self._move_to(item if item != listing.cursor else item + pages)

    def action_move_to_edge(self, direction: int) -> None:
        """Move the cursor to the first or the last item."""
        self.action_move(direction * len(self.listing))

    def _move_to(self, item: int) -> None:
        item = max(0, min(item, len(self.listing) - 1))
        if len(self.listing) and item != self.listing.cursor:
            self.place_cursor(item)
            self.cursor_moved()

    def place_cursor(self, item: int) -> None:
        """Show the cursor at an item, as if it had always been there."""
        self.listing.cursor = item
        self.reveal()
        self.refresh()

    def reveal(self) -> None:
        """Scroll no further than it takes to see what the cursor is at."""
        listing = self.listing
        if not len(listing) or not self.size.height:
            return
        top, bottom = listing.extent(listing.cursor)
        y = round(self.scroll_y)
        if top < y:
            self.scroll_to(y=top, animate=False)
        elif bottom > y + self.size.height:
            self.scroll_to(y=bottom - self.size.height, animate=False)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.show_rows()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Notice what comes into sight, however one scrolls."""
        super().watch_scroll_y(old_value, new_value)
        self.window_moved()

    def on_click(self, event: events.Click) -> None:
        """Open what was clicked."""
        offset = event.get_content_offset(self)
        item = None if offset is None else self.listing.item_at(round(self.scroll_y) + offset.y)
        if item is not None:
            self._move_to(item)
            self.action_open()

    # Painting

    def render_line(self, y: int) -> Strip:
        """A row of the window."""
        width = self.scrollable_content_region.width
        listing, row = self.listing, round(self.scroll_y) + y
        if row >= listing.rows:
            if self._blank is None or self._blank[0] != width:
                self._blank = width, Strip.blank(width, self.rich_style)
            return self._blank[1]
        if self._brushes is None:
            self._brushes = Brush(self, self._colours), Brush(self, self._colours, self.CURSOR)
        brush = self._brushes[listing.is_at_cursor(row)]
        strip = Strip(listing.paint(row, width, brush))
        return strip.extend_cell_length(width, brush.blank).crop(0, width)

    def notify_style_update(self) -> None:
        """Drop what was made in the colours of another theme."""
        super().notify_style_update()
        self._brushes = self._blank = None
