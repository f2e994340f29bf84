"""A cue as caption files have it: a line with two times, and below it lines that are said."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from tui_reader.formats.captions.report import Report, quoted
from tui_reader.formats.captions.styled import styled
from tui_reader.turns import Cue

__all__ = ["UNTIMED", "Timing", "checked", "said"]


class Timing(NamedTuple):
    """A line with the times of a cue, None what cannot be read, and the words that follow them."""

    start: int | None
    end: int | None
    words: str = ""
    is_standard: bool = True
    is_broken: bool = False


UNTIMED: Final = Timing(None, None)
"""The times of words that have none."""


def checked(read: Timing, source: str, line: int, report: Report) -> Timing:
    """The times of a cue as far as they make sense; `source`, their line, is quoted otherwise."""
    start, end = read.start, read.end
    if read.is_broken:
        report.tell(line, f"a time that cannot be read, {quoted(source)}: its words kept")
    elif not read.is_standard:
        report.count(line, "time", "written in an unusual way, read all the same")
    if min(start or 0, end or 0) < 0:
        report.count(line, "time", "before the beginning: taken as 0:00:00")
        start, end = start and max(start, 0), end and max(end, 0)
    if start is not None and end is not None and end < start:
        report.count(line, "cue", "ending before the beginning: the end left out")
        end = None
    return read._replace(start=start, end=end)


def said(times: Timing, body: Sequence[str], line: int, report: Report) -> list[Cue]:
    """What the lines `body` below a time say: a cue for each voice."""
    words = [row for row in (times.words, *body) if row.strip()]
    first = next((at for at, row in enumerate(body) if row.strip()), 0)
    if "" in body[first : len(body) - 1]:
        report.count(line, "cue", "with empty lines between its words, read as one")
    return styled(times.start, times.end, "\n".join(words), line)
