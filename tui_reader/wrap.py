"""Breaking text into rows of a given width, as offsets into the text.

Nothing is copied and nothing is padded: a row is where it begins. The width of most text is its
length, so cells are measured only in text that holds a character of another width than one.
"""

import re
from typing import Final

from rich.cells import cell_len, split_graphemes

__all__ = ["PARAGRAPH", "clip", "is_narrow", "wrap"]

PARAGRAPH: Final = "\n\n"

# Alphabets, punctuation and currencies that take one cell a character and stand alone. Everything
# else (East Asian, emoji, combining marks, joiners) is measured.
_NARROW: Final = re.compile(
    "[\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff"
    "\u2010-\u2015\u2018-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)


def is_narrow(text: str) -> bool:
    """Whether every character of `text` takes one cell, so that its length is its width."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def wrap(text: str, width: int, *, narrow: bool | None = None) -> list[int]:
    """The offsets at which the rows of `text` begin, at `width` cells a row.

    Rows break at spaces, else inside the word, and never inside a grapheme. Between paragraphs
    stands an empty row that begins at the break. There is always at least one row. `narrow` is
    what `is_narrow` says, where the caller knows it already.
    """
    if narrow is None:
        narrow = is_narrow(text)
    rows = _rows_narrow if narrow else _rows
    if "\n" not in text:
        return rows(text, 0, len(text), width)
    starts: list[int] = []
    begin = 0
    for paragraph in text.split(PARAGRAPH):
        if begin:
            starts.append(begin - len(PARAGRAPH))
        end = begin + len(paragraph)
        starts += rows(text, begin, end, width)
        begin = end + len(PARAGRAPH)
    return starts


def _rows_narrow(text: str, begin: int, end: int, width: int) -> list[int]:
    """The rows of `text[begin:end]` where characters are cells. The reader's hottest loop."""
    starts = [begin]
    last = end - width
    find = text.rfind
    while begin < last:
        cut = find(" ", begin, begin + width + 1)
        begin = cut + 1 if cut > begin else begin + width
        starts.append(begin)
    return starts


def _rows(text: str, begin: int, end: int, width: int) -> list[int]:
    """The rows of `text[begin:end]`, by measured cells."""
    starts = [begin]
    row_cells = since_break = 0
    can_break = -1
    for start, _, cells in split_graphemes(text[begin:end])[0]:
        if text[begin + start] == " ":
            row_cells += cells
            since_break, can_break = 0, start + 1
            continue
        if cells == 2 and start > starts[-1] - begin:
            since_break, can_break = 0, start  # between ideographs a row may end anywhere
        if row_cells + cells > width and start > starts[-1] - begin:
            if can_break > starts[-1] - begin:
                starts.append(begin + can_break)
                row_cells = since_break
            else:
                starts.append(begin + start)
                row_cells = 0
        row_cells += cells
        since_break += cells
    return starts


def clip(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where something had to go."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return "…"[:width]
    room = width - 1
    kept = 0
    for _, end, cells in split_graphemes(text)[0]:
        room -= cells
        if room < 0:
            break
        kept = end
    return text[:kept].rstrip() + "…"
