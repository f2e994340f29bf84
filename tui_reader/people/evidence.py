"""What in a transcript speaks for somebody being somebody."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, TypeAlias

from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.people.introductions import introductions
from tui_reader.people.labels import (
    initials,
    is_initials,
    is_placeholder,
    key,
    looks_like_a_name,
)
from tui_reader.people.suggestion import Suggestion, usual_reach

__all__ = ["suggestions"]

_BRACKETS: Final = pattern(r"(?P<before>.+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]")

_ROLE: Final = pattern(
    r"(?:co-?)?host|guest|moderator|interviewer|narrator|speaker|producer|"
    r"prowadzący|prowadząca|gość|rozmówca|gastgeber(?:in)?|gast|invitado|invité"
)

_WITH: Final = pattern(
    r"(?:\b(?:with|feat\.?|featuring|ft\.?|guest:?|mit|avec|con|gość:?|gościem jest|rozmowa z)"
    r"|[|–—-])\s+(?P<name>[^\W\d_][^|–—:()\[\],]+?)\s*(?:$|[|–—:()\[\],])",
    re.IGNORECASE,
)

_Found: TypeAlias = Iterator[tuple[str, str, str]]
"""Labels, names, and what speaks for it."""


def suggestions(transcript: Transcript, others: Sequence[str] = ()) -> Iterator[Suggestion]:
    """Who may be who, the surest first; `others` are people who speak elsewhere in the show."""
    show = transcript.metadata.show
    seen: set[tuple[str, str]] = set()
    for look in (_bracketed, _abbreviated, _shortened, _introduced, _left_over):
        for label, name, reason in look(transcript, others):
            found = Suggestion(label, name, reason, usual_reach(label, show))
            if found.key not in seen and key(label) != key(name):
                seen.add(found.key)
                yield found


def _bracketed(transcript: Transcript, _: Sequence[str]) -> _Found:
    """`Speaker 1 (Anna)`, and `Anna (host)`."""
    for label in transcript.speakers:
        if match := _BRACKETS.fullmatch(label):
            before, inside = match["before"].strip(), match["inside"].strip()
            says = f"The label says so: {label}"
            if is_placeholder(before) and looks_like_a_name(inside):
                yield label, inside, says
            elif looks_like_a_name(before) and (
                is_placeholder(inside) or _ROLE.fullmatch(key(inside))
            ):
                yield label, before, says


def _abbreviated(transcript: Transcript, others: Sequence[str]) -> _Found:
    """Initials of one person only."""
    for label in filter(is_initials, transcript.speakers):
        letters = label.replace(".", "").replace(" ", "")
        yield from _only(transcript, others, label, "has these initials", partial(_has, letters))


def _shortened(transcript: Transcript, others: Sequence[str]) -> _Found:
    """A part of one person's name only."""
    for label in filter(looks_like_a_name, transcript.speakers):
        longer = partial(_goes_on, key(label).split())
        yield from _only(transcript, others, label, "is the only one called so", longer)


def _has(letters: str, name: str) -> bool:
    return initials(name) == letters


def _goes_on(parts: Sequence[str], name: str) -> bool:
    """Whether a name has these parts first, and others after them."""
    words = key(name).split()
    return len(parts) < len(words) and words[: len(parts)] == list(parts)


def _only(
    transcript: Transcript,
    others: Sequence[str],
    label: str,
    why: str,
    fits: Callable[[str], bool],
) -> _Found:
    """The one person a label fits, of those nearest to it: who speaks here, is named, or nearby."""
    metadata = transcript.metadata
    circles = (
        (transcript.speakers, "speaks here too and {}"),
        (metadata.people, "is named among its people and {}"),
        (others, "speaks in other episodes of this show and {}"),
    )
    for circle, said in circles:
        names = {key(name): name for name in circle if key(name) != key(label) and fits(name)}
        if len(names) == 1:
            name = next(iter(names.values()))
            yield label, name, f"{name} {said.format(why)}"
        if names:
            return


def _introduced(transcript: Transcript, _: Sequence[str]) -> _Found:
    """Who says their name."""
    for label, name, words in introductions(transcript):
        full = _fuller(name, [*transcript.speakers, *transcript.metadata.people])
        yield label, full, f"{label} says “{words}”"


def _left_over(transcript: Transcript, _: Sequence[str]) -> _Found:
    """The only one without a name, where only one person who is named does not speak."""
    unknown = [label for label in transcript.speakers if is_placeholder(label)]
    if len(unknown) != 1:
        return
    spoken = [key(name) for name in transcript.speakers]
    metadata = transcript.metadata
    for names, where in (
        ([one for one in metadata.people if looks_like_a_name(one)], "among its people"),
        (_in_title(metadata.title), "in the title"),
    ):
        left = {key(name): name for name in names if not _is_among(name, spoken)}
        if len(left) == 1:
            name = next(iter(left.values()))
            yield unknown[0], name, f"{name} is named {where}, and only {unknown[0]} has no name"
            return


def _in_title(title: str) -> list[str]:
    """The people whom a title names as guests: `On bread, with Jane Doe and John Roe`."""
    names = []
    for match in _WITH.finditer(title):
        parts = re.split(r"\s+(?:and|&|und|i|et|y)\s+", match["name"])
        names += [part.strip() for part in parts if _is_full_name(part)]
    return names


def _is_full_name(text: str) -> bool:
    words = text.split()
    return looks_like_a_name(text) and 2 <= len(words) <= 4 and all(w[0].isupper() for w in words)


def _is_among(name: str, spoken: Sequence[str]) -> bool:
    """Whether somebody speaks, under the whole of their name or a part of it."""
    words = key(name).split()
    return any(one == key(name) or one in words or one.split() == words[:1] for one in spoken)


def _fuller(name: str, known: Sequence[str]) -> str:
    """The whole name of somebody who said only the first, where it is known."""
    words = key(name).split()
    whole = {key(one): one for one in known if key(one).split()[: len(words)] == words}
    return next(iter(whole.values())) if len(whole) == 1 else name
