"""What a list says about a transcript, without its text; and the same as JSON, to be kept."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tui_reader.harmless import harmless_line, harmless_path
from tui_reader.loading import Loaded
from tui_reader.model import Link, Metadata, Status
from tui_reader.speakers import Share, shares

__all__ = ["Episode", "from_json", "lost_episode", "summarise", "to_json"]


@dataclass(frozen=True, slots=True)
class Episode:
    """What the list says about a transcript, without its text.

    `number` is the place of its file in the library, from 0, and its id in the index. `path` is its
    main file, beside which there may be `others`. `metadata` comes without description and
    recording. `turns` and `problems` are counts, `duration` is in milliseconds. `error` says why it
    could not be read; the rest is empty then.
    """

    number: int
    path: Path
    format: str = ""
    metadata: Metadata = field(default_factory=Metadata)
    duration: int | None = None
    shares: tuple[Share, ...] = ()
    turns: int = 0
    timed: bool = False
    problems: int = 0
    error: str | None = None
    others: tuple[Path, ...] = ()
    status: Status = Status.TRANSCRIBED

    @property
    def reason(self) -> str:
        """Why it could not be read, where its path need not be named again."""
        return (self.error or "").removeprefix(f"{harmless_path(self.path)} ")

    @property
    def title(self) -> str:
        """Its title, or the name of the file where there is none."""
        return self.metadata.title or harmless_line(self.path.name)


def lost_episode(number: int, files: Path | tuple[Path, ...], why: str) -> Episode:
    """What stands in for an episode that had to be given up, and `why`."""
    path, *others = files if isinstance(files, tuple) else (files,)
    name = harmless_path(path)
    beside = ", or a file beside it," if others else ""
    return Episode(number, path, error=f"{name}{beside} {why}.", others=tuple(others))


def summarise(
    number: int, path: Path, loaded: Loaded | str, others: tuple[Path, ...] = ()
) -> Episode:
    """The episode that was loaded, or that could not be for the reason given."""
    if isinstance(loaded, str):
        return Episode(number, path, error=loaded, others=others)
    transcript = loaded.transcript
    return Episode(
        number=number,
        path=path,
        format=loaded.format,
        metadata=replace(transcript.metadata, description="", recording=None),
        duration=transcript.duration,
        shares=shares(transcript),
        turns=len(transcript.turns),
        timed=transcript.timed,
        problems=len(transcript.problems),
        others=others,
        status=transcript.status,
    )


def to_json(episode: Episode) -> list[Any]:
    """All but number and paths, as plain values."""
    about = episode.metadata
    return [
        episode.format,
        [
            about.title,
            about.show,
            about.number,
            about.date.isoformat() if about.date else None,
            about.duration,
            about.language,
            about.tags,
            about.people,
            about.links,
        ],
        episode.duration,
        episode.shares,
        episode.turns,
        episode.timed,
        episode.problems,
        episode.status.value,
    ]


def from_json(
    number: int, path: Path, values: Sequence[Any], others: tuple[Path, ...] = ()
) -> Episode:
    """The episode that `to_json` made `values` of; raises ValueError where it did not."""
    try:
        name, about, duration, spoken, turns, timed, problems, status = values
        title, show, label, day, length, language, tags, people, links = about
        metadata = Metadata(
            title,
            show,
            label,
            datetime.date.fromisoformat(day) if day else None,
            length,
            language,
            tuple(tags),
            tuple(people),
            tuple(Link(*link) for link in links),
        )
        parts = tuple(Share(*share) for share in spoken)
    except TypeError as error:
        raise ValueError(str(error)) from error
    return Episode(
        number,
        path,
        name,
        metadata,
        duration,
        parts,
        turns,
        timed,
        problems,
        others=others,
        status=Status(status),
    )
