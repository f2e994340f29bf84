"""What stands above a talk: a title, who is there, when it was. None of it is said."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tui_reader.formats.written.dates import parse_date
from tui_reader.formats.written.fields import metadata_from
from tui_reader.lazily import pattern
from tui_reader.model import Metadata
from tui_reader.timecode import CLOCK

__all__ = ["is_field", "read_preamble"]

_FIELD: Final = pattern(r"(?P<name>[^\W\d][\w ]{0,30}):[ \t]+(?P<value>\S.*)")
_FIELDS: Final = frozenset(
    {
        *("title", "show", "podcast", "series", "episode", "number", "date", "published"),
        *("duration", "length", "language", "host", "hosts", "guest", "guests", "speakers"),
        *("participants", "attendees", "people", "recorded", "author", "tags", "topics"),
        *("present", "absent", "season", "location", "website", "editor", "producer", "topic"),
        *("tytuł", "odcinek", "data", "gość", "goście", "prowadzący", "uczestnicy", "temat"),
        *("titel", "folge", "datum", "gast", "gäste", "moderation", "thema", "sendung", "dauer"),
        *("titre", "épisode", "invité", "invitée", "invités", "título", "episodio", "episódio"),
        *("invitado", "invitada", "invitados", "convidado", "convidada", "fecha", "duración"),
    }
)
_CLOCK: Final = pattern(rf"[\[(]?{CLOCK}\b", re.ASCII)
_NUMBER: Final = pattern(r"[ ]*(?:[#№]|nr\.?|no\.?)?[ ]*\d+$")
_TITLE_LENGTH: Final = 120
_DATE_LENGTH: Final = 40


def is_field(name: str) -> bool:
    """Whether `name` before a colon says something about an episode rather than who speaks."""
    return _NUMBER.sub("", name.lower()) in _FIELDS


def read_preamble(lines: Sequence[str]) -> tuple[Metadata, str]:
    """What `lines` above a talk tell about it, and all of them as notes.

    The title is the field of that name, or the first line if that is short enough for one.
    """
    notes = "\n".join(lines).strip()
    matches = [_FIELD.fullmatch(line.strip()) for line in notes.split("\n")]
    fields = {match["name"].lower(): match["value"] for match in matches if match is not None}
    metadata = metadata_from({name: fields[name] for name in fields if is_field(name)})
    top = [line.lstrip("# ").strip() for line in notes.split("\n")]
    first = next((line for line in top if _could_be_title(line)), "")
    field = _FIELD.fullmatch(first)
    is_title = len(first) <= _TITLE_LENGTH and not (field and is_field(field["name"]))
    return (
        replace(
            metadata,
            title=metadata.title or (first if is_title else ""),
            date=metadata.date or _date_among(notes),
        ),
        notes,
    )


def _could_be_title(line: str) -> bool:
    """Whether there are words in a line, neither a date nor a remark in brackets."""
    return (
        any(map(str.isalpha, line))
        and line[:1] + line[-1:] not in ("[]", "()", "--")
        and not (len(line) <= _DATE_LENGTH and parse_date(line))
        and _CLOCK.match(line) is None
    )


def _date_among(notes: str) -> date | None:
    short = (line for line in notes.split("\n") if len(line) <= _DATE_LENGTH)
    return next(filter(None, map(parse_date, short)), None)
