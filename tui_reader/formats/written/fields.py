"""What the fields of front matter mean, under the many names they go by."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from tui_reader.formats.written.dates import parse_date
from tui_reader.model import Link, Metadata
from tui_reader.timecode import parse_clock

__all__ = ["metadata_from", "notes_from"]

_NAMES: Final = {
    "title": ("title", "name"),
    "show": ("show", "podcast", "show_name", "channel", "series"),
    "number": ("episode", "number", "episode_number", "episodenumber", "ep"),
    "date": ("date", "pubdate", "published", "publish_date", "published_at", "upload_date"),
    "duration": ("duration", "length", "runtime"),
    "language": ("language", "lang", "locale"),
    "tags": ("tags", "categories", "topics"),
    "people": ("hosts", "host", "guests", "guest", "people", "person", "speakers", "author"),
    "links": ("links",),
    "description": ("description", "excerpt", "summary", "subtitle"),
}
_TAKEN: Final = frozenset(name for names in _NAMES.values() for name in names)

_INTRODUCTIONS: Final = ("description", "summary", "subtitle", "excerpt", "intro", "introduction")
_TECHNICAL: Final = re.compile(
    r"layout|permalink|slug|draft|type|weight|toc|template|image|thumbnail|cover|alt|css|id|guid"
    r"|.*_(?:id|url|link|file|image|path)|(?:seo|og|twitter|meta|social|schema)_.*|keywords?|aliases"
)
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL", "none", "None"})
_PERIOD: Final = re.compile(
    r"(?:PT?)?(?:(\d{1,4})\s*h)?\s*(?:(\d{1,5})\s*m(?:in)?)?\s*(?:(\d{1,6})(?:\.\d+)?\s*s)?", re.I
)
_MOST: Final = 1_000  # entries of a list that are looked at


def metadata_from(fields: dict[str, Any]) -> Metadata:
    """What is known of an episode from its front matter."""
    return Metadata(
        title=_line(_first(fields, "title")) or "",
        show=_line(_first(fields, "show")),
        number=_line(_first(fields, "number")),
        date=_date(_first(fields, "date")),
        duration=_duration(_first(fields, "duration")),
        language=_line(_first(fields, "language")),
        tags=_list(fields, "tags", by_comma=True),
        people=_list(fields, "people"),
        links=tuple(_links(fields)),
        description=_text(_first(fields, "description")),
    )


def notes_from(fields: dict[str, Any]) -> tuple[str, str]:
    """The author's own text in front matter: what introduces the episode, and what else there is.

    The second has a heading over each field. Both are Markdown; fields for machines are left out.
    """
    introductions = dict.fromkeys(_text(fields.get(name)) for name in _INTRODUCTIONS)
    others = [
        f"## {name.replace('_', ' ')}\n\n{words}"
        for name, value in fields.items()
        if name not in _TAKEN and name not in _INTRODUCTIONS and not _TECHNICAL.fullmatch(name)
        if _is_prose(words := _text(value))
    ]
    return "\n\n".join(filter(None, introductions)), "\n\n".join(others)


def _is_prose(words: str) -> bool:
    """Whether a value is meant for readers: more than a word, a number or an address."""
    return len(words.split()) > 3


def _first(fields: dict[str, Any], meaning: str) -> Any:
    values = (fields.get(name) for name in _NAMES[meaning])
    return next((value for value in values if value not in ("", [], {}, None)), None)


def _text(value: Any) -> str:
    """A scalar of YAML as it was typed, or nothing for what is none."""
    return value.strip() if isinstance(value, str) and value.strip() not in _NULLS else ""


def _line(value: Any) -> str | None:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return " ".join(_text(value).split()) or None


def _date(value: Any) -> date | None:
    return parse_date(_text(value))


def _duration(value: Any) -> int | None:
    """Milliseconds from `PT47M8S`, `1:02:13`, `47 min` or a number of seconds."""
    text = _text(value)
    clock = parse_clock(text)
    if clock is not None:
        return clock
    if re.fullmatch(r"\d{1,7}(?:\.\d{1,9})?", text):
        return round(float(text) * 1000) or None
    match = _PERIOD.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    hours, minutes, secs = (int(part or 0) for part in match.groups())
    return ((hours * 60 + minutes) * 60 + secs) * 1000


def _list(fields: dict[str, Any], meaning: str, *, by_comma: bool = False) -> tuple[str, ...]:
    found: list[str] = []
    for name in _NAMES[meaning]:
        value = fields.get(name)
        if isinstance(value, str):
            found += value.split(",") if by_comma or "," in value else [value]
        elif isinstance(value, list):
            found += (_named(entry) for entry in value[:_MOST])
    return tuple(dict.fromkeys(line for entry in found if (line := _line(entry))))


def _named(entry: Any) -> str:
    return _text(entry.get("name")) if isinstance(entry, dict) else _text(entry)


def _links(fields: dict[str, Any]) -> Iterator[Link]:
    from html import unescape

    links = fields.get("links")
    for entry in links if isinstance(links, list) else ():
        if isinstance(entry, dict):
            url = _line(entry.get("url") or entry.get("link") or entry.get("href"))
            title = _line(entry.get("title") or entry.get("name") or entry.get("text"))
            if url:
                # Some sites escape a title that is escaped already.
                yield Link(" ".join(unescape(unescape(title or url)).split()), url)
