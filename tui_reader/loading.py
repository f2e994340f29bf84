"""A file, read: bytes, decoded, in the format they turn out to be, made harmless."""

from dataclasses import dataclass
from pathlib import Path

from tui_reader.model import Transcript

__all__ = ["Loaded", "load", "load_bytes"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A transcript and how it was read. `path` is `-` for standard input."""

    path: Path
    format: str
    encoding: str
    transcript: Transcript


def load(path: Path) -> Loaded:
    """Read the transcript in `path`; raises PathError or FormatError."""
    raise NotImplementedError


def load_bytes(data: bytes, path: Path) -> Loaded:
    """Read a transcript from `data`; `path` gives a title where the content has none."""
    raise NotImplementedError
