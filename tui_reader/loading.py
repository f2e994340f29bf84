"""A file, read: bytes, decoded, in the format they turn out to be, made harmless."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from tui_reader.cleaning import clean
from tui_reader.decoding import decode
from tui_reader.errors import FormatError, PathError
from tui_reader.formats import Format, detect, formats
from tui_reader.harmless import harmless_line
from tui_reader.model import Metadata, Problem, Transcript

__all__ = ["Loaded", "load", "load_bytes"]

_LARGEST: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Loaded:
    """A transcript and how it was read. `path` is `-` for standard input."""

    path: Path
    format: str
    encoding: str
    transcript: Transcript


def load(path: Path) -> Loaded:
    """Read the transcript in `path`; raises PathError or FormatError."""
    return load_bytes(_read(path), path)


def load_bytes(data: bytes, path: Path) -> Loaded:
    """Read a transcript from `data`; `path` gives a title where the content has none.

    Raises FormatError where `data` is empty, too large or no text.
    """
    if len(data) > _LARGEST:
        raise FormatError(_too_large(path))
    try:
        decoded = decode(data)
    except FormatError as error:
        raise FormatError(f"{_shown(path)} {error.message}.") from None
    if not decoded.text.strip():
        raise FormatError(f"{_shown(path)} is empty.")
    fmt, transcript = _parse(decoded.text, path.suffix)
    if not transcript.turns and not transcript.notes.strip():
        raise FormatError(_nothing_left(path, transcript))
    problems = (*decoded.problems, *transcript.problems)
    metadata = _named_by_path(transcript.metadata, path)
    transcript = replace(transcript, metadata=metadata, problems=problems)
    return Loaded(path, fmt.name, decoded.encoding, clean(transcript, decoded.text))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise PathError(f"There is no file {_shown(path)}.") from None
    except IsADirectoryError:
        raise PathError(f"{_shown(path)} is a folder, not a file.") from None
    except PermissionError:
        raise PathError(f"{_shown(path)} may not be read.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise PathError(f"{_shown(path)} cannot be read: {reason or error}.") from None
    if len(data) > _LARGEST:
        raise PathError(_too_large(path))
    return data


def _parse(text: str, suffix: str) -> tuple[Format, Transcript]:
    """The transcript in `text`, as prose where the parser of its format fails.

    A parser that fails is a mistake in it, but whoever wants to read shall still be able to.
    """
    fmt = detect(text, suffix)
    try:
        return fmt, fmt.parse(text)
    except Exception as error:
        told = Problem(0, f"could not be read as {fmt.title} ({type(error).__name__}): as prose")
    prose = next(fmt for fmt in formats() if fmt.name == "prose")
    transcript = prose.parse(text)
    return prose, replace(transcript, problems=(told, *transcript.problems))


_DATED_NAME = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[-_ ]+(.*))?", re.ASCII | re.DOTALL)


def _named_by_path(metadata: Metadata, path: Path) -> Metadata:
    """`metadata` with a title and a date from the name of the file, where it has none itself."""
    if metadata.title.strip() and metadata.date is not None:
        return metadata
    stem = path.stem if path.name != "-" else "Standard input"
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


def _shown(path: Path) -> str:
    return "Standard input" if str(path) == "-" else harmless_line(str(path))


def _nothing_left(path: Path, transcript: Transcript) -> str:
    """That nothing can be read, and the first reason why, if one is known."""
    reasons = sorted(transcript.problems)
    why = f" (line {reasons[0].line}: {harmless_line(reasons[0].message)})" if reasons else ""
    return f"{_shown(path)} holds no words that could be read{why}."


def _too_large(path: Path) -> str:
    return f"{_shown(path)} is larger than {_LARGEST >> 20} MiB, which is no transcript."
