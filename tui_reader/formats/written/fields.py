"""What the fields of front matter mean, under the many names they go by."""

import re
from datetime import date
from typing import Any, Final

from tui_reader.formats.recorded import recording_from
from tui_reader.formats.written.addresses import links_from
from tui_reader.formats.written.dates import parse_date
from tui_reader.formats.written.values import entries_of, line_of, prose_of, text_of
from tui_reader.lazily import pattern
from tui_reader.model import Metadata
from tui_reader.timecode import parse_clock

__all__ = ["chapters_from", "is_episode", "metadata_from", "notes_from"]

_NAMES: Final = {
    "title": ("title", "name"),
    "show": ("show", "podcast", "show_name", "show_title", "podcast_name", "channel", "series"),
    "number": ("episode", "number", "episode_number", "episodenumber", "ep"),
    "date": (
        *("date", "pubdate", "pub_date", "published", "publish_date", "published_at"),
        *("publishdate", "release_date", "upload_date", "recorded", "created"),
    ),
    "duration": (
        *("duration", "length", "runtime", "duration_seconds", "itunes_duration"),
        *("podcast_duration", "episode_duration", "audio_duration"),
    ),
    "language": ("language", "lang", "locale"),
    "tags": ("tags", "categories", "category", "topics", "keywords"),
    "people": (
        *("hosts", "host", "guests", "guest", "people", "person", "persons", "speakers"),
        *("participants", "cast", "author", "authors"),
    ),
    "links": ("links",),
    "description": ("description", "excerpt", "summary", "subtitle"),
}
_TAKEN: Final = frozenset(name for names in _NAMES.values() for name in names)
_CHAPTERS: Final = ("chapters", "timestamps", "timecodes", "toc")
_INTRODUCTIONS: Final = ("description", "summary", "subtitle", "excerpt", "intro", "introduction")
_NESTED: Final = ("episode", "podcast_episode", "params", "extra")
_TECHNICAL: Final = pattern(
    r"layout|permalink|slug|draft|type|weight|toc|template|image|thumbnail|cover|alt|css|id|guid"
    r"|.*_(?:id|url|link|file|image|path)|(?:seo|og|twitter|meta|social|schema)_.*|aliases"
)
_PERIOD: Final = pattern(
    r"(?:PT?)?(?:(\d{1,4})\s*+h[a-z]*)?\s*+(?:(\d{1,5})\s*+m[a-z]*)?\s*+"
    r"(?:(\d{1,6})(?:\.\d+)?\s*+s[a-z]*)?",
    re.I,
)


def metadata_from(fields: dict[str, Any]) -> Metadata:
    """What is known of an episode from its front matter."""
    fields = _flat(fields)
    return Metadata(
        title=line_of(_first(fields, "title")) or "",
        show=line_of(_first(fields, "show")),
        number=line_of(_first(fields, "number")),
        date=_date(fields),
        duration=_duration(_first(fields, "duration")),
        language=line_of(_first(fields, "language")),
        tags=_list(fields, "tags", by_comma=True),
        people=_list(fields, "people"),
        links=tuple(links_from(fields)),
        description=text_of(_first(fields, "description")),
        recording=recording_from(fields),
    )


def notes_from(fields: dict[str, Any]) -> tuple[str, str]:
    """The author's own text in front matter: what introduces the episode, and what else there is.

    The second has a heading over each field. Both are Markdown; fields for machines are left out.
    """
    fields = _flat(fields)
    introductions = dict.fromkeys(text_of(fields.get(name)) for name in _INTRODUCTIONS)
    taken = _TAKEN.union(_INTRODUCTIONS, _CHAPTERS) - set(_NAMES["people"])
    others = [
        f"## {name.replace('_', ' ')}\n\n{words}"
        for name, value in fields.items()
        if name not in taken and not _TECHNICAL.fullmatch(name)
        if not (name in _TAKEN and _is_plain(value))
        if (words := prose_of(value))
    ]
    return "\n\n".join(filter(None, introductions)), "\n\n".join(others)


def chapters_from(fields: dict[str, Any]) -> list[str]:
    """The lines of a list of chapters in front matter, each a time and a title."""
    fields = _flat(fields)
    lines: list[str] = []
    for name in _CHAPTERS:
        value = fields.get(name)
        if isinstance(value, str):
            lines += value.split("\n")
        for entry in entries_of(value):
            if isinstance(entry, dict):
                times = (entry.get(key) for key in ("start", "starttime", "startTime", "time"))
                at = next((line for time in times if (line := line_of(time))), "")
                title = line_of(entry.get("title") or entry.get("name") or entry.get("text"))
                lines.append(f"{at} {title or ''}")
            else:
                lines.append(text_of(entry))
    return lines


def is_episode(fields: dict[str, Any]) -> bool:
    """Whether the fields are those of a recording, not of a page that only lists some."""
    metadata = metadata_from(fields)
    return bool(metadata.duration or metadata.number)


def _flat(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of an `episode:` within, beside those of the page."""
    for name in _NESTED:
        if isinstance(inside := fields.get(name), dict):
            lowered = {key.lower(): value for key, value in inside.items() if isinstance(key, str)}
            fields = {**lowered, **{key: v for key, v in fields.items() if key != name}}
    return fields


def _is_plain(value: Any) -> bool:
    """Whether a field about people has no more than their names."""
    return not any(isinstance(entry, dict) for entry in entries_of(value))


def _first(fields: dict[str, Any], meaning: str) -> Any:
    values = (fields.get(name) for name in _NAMES[meaning])
    return next((value for value in values if line_of(value)), None)


def _date(fields: dict[str, Any]) -> date | None:
    days = (parse_date(text_of(fields.get(name))) for name in _NAMES["date"])
    return next((day for day in days if day), None)


def _duration(value: Any) -> int | None:
    """Milliseconds from `PT47M8S`, `1:02:13`, `47 min` or a number of seconds."""
    text = text_of(value)
    clock = parse_clock(text)
    if clock is not None:
        return clock
    if re.fullmatch(r"\d{1,7}(?:\.\d{1,9})?", text, re.ASCII):
        return round(float(text) * 1000) or None
    match = _PERIOD.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    hours, minutes, secs = (int(part or 0) for part in match.groups())
    return ((hours * 60 + minutes) * 60 + secs) * 1000


def _list(fields: dict[str, Any], meaning: str, *, by_comma: bool = False) -> tuple[str, ...]:
    found: list[str | None] = []
    for name in _NAMES[meaning]:
        value = fields.get(name)
        if isinstance(value, str):
            found += map(line_of, value.split(",") if by_comma or "," in value else [value])
        else:
            found += map(line_of, entries_of(value))
    return tuple(dict.fromkeys(filter(None, found)))
