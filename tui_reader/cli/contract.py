"""The JSON that other programs build on. Names and shapes here are a promise.

Times are seconds with milliseconds, null where unknown. Everything beyond ASCII is escaped, so that
no text can do anything to a terminal.
"""

import json
from collections.abc import Sequence
from typing import Any

from tui_reader.cli.findings import Findings
from tui_reader.library import Episode
from tui_reader.model import Problem, Section, Transcript, Turn
from tui_reader.speakers import Share
from tui_reader.timecode import seconds

__all__ = ["episode_json", "findings_json", "hit_json", "transcript_json"]


def transcript_json(episode: Episode, transcript: Transcript) -> str:
    """One transcript whole, for `show --json`."""
    return json.dumps(
        {
            **_metadata(episode),
            "sections": [_section(section) for section in transcript.sections],
            "turns": [_turn(turn) for turn in transcript.turns],
            "notes": transcript.notes,
            "problems": _problems(transcript.problems),
            "status": transcript.status.value,
        }
    )


def episode_json(episode: Episode) -> str:
    """One episode without its text, a line of `ls --json`."""
    return json.dumps(
        {
            **_metadata(episode),
            "others": [str(path) for path in episode.others],
            "turn_count": episode.turns,
            "problem_count": episode.problems,
            "error": episode.error,
            "status": episode.status.value,
        }
    )


def findings_json(findings: Findings) -> str:
    """What was found out about a file, a line of `doctor --json`."""
    return json.dumps(
        {
            "path": str(findings.path),
            "format": findings.format or None,
            "encoding": findings.encoding or None,
            "status": findings.status.value,
            "turns": findings.turns,
            "speakers": findings.speakers,
            "duration": seconds(findings.duration),
            "problems": _problems(findings.problems),
            "error": findings.error,
            "left_out": findings.left_out,
            "episode": str(findings.episode),
        }
    )


def hit_json(
    path: str,
    title: str,
    number: int,
    turn: Turn,
    spans: Sequence[tuple[int, int]],
    **extra: str | None,
) -> str:
    """One hit, a line of `grep --json`. `spans` are characters of `text`.

    What is `extra` comes last, under its own name.
    """
    return json.dumps(
        {
            "path": path,
            "title": title,
            "turn": number,
            "speaker": turn.speaker,
            "start": seconds(turn.start),
            "line": turn.line,
            "text": turn.text,
            "spans": [list(span) for span in spans],
            **extra,
        }
    )


def _metadata(episode: Episode) -> dict[str, Any]:
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


def _problems(problems: Sequence[Problem]) -> list[dict[str, Any]]:
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
