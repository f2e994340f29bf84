"""Google Speech-to-Text's JSON: results with alternatives, the last perhaps with all the words."""

from collections.abc import Iterator
from typing import Any, Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, dig, list_of
from tui_reader.formats.data.words import phrases
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_WORD: Final = ("word",)
_START: Final = ("startTime", "start_time", "startOffset", "start_offset")
_END: Final = ("endTime", "end_time", "endOffset", "end_offset")
_TAG: Final = ("speakerTag", "speaker_tag", "speakerLabel", "speaker_label")
_RESULT_END: Final = ("resultEndTime", "result_end_time", "resultEndOffset", "result_end_offset")
_WRAPPERS: Final = ("response", "results", "transcript", "inlineResult")
_OWN: Final = ("results[].alternatives[].transcript", "results[].alternatives[].words[].word")
_OTHERS: Final = ("result_index", "speaker_labels", "results[].alternatives[].timestamps")


def _recognises(paths: Paths) -> bool:
    return paths.isdisjoint(_OTHERS) and any(path.endswith(_OWN) for path in paths)


def _read(reading: Reading) -> Iterator[Cue]:
    """Each result, or, where people were told apart, the last: it has all words once more."""
    for results in _lists(reading.value):
        said = list(reading.items(results))
        words = [list_of(dig(item, "alternatives", 0, "words")) for item in said]
        if len(words) > 1 and _tagged(words[-1]) and not any(map(_tagged, words[:-1])):
            before = sum(map(len, words[:-1]))
            said = said[-1:] if len(words[-1]) >= before else said
        since: int | None = 0
        for item in said:
            yield from _result(reading, item, since)
            since = reading.time(item, *_RESULT_END)


def _lists(value: Any, depth: int = 0) -> Iterator[list[Any]]:
    """The lists of results: one at the top, or one for each recording of a batch."""
    found = dict_of(value).get("results")
    if isinstance(found, list):
        yield found
    elif depth < 5:
        inner = dict_of(value)
        keys: list[str] = [key for key in _WRAPPERS if key in inner] or [*inner] * (depth > 0)
        for key in keys:
            yield from _lists(inner[key], depth + 1)


def _tagged(words: list[Any]) -> bool:
    return any(dig(word, key) for word in words for key in _TAG)


def _result(reading: Reading, item: dict[str, Any], since: int | None) -> Iterator[Cue]:
    best = dict_of(dig(item, "alternatives", 0))
    words = list_of(best.get("words"))
    if not words:
        end = reading.time(item, *_RESULT_END)
        yield reading.cue(best, ("transcript",))._replace(start=since, end=end)
        return
    cues = (reading.cue(word, _WORD, _START, _END, _TAG) for word in reading.items(words))
    yield from phrases(cue if cue.end is None else _timed(cue) for cue in cues)


def _timed(word: Cue) -> Cue:
    """A word that begins at zero may leave that out, as numbers that are zero are left out."""
    return word._replace(start=0) if word.start is None else word


FORMAT: Final[Format] = json_format(
    name="google-speech",
    title="Google Speech-to-Text JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"results": [\n{"alternatives": [{"transcript": "Left or right", "words": [\n'
            '{"endTime": "0.500s", "word": "Left"},\n'
            '{"startTime": "0.5s", "endTime": "0.800s", "word": "or"},\n'
            '{"startTime": "0.8s", "endTime": "1.200s", "word": "right"}]}]},\n'
            '{"alternatives": [{"words": [\n'
            '{"endTime": "0.500s", "word": "Left", "speakerTag": 1},\n'
            '{"startTime": "0.5s", "endTime": "0.8s", "word": "or", "speakerTag": 2},\n'
            '{"startTime": "0.8s", "endTime": "1.2s", "word": "right", "speakerTag": 2}]}]}]}',
            turns=2,
            speakers=("Speaker 1", "Speaker 2"),
        ),
        Sample(
            '{"name":"1","done":true,"response":{"results":[{"alternatives":[{"transcript":'
            '"Keep left. ","words":[{"start_time":{"seconds":"3","nanos":500000000},'
            '"end_time":{"seconds":4},"word":"Keep"},{"start_time":{"seconds":4},'
            '"end_time":{"seconds":5},"word":"left."}]}]}]}}',
            turns=1,
        ),
        Sample(
            '{"results":[{"alternatives":[{"transcript":"One thing."}],"resultEndTime":"4s"},'
            '{"alternatives":[{"transcript":" Another."}],"resultEndTime":"later"},{}]}',
            turns=1,
            problems=1,
        ),
    ),
)
