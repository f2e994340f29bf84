"""Finding a place again in a transcript that is not quite the one it was in.

A place is tied to the words that stand there. A file that was edited, exported again or put into
another format has them elsewhere, but it has them.
"""

from collections.abc import Iterator
from typing import Final

from tui_reader.model import Place, Transcript

__all__ = ["place_again", "same_place"]

_QUOTES: Final = (120, 60, 30, 15)
"""Characters of the words at a place that are looked for, the more the surer."""


def place_again(place: Place, before: Transcript, now: Transcript) -> Place:
    """Where the words are `now` that were at `place` before.

    Where they are gone, it is the same time, and without times the turn of the same number.
    """
    if place.turn < 0 or not now.turns or place.turn >= len(before.turns):
        return Place(min(place.turn, len(now.turns) - 1))
    text = before.turns[place.turn].text
    for quote, lead in _quotes(text, place.offset):
        found = _nearest(quote, place.turn, now)
        if found is not None:
            return Place(found.turn, min(found.offset + lead, len(now.turns[found.turn].text)))
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


def _quotes(text: str, offset: int) -> Iterator[tuple[str, int]]:
    """Pieces of a text around a place, each with how far the place is from where it begins."""
    for size in _QUOTES:
        start = max(0, min(offset, len(text) - size))
        yield text[start : start + size], offset - start


def _nearest(quote: str, turn: int, transcript: Transcript) -> Place | None:
    """Where `quote` stands, in the turn whose number is nearest to `turn`."""
    found = (
        Place(number, at)
        for number in sorted(range(len(transcript.turns)), key=lambda n: abs(n - turn))
        if (at := transcript.turns[number].text.find(quote)) >= 0
    )
    return next(found, None)
