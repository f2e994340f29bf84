"""Tables of what was said, a row each."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from tui_reader.formats.captions.voices import voiced
from tui_reader.formats.data.columns import column
from tui_reader.formats.data.met import Met
from tui_reader.formats.data.repeats import repeats
from tui_reader.formats.data.rows import Row, rows
from tui_reader.formats.data.segments import Segment, cues_of, segment_of
from tui_reader.formats.data.shapes import Shape
from tui_reader.formats.data.values import time_of
from tui_reader.formats.data.words import are_words, phrases
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.turns import assemble

__all__ = ["table"]

_MARKED: Final = pattern(r"\[\[([^\]\n]{1,80})\]\]\s*")


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
            _note_wordless(row, segment, met, is_short=short)
        last, said = segment, [segment.text]
    if last is not None:
        yield last._replace(text=" ".join(said))


def _note_wordless(row: Row, segment: Segment, met: Met, *, is_short: bool) -> None:
    """What has a time and nobody says is silence, but for a row in which a field is missing."""
    if segment.start is None:
        met.note("a row without a time or words left out", " ".join(row.fields), row.line)
    elif is_short:
        met.note("a row that is too short left out", " ".join(row.fields), row.line)


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
