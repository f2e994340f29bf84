"""What of a turn is highlighted where a query was widened."""

import re
from typing import Final

from tui_reader.text.words import Searched, Span
from tui_reader.widening.scoring import Occurrence, Passage, Reader

__all__ = ["spans_of"]

_TOKEN: Final = re.compile("[^ ]+")


def spans_of(text: str, passage: Passage, reader: Reader) -> tuple[Span, ...]:
    """Where in `text` the words are: little ones only beside others, or all if there are no others.

    Words next to each other are one span.
    """
    weighty = [found for found in passage.occurrences if reader.is_weighty(found.reading)]
    shown = {place for found in weighty for place in range(found.start, found.end)}
    others = set(passage.occurrences) - set(weighty)
    while beside := [found for found in others if _is_beside(found, shown)]:
        others.difference_update(beside)
        shown.update(place for found in beside for place in range(found.start, found.end))
    if not weighty:
        shown = {place for found in others for place in range(found.start, found.end)}
    searched = Searched(text)
    tokens = [token.span() for token in _TOKEN.finditer(searched.words)]
    spans: list[Span] = []
    before = -2
    for place in sorted(shown):
        span = searched.original(*tokens[place])
        if place == before + 1:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
        before = place
    return tuple(spans)


def _is_beside(found: Occurrence, shown: set[int]) -> bool:
    return found.start - 1 in shown or found.end in shown
