"""What `tui-reader doctor` finds out about a file."""

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from tui_reader.library import open_group
from tui_reader.loading import Loaded
from tui_reader.model import Problem, Status

__all__ = ["Findings", "Group", "examine"]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a file is. Counts and `duration`, in milliseconds, are of this file alone.

    `error` says why it could not be read, `left_out` why it is no transcript. `episode` is the main
    file of the episode it belongs to.
    """

    path: Path
    episode: Path
    format: str = ""
    encoding: str = ""
    status: Status = Status.TRANSCRIBED
    turns: int = 0
    speakers: int = 0
    chapters: int = 0
    duration: int | None = None
    problems: tuple[Problem, ...] = ()
    error: str | None = None
    left_out: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The findings about files that are called alike."""

    number: int
    findings: tuple[Findings, ...]


def examine(
    number: int, files: tuple[Path, ...], stdin: bytes | None, named: Container[Path]
) -> Group:
    """Look into files that are called alike, each by itself. Raises nothing."""
    main = {path: path for path in files}
    if len(files) > 1:
        for part in open_group(files, stdin, named=named).parts:
            main.update((path, part.path) for path in (part.path, *part.others))
    found = (_findings(path, main[path], stdin, named) for path in files)
    return Group(number, tuple(found))


def _findings(path: Path, main: Path, stdin: bytes | None, named: Container[Path]) -> Findings:
    opened = open_group((path,), stdin, named=named)
    if opened.strangers:
        return Findings(path, path, left_out=opened.strangers[0].reason)
    loaded = opened.parts[0].loaded
    return _of(loaded, main) if isinstance(loaded, Loaded) else Findings(path, main, error=loaded)


def _of(loaded: Loaded, main: Path) -> Findings:
    transcript = loaded.transcript
    return Findings(
        loaded.path,
        main,
        loaded.format,
        loaded.encoding,
        transcript.status,
        len(transcript.turns),
        len(transcript.speakers),
        len(transcript.sections),
        transcript.duration,
        transcript.problems,
    )
