"""Which words of a transcript are spoken at a time of its recording."""

from bisect import bisect_right
from typing import NamedTuple

from tui_reader.model import Transcript

__all__ = ["Spoken", "spoken_at"]


class Spoken(NamedTuple):
    """The characters `start` to `end` of a turn: a cue, or all of a turn that has none.

    `at` is about the character that is being spoken, as if all took the same time.
    """

    turn: int
    start: int
    end: int
    at: int


def spoken_at(transcript: Transcript, time: int) -> Spoken | None:
    """What is spoken at `time`, and until the next words begin; None before the first."""
    number, start = transcript.place_at(time)
    if number >= len(transcript.turns):
        return None
    turn = transcript.turns[number]
    begun = turn.time_at(start)
    if turn.first_time is None or turn.first_time > time or begun is None:
        return None
    after = bisect_right(turn.marks, start, key=lambda mark: mark.offset)
    until: int | None
    if after < len(turn.marks):
        end, until = turn.marks[after]
    else:
        end, until = len(turn.text), turn.end
        if until is None or until <= begun:
            until = _next_start(transcript, number, begun)
    at = start
    if until is not None and until > begun:
        share = min(max(time - begun, 0) / (until - begun), 1.0)
        at = min(start + int(share * (end - start)), max(start, end - 1))
    return Spoken(number, start, end, at)


def _next_start(transcript: Transcript, number: int, time: int) -> int | None:
    """When the first turn after this one begins that is later than `time`."""
    for turn in transcript.turns[number + 1 :]:
        if turn.first_time is not None and turn.first_time > time:
            return turn.first_time
    return transcript.duration
