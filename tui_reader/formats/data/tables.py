"""Tables of what was said, a row each; the first row names the columns, or their looks tell."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from tui_reader.formats.captions.voices import voiced
from tui_reader.formats.data.columns import SPOKEN, Column, column
from tui_reader.formats.data.met import Met
from tui_reader.formats.data.repeats import repeats
from tui_reader.formats.data.rows import Row, rows
from tui_reader.formats.data.segments import Segment, cues_of, segment_of
from tui_reader.formats.data.values import time_of
from tui_reader.formats.data.words import are_words, phrases
from tui_reader.model import Transcript
from tui_reader.turns import assemble

__all__ = ["Shape", "shape_of", "table"]

_SAMPLE: Final = 40  # rows that are looked at to tell what the columns are
_WIDEST: Final = 64  # columns; a line with more of them is no row
_CLOCK_OR_FRACTION: Final = re.compile(r"\d[.:,]\d")
_MARKED: Final = re.compile(r"\[\[([^\]\n]{1,80})\]\]\s*")


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
    named = "speaker" in known and "speaker" in known["speaker"].name
    if not ("start" in known and (named or _is_speech(text))) and not (named and _is_speech(text)):
        return None
    if "start" in known and not _has_times(sample[1:], names):
        return None
    whisper = delimiter == "\t" and names == ("start", "end", "text")
    whole = whisper and all(field.isdigit() for row in sample[1:] for field in row.fields[:1])
    return Shape(delimiter, names, headed=True, unit=1 if whole else None)


def _is_speech(text: Column) -> bool:
    return text.name in SPOKEN or text.name in ("caption", "subtitle", "speech", "words", "word")


def _has_times(sample: Sequence[Row], names: Sequence[str]) -> bool:
    starts = [segment_of(dict(zip(names, row.fields, strict=False))).start for row in sample]
    return 2 * sum(time_of(start) is not None for start in starts) >= len(starts)


def _bare(sample: Sequence[Row], delimiter: str) -> Shape | None:
    """The shape of a table without names: two columns of times, one of words, one of speakers."""
    width = len(sample[0].fields) if sample else 0
    if width not in (3, 4):
        return None
    whole = [row.fields for row in sample if len(row.fields) == width]
    if len(whole) * 3 < len(sample) * 2:
        return None
    columns = list(zip(*whole, strict=True))
    times = [n for n in range(width) if all(time_of(field) is not None for field in columns[n])]
    others = [n for n in range(width) if n not in times]
    if len(times) != 2 or not any(map(str.isalpha, "".join(columns[others[-1]]))):
        return None
    starts, ends = ([time_of(field) or 0 for field in columns[n]] for n in times)
    ordered = all(start <= end for start, end in zip(starts, ends, strict=True))
    rising = sum(map(int.__le__, starts, starts[1:])) * 10 >= (len(starts) - 1) * 9
    clocks = any(_CLOCK_OR_FRACTION.search(field) for n in times for field in columns[n])
    if not (ordered and rising and clocks):
        return None
    names = dict(zip(times, ("start", "end"), strict=True))
    names |= dict(zip(others, ("speaker", "text")[-len(others) :], strict=True))
    return Shape(delimiter, tuple(names[n] for n in range(width)), headed=False, unit=1000)


def table(text: str, shape: Shape) -> Transcript:
    """The transcript in a table of that shape."""
    met = Met()
    segments = list(_segments(text, shape, met))
    cues = list(cues_of(segments, met.note, shape.unit))
    words = are_words(cues)
    misheard = () if words else tuple(repeats(cues))
    turns = assemble(voiced(phrases(cues) if words else cues))
    return Transcript(turns=turns, problems=(*met.problems(), *misheard))


def _segments(text: str, shape: Shape, met: Met) -> Iterator[Segment]:
    """The rows; one cut short that has no time goes on with the words of the row before."""
    said: list[str] = []
    last: Segment | None = None
    for row in islice(rows(text, shape.delimiter), int(shape.headed), None):
        segment = _segment(row, shape, met)
        short = len(row.fields) < len(shape.names) and not segment.text.strip()
        if short and last is not None and time_of(segment.start) is None:
            words = shape.delimiter.join(row.fields)
            met.note("a line without a time taken as going on", words, row.line)
            said.append(words)
            continue
        if last is not None:
            yield last._replace(text=" ".join(said))
        if not segment.text.strip() and any(field.strip() for field in row.fields):
            _note_wordless(row, segment, met)
        last, said = segment, [segment.text]
    if last is not None:
        yield last._replace(text=" ".join(said))


def _note_wordless(row: Row, segment: Segment, met: Met) -> None:
    if segment.start is None:
        met.note("a row without a time or words left out", " ".join(row.fields), row.line)


def _segment(row: Row, shape: Shape, met: Met) -> Segment:
    """The segment of a row; delimiters that nobody quoted belong to the last column."""
    names, fields = shape.names, row.fields
    if len(fields) > len(names):
        rest = shape.delimiter.join(fields[len(names) - 1 :])
        last = column(names[-1])
        if last is not None and last.kind == "text":
            fields = (*fields[: len(names) - 1], rest)
        elif extra := shape.delimiter.join(fields[len(names) :]).strip():
            met.note("fields without a column left out", extra, row.line)
    segment = segment_of(dict(zip(names, map(str.strip, fields), strict=False)))
    if marked := _MARKED.match(segment.text):
        who = segment.speaker or marked[1]
        segment = segment._replace(text=segment.text[marked.end() :], speaker=who)
    return segment._replace(line=row.line)
