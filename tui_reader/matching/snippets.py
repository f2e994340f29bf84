"""A piece of a text on one line, around what was found in it."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from tui_reader.fold import spaced
from tui_reader.text.oneline import OneLine
from tui_reader.text.words import Span

__all__ = ["Snippet", "snippet"]

_CUT: Final = "…"


class Snippet(NamedTuple):
    """A piece of a text on one line, and where in it the hits are."""

    text: str
    spans: tuple[Span, ...]


def snippet(text: str, spans: Sequence[Span], width: int) -> Snippet:
    """At most `width` characters (three or more) of `text`, around the most telling `spans`.

    That is where the most different words of them are together, and then the most spans. They are
    on one line and end at words, where the text has spaces; `…` shows where it goes on.
    """
    on_one_line = OneLine(text)
    line = on_one_line.text
    places = tuple(Span(on_one_line.place(a), on_one_line.place(b)) for a, b in spans)
    if len(line) <= width:
        return Snippet(line, places)
    start, end = _window(line, _densest(line, places, max(width - 2 * len(_CUT), 1)), width)
    shown = (Span(max(a, start), min(b, end)) for a, b in places if a < end and b > start)
    before = _CUT if start else ""
    shift = len(before) - start
    return Snippet(
        before + line[start:end] + (_CUT if end < len(line) else ""),
        tuple(Span(a + shift, b + shift) for a, b in shown),
    )


def _densest(line: str, spans: Sequence[Span], room: int) -> Span:
    """From the first to the last of the most telling spans that fit into `room`."""
    words = [spaced(line[a:b]).split() for a, b in spans]
    best, most, inside, end = Span(0, 0), (0, 0), Counter[str](), 0
    for first, span in enumerate(spans):
        while end <= first or (end < len(spans) and spans[end].end <= span.start + room):
            inside.update(words[end])
            end += 1
        if (worth := (len(inside), end - first)) > most:
            most = worth
            best = Span(span.start, min(spans[end - 1].end, span.start + room))
        inside -= Counter(words[first])
    return best


def _window(line: str, kept: Span, width: int) -> Span:
    """The part of `line` around `kept` that fills `width`, as far as whole words and `…` allow."""
    room = max(width - 2 * len(_CUT), 1)
    start = max(0, min(kept.start - (room - (kept.end - kept.start)) // 2, len(line) - room))
    start, end = _at_words(line, Span(start, start + room), kept)
    # What the cut words leave free on one side is for the other.
    end = _later(line, end, start + width - (len(_CUT) if start else 0))
    return Span(_earlier(line, start, end - width + (len(_CUT) if end < len(line) else 0)), end)


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


def _later(line: str, end: int, limit: int) -> int:
    """The last end of a word from `end` on, so that it and a `…` are within `limit`."""
    if len(line) <= limit:
        return len(line)
    return max(end, line.rfind(" ", end + 1, limit - len(_CUT) + 1))


def _earlier(line: str, start: int, limit: int) -> int:
    """The first beginning of a word up to `start`, so that it and a `…` are within `limit`."""
    if limit <= 0:
        return 0
    space = line.find(" ", limit + len(_CUT) - 1, max(start - 1, 0))
    return start if space < 0 else space + 1
