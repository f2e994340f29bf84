"""Rev.ai's JSON: monologues of words and of the marks between them."""

from collections.abc import Iterator
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, speaker_of
from tui_reader.formats.data.words import phrases
from tui_reader.turns import Cue

__all__ = ["FORMAT"]


def _recognises(paths: Paths) -> bool:
    return "monologues[].elements[].value" in paths


def _read(reading: Reading) -> Iterator[Cue]:
    for monologue in reading.items(dict_of(reading.value).get("monologues")):
        names = speaker_of(monologue.get("speaker_info")), speaker_of(monologue.get("speaker"))
        speaker = names[0] or names[1]
        for cue in phrases(_words(reading, monologue.get("elements")), spaced=True):
            yield cue._replace(speaker=speaker)


def _words(reading: Reading, elements: object) -> Iterator[Cue]:
    """Words, each with the marks and spaces that follow it: those have no times of their own."""
    last: Cue | None = None
    for element in reading.items(elements):
        cue = reading.cue(element, ("value",), ("ts",), ("end_ts",))
        if element.get("type") == "punct" and last is not None:
            last = last._replace(text=last.text + cue.text)
        else:
            if last is not None:
                yield last
            last = cue
    if last is not None:
        yield last


FORMAT: Final[Format] = json_format(
    name="rev-ai",
    title="Rev.ai JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"monologues": [\n{"speaker": 0, "elements": [\n'
            '{"type": "text", "value": "Mind", "ts": 0.5, "end_ts": 0.8, "confidence": 0.9},\n'
            '{"type": "punct", "value": " "},\n'
            '{"type": "text", "value": "out", "ts": 0.9, "end_ts": 1.2, "confidence": 0.9},\n'
            '{"type": "punct", "value": "!"}]},\n'
            '{"speaker": 1, "speaker_info": {"id": "1", "display_name": "Nora"}, "elements": [\n'
            '{"type": "text", "value": "Oh", "ts": 1.5, "end_ts": 1.7},\n'
            '{"type": "punct", "value": "."}]}]}',
            turns=2,
            speakers=("Speaker 0", "Nora"),
        ),
        Sample(
            '{"monologues":[{"speaker":3,"elements":[{"type":"unknown","value":"<laugh>"},'
            '{"type":"punct","value":" "},{"type":"text","value":"Ha","ts":2}]}]}',
            turns=1,
            speakers=("Speaker 3",),
        ),
        Sample(
            '{"monologues":[{"elements":[{"type":"punct","value":"("},'
            '{"type":"text","value":"rain","ts":"late"},{"type":"punct","value":")"}]}]}',
            turns=1,
            problems=1,
        ),
    ),
)
