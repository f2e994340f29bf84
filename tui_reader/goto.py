"""Where to go, as a person types it: `12:34`, `+30`, `50%`, `#61`, `c3`.

One grammar for the interface's prompt; a transcript answers with a place or a sentence why not.
"""

import re
from typing import Final

from tui_reader.errors import QueryError
from tui_reader.model import Place, Transcript
from tui_reader.timecode import parse_clock

__all__ = ["EXAMPLES", "goto", "place_at_clock"]

EXAMPLES: Final = "12:34 · 1:02:03 · +30 · -1:00 · 50% · #61 · c3"

_PERCENT: Final = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%", re.ASCII)
_TURN: Final = re.compile(r"#\s*(\d{1,9})", re.ASCII)
_CHAPTER: Final = re.compile(r"[cC]\s*(\d{1,9})", re.ASCII)
_RELATIVE: Final = re.compile(r"([+-])\s*(\S+)", re.ASCII)
_SECONDS: Final = re.compile(r"\d{1,7}(?:[.,]\d+)?", re.ASCII)


def goto(text: str, transcript: Transcript, here: Place) -> Place:
    """The place in `transcript` that `text` names, seen from `here`.

    Times past either end lead to that end. Raises QueryError with a sentence where `text` is not
    understood, or asks for a time that this transcript does not have.
    """
    wanted = text.strip()
    if not transcript.turns:
        raise QueryError("There is nothing to go to: this transcript has no turns.")
    if match := _PERCENT.fullmatch(wanted):
        return _at_share(transcript, float(match[1].replace(",", ".")) / 100)
    if match := _TURN.fullmatch(wanted):
        return _at_turn(transcript, int(match[1]))
    if match := _CHAPTER.fullmatch(wanted):
        return _at_chapter(transcript, int(match[1]))
    if match := _RELATIVE.fullmatch(wanted):
        step = _span(match[2])
        if step is None:
            raise _not_understood(wanted)
        _need_times(transcript)
        now = transcript.time_of(here) or 0
        return transcript.place_at(max(0, now + (step if match[1] == "+" else -step)))
    time = parse_clock(wanted)
    if time is None:
        raise _not_understood(wanted)
    _need_times(transcript)
    return place_at_clock(transcript, time)


def place_at_clock(transcript: Transcript, time: int) -> Place:
    """Where the words are that a clock showing `time` (milliseconds) stands beside.

    Clocks show whole seconds: what begins at 4:30.7 is shown at 4:30, and is what 4:30 means.
    """
    if time % 1000:
        return transcript.place_at(time)
    place = transcript.place_at(time + 999)
    while place.turn and (transcript.turns[place.turn - 1].start or -1) >= time:
        place = Place(place.turn - 1)
    turn = transcript.turns[place.turn]
    within = (mark.offset for mark in turn.marks if time <= mark.time < time + 1000)
    return Place(place.turn, next(within, turn.offset_at(time)))


def _span(text: str) -> int | None:
    """A length of time in milliseconds: a clock time, or plain seconds."""
    if _SECONDS.fullmatch(text):
        return round(float(text.replace(",", ".")) * 1000)
    return parse_clock(text)


def _at_share(transcript: Transcript, share: float) -> Place:
    """The place a share (0 to 1) of the recording in; of the words, where there are no times."""
    duration = transcript.duration
    if transcript.timed and duration:
        return transcript.place_at(round(min(share, 1) * duration))
    goal = min(share, 1) * sum(len(turn.text) for turn in transcript.turns)
    for number, turn in enumerate(transcript.turns):
        if goal < len(turn.text):
            return Place(number, int(goal))
        goal -= len(turn.text)
    return Place(len(transcript.turns) - 1)


def _at_turn(transcript: Transcript, number: int) -> Place:
    count = len(transcript.turns)
    if not 1 <= number <= count:
        raise QueryError(f"There is no turn #{number}: this transcript has turns #1 to #{count}.")
    return Place(number - 1)


def _at_chapter(transcript: Transcript, number: int) -> Place:
    count = len(transcript.sections)
    if not count:
        raise QueryError("This transcript has no chapters.")
    if not 1 <= number <= count:
        there = f"chapters c1 to c{count}" if count > 1 else "one chapter, c1"
        raise QueryError(f"There is no chapter c{number}: this transcript has {there}.")
    return Place(sorted(section.turn for section in transcript.sections)[number - 1])


def _need_times(transcript: Transcript) -> None:
    if not transcript.timed:
        raise QueryError(
            "This transcript has no times. Go to a turn (#61) or a share of the text (50%)."
        )


def _not_understood(text: str) -> QueryError:
    return QueryError(f"“{text}” is no place to go to. Try {EXAMPLES}.")
