"""Speechmatics' JSON: words and marks as results, each with the speaker of its best reading."""

from collections.abc import Iterator
from typing import Any, Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, dig, speaker_of
from tui_reader.formats.data.words import phrases
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_NEEDED: Final = frozenset({"results[].alternatives[].content", "results[].type"})
_BEHIND: Final = ("previous", "both")
_BEFORE: Final = ("next", "both")
_NOBODY: Final = "UU"  # stands where the speaker is not known


def _recognises(paths: Paths) -> bool:
    return paths >= _NEEDED


def _read(reading: Reading) -> Iterator[Cue]:
    yield from phrases(_words(reading), spaced=False)


def _words(reading: Reading) -> Iterator[Cue]:
    """The words, each with the marks that hang on it."""
    word: Cue | None = None
    hangs = fresh = False
    for item in reading.items(dict_of(reading.value).get("results")):
        fresh = fresh or item.get("type") == "speaker_change"
        best = dict_of(dig(item, "alternatives", 0))
        cue = reading.cue(best, ("content",))
        if not cue.text:
            continue
        side = _side(item)
        if word is not None and (hangs or side in _BEHIND):
            word = word._replace(text=word.text + cue.text)
        else:
            if word is not None:
                yield word
            start, end = reading.time(item, "start_time"), reading.time(item, "end_time")
            who = _who(item, best)
            word, fresh = cue._replace(start=start, end=end, speaker=who, fresh=fresh), False
        hangs = side in _BEFORE
    if word is not None:
        yield word


def _side(item: dict[str, Any]) -> str:
    """On which side of it something hangs without a space."""
    side = item.get("attaches_to")
    return side if isinstance(side, str) else _BEHIND[0] * (item.get("type") == "punctuation")


def _who(item: dict[str, Any], best: dict[str, Any]) -> str | None:
    names = map(speaker_of, (best.get("speaker"), item.get("channel")))
    return next((name for name in names if name and name != _NOBODY), None)


FORMAT: Final[Format] = json_format(
    name="speechmatics",
    title="Speechmatics JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"format": "2.9", "metadata": {"transcription_config": {"language": "en"}},\n'
            '"results": [\n'
            '{"type": "word", "start_time": 0.5, "end_time": 0.8, "alternatives":'
            ' [{"content": "Mind", "speaker": "S1"}]},\n'
            '{"type": "word", "start_time": 0.9, "end_time": 1.2, "alternatives":'
            ' [{"content": "out", "speaker": "S1"}]},\n'
            '{"type": "punctuation", "start_time": 1.2, "end_time": 1.2, "attaches_to": "previous",'
            ' "alternatives": [{"content": "!", "speaker": "S1"}]},\n'
            '{"type": "word", "start_time": 1.5, "end_time": 1.7, "alternatives":'
            ' [{"content": "Oh", "speaker": "S2"}]},\n'
            '{"type": "punctuation", "start_time": 1.7, "end_time": 1.7, "alternatives":'
            ' [{"content": ".", "speaker": "S2"}]}]}',
            turns=2,
            speakers=("S1", "S2"),
        ),
        Sample(
            '{"results":[{"type":"word","start_time":1,"end_time":2,"alternatives":'
            '[{"content":"Here"}]},{"type":"speaker_change","score":0.9},'
            '{"type":"word","start_time":2,"end_time":3,"alternatives":[{"content":"There"}]}]}',
            turns=2,
        ),
        Sample(
            '{"results":[{"type":"word","start_time":"soon","alternatives":'
            '[{"content":"Well","speaker":"UU"}]},{"type":"word","alternatives":[]}]}',
            turns=1,
            problems=1,
        ),
    ),
)
