"""IBM Watson's JSON: results with timestamps of words, speakers in a list of their own."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, dig, list_of, speaker_of
from tui_reader.formats.data.words import phrases
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_OWN: Final = frozenset({"result_index", "speaker_labels", "results[].alternatives[].timestamps"})


def _recognises(paths: Paths) -> bool:
    return "results[].alternatives[].transcript" in paths and not paths.isdisjoint(_OWN)


def _read(reading: Reading) -> Iterator[Cue]:
    """A result is what one person says, unless the speakers of its words change."""
    value = dict_of(reading.value)
    who = _speakers(reading, value.get("speaker_labels"))
    for item in reading.items(value.get("results")):
        whole = reading.cue(dict_of(dig(item, "alternatives", 0)), ("transcript",))
        words = list(_words(reading, dig(item, "alternatives", 0, "timestamps"), whole.line))
        named = [word._replace(speaker=who.get(word.start)) for word in words]
        runs = [phrases(run) for _, run in groupby(named, attrgetter("speaker"))]
        if not whole.text.strip() or len(runs) > 1:
            for run in runs:
                yield from run
        elif words:
            yield whole._replace(start=words[0].start, end=words[-1].end, speaker=named[0].speaker)
        else:
            yield whole


def _words(reading: Reading, stamps: Any, line: int) -> Iterator[Cue]:
    """The words of a result: each is a list of the word and its two times."""
    for stamp in list_of(stamps):
        text, start, end = [*list_of(stamp), None, None, None][:3]
        if isinstance(text, str):
            times = {"start": start, "end": end}
            yield Cue(reading.time(times, "start"), reading.time(times, "end"), text, None, line)


def _speakers(reading: Reading, labels: Any) -> Mapping[int | None, str]:
    """Who says the word that begins at a time."""
    who: dict[int | None, str] = {}
    for item in reading.items(labels):
        time, name = reading.time(item, "from"), speaker_of(item.get("speaker"))
        if time is not None and name:
            who[time] = name
    return who


FORMAT: Final[Format] = json_format(
    name="watson",
    title="IBM Watson JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"result_index": 0, "results": [\n'
            '{"final": true, "alternatives": [{"transcript": "any rain none ", "timestamps":'
            ' [["any", 0.5, 0.8], ["rain", 0.9, 1.2], ["none", 2, 2.5]]}]}],\n'
            '"speaker_labels": [{"from": 0.5, "to": 0.8, "speaker": 0}, {"from": 0.9, "to": 1.2,'
            ' "speaker": 0},\n{"from": 2, "to": 2.5, "speaker": 1}]}',
            turns=2,
            speakers=("Speaker 0", "Speaker 1"),
        ),
        Sample(
            '{"result_index":0,"results":[{"alternatives":[{"transcript":"It rains. ","timestamps":'
            '[["it",1,2],["rains",2,3]]}]},{"alternatives":[{"transcript":"So it does. "}]}]}',
            turns=1,
        ),
        Sample(
            '{"result_index":0,"results":[{"alternatives":[{"transcript":"","timestamps":'
            '[["it","x",2],["rains",2,3],7]}]},3]}',
            turns=1,
            problems=2,
        ),
    ),
)
