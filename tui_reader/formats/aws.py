"""AWS Transcribe's JSON: words and punctuation as items, speakers in a list of their own."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, dig, list_of, speaker_of, text_of
from tui_reader.formats.data.words import phrases
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_START: Final = ("start_time",)
_END: Final = ("end_time",)


def _recognises(paths: Paths) -> bool:
    if paths & {"results.items[].alternatives[].content", "results.audio_segments[].transcript"}:
        return True
    return paths >= {"results.transcripts[].transcript", "jobName"}


def _read(reading: Reading) -> Iterator[Cue]:
    """The words; where there are none, the segments, and in their place the text as a whole."""
    results = dict_of(dig(reading.value, "results"))
    if list_of(results.get("items")):
        yield from phrases(_words(reading, results))
    elif list_of(results.get("audio_segments")):
        for item in reading.items(results["audio_segments"]):
            yield reading.cue(item, ("transcript",), _START, _END, ("speaker_label",))
    else:
        for item in reading.items(results.get("transcripts")):
            yield reading.cue(item, ("transcript",))


def _words(reading: Reading, results: dict[str, Any]) -> Iterator[Cue]:
    """Each word with the punctuation behind it, which has no time of its own."""
    speakers = _speakers(results)
    word: Cue | None = None
    for item in reading.items(results["items"]):
        content = dict_of(dig(item, "alternatives", 0))
        cue = reading.cue(content, ("content",))
        if item.get("type") == "punctuation" and word is not None:
            word = word._replace(text=word.text + cue.text)
            continue
        if word is not None:
            yield word
        start, end = reading.time(item, *_START), reading.time(item, *_END)
        who = speaker_of(item.get("speaker_label")) or speakers.get(text_of(item.get("start_time")))
        word = cue._replace(start=start, end=end, speaker=who or (word.speaker if word else None))
    if word is not None:
        yield word


def _speakers(results: dict[str, Any]) -> Mapping[str, str]:
    """Who says the word that begins at a time, as that is written, by segments or channels."""
    who: dict[str, str] = {}
    groups = [
        *list_of(dig(results, "speaker_labels", "segments")),
        *list_of(dig(results, "channel_labels", "channels")),
    ]
    for group in groups:
        name = speaker_of(dig(group, "speaker_label")) or speaker_of(dig(group, "channel_label"))
        for item in list_of(dig(group, "items")):
            own = speaker_of(dig(item, "speaker_label")) or name
            if own:
                who[text_of(dig(item, "start_time"))] = own
    return who


FORMAT: Final[Format] = json_format(
    name="aws-transcribe",
    title="AWS Transcribe JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"jobName": "a-job", "results": {"transcripts": [{"transcript": "Rain? Yes."}],\n'
            '"speaker_labels": {"speakers": 2, "segments": [\n'
            '{"start_time": "0.1", "speaker_label": "spk_0", "end_time": "0.5",'
            ' "items": [{"start_time": "0.1", "speaker_label": "spk_0"}]},\n'
            '{"start_time": "0.9", "speaker_label": "spk_1", "end_time": "1.2",'
            ' "items": [{"start_time": "0.9", "speaker_label": "spk_1"}]}]},\n"items": [\n'
            '{"type": "pronunciation", "start_time": "0.1", "end_time": "0.5",'
            ' "alternatives": [{"confidence": "0.9", "content": "Rain"}]},\n'
            '{"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "?"}]},\n'
            '{"type": "pronunciation", "start_time": "0.9", "end_time": "1.2",'
            ' "alternatives": [{"confidence": "0.9", "content": "Yes"}]},\n'
            '{"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "."}]}]}}',
            turns=2,
            speakers=("spk_0", "spk_1"),
        ),
        Sample(
            '{"results":{"audio_segments":[{"id":0,"transcript":"Step in.","start_time":"0.0",'
            '"end_time":"1.0","speaker_label":"spk_4","items":[0,1]}],"items":[]}}',
            turns=1,
            speakers=("spk_4",),
        ),
        Sample(
            '{"jobName":"b","results":{"items":[],"transcripts":[{"transcript":"All of it."}]}}',
            turns=1,
        ),
    ),
)
