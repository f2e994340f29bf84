"""The JSON that other programs build on. Names and shapes here are a promise.

Times are seconds with milliseconds, null where unknown. Everything beyond ASCII is escaped, so that
no text can do anything to a terminal.
"""

import json
from collections.abc import Sequence

from tui_reader.cli.findings import Findings
from tui_reader.contract import episode_values, problem_values, transcript_values
from tui_reader.library import Episode
from tui_reader.model import Transcript, Turn
from tui_reader.people.gathering import Person
from tui_reader.state.notebook import Entry
from tui_reader.timecode import seconds

__all__ = [
    "entry_json",
    "episode_json",
    "findings_json",
    "hit_json",
    "person_json",
    "transcript_json",
]


def transcript_json(episode: Episode, transcript: Transcript) -> str:
    """One transcript whole, for `show --json`."""
    return json.dumps(transcript_values(episode, transcript))


def episode_json(episode: Episode) -> str:
    """One episode without its text, a line of `ls --json`."""
    return json.dumps(
        {
            **episode_values(episode),
            "others": [str(path) for path in episode.others],
            "turn_count": episode.turns,
            "problem_count": episode.problems,
            "error": episode.error,
            "status": episode.status.value,
        }
    )


def person_json(person: Person) -> str:
    """Somebody who speaks, a line of `speakers --json`."""
    return json.dumps(
        {
            "name": person.name,
            "named": person.is_named,
            "episodes": person.episodes,
            "turns": person.turns,
            "words": person.words,
            "seconds": seconds(person.ms),
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
            "problems": problem_values(findings.problems),
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


def entry_json(entry: Entry) -> str:
    """A mark or a note, a line of `notes --json`. `turn` is where it was when it was made."""
    about = entry.identity
    return json.dumps(
        {
            "path": str(about.path),
            "title": about.title,
            "show": about.show,
            "date": about.date,
            "kind": entry.kind.value,
            "letter": entry.letter,
            "turn": entry.start.turn,
            "start": seconds(entry.time),
            "speaker": entry.speaker,
            "quote": entry.quote,
            "note": entry.text,
            "created": entry.created.isoformat(),
            "changed": entry.changed.isoformat(),
        }
    )
