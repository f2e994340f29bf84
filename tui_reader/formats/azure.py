"""Azure Speech's JSON: recognized phrases, each with its best reading."""

from collections.abc import Iterator
from typing import Any, Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, dig, list_of, speaker_of, time_of
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_OWN: Final = frozenset(
    f"{where}.display" for where in ("recognizedPhrases[].nBest[]", "combinedRecognizedPhrases[]")
)
_DISPLAY: Final = ("display",)
_TICKS: Final = 10_000  # in a millisecond


def _recognises(paths: Paths) -> bool:
    return not paths.isdisjoint(_OWN)


def _read(reading: Reading) -> Iterator[Cue]:
    """Several channels stand one behind the other: their phrases come in the order of time."""
    value = dict_of(reading.value)
    said = list_of(value.get("recognizedPhrases"))
    if not said:
        for item in reading.items(value.get("combinedRecognizedPhrases")):
            yield reading.cue(item, _DISPLAY)
        return
    several = len({str(dig(item, "channel")) for item in said}) > 1
    cues = [_phrase(reading, item, several=several) for item in reading.items(said)]
    yield from sorted(cues, key=lambda cue: cue.start or 0) if several else cues


def _phrase(reading: Reading, item: dict[str, Any], *, several: bool) -> Cue:
    cue = reading.cue(dict_of(dig(item, "nBest", 0)), _DISPLAY)
    start, length = _time(reading, item, "offset"), _time(reading, item, "duration")
    end = None if start is None or length is None else start + length
    who = speaker_of(item.get("speaker"))
    channel = speaker_of(item.get("channel")) if several else None
    return cue._replace(
        start=start, end=end, speaker=who or (channel and channel.replace("Speaker", "Channel"))
    )


def _time(reading: Reading, item: dict[str, Any], key: str) -> int | None:
    """A time, written as a period or counted in ticks."""
    ticks = time_of(item.get(f"{key}InTicks"), 1)
    return reading.time(item, key) if ticks is None else ticks // _TICKS


FORMAT: Final[Format] = json_format(
    name="azure-speech",
    title="Azure Speech JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"duration": "PT3S", "combinedRecognizedPhrases": [{"channel": 0, "display":'
            ' "Any rain? None."}],\n"recognizedPhrases": [\n'
            '{"recognitionStatus": "Success", "channel": 0, "speaker": 1, "offset": "PT0.5S",'
            ' "duration": "PT1S", "offsetInTicks": 5000000.0, "nBest": [{"lexical": "any rain",'
            ' "display": "Any rain?"}]},\n'
            '{"recognitionStatus": "Success", "channel": 0, "speaker": 2, "offset": "PT2S",'
            ' "duration": "PT1S", "nBest": [{"lexical": "none", "display": "None."}]}]}',
            turns=2,
            speakers=("Speaker 1", "Speaker 2"),
        ),
        Sample(
            '{"recognizedPhrases":[{"channel":0,"offset":"PT1M","nBest":[{"display":"Yes."}]},'
            '{"channel":1,"offset":"PT2S","nBest":[{"display":"Who is there?"}]}]}',
            turns=2,
            speakers=("Channel 1", "Channel 0"),
        ),
        Sample(
            '{"combinedRecognizedPhrases":[{"display":"It rains."}],"recognizedPhrases":null}',
            turns=1,
        ),
        Sample(
            '{"recognizedPhrases":[{"offset":"later","nBest":[{"display":"It rains."}]},'
            '{"recognitionStatus":"NoMatch"}]}',
            turns=1,
            problems=1,
        ),
    ),
)
