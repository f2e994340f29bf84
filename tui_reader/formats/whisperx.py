"""WhisperX's JSON: segments whose words have speakers of their own."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, list_of, speaker_of, text_of
from tui_reader.formats.data.words import phrases
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_WORD: Final = ("word", "text")
_LONG: Final = 160  # characters of a segment, above which the times of its words are worth having


def _recognises(paths: Paths) -> bool:
    if "segments[].body" in paths:
        return False
    return "segments[].words[].score" in paths or paths >= {"segments[].text", "word_segments"}


def _read(reading: Reading) -> Iterator[Cue]:
    for item in reading.items(dict_of(reading.value).get("segments")):
        text = text_of(item.get("text"))
        spoken = "".join(text_of(dict_of(word).get("word")) for word in list_of(item.get("words")))
        whole = "".join(spoken.split()) == "".join(text.split())
        speakers = _speakers(item)
        if not text.strip() or (whole and (len(speakers) > 1 or len(text) > _LONG)):
            yield from _by_word(reading, item)
        else:
            cue = reading.cue(item)
            if len(speakers) > 1:
                reading.note("words that are not those of their segment left out", spoken)
            yield cue._replace(speaker=cue.speaker or next(iter(speakers), None))


def _speakers(item: dict[str, Any]) -> set[str]:
    """Everybody who speaks in a segment, by it or by its words."""
    said = [item, *map(dict_of, list_of(item.get("words")))]
    return {name for part in said if (name := speaker_of(part.get("speaker")))}


def _by_word(reading: Reading, item: dict[str, Any]) -> Iterator[Cue]:
    """A segment in which somebody else goes on: cut where the speaker of the words changes.

    Some words, numbers above all, have neither times nor speakers: they go with the word before.
    """
    speaker = speaker_of(item.get("speaker"))
    words = [reading.cue(word, _WORD) for word in reading.items(item.get("words"))]
    named: list[Cue] = []
    for word in words:
        speaker = word.speaker or (named[-1].speaker if named else speaker)
        named.append(word._replace(speaker=speaker))
    for _, run in groupby(named, attrgetter("speaker")):
        yield from phrases(run)


FORMAT: Final[Format] = json_format(
    name="whisperx",
    title="WhisperX JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"segments": [\n{"start": 0.1, "end": 2.0, "text": " Is it 42? Yes.",\n'
            ' "words": [{"word": "Is", "start": 0.1, "end": 0.3, "score": 0.9,'
            ' "speaker": "SPEAKER_00"},\n {"word": "it", "start": 0.4, "end": 0.5, "score": 0.8,'
            ' "speaker": "SPEAKER_00"},\n {"word": "42?"},\n {"word": "Yes.", "start": 1.5,'
            ' "end": 2.0, "score": 0.7, "speaker": "SPEAKER_01"}], "speaker": "SPEAKER_00"}],\n'
            ' "word_segments": []}',
            turns=2,
            speakers=("SPEAKER_00", "SPEAKER_01"),
        ),
        Sample(
            '{"segments":[{"start":0,"end":2,"text":" No names here.","words":['
            '{"word":"No","score":0.5},{"word":"names","score":0.5},{"word":"here."}]}],'
            '"language":"en"}',
            turns=1,
        ),
        Sample(
            '{"segments":[{"start":0,"end":1,"text":"Well.","speaker":"SPEAKER_03"}],'
            '"word_segments":[{"word":"Well.","score":0.6}]}',
            turns=1,
            speakers=("SPEAKER_03",),
        ),
    ),
)
