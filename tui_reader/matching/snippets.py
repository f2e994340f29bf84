"""A piece of a text on one line, around what was found in it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from tui_reader.text.oneline import OneLine
from tui_reader.text.words import Span

__all__ = ["Snippet", "snippet"]

_CUT: Final = "…"


class Snippet(NamedTuple):
    """A piece of a text on one line, and where in it the hits are."""

    text: str
    spans: tuple[Span, ...]


def snippet(text: str, spans: Sequence[Span], width: int) -> Snippet:
    """At most `width` characters (three or more) of `text`, around where most of the `spans` are.

    They are on one line and end at words, where the text has spaces; `…` shows where it goes on.
    """
    on_one_line = OneLine(text)
    line = on_one_line.text
    places = tuple(Span(on_one_line.place(a), on_one_line.place(b)) for a, b in spans)
    if len(line) <= width:
        return Snippet(line, places)
    first, last = _densest(places, room := max(width - 2 * len(_CUT), 1))
    start = max(0, min(first - (room - (last - first)) // 2, len(line) - room))
    start, end = _at_words(line, Span(start, start + room), Span(first, last))
    shown = (Span(max(a, start), min(b, end)) for a, b in places if a < end and b > start)
    before = _CUT if start else ""
    shift = len(before) - start
    return Snippet(
        before + line[start:end] + (_CUT if end < len(line) else ""),
        tuple(Span(a + shift, b + shift) for a, b in shown),
    )


def _densest(spans: Sequence[Span], room: int) -> Span:
    """From the first to the last of the most spans that fit into `room`."""
    best, most, last = Span(0, 0), 0, 0
    for first, span in enumerate(spans):
        last = max(last, first)
        while last + 1 < len(spans) and spans[last + 1].end <= span.start + room:
            last += 1
        if last - first + 1 > most:
            most = last - first + 1
            best = Span(span.start, min(spans[last].end, span.start + room))
    return best


def _at_words(line: str, window: Span, kept: Span) -> Span:
    """The `window` made smaller, so that it cuts no word but one in `kept`."""
    start, end = window
    if start:
        space = line.find(" ", start - 1, kept.start)
        start = start if space < 0 else space + 1
    if end < len(line):
        space = line.rfind(" ", kept.end, end + 1)
        end = end if space < 0 else space
    return Span(start, end)
