"""A transcript as the JSON that other programs build on. Names and shapes here are a promise.

Times are seconds with milliseconds, null where unknown.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tui_reader.model import Problem, Section, Transcript, Turn
from tui_reader.speakers import Share
from tui_reader.timecode import seconds

if TYPE_CHECKING:
    from tui_reader.library import Episode

__all__ = ["episode_values", "problem_values", "transcript_values"]


def transcript_values(episode: "Episode", transcript: Transcript) -> dict[str, Any]:
    """One transcript whole."""
    return {
        **episode_values(episode),
        "sections": [_section(section) for section in transcript.sections],
        "turns": [_turn(turn) for turn in transcript.turns],
        "notes": transcript.notes,
        "problems": problem_values(transcript.problems),
        "status": transcript.status.value,
    }


def episode_values(episode: "Episode") -> dict[str, Any]:
    """What is known about an episode beside its words."""
    metadata = episode.metadata
    return {
        "path": str(episode.path),
        "format": episode.format or None,
        "title": episode.title,
        "show": metadata.show,
        "number": metadata.number,
        "date": metadata.date.isoformat() if metadata.date else None,
        "duration": seconds(episode.duration),
        "language": metadata.language,
        "tags": list(metadata.tags),
        "links": [{"title": link.title, "url": link.url} for link in metadata.links],
        "speakers": [_share(share) for share in episode.shares],
    }


def _share(share: Share) -> dict[str, Any]:
    return {
        "name": share.name,
        "turns": share.turns,
        "words": share.words,
        "seconds": seconds(share.ms),
    }


def problem_values(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """What was met in a file."""
    return [{"line": problem.line, "message": problem.message} for problem in problems]


def _section(section: Section) -> dict[str, Any]:
    about = {"title": section.title, "turn": section.turn}
    return about if section.time is None else {**about, "start": seconds(section.time)}


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "speaker": turn.speaker,
        "start": seconds(turn.start),
        "end": seconds(turn.end),
        "text": turn.text,
        "marks": [[mark.offset, seconds(mark.time)] for mark in turn.marks],
    }
