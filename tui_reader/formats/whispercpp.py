"""whisper.cpp's JSON: `transcription`, with offsets in milliseconds."""

from collections.abc import Iterator
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, speaker_of
from tui_reader.lazily import pattern
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_LABEL: Final = pattern(r"\s*\(speaker (\d+|\?)\)\s*")
_CHANGE: Final = "[SPEAKER_TURN]"


def _recognises(paths: Paths) -> bool:
    times = {"transcription[].offsets", "transcription[].timestamps"}
    return "transcription[].text" in paths and not paths.isdisjoint(times)


def _read(reading: Reading) -> Iterator[Cue]:
    fresh = False
    for item in reading.items(dict_of(reading.value).get("transcription")):
        times = dict_of(item.get("offsets"))
        start, end = reading.time(times, "from", unit=1), reading.time(times, "to", unit=1)
        if start is None:
            clock = dict_of(item.get("timestamps"))
            start, end = reading.time(clock, "from"), reading.time(clock, "to")
        cue = reading.cue(item, start=(), end=())._replace(start=start, end=end)
        if label := _LABEL.match(cue.text):
            who = cue.speaker or speaker_of(label[1])
            cue = cue._replace(text=cue.text[label.end() :], speaker=who)
        for number, part in enumerate(cue.text.split(_CHANGE)):
            fresh = fresh or number > 0
            if part.strip():
                yield cue._replace(text=part, fresh=fresh)
                fresh = False
        fresh = fresh or item.get("speaker_turn_next") is True


FORMAT: Final[Format] = json_format(
    name="whisper-cpp",
    title="whisper.cpp JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"systeminfo": "AVX = 1", "result": {"language": "en"}, "transcription": [\n'
            '{"timestamps": {"from": "00:00:00,000", "to": "00:00:02,000"},\n'
            ' "offsets": {"from": 0, "to": 2000}, "text": " (speaker 0) Where is the tea?"},\n'
            '{"timestamps": {"from": "00:00:02,000", "to": "00:00:03,000"},\n'
            ' "offsets": {"from": 2000, "to": 3000}, "text": " (speaker 1) Here."}]}',
            turns=2,
            speakers=("Speaker 0", "Speaker 1"),
        ),
        Sample(
            '{"transcription":[{"offsets":{"from":0,"to":900},"text":" Ready? [SPEAKER_TURN]"},'
            '{"offsets":{"from":900,"to":1500},"text":" Ready.","speaker_turn_next":true},'
            '{"offsets":{"from":1500,"to":1700},"text":" Go."}]}',
            turns=3,
        ),
        Sample(
            '{"transcription":[{"timestamps":{"from":"00:00:01,500","to":"00:00:02,000"},'
            '"text":" Slowly.","speaker":"?"}]}',
            turns=1,
        ),
    ),
)
