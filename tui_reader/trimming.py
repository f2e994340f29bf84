"""A transcript kept within bounds that no real one comes near, so that none can hold a reader up.

What is cut is told, and a name or title that is cut is told whole.
"""

from dataclasses import replace
from typing import Final

from tui_reader.model import Metadata, Problem, Transcript

__all__ = ["trim"]

_MOST_TURNS: Final = 500_000
"""A turn a second for six days."""

_MOST_PROBLEMS: Final = 1_000
_LONGEST: Final = 200
"""Characters of a name or a title: what is longer is a paragraph that was taken for one."""


def trim(transcript: Transcript) -> Transcript:
    """`transcript` with no more turns and problems, and no longer names, than anybody can use."""
    return _fewer_problems(_shorter_names(_fewer_turns(transcript)))


def _fewer_turns(transcript: Transcript) -> Transcript:
    turns = transcript.turns
    if len(turns) <= _MOST_TURNS:
        return transcript
    over = len(turns) - _MOST_TURNS
    told = Problem(turns[_MOST_TURNS].line, f"more turns than can be shown: {over:,} left out")
    return replace(
        transcript,
        turns=turns[:_MOST_TURNS],
        sections=tuple(one for one in transcript.sections if one.turn < _MOST_TURNS),
        problems=(*transcript.problems, told),
    )


def _shorter_names(transcript: Transcript) -> Transcript:
    metadata = transcript.metadata
    titles = [metadata.title, metadata.show or "", metadata.number or "", metadata.language or ""]
    names = [*titles, *metadata.tags, *metadata.people, *transcript.speakers]
    names += (section.title for section in transcript.sections)
    if max(map(len, names)) <= _LONGEST:
        return transcript
    first: dict[str, int] = {}
    for turn in transcript.turns:
        if turn.speaker and len(turn.speaker) > _LONGEST:
            first.setdefault(turn.speaker, turn.line)
    long = dict.fromkeys(name for name in names if len(name) > _LONGEST)
    told = (Problem(first.get(name, 0), f"a name that is too long cut: “{name}”") for name in long)
    return replace(
        transcript,
        metadata=_metadata(metadata),
        turns=tuple(
            replace(turn, speaker=_cut(turn.speaker)) if turn.speaker in first else turn
            for turn in transcript.turns
        ),
        sections=tuple(one._replace(title=_cut(one.title)) for one in transcript.sections),
        problems=(*transcript.problems, *told),
    )


def _metadata(metadata: Metadata) -> Metadata:
    return replace(
        metadata,
        title=_cut(metadata.title),
        show=metadata.show and _cut(metadata.show),
        number=metadata.number and _cut(metadata.number),
        language=metadata.language and _cut(metadata.language),
        tags=tuple(map(_cut, metadata.tags)),
        people=tuple(map(_cut, metadata.people)),
    )


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _fewer_problems(transcript: Transcript) -> Transcript:
    problems = transcript.problems
    if len(problems) <= _MOST_PROBLEMS:
        return transcript
    over = len(problems) - _MOST_PROBLEMS
    told = Problem(
        problems[_MOST_PROBLEMS].line, f"{over:,} more problems from here on, not listed"
    )
    return replace(transcript, problems=(*problems[:_MOST_PROBLEMS], told))
