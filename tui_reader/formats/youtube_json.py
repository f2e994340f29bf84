"""YouTube's captions as JSON: json3 `events`, and lists of `text`, `start`, `duration`."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_LISTED: Final = frozenset(f"[].{key}" for key in ("text", "start", "duration"))
_PARTS: Final = frozenset({"[].speaker", "[].end", "[].words", "[].id"})


def _recognises(paths: Paths) -> bool:
    if paths >= {"events[].tStartMs", "events[].segs[].utf8"}:
        return True
    return paths >= _LISTED and paths.isdisjoint(_PARTS)


def _read(reading: Reading) -> Iterator[Cue]:
    """Captions stay on the screen while others come: each ends where the next begins."""
    if isinstance(reading.value, list):
        cues = [_listed(reading, item) for item in reading.items(reading.value)]
    else:
        events = dict_of(reading.value).get("events")
        cues = [_event(reading, event) for event in reading.items(events)]
    cues = [cue for cue in cues if cue.text.strip()]
    for cue, after in pairwise([*cues, Cue(None, None, "")]):
        over = cue.end is not None and after.start is not None and cue.end > after.start
        yield cue._replace(end=after.start) if over else cue


def _listed(reading: Reading, item: dict[str, Any]) -> Cue:
    return _lasting(reading.cue(item, end=()), reading.time(item, "duration"))


def _event(reading: Reading, event: dict[str, Any]) -> Cue:
    """An event with words; those with a line break alone only scroll the screen."""
    segs = [reading.cue(seg, ("utf8",), (), ()) for seg in reading.items(event.get("segs") or [])]
    text = "".join(seg.text for seg in segs)
    start = reading.time(event, "tStartMs", unit=1)
    cue = Cue(start, None, text, line=next((seg.line for seg in segs if seg.text.strip()), 1))
    return _lasting(cue, reading.time(event, "dDurationMs", unit=1))


def _lasting(cue: Cue, duration: int | None) -> Cue:
    if cue.start is None or duration is None:
        return cue
    return cue._replace(end=cue.start + duration)


FORMAT: Final[Format] = json_format(
    name="youtube-json",
    title="YouTube captions as JSON",
    recognises=_recognises,
    read=_read,
    captions=True,
    suffixes=(".json3",),
    samples=(
        Sample(
            '{"wireMagic": "pb3", "events": [\n{"tStartMs": 0, "dDurationMs": 90000, "id": 1},\n'
            '{"tStartMs": 80, "dDurationMs": 4000, "segs": [{"utf8": "we"},'
            ' {"utf8": " walk", "tOffsetMs": 300}]},\n'
            '{"tStartMs": 2000, "dDurationMs": 2080, "aAppend": 1, "segs": [{"utf8": "\\n"}]},\n'
            '{"tStartMs": 2010, "dDurationMs": 3000, "segs": [{"utf8": "down"},'
            ' {"utf8": " here", "tOffsetMs": 400}]}]}',
            turns=1,
        ),
        Sample(
            '[{"text": ">> Up or down?", "start": 0.5, "duration": 3.0},\n'
            ' {"text": ">> Up.", "start": 2.5, "duration": 2.0}]',
            turns=2,
        ),
        Sample(
            '{"events":[{"tStartMs":"one","segs":[{"utf8":"words"},null]},{"segs":5}]}',
            turns=1,
            problems=2,
        ),
    ),
)
