"""What the name of a file tells about an episode whose text does not."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from tui_reader.filename import FileName
from tui_reader.model import Metadata

__all__ = ["named", "named_by_path"]

_DATED_NAME = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[-_ ]+(.*))?", re.ASCII | re.DOTALL)


def named_by_path(metadata: Metadata, path: Path) -> Metadata:
    """`metadata` with what the name of the file tells, where it says nothing itself.

    That is a title, a date, and the language of `talk.pl.vtt`.
    """
    name = FileName.of(path)
    return named(metadata, name._replace(stem="Standard input") if path.name == "-" else name)


def named(metadata: Metadata, name: FileName) -> Metadata:
    """`metadata` with what `name` tells, where it says nothing itself."""
    metadata = replace(metadata, language=metadata.language or name.language)
    if metadata.title.strip() and metadata.date is not None:
        return metadata
    stem = name.stem
    day: date | None = None
    if match := _DATED_NAME.fullmatch(stem):
        try:
            day = date(*map(int, match.group(1, 2, 3)))
        except ValueError:
            day = None
        else:
            stem = match[4] or stem
    title = metadata.title if metadata.title.strip() else _readable(stem)
    return replace(metadata, title=title or "Untitled", date=metadata.date or day)


def _readable(stem: str) -> str:
    """A file's name with spaces for its dashes and underscores, where it has no spaces itself."""
    if " " in stem:
        return stem.strip()
    spaced = re.sub(r"(?<=[^\W\d])[-_]+(?=[^\W_])|_+", " ", stem)
    return " ".join(spaced.split()) or stem
