"""A place tied to its words, and finding it again in a transcript that is not quite the same.

A file that was edited, exported again or put into another format has the words elsewhere, and not
all of them alike; but it has them. Runs of three words that stand around the place say where it may
be, and the words there, compared with those that stood around it, whether it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from tui_reader.anchoring.quoting import Quote, Words, common, lead_in
from tui_reader.model import Place, Transcript

__all__ = ["Anchor", "Finder", "anchor", "find", "place_again", "same_place"]

_AROUND: Final = 90
"""So many characters before a place and after it are kept: some fifteen words each."""

_RUN: Final = 3
_OFTEN: Final = 3
_SURE: Final = 0.5
"""So much of the words around a place has to be there again. Of other words a third may be."""

_ROOM: Final = 12
"""So many words may have come in on each side."""

_MOST: Final = 60
"""So many of the likeliest places are looked at."""

_SPACE: Final = re.compile(r"\s+")


class Anchor(NamedTuple):
    """A place, and the words `before` and `after` it, white space collapsed.

    `time` is when they were said, in milliseconds, and `speaker` who said them.
    """

    turn: int
    offset: int
    time: int | None
    before: str
    after: str
    speaker: str | None


def anchor(transcript: Transcript, place: Place) -> Anchor:
    """Tie a place to its words. Above the first turn there are none, and the place is all."""
    if place.turn < 0 or not transcript.turns:
        return Anchor(-1, max(0, place.offset), None, "", "", None)
    number = min(place.turn, len(transcript.turns) - 1)
    turn = transcript.turns[number]
    offset = max(0, min(place.offset, len(turn.text)))
    at = Place(number, offset)
    before, after = _around(transcript, at)
    return Anchor(number, offset, transcript.time_of(at), before, after, turn.speaker)


def find(anchor: Anchor, transcript: Transcript) -> Place | None:
    """Where the words of `anchor` are now; None where they are not there any more."""
    return Finder(transcript).find(anchor)


def place_again(place: Place, before: Transcript, now: Transcript) -> Place:
    """Where the words are `now` that were at `place` before.

    Where they are gone, it is the same time, and without times the turn of the same number.
    """
    if place.turn < 0 or not now.turns or place.turn >= len(before.turns):
        turn = min(place.turn, len(now.turns) - 1)
        return Place(turn, place.offset if turn == place.turn else 0)
    found = find(anchor(before, place), now)
    if found is not None:
        return found
    time = before.time_of(place)
    if time is not None and now.timed:
        return now.place_at(time)
    return Place(min(place.turn, len(now.turns) - 1))


def same_place(place: Place, before: Transcript, now: Transcript, *, by_time: bool) -> Place:
    """Where one reads on that was at `place` before.

    In another account of the same talk the time is surer than the words: `by_time`, where both have
    times.
    """
    time = before.time_of(place) if by_time and now.timed and place.turn >= 0 else None
    return place_again(place, before, now) if time is None else now.place_at(time)


class Finder:
    """Finds anchors in one transcript: many of them, for little more than one."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript

    def find(self, anchor: Anchor) -> Place | None:
        """Where the words of `anchor` are now; None where they are not there any more.

        Where they stand more than once, it is where most of them do, then at the nearest time, then
        in the nearest turn.
        """
        if anchor.turn < 0:
            return Place(-1, anchor.offset)
        if self._is_unmoved(anchor):
            return Place(anchor.turn, anchor.offset)
        quote = Quote.of(anchor.before, anchor.after)
        if not quote.words:
            return None
        candidates = self._candidates(quote, self._expected(anchor))
        found = [match for at in candidates if (match := self._match(quote, at))]
        if not found:
            return None
        best = max(match.score for match in found)
        equal = [match.place for match in found if match.score > best - 1e-6]
        return min(equal, key=lambda place: self._distance(anchor, place))

    def _is_unmoved(self, anchor: Anchor) -> bool:
        turns = self._transcript.turns
        if anchor.turn >= len(turns) or anchor.offset > len(turns[anchor.turn].text):
            return False
        place = Place(anchor.turn, anchor.offset)
        if self._transcript.time_of(place) != anchor.time:
            return False  # the same words may stand where they did at that time
        return _around(self._transcript, place) == (anchor.before, anchor.after)

    def _distance(self, anchor: Anchor, place: Place) -> tuple[int, int]:
        time = self._transcript.time_of(place) if anchor.time is not None else None
        apart = abs(time - anchor.time) if time is not None and anchor.time is not None else 0
        return apart, abs(place.turn - anchor.turn)

    @cached_property
    def _words(self) -> Words:
        return Words(self._transcript)

    def _expected(self, anchor: Anchor) -> int:
        """The turn in which the place is as far as its time tells, or without one its number."""
        if anchor.time is None or not self._transcript.timed:
            return anchor.turn
        return self._transcript.place_at(anchor.time).turn

    def _candidates(self, quote: Quote, expected: int) -> Iterable[int]:
        """Where in the words the place may be, those first that most runs of words speak for.

        What is said again and again tells nothing, unless all of it is there.
        """
        whole = quote.words[1:-1]  # the first and the last may have been cut in two
        exact = [at - 1 + quote.lead for at in self._words.occurrences(whole)] if whole else []
        if exact:
            middle = self._words.first_of(expected)
            return sorted(exact, key=lambda at: abs(at - middle))[:_MOST]
        votes: dict[int, int] = defaultdict(int)
        for number in range(max(1, len(quote.words) - _RUN + 1)):
            run = quote.words[number : number + _RUN]
            found = list(islice(self._words.occurrences(run), _OFTEN + 1))
            for at in found if len(found) <= _OFTEN else ():
                votes[at - number + quote.lead] += 1
        return sorted(votes, key=lambda at: -votes[at])[:_MOST]

    def _match(self, quote: Quote, at: int) -> "_Match | None":
        """How well the words around word `at` are those of the quote, and where it is in them."""
        start = max(0, at - quote.lead - _ROOM)
        there = self._words.words[start : at + len(quote.words) - quote.lead + _ROOM]
        pairs = dict(common(quote.words, there))
        score = quote.share(pairs)
        if score < _SURE:
            return None
        word, is_exact = lead_in(quote, there, pairs)
        if not is_exact:
            return _Match(score, self._words.place(start + word))
        return _Match(score, self._words.place(start + word, quote.inside, at_end=quote.at_end))


class _Match(NamedTuple):
    """A place, and how much of the words around it is what it should be, 0..1."""

    score: float
    place: Place


def _around(transcript: Transcript, place: Place) -> tuple[str, str]:
    """The words before a place and after it, those of other turns too."""
    turns, text = transcript.turns, transcript.turns[place.turn].text
    before, after = text[: place.offset], text[place.offset :]
    number = place.turn
    while len(before) < _AROUND and number > 0:
        number -= 1
        before = f"{turns[number].text} {before}"
    number = place.turn
    while len(after) < _AROUND and number < len(turns) - 1:
        number += 1
        after = f"{after} {turns[number].text}"
    return _SPACE.sub(" ", before[-_AROUND:]), _SPACE.sub(" ", after[:_AROUND])
