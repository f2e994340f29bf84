"""What a search found as a list shows it: episodes, and under each the words of its best hits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui_reader.timecode import format_clock
from tui_reader.ui.result_rows import ResultRow, ResultRows, RowKind
from tui_reader.ui.short_names import short_names
from tui_reader.wrap import clip

if TYPE_CHECKING:
    from rich.segment import Segment

    from tui_reader.library import Episode
    from tui_reader.matching import Snippet
    from tui_reader.ui.entries import Spotted
    from tui_reader.ui.results import Said, Texts
    from tui_reader.ui.styling import Brush

__all__ = ["ResultListing"]

_NAMES_FROM = 40
"""In fewer cells than these, words are worth more than names."""

_LONGEST_NAME = 10


class ResultListing:
    """The rows of a search, with the `texts` of some of its hits, to which others may come.

    `episode` is asked for what is known of an episode by its number. `open_number` is that of the
    one that is open.
    """

    def __init__(
        self, rows: ResultRows, texts: Texts, episode: Callable[[int], Episode | None]
    ) -> None:
        self.model = rows
        self.cursor = 0
        self.open_number: int | None = None
        self._texts = texts
        self._asked: set[Spotted] = set()
        self._episode = episode
        self._names: dict[int, dict[str, str]] = {}

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.model)

    def __len__(self) -> int:
        """How many hits and suggestions there are to go to."""
        return self.model.items

    def lacking(self, top: int, bottom: int) -> list[Spotted]:
        """The hits on some rows whose words nobody has been asked for yet."""
        rows = map(self.model.row, range(max(0, top), min(bottom, self.rows)))
        hits = [row.hit for row in rows if row.hit is not None]
        found = [
            hit
            for hit in hits
            if (hit.episode, hit.turn) not in self._texts and hit not in self._asked
        ]
        self._asked.update(found)
        return found

    def item_at(self, row: int) -> int | None:
        """The hit or the suggestion that a row is about."""
        return self.model.item_at(row) if 0 <= row < self.rows else None

    def extent(self, item: int) -> tuple[int, int]:
        """The rows that are to be in sight when the cursor is at an item."""
        return self.model.extent(item)

    def is_at_cursor(self, row: int) -> bool:
        """Whether the cursor is on a row."""
        return bool(len(self)) and row == self.model.extent(self.cursor)[1] - 1

    # Painting

    def paint(self, row: int, width: int, brush: Brush) -> Iterable[Segment]:
        """A heading, a hit, or what else stands on a row."""
        found = self.model.row(row)
        match found.kind:
            case RowKind.HEADING:
                return self._heading(found.number, width, brush)
            case RowKind.HIT:
                return self._hit(found, width, brush)
            case RowKind.SUGGESTION:
                return self._suggestion(found.number, width, brush)
            case RowKind.LABEL:
                return self._label(found.number, width, brush)
            case RowKind.NOTHING:
                said = "No hits. Tab tries:" if self.model.suggestions else "No hits"
                return [brush.piece(clip(f"  {said}", width), "episodes--facts")]

    def _label(self, number: int, width: int, brush: Brush) -> Iterator[Segment]:
        kind = self.model.entries[number].kind
        hits, others = self.model.hits_of_kind(number), self.model.others_of_kind(number)
        count = f" ─ {hits} of {hits + others}" if others else f" ─ {hits}"
        label = clip(kind.value if kind else "", max(1, width - len(count)))
        yield brush.piece(f"{label}{count}", "episodes--label")

    def _heading(self, number: int, width: int, brush: Brush) -> Iterator[Segment]:
        entry = self.model.entries[number]
        count = f" {entry.total} "
        room = max(1, width - 2 - len(count))
        episode = self._episode(entry.episode)
        title = clip(episode.title if episode else "…", room)
        mark = "▸ " if number == self._open_entry else "  "
        yield brush.piece(mark, "episodes--open")
        yield brush.piece(title + " " * (room - cell_len(title)), "episodes--title")
        yield brush.piece(count, "episodes--count")

    @property
    def _open_entry(self) -> int | None:
        """Which entry of the open episode is marked: that of the hit at the cursor, else the first.

        It may stand there several times, and one reads in one place.
        """
        entries = self.model.entries
        hit = self.model.hit(self.cursor) if len(self) else None
        if hit is not None and hit.episode == self.open_number:
            return entries.number(hit.kind, hit.episode)
        return None if self.open_number is None else entries.first_of(self.open_number)

    def _suggestion(self, number: int, width: int, brush: Brush) -> Iterator[Segment]:
        suggestion = self.model.suggestions[number]
        count = f" {suggestion.count} "
        room = max(1, width - 3 - len(count))
        words = clip(suggestion.words, room)
        blank = " " * (room - cell_len(words))
        yield brush.piece(f"   {words}{blank}", "episodes--suggestion")
        yield brush.piece(count, "episodes--count")

    def _hit(self, row: ResultRow, width: int, brush: Brush) -> Iterator[Segment]:
        if row.hit is None:
            return
        said = self._texts.get((row.hit.episode, row.hit.turn))
        if said is None:
            yield brush.piece("   …", "episodes--facts")
            return
        yield brush.piece("   ", "episodes--facts")
        before = list(self._source(row.hit.episode, said, width >= _NAMES_FROM, brush))
        yield from before
        room = width - 3 - sum(piece.cell_length for piece in before)
        yield from _words(said, room, brush)

    def _source(self, number: int, said: Said, roomy: bool, brush: Brush) -> Iterator[Segment]:
        """When something was said and by whom: where both have no room, in the speaker's colour."""
        time = "" if said.start is None else f"{format_clock(said.start)} "
        if not said.speaker:
            yield brush.piece(time, "episodes--facts")
        elif roomy or not time:
            names = self._short_names(number)
            name = names.get(said.speaker) or clip(said.speaker, _LONGEST_NAME)
            yield brush.piece(time, "episodes--facts")
            yield brush.name(f"{name} ", said.speaker, names)
        else:
            yield brush.name(time, said.speaker, self._short_names(number))

    def _short_names(self, number: int) -> Mapping[str, str]:
        """The names of an episode's speakers in few cells, each another one."""
        episode = self._episode(number)
        if episode is None:
            return {}
        if number not in self._names:
            speakers = [share.name for share in episode.shares]
            self._names[number] = short_names(speakers, _LONGEST_NAME)
        return self._names[number]


def _words(said: Said, room: int, brush: Brush) -> Iterator[Segment]:
    shown, at = _fitting(said, room), 0
    for span in shown.spans:
        yield brush.piece(shown.text[at : span.start], "episodes--snippet")
        yield brush.piece(shown.text[span.start : span.end], "episodes--hit")
        at = span.end
    yield brush.piece(shown.text[at:], "episodes--snippet")


def _fitting(said: Said, room: int) -> Snippet:
    """The words around the hit; fewer characters of them where those are wide."""
    shown = said.shown(room)
    cells = cell_len(shown.text)
    return shown if cells <= room else said.shown(room * len(shown.text) // cells)
