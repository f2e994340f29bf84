"""What a person asked to read: what the command line hands to the interface."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tui_reader.config import Settings
from tui_reader.state import State

__all__ = ["Opening", "ReadRequest"]


class Opening(NamedTuple):
    """The file to open first, at a time in milliseconds where one was given."""

    path: Path
    time: int | None = None


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """A library to read, and where to begin in it.

    `paths` hold at least one transcript. `stdin` is the content of the path `-`, where it is among
    them. `state` is what was remembered from the last run, `settings` what was chosen, `notices`
    are sentences to be told. With `cached`, the index is kept for the next start.
    """

    paths: tuple[Path, ...]
    open_at: Opening | None = None
    stdin: bytes | None = None
    state: State = field(default_factory=State)
    settings: Settings = field(default_factory=Settings)
    notices: tuple[str, ...] = ()
    cached: bool = True
