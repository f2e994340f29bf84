"""JSON of no known vendor: a list of objects that say something, at a time or by somebody.

Services that take notes of meetings give one; so do programs people write for themselves. The
list may be all of the file, stand under a key or two, or be one object a line.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.columns import SPOKEN, column
from tui_reader.formats.data.jsonformat import Paths, transcribed
from tui_reader.formats.data.jsontext import BrokenJsonError, read_json
from tui_reader.formats.data.outline import outline
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.salvage import Salvaged, salvaged
from tui_reader.formats.data.segments import Segment, cues_of, segment_of
from tui_reader.formats.data.values import speaker_of, text_of
from tui_reader.model import Problem, Transcript

__all__ = ["FORMAT"]

_SURE: Final = 0.7
_DEEP: Final = 5  # keys and lists down to the list that is looked for
_LINES: Final = re.compile(r"\s*\{[^\n]*\}[ \t]*\n\s*\{")
_BROKEN_LINES: Final = 50


class _Tally(NamedTuple):
    entries: int
    letters: int
    named: bool


def _sniff(head: str) -> float:
    if not _may_say(outline(head)):
        return 0.0
    whole = _lines_of(head) if _LINES.match(head) else salvaged(head)
    return _SURE if _segments(whole.value) else 0.0


def _may_say(paths: Paths) -> bool:
    """Whether words stand beside a time or a speaker anywhere among the keys."""
    kinds: dict[str, set[str]] = {}
    for path in paths:
        where, _, key = path.rpartition(".")
        if found := column(key):
            kinds.setdefault(where, set()).add(found.kind)
    return any("text" in kind and kind & {"start", "speaker"} for kind in kinds.values())


def _parse(text: str) -> Transcript:
    lines = _lines_of(text) if _LINES.match(text) else None
    reading = Reading(text, lines if lines and _segments(lines.value) else None)
    names = _people(reading.value)
    said: list[Segment] = []
    best, *others = _candidates(reading.value) or [[]]
    for item in reading.items(best):
        segment = segment_of(_unwrapped(item))
        if segment.text.strip():
            who = speaker_of(segment.speaker)
            said.append(
                segment._replace(
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
        texts = [segment_of(_unwrapped(item)).text for item in items if isinstance(item, dict)]
        words = " ".join(texts)
        if not known.issuperset(words.split()):
            reading.note("another list of segments left out", words)


def _lines_of(text: str) -> Salvaged:
    """The objects of JSON Lines, and a problem for each line that is none."""
    values: list[Any] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            values.append(read_json(line)[0])
        except BrokenJsonError as error:
            if len(problems) < _BROKEN_LINES:
                told = f"a line that is no JSON ({error}) left out: “{line.strip()[:40]}”"
                problems.append(Problem(number, told))
    return Salvaged(values, tuple(problems))


def _segments(value: Any) -> list[Any]:
    """The list of segments in `value`, or an empty one where there is none."""
    return next(iter(_candidates(value)), [])


def _candidates(value: Any) -> list[list[Any]]:
    """The lists of segments in `value`, the best first.

    Where one has the words of another, as utterances and words do, names and length count.
    """
    found = [(_tally(items), items) for items in _lists(value, _DEEP)]
    found = [(tally, items) for tally, items in found if tally.entries]
    most = max((tally.letters for tally, _ in found), default=0)
    found.sort(
        key=lambda each: (10 * each[0].letters >= 9 * most, each[0].named, -each[0].entries),
        reverse=True,
    )
    return [items for _, items in found]


def _tally(items: list[Any]) -> _Tally:
    """What a list has of segments; nothing where they are not the most of its objects."""
    objects = [item for item in items if isinstance(item, dict)]
    said = [segment_of(_unwrapped(item)) for item in objects if _says(item)]
    if 2 * len(said) <= len(objects):
        return _Tally(0, 0, named=False)
    named = any(speaker_of(segment.speaker) for segment in said)
    return _Tally(len(said), sum(len("".join(segment.text.split())) for segment in said), named)


def _lists(value: Any, deep: int) -> Iterator[list[Any]]:
    """Every list inside `value`, but for those inside the objects of another list."""
    if isinstance(value, list):
        yield value
    elif isinstance(value, dict) and deep:
        for inner in value.values():
            yield from _lists(inner, deep - 1)


def _says(item: dict[str, Any]) -> bool:
    """Whether `item` has words, and a time or a speaker beside them."""
    segment = segment_of(_unwrapped(item))
    if segment.column is None or not any(map(str.isalpha, segment.text)):
        return False
    timed, named = segment.start is not None, _is_named(item, segment)
    return (timed or named) if segment.column.name in SPOKEN else timed and named


def _is_named(item: Mapping[str, Any], segment: Segment) -> bool:
    """Whether a speaker is named as such: a mere `name` counts only beside a time."""
    if speaker_of(segment.speaker) is None:
        return False
    return segment.start is not None or any("speaker" in key.lower() for key in item)


def _unwrapped(item: dict[str, Any]) -> dict[str, Any]:
    """What `item` holds under `data`, where it is a node of a list of nodes."""
    data = item.get("data")
    return data if isinstance(data, dict) and "text" not in item else item


def _people(value: Any) -> Mapping[str, str]:
    """Names by the labels that stand for them: `{"spk_0": "Ann"}`, or a list of ids and names."""
    told = value.get("speakers") if isinstance(value, dict) else None
    if isinstance(told, dict):
        named = ((label, speaker_of(name)) for label, name in told.items())
    elif isinstance(told, list):
        people = [who for who in told if isinstance(who, dict)]
        named = (
            (text_of(who.get("id", who.get("label"))), speaker_of(who.get("name")))
            for who in people
        )
    else:
        return {}
    return {label: name for label, name in named if label and name}


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
