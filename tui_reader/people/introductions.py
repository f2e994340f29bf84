"""Who says their own name: `I'm Warren`, `nazywam się Anna Nowak`."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from tui_reader.lazily import pattern
from tui_reader.model import Transcript, Turn
from tui_reader.people.labels import (
    initials,
    is_initials,
    is_placeholder,
    key,
    looks_like_a_name,
)

__all__ = ["Introduction", "introductions"]

_TURNS: Final = 8
_WORDS: Final = 400
"""People say who they are in their first turns, and at the beginning of these."""

_NAME: Final = r"(?P<name>[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,2})"

_SAYINGS: Final = pattern(
    r"\b(?i:(?:my name is|my name['’]s|i am|i['’]m)"
    r"|nazywam się|mam na imię|jestem|z tej strony|(?<!\w )tu(?: mówi)?"
    r"|mein name ist|ich bin|ich heiße|me llamo|mi nombre es|soy|je m['’]appelle|je suis"
    rf"|mi chiamo|sono|meu nome é|eu sou)\s+(?:your (?:co-?)?host,?\s+)?{_NAME}"
)

_FIRM: Final = pattern(
    r"(?i)my name|nazywam|na imię|name ist|heiße|me llamo|mi nombre|appelle|chiamo|meu nome"
)
"""What says a name and nothing else: whoever is something says `I'm` as well."""

_NO_NAME: Final = pattern(
    r"(?i)american|australian|british|canadian|chinese|dutch|english|european|french|german|indian"
    r"|irish|italian|japanese|polish|russian|scottish|spanish|swedish|ukrainian|catholic|christian"
    r"|jewish|muslim|(?:mon|tues|wednes|thurs|fri|satur|sun)day|god|c[eoft]o|vp|dr|mrs?|ms"
)
"""What else is written with a capital after `I'm`."""


class Introduction(NamedTuple):
    """That whoever has a label says that they are called so, in these words."""

    label: str
    name: str
    words: str


def introductions(transcript: Transcript) -> Iterator[Introduction]:
    """What those say of themselves who have no name, or a part of one; of each the first time."""
    seen: Counter[str] = Counter()
    told: set[str] = set()
    for turn in transcript.turns:
        label = turn.speaker
        if not label or label in told or seen[label] >= _TURNS:
            continue
        seen[label] += 1
        found = _said(label, turn)
        if found and (is_placeholder(label) or _shortens(label, found.name)):
            told.add(label)
            yield found


def _said(label: str, turn: Turn) -> Introduction | None:
    text = " ".join(turn.text[: _WORDS * 8].split()[:_WORDS])
    found = [match for match in _SAYINGS.finditer(text) if _is_name(match["name"])]
    firm = [match for match in found if _FIRM.match(match[0])]
    best = next(iter(firm or found), None)
    return None if best is None else Introduction(label, best["name"], best[0])


def _shortens(label: str, name: str) -> bool:
    """Whether a label is some of a name: `James C` of James Cridland, `SW` of Szymon Warda."""
    if is_initials(label):
        return initials(name) == label.replace(".", "").replace(" ", "")
    parts, words = key(label).replace(".", "").split(), key(name).split()
    return (
        0 < len(parts) <= len(words)
        and parts != words
        and parts[0] == words[0]
        and all(word.startswith(part) for part, word in zip(parts, words, strict=False))
    )


def _is_name(name: str) -> bool:
    """Whether what follows is a name, and nothing else that is written with a capital."""
    words = name.split()
    if not looks_like_a_name(name) or any(map(_NO_NAME.fullmatch, words)):
        return False
    return all(word[0].isupper() and not word.isupper() for word in words)
