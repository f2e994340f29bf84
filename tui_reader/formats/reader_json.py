"""What `tui-reader show --json` prints: a transcript that is read already, and read again."""

from collections.abc import Iterator
from typing import Any, Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.outline import outline
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, list_of, text_of, time_of
from tui_reader.formats.written.dates import parse_date
from tui_reader.model import Link, Mark, Metadata, Section, Status, Transcript, Turn
from tui_reader.turns import PARAGRAPH

__all__ = ["FORMAT"]

_SURE: Final = 0.99
_OWN: Final = {"path", "format", "title", "show", "number", "tags", "speakers", "sections"}


def _sniff(head: str) -> float:
    return _SURE if outline(head) >= _OWN else 0.0


def _parse(text: str) -> Transcript:
    reading = Reading(text)
    value = dict_of(reading.value)
    numbers: dict[int, int] = {}
    turns: list[Turn] = []
    for number, item in enumerate(reading.items(value.get("turns"))):
        turn = _turn(reading, item)
        numbers[number] = len(turns)
        if turn is not None:
            turns.append(turn)
    last = max(len(turns) - 1, 0)
    sections = tuple(_sections(reading, value, numbers, last))
    notes = text_of(value.get("notes")).strip()
    status = next((one for one in Status if one.value == value.get("status")), Status.TRANSCRIBED)
    return Transcript(_metadata(value), tuple(turns), sections, notes, reading.problems(), status)


def _turn(reading: Reading, item: dict[str, Any]) -> Turn | None:
    raw = reading.words(item, "text")
    line = reading.line_of(raw)
    text = PARAGRAPH.join(filter(None, (" ".join(part.split()) for part in raw.split(PARAGRAPH))))
    if not text:
        return None
    speaker = " ".join(text_of(item.get("speaker")).split()) or None
    marks = sorted(_marks(item.get("marks"), len(text)), key=lambda mark: mark.offset)
    times = reading.time(item, "start"), reading.time(item, "end")
    return Turn(text, speaker, *times, tuple(marks), line)


def _marks(value: Any, length: int) -> Iterator[Mark]:
    for pair in list_of(value):
        offset, time, *_ = *list_of(pair), None, None
        at = time_of(time)
        if type(offset) is int and 0 <= offset < length and at is not None:
            yield Mark(offset, at)


def _sections(
    reading: Reading, value: dict[str, Any], numbers: dict[int, int], last: int
) -> Iterator[Section]:
    """The headings; `numbers` are those of the turns by their place in the file."""
    for item in reading.items(value.get("sections")):
        title = " ".join(text_of(item.get("title")).split())
        turn = item.get("turn")
        if title and type(turn) is int:
            yield Section(title, min(numbers.get(turn, last), last), reading.time(item, "start"))


def _metadata(value: dict[str, Any]) -> Metadata:
    def line(name: str) -> str | None:
        return " ".join(text_of(value.get(name)).split()) or None

    links = (
        Link(text_of(dict_of(link).get("title")), text_of(dict_of(link).get("url")))
        for link in list_of(value.get("links"))
    )
    tags = (" ".join(text_of(tag).split()) for tag in list_of(value.get("tags")))
    return Metadata(
        title=line("title") or "",
        show=line("show"),
        number=line("number"),
        date=parse_date(text_of(value.get("date"))),
        duration=time_of(value["duration"]) if value.get("duration") is not None else None,
        language=line("language"),
        tags=tuple(filter(None, tags)),
        links=tuple(link for link in links if link.url),
    )


FORMAT: Final = Format(
    name="reader-json",
    title="JSON of tui-reader",
    suffixes=(".json",),
    sniff=_sniff,
    parse=_parse,
    shared_suffixes=(".json",),
    samples=(
        Sample(
            '{"path": "tea.vtt", "format": "webvtt", "title": "Tea", "show": null, "number": "3",'
            ' "date": "2024-05-01", "duration": 4.5, "language": "en", "tags": ["leaves"],'
            ' "links": [{"title": "A pot", "url": "https://pots.example"}],'
            ' "speakers": [{"name": "Ada", "turns": 1, "words": 4, "seconds": 2.0}],'
            ' "sections": [{"title": "Boiling", "turn": 0, "start": 0.5}], "turns": ['
            '{"speaker": "Ada", "start": 0.5, "end": 2.5, "text": "Is the kettle on?",'
            ' "marks": [[0, 0.5], [7, 1.25]]},'
            '{"speaker": "Bo", "start": 2.5, "end": null, "text": "It is.\\n\\nNo.", "marks": []}],'
            ' "notes": "Drunk in *June*.", "problems": [], "status": "transcribed"}',
            turns=2,
            speakers=("Ada", "Bo"),
        ),
        Sample(
            '{"path": "x", "format": null, "title": "Gaps", "show": 7, "number": null,'
            ' "tags": null, "speakers": [], "sections": [{"title": "One", "turn": 9}],'
            ' "turns": [{"text": "", "marks": []}, {"text": "Words", "start": "soon",'
            ' "marks": [[99, 1], [0, 2], "no"]}, 7, {"te',
            turns=1,
            problems=3,
        ),
    ),
)
