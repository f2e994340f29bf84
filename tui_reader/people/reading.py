"""Reading `people.toml`: the rules in it, and a sentence for everything that is wrong.

One entry that is wrong costs that entry. Where the whole is not TOML, the entries are read one by
one: whoever has slipped in one of them keeps the names of the others.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

from tui_reader.harmless import harmless_line
from tui_reader.lazily import pattern
from tui_reader.people.labels import key
from tui_reader.people.rules import EVERYWHERE, Reach, Rule, Rules, Where

__all__ = ["Reading", "read", "where_of"]

_HEADER: Final = pattern(r"^[ \t]*\[\[[ \t]*person[ \t]*\]\]", re.MULTILINE)
_KNOWN: Final = ("name", "also", "episode", "show")
_AT_LINE: Final = pattern(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)")

_Tell = Callable[[int, str], None]


class Reading(NamedTuple):
    """What is in the file. One that `is_broken` as a whole must not be written to."""

    rules: Rules
    problems: tuple[str, ...] = ()
    is_broken: bool = False


def read(text: str, name: str = "people.toml") -> Reading:
    """The rules in the text of a file called `name`. Raises nothing."""
    import tomllib

    problems: list[tuple[int, str]] = []
    is_broken = False
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        problems.append(_slip(error, text))
        content, is_broken = _by_parts(text), True
    found = list(_rules(content, _lines(text), lambda line, said: problems.append((line, said))))
    problems += _twice(found)
    said = (f"{name}, line {n}: {what}." if n else f"{name}: {what}." for n, what in problems)
    return Reading(Rules(found), tuple(said), is_broken)


def where_of(entry: Mapping[str, Any]) -> Where | None:
    """Where an entry holds; None where it does not say it in a way that can be understood."""
    episode, show = entry.get("episode"), entry.get("show")
    if episode is not None:
        whole = isinstance(episode, str) and os.path.isabs(os.path.expanduser(episode))
        return Where.episode(Path(os.path.expanduser(episode))) if whole else None
    if show is not None:
        return Where(Reach.SHOW, show) if isinstance(show, str) and show.strip() else None
    return EVERYWHERE


def _slip(error: Exception, text: str) -> tuple[int, str]:
    """The line at which the text stops being TOML, and why, in a few words."""
    said = str(error)
    place = _AT_LINE.search(said)
    reason = harmless_line(_AT_LINE.sub("", said).rstrip("."))
    line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
    return line, f"this is not TOML ({reason}), so nothing is written here until it is mended"


def _by_parts(text: str) -> dict[str, Any]:
    """The entries that can be read by themselves; those that cannot are empty."""
    import tomllib

    starts = [match.start() for match in _HEADER.finditer(text)]
    entries: list[Any] = []
    for start, end in pairwise([*starts, len(text)]):
        try:
            entries += tomllib.loads(text[start:end])["person"]
        except (ValueError, RecursionError):
            entries.append({})
    return {"person": entries}


def _lines(text: str) -> list[int]:
    """The lines that the entries begin in."""
    lines, line, end = [], 1, 0
    for match in _HEADER.finditer(text):
        line += text.count("\n", end, match.start())
        end = match.start()
        lines.append(line)
    return lines


def _rules(content: Mapping[str, Any], lines: list[int], tell: _Tell) -> Iterator[Rule]:
    for other in content.keys() - {"person"}:
        tell(0, f"nobody knows what {harmless_line(other)} is; people stand under [[person]]")
    entries = content.get("person", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        tell(0, "people stand under [[person]], in two brackets each side")
        return
    if len(lines) != len(entries):
        lines = [0] * len(entries)
    for entry, line in zip(entries, lines, strict=True):
        if entry and (rule := _rule(entry, line, tell)):
            yield rule


def _rule(entry: Mapping[str, Any], line: int, tell: _Tell) -> Rule | None:
    for other in entry.keys() - set(_KNOWN):
        tell(line, f"{harmless_line(other)} is not known here; {', '.join(_KNOWN)} are")
    name = entry.get("name")
    if not isinstance(name, str) or not harmless_line(name):
        tell(line, 'a person has a name = "…", so this entry is not used')
        return None
    labels = entry.get("also", [])
    if not isinstance(labels, list):
        tell(line, 'also is a list like ["SW", "Szymon"], so this entry is not used')
        return None
    also = tuple(label for label in labels if isinstance(label, str) and label.strip())
    if len(also) < len(labels):
        tell(line, "what stands in also is text in quotes; the rest of it is not used")
    where = where_of(entry)
    if where is None:
        tell(line, "an episode is a whole path, and a show a title, so this entry is not used")
        return None
    if "episode" in entry and "show" in entry:
        tell(line, "of episode and show only the episode counts")
    return Rule(harmless_line(name), also, where, line)


def _twice(rules: list[Rule]) -> Iterator[tuple[int, str]]:
    """The labels that are called two things in one place: the first of them counts."""
    seen: dict[tuple[Where, str], Rule] = {}
    for rule in rules:
        for label in rule.also:
            first = seen.setdefault((rule.where.key, key(label)), rule)
            if key(first.name) != key(rule.name):
                already = f"{harmless_line(label)} is called {first.name} already"
                yield rule.line, f"{already} (line {first.line}), and that counts"
