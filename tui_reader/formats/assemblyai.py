"""AssemblyAI's JSON: utterances, or words where nobody was told from anybody else."""

from collections.abc import Iterator
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, dig, list_of
from tui_reader.formats.data.words import phrases
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_WORDS: Final = frozenset({"words[].text", "words[].start"})
_UTTERANCES: Final = frozenset({"utterances[].text", "utterances[].start"})
_OWN: Final = frozenset(
    {"utterances", "audio_url", "audio_duration", "language_model", "acoustic_model"}
)


def _recognises(paths: Paths) -> bool:
    if any(path.startswith("segments[]") for path in paths):
        return False
    if paths >= _UTTERANCES:
        if "utterances[].words[].word" in paths:
            return False
        return bool(paths & {"utterances[].words", "utterances[].confidence", "audio_url"})
    return paths >= _WORDS and not paths.isdisjoint(_OWN)


def _read(reading: Reading) -> Iterator[Cue]:
    """The phrases of each utterance; where it has no words, the utterance itself."""
    value = dict_of(reading.value)
    if not list_of(value.get("utterances")):
        yield from phrases(_words(reading, value.get("words")))
        return
    for item in reading.items(value["utterances"]):
        whole = reading.cue(item, unit=1)
        words = phrases(_words(reading, item.get("words")))
        said = " ".join(word.text for word in words)
        if said.split() == whole.text.split():
            yield from (word._replace(speaker=whole.speaker) for word in words)
        else:
            yield whole


def _words(reading: Reading, value: object) -> Iterator[Cue]:
    return (reading.cue(word, unit=1) for word in reading.items(value))


def _chapters(reading: Reading) -> Iterator[tuple[int, str]]:
    for item in reading.items(dig(reading.value, "chapters")):
        time = reading.time(item, "start", unit=1)
        title = " ".join(reading.words(item, "gist", "headline").split())
        if time is not None and title:
            yield time, title


FORMAT: Final[Format] = json_format(
    name="assemblyai",
    title="AssemblyAI JSON",
    recognises=_recognises,
    read=_read,
    chapters=_chapters,
    samples=(
        Sample(
            '{"id": "x1", "language_code": "en_us", "audio_url": "https://example.org/a.mp3",\n'
            ' "text": "Cold today? Very.", "words": [],\n "utterances": [\n'
            '{"confidence": 0.9, "end": 1400, "speaker": "A", "start": 200, "text": "Cold today?",'
            '\n "words": [{"text": "Cold", "start": 200, "end": 600, "speaker": "A"},'
            ' {"text": "today?", "start": 700, "end": 1400, "speaker": "A"}]},\n'
            '{"confidence": 0.8, "end": 2000, "speaker": "B", "start": 1500, "text": "Very."}],\n'
            ' "audio_duration": 3}',
            turns=2,
            speakers=("Speaker A", "Speaker B"),
        ),
        Sample(
            '{"audio_duration":2,"text":"We sing.","words":[{"text":"We","start":0,"end":300},'
            '{"text":"sing.","start":400,"end":900}],"utterances":null}',
            turns=1,
        ),
        Sample(
            '{"utterances":[{"confidence":1,"speaker":7,"start":null,"text":"So?"},12]}',
            turns=1,
            speakers=("Speaker 7",),
            problems=1,
        ),
    ),
)
