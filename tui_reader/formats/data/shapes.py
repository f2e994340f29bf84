"""What a table of speech looks like: what each of its columns holds.

The first row names the columns, or the looks of the others tell.
"""

from collections.abc import Sequence
from itertools import islice
from typing import Final, NamedTuple

from tui_reader.formats.data.columns import SPOKEN, Column, column
from tui_reader.formats.data.rows import Row, rows
from tui_reader.formats.data.segments import segment_of
from tui_reader.formats.data.values import time_of
from tui_reader.lazily import pattern

__all__ = ["Shape", "shape_of"]

_SAMPLE: Final = 40  # rows that are looked at to tell what the columns are
_WIDEST: Final = 64  # columns; a line with more of them is no row
_WIDEST_BARE: Final = 10  # columns of a table that does not name them
_CLOCK_OR_FRACTION: Final = pattern(r"\d[.:,]\d")


class Shape(NamedTuple):
    """What a table looks like: its delimiter, the names of its columns, whether those are a row.

    `unit` is the milliseconds of its bare numbers, None where they have to be guessed.
    """

    delimiter: str
    names: tuple[str, ...]
    headed: bool
    unit: int | None = None


def shape_of(text: str, delimiters: Sequence[str]) -> Shape | None:
    """The shape of the table that `text` begins with, or None where it is no transcript."""
    first = text.lstrip("\n").partition("\n")[0]
    for delimiter in delimiters:
        if not 0 < first.count(delimiter) < _WIDEST:
            continue
        sample = list(islice(rows(text, delimiter), _SAMPLE))
        if shape := _headed(sample, delimiter) or _bare(sample, delimiter):
            return shape
    return None


def _headed(sample: Sequence[Row], delimiter: str) -> Shape | None:
    """The shape of a table whose first row names columns of a transcript."""
    names = tuple(field.strip() for field in sample[0].fields) if sample else ()
    known = {found.kind: found for name in names if (found := column(name))}
    text = known.get("text")
    if text is None or len(sample) < 2 or any(map(str.isdigit, names)):
        return None
    who = known["speaker"].name if "speaker" in known else ""
    named = "speaker" in who or who == "tier"
    if not ("start" in known and (named or _is_speech(text))) and not (named and _is_speech(text)):
        return None
    if "start" in known and not _has_times(sample[1:], names):
        return None
    if who == "name" and len({_speaker(row, names) for row in sample[1:]}) == len(sample) - 1:
        return None  # people come back: what has a name once is a task or a title
    whisper = delimiter == "\t" and names == ("start", "end", "text")
    whole = whisper and all(field.isdigit() for row in sample[1:] for field in row.fields[:1])
    return Shape(delimiter, names, headed=True, unit=1 if whole else None)


def _is_speech(text: Column) -> bool:
    return text.name in SPOKEN or text.name in ("caption", "subtitle", "speech", "words", "word")


def _speaker(row: Row, names: Sequence[str]) -> str:
    return str(segment_of(dict(zip(names, row.fields, strict=False))).speaker)


def _has_times(sample: Sequence[Row], names: Sequence[str]) -> bool:
    starts = [segment_of(dict(zip(names, row.fields, strict=False))).start for row in sample]
    return 2 * sum(time_of(start) is not None for start in starts) >= len(starts)


def _bare(sample: Sequence[Row], delimiter: str) -> Shape | None:
    """The shape of a table without names: two columns of times, one of words, one of speakers."""
    width = len(sample[0].fields) if sample else 0
    if not 3 <= width <= _WIDEST_BARE:
        return None
    whole = [row.fields for row in sample if len(row.fields) == width]
    if len(whole) * 3 < len(sample) * 2:
        return None
    columns = list(zip(*whole, strict=True))
    times = _times(columns)
    others = [n for n in range(width) if n not in times and any(map(str.strip, columns[n]))]
    others = [n for n in others if any(time_of(field) is None for field in columns[n])]
    if len(times) != 2 or len(others) not in (1, 2):
        return None
    if not any(map(str.isalpha, "".join(columns[others[-1]]))):
        return None
    starts, ends = ([time_of(field) or 0 for field in columns[n]] for n in times)
    ordered = all(start <= end for start, end in zip(starts, ends, strict=True))
    rising = sum(map(int.__le__, starts, starts[1:])) * 10 >= (len(starts) - 1) * 9
    clocks = any(_CLOCK_OR_FRACTION.search(field) for n in times for field in columns[n])
    if not (ordered and rising and clocks):
        return None
    names = dict(zip(times, ("start", "end"), strict=True))
    names |= dict(zip(others, ("speaker", "text")[-len(others) :], strict=True))
    return Shape(delimiter, tuple(names.get(n, "") for n in range(width)), headed=False, unit=1000)


def _times(columns: Sequence[Sequence[str]]) -> list[int]:
    """The columns of times, without those that only tell another way what others have told.

    Some programs write each time as a clock and as a number, and a duration behind the two.
    """
    told: list[list[int]] = []
    found: list[int] = []
    for n, fields in enumerate(columns):
        column_times = [time for field in fields if (time := time_of(field)) is not None]
        if len(column_times) < len(fields) or column_times in told:
            continue
        if len(told) == 2 and column_times == [
            end - start for start, end in zip(*told, strict=True)
        ]:
            continue
        told.append(column_times)
        found.append(n)
    return found
