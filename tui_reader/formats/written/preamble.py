"""What stands above a talk: a title, who is there, when it was. None of it is said."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tui_reader.formats.written.dates import parse_date
from tui_reader.formats.written.fields import metadata_from
from tui_reader.model import Metadata

__all__ = ["is_field", "read_preamble"]

_FIELD: Final = re.compile(r"(?P<name>[^\W\d][\w ]{0,30}):[ \t]+(?P<value>\S.*)")
_FIELDS: Final = frozenset(
    {
        *("title", "show", "podcast", "series", "episode", "number", "date", "published"),
        *("duration", "length", "language", "host", "hosts", "guest", "guests", "speakers"),
        *("participants", "attendees", "people", "recorded", "author", "tags", "topics"),
        *("tytuł", "odcinek", "data", "gość", "goście", "prowadzący", "uczestnicy"),
    }
)
_TITLE_LENGTH: Final = 120
_DATE_LENGTH: Final = 40


def is_field(name: str) -> bool:
    """Whether `name` before a colon says something about an episode rather than who speaks."""
    return name.lower() in _FIELDS


def read_preamble(lines: Sequence[str]) -> tuple[Metadata, str]:
    """What `lines` above a talk tell about it, and all of them as notes.

    The title is the field of that name, or the first line if that is short enough for one.
    """
    notes = "\n".join(lines).strip()
    matches = [_FIELD.fullmatch(line.strip()) for line in notes.split("\n")]
    fields = {match["name"].lower(): match["value"] for match in matches if match is not None}
    metadata = metadata_from({name: fields[name] for name in fields if is_field(name)})
    first = notes.partition("\n")[0].lstrip("# ").strip()
    is_title = len(first) <= _TITLE_LENGTH and not (matches[0] and is_field(matches[0]["name"]))
    return (
        replace(
            metadata,
            title=metadata.title or (first if is_title else ""),
            date=metadata.date or _date_among(notes),
        ),
        notes,
    )


def _date_among(notes: str) -> date | None:
    short = (line for line in notes.split("\n") if len(line) <= _DATE_LENGTH)
    return next(filter(None, map(parse_date, short)), None)
