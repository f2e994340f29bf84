"""Deepgram's JSON: channels with paragraphs or words, and utterances."""

from collections.abc import Iterator
from typing import Any, Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dig, list_of, speaker_of
from tui_reader.formats.data.words import phrases
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_WORD: Final = ("punctuated_word", "word")
_BEST: Final = "results.channels[].alternatives[]"
_OWN: Final = frozenset({f"{_BEST}.transcript", f"{_BEST}.words", f"{_BEST}.paragraphs"})


def _recognises(paths: Paths) -> bool:
    return "results.utterances[].transcript" in paths or not paths.isdisjoint(_OWN)


def _read(reading: Reading) -> Iterator[Cue]:
    """Several channels are several people, unless utterances tell them apart already."""
    channels = list_of(dig(reading.value, "results", "channels"))
    utterances = list_of(dig(reading.value, "results", "utterances"))
    if utterances and len(channels) != 1:
        yield from _utterances(reading, utterances)
    elif len(channels) == 1:
        yield from _channel(reading, channels[0])
    else:
        said: list[Cue] = []
        for number, channel in enumerate(channels):
            cues = _channel(reading, channel)
            said += (cue._replace(speaker=f"Channel {number}") for cue in cues)
        yield from sorted(said, key=lambda cue: cue.start or 0)


def _utterances(reading: Reading, utterances: list[Any]) -> Iterator[Cue]:
    for item in reading.items(utterances):
        cue = reading.cue(item, ("transcript",))
        channel = speaker_of(item.get("channel"))
        if cue.speaker is None and channel:
            cue = cue._replace(speaker=channel.replace("Speaker", "Channel"))
        yield cue


def _channel(reading: Reading, channel: Any) -> Iterator[Cue]:
    """What one channel says: its paragraphs, its words, or its transcript as a whole."""
    best = dig(channel, "alternatives", 0)
    paragraphs = list_of(dig(best, "paragraphs", "paragraphs"))
    words = list_of(dig(best, "words"))
    if paragraphs:
        yield from _paragraphs(reading, paragraphs)
    elif words:
        yield from phrases(reading.cue(word, _WORD) for word in reading.items(words))
    elif isinstance(best, dict):
        yield reading.cue(best, ("transcript",))


def _paragraphs(reading: Reading, paragraphs: list[Any]) -> Iterator[Cue]:
    for paragraph in reading.items(paragraphs):
        speaker = speaker_of(paragraph.get("speaker"))
        sentences = paragraph.get("sentences") or [paragraph]
        for sentence in reading.items(sentences):
            yield reading.cue(sentence)._replace(speaker=speaker)


FORMAT: Final[Format] = json_format(
    name="deepgram",
    title="Deepgram JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"metadata": {"duration": 4.5}, "results": {"channels": [{"alternatives": [\n'
            '{"transcript": "It snows. Does it?", "words": [\n'
            '{"word": "it", "start": 0.1, "end": 0.3, "speaker": 0, "punctuated_word": "It"},\n'
            '{"word": "snows", "start": 0.4, "end": 1, "speaker": 0, "punctuated_word": "snows."},'
            '\n{"word": "does", "start": 2, "end": 2.2, "speaker": 1, "punctuated_word": "Does"},\n'
            '{"word": "it", "start": 2.3, "end": 2.5, "speaker": 1, "punctuated_word": "it?"}]}'
            "]}]}}",
            turns=2,
            speakers=("Speaker 0", "Speaker 1"),
        ),
        Sample(
            '{"results":{"channels":[{"alternatives":[{"transcript":"on we go. yes.","words":[],'
            '"paragraphs":{"paragraphs":[{"speaker":2,"sentences":[{"text":"On we go.",'
            '"start":0,"end":1},{"text":"Yes.","start":1,"end":2}]}]}}]}]}}',
            turns=1,
            speakers=("Speaker 2",),
        ),
        Sample(
            '{"results":{"utterances":[{"start":0,"end":1,"transcript":"Hello?","channel":0},'
            '{"start":"?","end":2,"transcript":"Hello!","channel":1}]}}',
            turns=2,
            speakers=("Channel 0", "Channel 1"),
            problems=1,
        ),
    ),
)
