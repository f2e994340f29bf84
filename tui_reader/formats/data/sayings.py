"""What a list of objects says: whether it is speech, or only looks like it.

Chats, logs, comments and the tokens of a parsed text have words, names and numbers as well.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from tui_reader.formats.data.columns import SPOKEN
from tui_reader.formats.data.segments import EPOCH, Segment, segment_of
from tui_reader.formats.data.values import speaker_of, time_of

__all__ = ["Saying", "sayings", "unwrapped"]

_SPEAKERS: Final = ("speaker", "participant")


class Saying(NamedTuple):
    """A segment; `called` says that its speaker stands under a key for speakers, no mere name."""

    segment: Segment
    called: bool


def sayings(items: Sequence[Any]) -> list[Saying]:
    """What the objects among `items` say; nothing where most say nothing, or it is no speech."""
    objects = [item for item in items if isinstance(item, dict)]
    said = [saying for item in objects if (saying := _saying(item)) is not None]
    return said if 2 * len(said) > len(objects) and _is_speech(said) else []


def unwrapped(item: dict[str, Any]) -> dict[str, Any]:
    """What `item` holds under `data`, where it is a node of a list of nodes."""
    data = item.get("data")
    return data if isinstance(data, dict) and "text" not in item else item


def _saying(item: dict[str, Any]) -> Saying | None:
    """What `item` says, if it has words, and a time or a speaker beside them."""
    item = unwrapped(item)
    segment = segment_of(item)
    if segment.column is None or not any(map(str.isalpha, segment.text)):
        return None
    timed, named = segment.start is not None, speaker_of(segment.speaker) is not None
    called = named and any(word in key.lower() for key in item for word in _SPEAKERS)
    if segment.column.name in SPOKEN or _is_heard(segment):
        enough = timed or called
    else:
        enough = (timed and named) or (called and isinstance(item.get("words"), list))
    return Saying(segment, called) if enough else None


def _is_heard(segment: Segment) -> bool:
    """Whether it is a single word with its two times, as recognisers write one."""
    named = segment.column is not None and segment.column.name == "word"
    times = time_of(segment.start), time_of(segment.end)
    return named and len(segment.text.split()) == 1 and None not in times


def _is_speech(said: Sequence[Saying]) -> bool:
    segments = [saying.segment for saying in said]
    starts = [segment.start for segment in segments if segment.start is not None]
    times = [time for start in starts if (time := time_of(start)) is not None]
    called = any(saying.called for saying in said)
    if called:
        return 2 * len(times) >= len(starts)
    ended = any(time_of(segment.end) or time_of(segment.duration) for segment in segments)
    dated = 2 * sum(time > EPOCH for time in times) > len(times)
    return (
        (2 * len(times) >= len(starts) > 0)
        and (ended or (len(segments) > 1 and not dated and _come_back(segments)))
        and not _are_places(segments)
    )


def _come_back(segments: Sequence[Segment]) -> bool:
    """Whether people are named again, if they are named: titles and tasks have a name once."""
    names = Counter(name for segment in segments if (name := speaker_of(segment.speaker)))
    return not names or max(names.values()) > 1


def _are_places(segments: Sequence[Segment]) -> bool:
    """Whether what look like times are places in a text: a word is as long as its letters."""
    places = sum(_length(segment) == len(segment.text) for segment in segments)
    return 2 * places > len(segments)


def _length(segment: Segment) -> int | None:
    whole = isinstance(segment.start, int) and isinstance(segment.end, int)
    return segment.end - segment.start if whole else None
