"""Where one leaves a transcript, tied to its words, and coming back there."""

from typing import NamedTuple

from tui_reader.anchoring.anchors import Anchor, Finder, anchor
from tui_reader.model import Place, Transcript
from tui_reader.speakers import count_words

__all__ = ["Leave", "Look", "Return", "came_back", "left"]


class Look(NamedTuple):
    """What a window shows: the `place` one is at, and the words at `top` on its first row.

    Or `shift` rows above it are blank or a heading. `at_end`: the last words are in sight.
    """

    place: Place
    top: Place
    shift: int = 0
    at_end: bool = False


class Leave(NamedTuple):
    """A look that outlives changes of the file; `progress` is the share of words behind, 0..1."""

    place: Anchor
    top: Anchor
    shift: int
    progress: float


class Return(NamedTuple):
    """A look to come back to; `is_sure` where it is the words, and not only their time."""

    look: Look
    is_sure: bool


def left(transcript: Transcript, look: Look) -> Leave:
    """Tie a look at a transcript to its words."""
    place, top = anchor(transcript, look.place), anchor(transcript, look.top)
    return Leave(place, top, look.shift, _progress(transcript, look))


def came_back(
    transcript: Transcript, place: Anchor, top: Anchor | None, shift: int
) -> Return | None:
    """Where the words are that one left; where they are gone, the same time, or None."""
    finder = Finder(transcript)
    found, above = finder.find(place), top and finder.find(top)
    if found is None and above is None:
        if place.time is None or not transcript.timed:
            return None
        by_time = transcript.place_at(place.time)
        return Return(Look(by_time, by_time), is_sure=False)
    look = Look(found or above or Place(0), above or found or Place(0), shift if above else 0)
    return Return(look, is_sure=True)


def _progress(transcript: Transcript, look: Look) -> float:
    if look.at_end:
        return 1.0
    words = [count_words(turn.text) for turn in transcript.turns]
    turn, offset = max(look.place, look.top)
    if not 0 <= turn < len(words) or not any(words):
        return 0.0
    behind = sum(words[:turn]) + len(transcript.turns[turn].text[:offset].split())
    return min(1.0, behind / sum(words))
