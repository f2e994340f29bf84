"""What several files tell of one episode, put together: the richest is read, the others add to it.

A post says what an episode is about, a caption file when what was said, a list of chapters where
its parts begin. Files that are called alike and have nothing in common are episodes of their own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import log
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from tui_reader.chapters import placed
from tui_reader.filename import FileName
from tui_reader.library.kinship import Account, Kin, kin
from tui_reader.loading import Loaded
from tui_reader.model import Metadata, Transcript
from tui_reader.naming import named, named_by_path

__all__ = ["Merged", "merged"]

T = TypeVar("T")

_FIELDS: Final = (
    "title",
    "show",
    "number",
    "date",
    "duration",
    "language",
    "description",
    "recording",
)
"""What only one of the files can be right about."""

_FINENESS: Final = 20
"""About so many hundredths more words are worth more than finer times."""


class Merged(NamedTuple):
    """An episode out of some files: `loaded` has the path of the main one."""

    loaded: Loaded
    others: tuple[Path, ...] = ()


def merged(files: Sequence[Loaded]) -> list[Merged]:
    """The episodes in files that are called alike, the one that has the most first.

    The files are in the order they were found in. Every one of them is in one of the episodes.
    """
    if len(files) == 1:
        return [Merged(files[0])]
    left = _by_rank([Account(file) for file in files])
    episodes: list[Merged] = []
    while left:
        main, *others = left
        beside = [(other, kin(main, other)) for other in others]
        left = [other for other, found in beside if found is Kin.STRANGE]
        episodes.append(_episode(main, [each for each in beside if each[1] is not Kin.STRANGE]))
    return episodes


def _by_rank(files: Sequence[Account]) -> list[Account]:
    """The files by what is known of their turns, how many words they have, and how many times.

    Of several languages the one that the name doesn't tell comes first, then the first one found:
    some languages need more words than others.
    """
    languages = [None, *(file.name.language for file in files)]

    def rank(file: Account) -> tuple[int, ...]:
        transcript = file.loaded.transcript
        return (
            not transcript.turns,
            -2 * transcript.timed - bool(transcript.speakers),
            file.is_post and file.is_text,
            file.name.is_machine_made,
            languages.index(file.name.language),
            -round(_FINENESS * log(sum(turn.text.count(" ") + 1 for turn in transcript.turns) + 1)),
            -sum(len(turn.marks) for turn in transcript.turns),
        )

    return sorted(files, key=rank)


def _episode(main: Account, others: Sequence[tuple[Account, Kin]]) -> Merged:
    """`main` with what is told in the others; a translation tells nothing new."""
    if not others:
        return Merged(main.loaded)
    telling = [(file, found) for file, found in others if found is not Kin.TRANSLATION]
    name = _name(main, [file for file, _ in others])
    transcript = main.loaded.transcript
    for file, _ in telling:
        transcript = _with_chapters(transcript, file.loaded.transcript)
    transcript = replace(
        transcript,
        metadata=named(_metadata(main, [file for file, _ in telling]), name),
        notes="\n\n".join(dict.fromkeys(_notes(main, telling))),
    )
    paths = tuple(file.loaded.path for file, _ in others)
    return Merged(replace(main.loaded, transcript=transcript), paths)


def _with_chapters(transcript: Transcript, other: Transcript) -> Transcript:
    """`transcript`, with the chapters that `other` has where it has none itself."""
    chapters = [(found.time, found.title) for found in other.sections if found.time is not None]
    if not chapters or transcript.sections:
        return transcript
    if not transcript.turns:
        return replace(transcript, sections=other.sections)
    turns, sections = placed(transcript.turns, chapters)
    return replace(transcript, turns=turns, sections=sections)


def _notes(main: Account, others: Sequence[tuple[Account, Kin]]) -> Iterator[str]:
    """What each has beside its turns; and the text of a post that is not what was said."""
    if main.loaded.transcript.notes:
        yield main.loaded.transcript.notes
    for file, found in others:
        transcript = file.loaded.transcript
        if transcript.notes:
            yield transcript.notes
        if found is Kin.ABOUT and main.loaded.transcript.turns and transcript.turns:
            yield "\n\n".join(turn.text for turn in transcript.turns)


def _metadata(main: Account, others: Sequence[Account]) -> Metadata:
    """What `main` says itself, and beyond that the others."""
    known = [_own(file.loaded) for file in (main, *others)]
    first: dict[str, Any] = {}
    for field in _FIELDS:
        values = [getattr(about, field) for about in known]
        first[field] = next((value for value in values if value), values[0])
    return Metadata(
        **first,
        tags=_all(about.tags for about in known),
        people=_all(about.people for about in known),
        links=_all(about.links for about in known),
    )


def _name(main: Account, others: Iterable[Account]) -> FileName:
    """What the names of all files tell about the episode: a title lacks what tells them apart."""
    names = [main.name, *(file.name for file in others)]
    name = next((name for name in names if name.is_post), main.name)
    stem = name.stem if len({name.stem for name in names}) == 1 else name.bare
    return name._replace(stem=stem, language=main.name.language)


def _own(file: Loaded) -> Metadata:
    """What a file says itself, without what its name tells."""
    metadata, by_name = file.transcript.metadata, named_by_path(Metadata(), file.path)
    return replace(
        metadata,
        title="" if metadata.title == by_name.title else metadata.title,
        date=None if metadata.date == by_name.date else metadata.date,
    )


def _all(values: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    """All of them, each once."""
    return tuple(dict.fromkeys(value for some in values for value in some))
