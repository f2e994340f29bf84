"""OpenAI's JSON: segments with the letters of their speakers, or the text alone."""

from collections.abc import Iterator
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_NEEDED: Final = frozenset(f"segments[].{key}" for key in ("speaker", "text", "start"))
_OWN: Final = frozenset({"segments[].type", "usage", "task"})
_WHOLE: Final = frozenset({"text", "usage.type"})
_OTHERS: Final = frozenset({"segments[].words", "segments[].tokens"})


def _recognises(paths: Paths) -> bool:
    if paths >= _WHOLE and all(path.startswith(("text", "usage", "logprobs")) for path in paths):
        return True
    return paths >= _NEEDED and not paths.isdisjoint(_OWN) and paths.isdisjoint(_OTHERS)


def _read(reading: Reading) -> Iterator[Cue]:
    for item in reading.items(dict_of(reading.value).get("segments")):
        yield reading.cue(item)


FORMAT: Final[Format] = json_format(
    name="openai-json",
    title="OpenAI JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"task": "transcribe", "duration": 3.5, "text": "Any news? None.", "segments": [\n'
            '{"type": "transcript.text.segment", "id": "seg_0", "start": 0.0, "end": 1.2,'
            ' "text": "Any news?", "speaker": "A"},\n'
            '{"type": "transcript.text.segment", "id": "seg_1", "start": 1.5, "end": 3.5,'
            ' "text": "None.", "speaker": "B"}]}',
            turns=2,
            speakers=("Speaker A", "Speaker B"),
        ),
        Sample(
            '{"usage":{"seconds":2},"segments":[{"start":0,"end":1,"text":" I see.",'
            '"speaker":"Maud"},{"start":1,"end":2,"text":" Do you?","speaker":"agent"}]}',
            turns=2,
            speakers=("Maud", "agent"),
        ),
        Sample(
            '{"task":"transcribe","segments":[{"start":0,"text":"On","speaker":"A"},'
            '{"start":"x","text":" and on.","speaker":"A"}],"text":""}',
            turns=1,
            speakers=("Speaker A",),
            problems=1,
        ),
    ),
)
