"""Podcasting 2.0 JSON: segments of a phrase or a word each, as podcasts publish them."""

from collections.abc import Iterator
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of, dig, speaker_of
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_TEXT: Final = ("body",)
_START: Final = ("startTime", "start")
_END: Final = ("endTime", "end")


def _recognises(paths: Paths) -> bool:
    return "segments[].body" in paths and not paths.isdisjoint({"version", "segments[].startTime"})


def _read(reading: Reading) -> Iterator[Cue]:
    """Who speaks is said where it changes; a segment ends where the next begins, if not told."""
    speaker: str | None = None
    for item in reading.items(dict_of(reading.value).get("segments")):
        speaker = speaker_of(item.get("speaker")) or speaker
        yield reading.cue(item, _TEXT, _START, _END)._replace(speaker=speaker)


def _chapters(reading: Reading) -> Iterator[tuple[int, str]]:
    for item in reading.items(dig(reading.value, "chapters")):
        time, title = reading.time(item, "startTime"), reading.words(item, "title").strip()
        if time is not None and title:
            yield time, title


FORMAT: Final[Format] = json_format(
    name="podcast-json",
    title="Podcasting 2.0 JSON",
    recognises=_recognises,
    read=_read,
    chapters=_chapters,
    samples=(
        Sample(
            '{"version": "1.0.0", "segments": [\n'
            ' {"speaker": "Ada", "startTime": 0.4, "endTime": 2, "body": "Is the kettle on?"},\n'
            ' {"startTime": 2.1, "body": "I would like tea.\\n"},\n'
            ' {"speaker": "Ben", "startTime": "3.5", "endTime": "5", "body": "It was."}]}',
            turns=2,
            speakers=("Ada", "Ben"),
        ),
        Sample(
            '{"version":"1.0.0","segments":[{"speaker":"Cy","startTime":0,"body":"It"},'
            '{"speaker":"Cy","startTime":0.2,"body":"rains"},'
            '{"speaker":"Cy","startTime":0.5,"body":"."},'
            '{"speaker":"Di","startTime":1,"body":"Again"},{"speaker":"Di","sta',
            turns=2,
            speakers=("Cy", "Di"),
            problems=1,
        ),
        Sample(
            '{"segments":[null,{"body":"We walk.","startTime":"soon"},'
            '{"body":{"no":"words"},"startTime":2}]}',
            turns=1,
            problems=2,
        ),
    ),
)
