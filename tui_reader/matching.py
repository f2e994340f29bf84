"""What a hit is: the one answer that highlights, counts, snippets and `grep` all give.

A hit is a turn that has all the terms of a query, and its spans are where their words stand.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple, Protocol

from tui_reader.fold import spaced
from tui_reader.model import Turn
from tui_reader.query import Node, Not, Phrase, Query, Speaker, Word
from tui_reader.words import Searched, Span, WordSequence

__all__ = ["Hit", "Matcher", "Searchable", "Snippet", "Span", "snippet"]

_GAP: Final = re.compile(r"\s{2,}|[^\S ]")
_CUT: Final = "…"


class Hit(NamedTuple):
    """A turn that a query is about, and where in its text: nowhere, if only by its speaker."""

    turn: int
    spans: tuple[Span, ...]


class Snippet(NamedTuple):
    """A piece of a text on one line, and where in it the hits are."""

    text: str
    spans: tuple[Span, ...]


class Searchable:
    """The turns of a transcript, folded once, for one search after another."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        texts = [turn.text for turn in turns]
        speakers = [turn.speaker or "" for turn in turns]
        self.turns = tuple(map(Searched, texts, speakers, spaced.each(texts)))


class Matcher:
    """Finds the turns that a query is about."""

    def __init__(self, query: Query) -> None:
        self._tests = [_test(term) for term in dict.fromkeys(query.terms)]
        wanted = (test.words for test in self._tests if isinstance(test, _HasWords))
        self._needles = sorted({words.needle for words in wanted}, key=len, reverse=True)

    def match(self, text: str, speaker: str | None = None) -> tuple[Span, ...] | None:
        """Where `text`, said by `speaker`, has what the query asks for; None where it has not."""
        return self._match(Searched(text, speaker or ""))

    def search(self, turns: Sequence[Turn] | Searchable) -> list[Hit]:
        """The turns that the query is about, in their order."""
        searchable = turns if isinstance(turns, Searchable) else Searchable(turns)
        found = enumerate(map(self._match, searchable.turns))
        return [Hit(number, spans) for number, spans in found if spans is not None]

    def _match(self, turn: Searched) -> tuple[Span, ...] | None:
        for needle in self._needles:
            if needle not in turn.words:
                return None
        spans: list[Span] = []
        for test in self._tests:
            found = test.find(turn)
            if found is None:
                return None
            spans += found
        return _merged(spans)


class _Test(Protocol):
    def find(self, turn: Searched) -> Sequence[Span] | None:
        """Where the turn has what the term asks for, or None."""


class _HasWords:
    def __init__(self, words: WordSequence) -> None:
        self.words = words

    def find(self, turn: Searched) -> Sequence[Span] | None:
        return self.words.find(turn) or None


class _IsSaidBy:
    def __init__(self, name: WordSequence) -> None:
        self._name = name
        self._known: dict[str, bool] = {}

    def find(self, turn: Searched) -> Sequence[Span] | None:
        said = self._known.get(turn.speaker)
        if said is None:
            said = bool(self._name.find(Searched(turn.speaker)))
            self._known[turn.speaker] = said
        return () if said else None


class _IsWithout:
    def __init__(self, test: _Test) -> None:
        self._test = test

    def find(self, turn: Searched) -> Sequence[Span] | None:
        return () if self._test.find(turn) is None else None


def _test(term: Node) -> _Test:
    match term:
        case Word(text, prefix) | Phrase(text, prefix):
            return _HasWords(WordSequence(text, prefix=prefix))
        case Speaker(name):
            return _IsSaidBy(WordSequence(name, prefix=True))
        case Not(negated):
            return _IsWithout(_test(negated))


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """The `spans` in order, those that touch or overlap made one."""
    if len(spans) < 2:
        return tuple(spans)
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def snippet(text: str, spans: Sequence[Span], width: int) -> Snippet:
    """At most `width` characters (three or more) of `text`, around where most of the `spans` are.

    They are on one line and end at words, where the text has spaces; `…` shows where it goes on.
    """
    line, places = _on_one_line(text, spans)
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


def _on_one_line(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    gaps = list(_GAP.finditer(text))
    starts = [gap.start() for gap in gaps]
    lost = list(accumulate((gap.end() - gap.start() - 1 for gap in gaps), initial=0))

    def place(offset: int) -> int:
        return offset - lost[bisect_left(starts, offset)]

    return _GAP.sub(" ", text), tuple(Span(place(span.start), place(span.end)) for span in spans)


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
