"""JSON of no known vendor: a list of objects that say something, at a time or by somebody.

Services that take notes of meetings give one; so do programs people write for themselves. The
list may be all of the file, stand under a key or two, or be one object a line.
"""

from typing import Any, Final

from tui_reader.entities import unescaped
from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import transcribed
from tui_reader.formats.data.jsonlines import are_lines, read_lines
from tui_reader.formats.data.lists import lists_of_segments, may_hold_segments
from tui_reader.formats.data.outline import outline
from tui_reader.formats.data.people import people_in
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.salvage import salvaged
from tui_reader.formats.data.sayings import unwrapped
from tui_reader.formats.data.segments import Segment, cues_of, segment_of
from tui_reader.formats.data.values import speaker_of, text_of
from tui_reader.model import Transcript

__all__ = ["FORMAT"]

_SURE: Final = 0.7


def _sniff(head: str) -> float:
    if not may_hold_segments(outline(head)):
        return 0.0
    whole = read_lines(head) if are_lines(head) else salvaged(head)
    return _SURE if lists_of_segments(whole.value) else 0.0


def _parse(text: str) -> Transcript:
    lines = read_lines(text) if are_lines(text) else None
    reading = Reading(text, lines if lines and lists_of_segments(lines.value) else None)
    names = people_in(reading.value)
    said: list[Segment] = []
    best, *others = lists_of_segments(reading.value) or [[]]
    for item in reading.items(best):
        segment = segment_of(unwrapped(item))
        if segment.text.strip():
            who = speaker_of(segment.speaker)
            said.append(
                segment._replace(
                    text=unescaped(segment.text),
                    speaker=names.get(text_of(segment.speaker), who),
                    line=reading.line_of(segment.text),
                )
            )
    _note_others(reading, said, others)
    return transcribed(reading, list(cues_of(said, reading.note)), captions=True)


def _note_others(reading: Reading, said: list[Segment], others: list[list[Any]]) -> None:
    """Note the lists that have words of their own; most have those of the best once more."""
    known = {word for segment in said for word in segment.text.split()}
    for items in others:
        texts = [segment_of(unwrapped(item)).text for item in items if isinstance(item, dict)]
        words = " ".join(texts)
        if not known.issuperset(words.split()):
            reading.note("another list of segments left out", words)


FORMAT: Final = Format(
    name="json",
    title="JSON with speakers or times",
    suffixes=(".json", ".jsonl", ".ndjson"),
    shared_suffixes=(".json", ".jsonl", ".ndjson"),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            '{"speakers": {"spk_0": "Ada"}, "segments": [\n'
            '{"speakerLabel": "spk_0", "start": 0, "end": 2.5, "text": " Who is there?"},\n'
            '{"speakerLabel": "spk_1", "start": 2.5, "end": 3, "text": " It is me."}]}',
            turns=2,
            speakers=("Ada", "spk_1"),
        ),
        Sample(
            '[{"start": 1200, "end": 3400, "text": "Ada: Shall we sit down?"},\n'
            ' {"start": 3500, "end": 5000, "text": "Ben: Let us sit."},\n'
            ' {"start": 5100, "end": 7000, "text": "Ada: There, on the bench."}]',
            turns=3,
            speakers=("Ada", "Ben"),
        ),
        Sample(
            '{"speaker": {"display_name": "Cy"}, "timestamp": "00:00:12", "text": "Who, me?"}\n'
            '{"speaker": {"display_name": "Di"}, "timestamp": "00:00:14", "text": "Yes."}\n'
            '{"speaker": {"display_name": "Cy"}, "timest',
            turns=2,
            speakers=("Cy", "Di"),
            problems=1,
        ),
        Sample(
            '{"data": {"transcript": {"title": "Weekly", "sentences": [\n'
            '{"index": 0, "speaker_name": "Eva", "raw_text": "Shall we?", "text": "Shall we?",'
            ' "start_time": 0.2, "end_time": 1},\n'
            '{"index": 1, "speaker_name": "Eva", "raw_text": "Yes.", "text": "Yes.",'
            ' "start_time": "never", "end_time": 2}]}}}',
            turns=1,
            speakers=("Eva",),
            problems=1,
        ),
    ),
)
