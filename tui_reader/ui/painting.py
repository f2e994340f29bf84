"""A row of the page as styled pieces: the gutter, then the text with hits, links and selection.

Every piece carries where it stands in the row's text, so that the mouse can select words and never
the gutter. Text goes into `Segment`s as it is: there is no markup to fall for.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.layout import Layout, Row, RowKind
from tui_reader.page import Block, Kind
from tui_reader.timecode import format_clock
from tui_reader.ui.decorations import lead
from tui_reader.wrap import clip

__all__ = ["Layer", "Palette", "RowPainter", "text_column"]

_MARK: Final = 3
"""The cells before everything else, for the mark of where one is."""


class Palette(NamedTuple):
    """The styles a page is painted with, all of them complete: foreground and background."""

    text: Style
    time: Style
    mark: Style
    sign: Style
    title: Style
    facts: Style
    heading: Style
    note: Style
    link: Style
    hit: Style
    current_hit: Style
    spoken: Style
    selection: Style
    names: dict[str, Style]


class Layer(NamedTuple):
    """A style laid over some characters of a block's text; later layers win."""

    start: int
    end: int
    style: Style


class RowPainter:
    """Paints the rows of `layout` in the styles of `palette`."""

    def __init__(self, layout: Layout, palette: Palette) -> None:
        self.layout = layout
        self.palette = palette
        self._blank = Segment(" " * _MARK, palette.text)
        self._base = {
            Kind.TITLE: palette.title,
            Kind.FACTS: palette.facts,
            Kind.SECTION: palette.heading,
            Kind.NOTE_HEADING: palette.heading,
            Kind.NOTE: palette.note,
            Kind.NOTE_ITEM: palette.note,
            Kind.TURN: palette.text,
            Kind.SKIPPED: palette.time,
        }

    def paint(
        self,
        y: int,
        row: Row,
        *,
        current: bool,
        sticky: bool,
        layers: Sequence[Layer] = (),
        selected: bool = False,
        signs: str = "",
    ) -> Strip:
        """The strip of row `y`, as wide as the page.

        `current` marks the turn one is at. `sticky` repeats the speaker's name on the first row
        of the window, where the turn began above it. A row that is `selected` has a bar before it,
        and the `signs` of marks and notes stand there too.
        """
        block = self.layout.page.blocks[row.block]
        goes_on = sticky and row.kind is not RowKind.GAP
        here = current and (goes_on or self.layout.begins(row))
        gutter = self._lead(here, selected, signs) if here or selected or signs else [self._blank]
        text: list[Segment] = []
        if row.kind is RowKind.HEAD:
            gutter += self._head(block)
        elif row.kind is RowKind.TEXT:
            gutter += self._gutter(row, block, sticky)
            text += _text(block, row, self._base[block.kind], layers)
        indent = sum(segment.cell_length for segment in gutter)
        width = indent + sum(segment.cell_length for segment in text)
        if width < self.layout.width:
            text.append(Segment(" " * (self.layout.width - width), self.palette.text))
            width = self.layout.width
        strip = Strip(_placed(gutter, text, y, indent), width)
        return strip if width == self.layout.width else strip.crop(0, self.layout.width)

    def _lead(self, here: bool, selected: bool, signs: str) -> list[Segment]:
        """What stands before everything else."""
        shown, palette = lead(here=here, selected=selected, signs=signs), self.palette
        if here or selected:
            return [Segment(shown[0], palette.mark), Segment(shown[1:], palette.sign)]
        return [Segment(shown, palette.sign)]

    def _head(self, block: Block) -> Iterator[Segment]:
        """Time and name above the text, where they have no room beside it."""
        columns = self.layout.columns
        turn = self.layout.page.transcript.turns[block.turn]
        if columns.time and turn.start is not None:
            yield Segment(f"{format_clock(turn.start)}  ", self.palette.time)
        if turn.speaker:
            room = max(1, self.layout.width - columns.time - 3)
            yield Segment(clip(turn.speaker, room), self._name(turn.speaker))

    def _gutter(self, row: Row, block: Block, sticky: bool) -> Iterator[Segment]:
        palette, columns = self.palette, self.layout.columns
        if block.kind is not Kind.TURN:
            if block.kind is Kind.NOTE_ITEM:
                yield Segment("• " if row.first else "  ", palette.time)
            elif block.kind is Kind.SKIPPED:
                yield Segment(" " * (columns.indent - _MARK), palette.text)
            return
        if not columns.stacked:
            if columns.time:
                time = self.layout.time(row)
                if time is None and sticky:
                    time = self.layout.page.transcript.turns[block.turn].time_at(row.start)
                shown = "" if time is None else format_clock(time)
                style = palette.time if shown else palette.text
                yield Segment(f"{shown:>{columns.time - 2}}  ", style)
            if columns.name:
                yield self._name_cell(row, block, sticky)
        if columns.rule:
            speaker = self.layout.page.transcript.turns[block.turn].speaker
            yield Segment("▎ ", self._name(speaker) if speaker else palette.time)

    def _name_cell(self, row: Row, block: Block, sticky: bool) -> Segment:
        width = self.layout.columns.name
        name = block.name if row.first else None
        style = self._name(name) if name else self.palette.text
        if sticky and name is None:
            name = self.layout.page.transcript.turns[block.turn].speaker
            style = self.palette.time
        shown = clip(name, width - 1) if name else ""
        return Segment(shown + " " * (width - cell_len(shown)), style)

    def _name(self, speaker: str) -> Style:
        return self.palette.names.get(speaker, self.palette.text)


def text_column(layout: Layout, row: Row) -> int:
    """The cell at which the text of a row begins."""
    block = layout.page.blocks[row.block]
    if block.kind in (Kind.TURN, Kind.SKIPPED):
        return layout.columns.indent
    return _MARK + 2 if block.kind is Kind.NOTE_ITEM else _MARK


def _text(block: Block, row: Row, base: Style, layers: Sequence[Layer]) -> Iterator[Segment]:
    """The characters of a row, cut where a layer begins or ends."""
    text = block.text[row.start : row.end].rstrip()
    if not layers:
        yield Segment(text, base)
        return
    end = row.start + len(text)
    inside = [layer for layer in layers if layer.start < end and layer.end > row.start]
    edges = {row.start, end}
    for layer in inside:
        edges |= {max(layer.start, row.start), min(layer.end, end)}
    cuts = sorted(edges)
    for start, stop in pairwise(cuts):
        style = base
        for layer in inside:
            if layer.start <= start and stop <= layer.end:
                style += layer.style
        yield Segment(text[start - row.start : stop - row.start], style)


def _placed(gutter: list[Segment], text: list[Segment], y: int, indent: int) -> Iterator[Segment]:
    """Segments that know where they stand: what Textual's selection by mouse goes by.

    The text begins at 0; the gutter is before it, so that a selection there selects no words.
    """
    x = -indent
    for segment in _joined(gutter):
        yield _with_offset(segment, x, y)
        x += segment.cell_length
    x = 0
    for segment in _joined(text):
        yield _with_offset(segment, x, y)
        x += len(segment.text)


def _joined(segments: list[Segment]) -> Iterator[Segment]:
    """Neighbours of one style made one: what comes after costs by the piece."""
    for style, pieces in groupby(segments, key=attrgetter("style")):
        yield Segment("".join(piece.text for piece in pieces), style)


def _with_offset(segment: Segment, x: int, y: int) -> Segment:
    style = Style.from_meta({"offset": (x, y)})
    return Segment(segment.text, segment.style + style if segment.style else style)
