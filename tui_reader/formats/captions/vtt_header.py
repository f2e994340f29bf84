"""What stands above the cues of a WebVTT file: a title, a language, what kind of track it is."""

import re
from typing import Final, NamedTuple

from tui_reader.lazily import pattern

__all__ = ["SIGNATURE", "Header", "header_of"]

SIGNATURE: Final = pattern(r"\s*WEBVTT(?=\s|$)")
"""How a WebVTT file begins."""

_FIELD: Final = pattern(r"^(Kind|Language):[ \t]*(\S+)", re.MULTILINE | re.IGNORECASE)
_GENERIC: Final = frozenset({"file", "captions", "subtitles", "transcript", "chapters"})


_TECHNICAL: Final = pattern(
    r"(?:Kind|Language|Style|Region|X-[\w-]+)[:=]|::cue|.*[{};,]\s*$|\W*$", re.IGNORECASE
)


class Header(NamedTuple):
    """A header: `title` and `kind` (lower case) are empty where it does not tell.

    `notes` is what else somebody has written there to be read.
    """

    title: str = ""
    language: str | None = None
    kind: str = ""
    notes: str = ""


def header_of(text: str) -> Header:
    """The header of `text`; an empty one where there is none."""
    found = SIGNATURE.match(text)
    if found is None:
        return Header()
    end = text.find("\n\n", found.end())
    arrow = text.find("-->", found.end(), end if end >= 0 else len(text))
    header = text[found.end() : arrow if arrow >= 0 else end if end >= 0 else len(text)]
    first, _, rest = header.partition("\n")
    fields = {name.lower(): value for name, value in _FIELD.findall(rest)}
    title = " ".join(first.strip(" \t-–—:").split())
    if title.lower() in _GENERIC or title.startswith("X-TIMESTAMP-MAP"):
        title = ""
    notes = "\n".join(line.strip() for line in rest.split("\n") if not _TECHNICAL.match(line))
    return Header(title, fields.get("language"), fields.get("kind", "").lower(), notes)
