"""Podcasting 2.0 chapters: titles with times, and nothing that anybody says."""

from collections.abc import Iterator
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.outline import outline
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, dig, text_of
from tui_reader.model import Metadata, Section, Transcript

__all__ = ["FORMAT"]

_OWN: Final = frozenset({"version", *(f"chapters[].{key}" for key in ("title", "img", "url"))})


def _sniff(head: str) -> float:
    paths = outline(head)
    if "chapters[].startTime" not in paths or paths.isdisjoint(_OWN):
        return 0.0
    return 0.0 if any(path.startswith("segments[]") for path in paths) else 0.97


def _parse(text: str) -> Transcript:
    reading = Reading(text)
    sections = tuple(sorted(_sections(reading), key=lambda section: section.time or 0))
    title = " ".join(text_of(dig(reading.value, "title")).split())
    return Transcript(Metadata(title=title), sections=sections, problems=reading.problems())


def _sections(reading: Reading) -> Iterator[Section]:
    """The chapters that are to be listed: those marked as silent only change a picture."""
    for item in reading.items(dict_of(reading.value).get("chapters")):
        title = " ".join(reading.words(item, "title").split())
        time = reading.time(item, "startTime")
        if not title or item.get("toc") is False:
            continue
        if time is None:
            reading.note("a chapter without a time left out", title)
        else:
            yield Section(title, 0, time)


FORMAT: Final = Format(
    name="chapters-json",
    title="Podcasting 2.0 chapters",
    suffixes=(".json",),
    shared_suffixes=(".json",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            '{"version": "1.2.0", "chapters": [\n {"startTime": 0, "title": "Hello"},\n'
            ' {"startTime": 61.5, "title": "The kettle", "toc": false},\n'
            ' {"startTime": 168, "title": "The tea"}]}',
            turns=0,
        ),
        Sample(
            '{"version":"1.0.0","title":"A walk","chapters":[{"title":"The gate"},'
            '{"startTime":"90","title":"The hill","url":"https://example.org/"}]}',
            turns=0,
            problems=1,
        ),
        Sample('{"chapters":[{"startTime":3,"title":"Up"},{"startTime":9,"ti', turns=0, problems=1),
    ),
)
