"""ElevenLabs' JSON: words, the spaces between them and sounds, each with a speaker."""

from collections.abc import Iterator
from typing import Any, Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of
from tui_reader.formats.data.words import phrases
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_WORD: Final = ("text", "type", "start")
_OWN: Final = ("language_probability", "words[].speaker_id", "words[].logprob")
_WHO: Final = ("speaker_id",)


def _recognises(paths: Paths) -> bool:
    return any(
        all(f"{where}words[].{key}" in paths for key in _WORD)
        and any(f"{where}{key}" in paths for key in _OWN)
        for where in ("", "transcripts[].")
    )


def _read(reading: Reading) -> Iterator[Cue]:
    """Several channels have a transcript each: theirs are put together as they were spoken."""
    value = dict_of(reading.value)
    if "words" in value:
        yield from phrases(_words(reading, value["words"]), spaced=True)
        return
    said: list[Cue] = []
    for channel in reading.items(value.get("transcripts")):
        said += phrases(_words(reading, channel.get("words")), spaced=True)
    yield from sorted(said, key=lambda cue: cue.start or 0)


def _words(reading: Reading, items: Any) -> Iterator[Cue]:
    """Words, each with the space behind it."""
    word: Cue | None = None
    for item in reading.items(items):
        cue = reading.cue(item, speaker=_WHO)
        if item.get("type") == "spacing" and word is not None:
            word = word._replace(text=word.text + cue.text)
            continue
        if word is not None:
            yield word
        word = cue
    if word is not None:
        yield word


FORMAT: Final[Format] = json_format(
    name="elevenlabs",
    title="ElevenLabs JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"language_code": "eng", "language_probability": 0.98, "text": "Mind out! Oh.",\n'
            '"words": [\n'
            '{"text": "Mind", "start": 0.5, "end": 0.8, "type": "word", "speaker_id": "ann"},\n'
            '{"text": " ", "start": 0.8, "end": 0.9, "type": "spacing", "speaker_id": "ann"},\n'
            '{"text": "out!", "start": 0.9, "end": 1.2, "type": "word", "speaker_id": "ann"},\n'
            '{"text": " ", "start": 1.2, "end": 1.5, "type": "spacing", "speaker_id": "ann"},\n'
            '{"text": "Oh.", "start": 1.5, "end": 1.7, "type": "word", "speaker_id": "ben"}]}',
            turns=2,
            speakers=("ann", "ben"),
        ),
        Sample(
            '{"transcripts":[{"channel_index":0,"words":[{"text":"So?","start":3,"end":4,'
            '"type":"word","speaker_id":"a b"}]},{"channel_index":1,"words":[{"text":"Well.",'
            '"start":1,"end":2,"type":"word","speaker_id":"c d"}]}]}',
            turns=2,
            speakers=("c d", "a b"),
        ),
        Sample(
            '{"language_probability":1,"words":[{"text":"(rain)","type":"audio_event",'
            '"start":"now"},{"text":" ","type":"spacing"},{"text":"Oh.","type":"word"}]}',
            turns=1,
            problems=1,
        ),
    ),
)
