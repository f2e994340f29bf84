"""Changing `people.toml` as a person would: what they wrote, and its order, stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, Final

from tui_reader.errors import PathError
from tui_reader.people.labels import key
from tui_reader.people.reading import where_of
from tui_reader.people.rules import Reach, Where

__all__ = ["with_file", "with_name"]

_HEAD: Final = """\
# Who is who. tui-reader writes here when you give somebody a name, and so may you:
#
#   [[person]]
#   name = "Jane Doe"           # what she is called
#   also = ["JD", "Speaker 2"]  # the labels she has in transcripts
#   episode = "/path/talk.vtt"  # in this episode only; or show = "…"; without either, everywhere
"""


def with_name(
    text: str, label: str, name: str, where: Where, *, is_label: bool = True, firmly: bool = False
) -> str:
    """The `text` of the file, so that who is called `label` there is called `name`.

    `label` is a label of transcripts if it `is_label`, else only a name that was given before.
    Even a label that is the name is written down `firmly`, against rules for more than this place.
    Raises PathError where the file is written in a way that cannot be changed here.
    """
    document = _parsed(text)
    people = document.get("person", [])
    here = [entry for entry in people if _holds(entry, where)]
    left = [entry for entry in here if _drop(entry, label)]
    was_given = any(key(entry["name"]) == key(label) for entry in here)
    home, emptied = _home(here, label, name)
    needed = is_label or not was_given
    labels = [label] if needed and (firmly or key(label) != key(name)) else []
    if home is not None:
        _add(home, labels)
    for entry in (*left, *emptied, *([home] if home is not None and was_given else [])):
        _delete_empty(people, entry)
    if "person" in document and not people:
        del document["person"]
    changed = str(document.as_string())
    if home is None and labels:
        changed = _appended(changed, name, label, where)
    return changed


def with_file(text: str, gone: Collection[Where], path: Path, labels: Iterable[str]) -> str:
    """The `text` of the file, so that what holds for episodes that are `gone` does for `path`.

    Only for those who have one of the `labels`: others speak in another file. Raises PathError as
    above.
    """
    document, here = _parsed(text), set(map(key, labels))
    for entry in document.get("person", []):
        if any(_holds(entry, where) for where in gone) and not here.isdisjoint(_labels(entry)):
            entry["episode"] = Where.episode(path).of
    return str(document.as_string())


def _labels(entry: Any) -> set[str]:
    return {key(label) for label in entry.get("also", []) if isinstance(label, str)}


def _parsed(text: str) -> Any:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError
    from tomlkit.items import AoT

    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise PathError(f"people.toml cannot be changed here ({error}): edit it.") from error
    people = document.get("person")
    if not isinstance(people, AoT | None) or document.as_string() != text:
        raise PathError("people.toml cannot be changed here: put all people under [[person]].")
    return document


def _holds(entry: Any, where: Where) -> bool:
    """Whether an entry can be used, and is for this place."""
    place = where_of(entry)
    labels, name = entry.get("also", []), entry.get("name")
    usable = isinstance(name, str) and isinstance(labels, list)
    return usable and place is not None and place.key == where.key


def _home(here: Iterable[Any], label: str, name: str) -> tuple[Any, list[Any]]:
    """The entry of whoever is called `name`, and those that have become part of it.

    Who was given `label` as a name before has this one now.
    """
    old = [entry for entry in here if key(entry["name"]) == key(label)]
    home = next((entry for entry in here if key(entry["name"]) == key(name)), None)
    if home is None and old:
        home = old.pop(0)
        _drop(home, name)  # who has a label for a name needs no rule
    if home is None:
        return None, []
    if home["name"] != name:
        home["name"] = name
    merged = [entry for entry in old if entry is not home]
    for entry in merged:
        labels = list(entry.get("also", []))
        _add(home, [one for one in labels if key(str(one)) != key(name)])
        entry["also"] = []
    return home, merged


def _add(entry: Any, labels: Iterable[str]) -> None:
    known = {key(str(label)) for label in entry.get("also", [])}
    for label in labels:
        if key(label) not in known:
            known.add(key(label))
            if "also" in entry:
                entry["also"].append(label)
            else:
                entry["also"] = [label]


def _drop(entry: Any, label: str) -> bool:
    """Take a label from an entry: whether it had it."""
    labels = entry.get("also", [])
    numbers = [n for n, one in enumerate(labels) if isinstance(one, str) and key(one) == key(label)]
    for number in reversed(numbers):
        del labels[number]
    return bool(numbers)


def _delete_empty(people: Any, entry: Any) -> None:
    """Delete an entry that says nothing any more, unless somebody has written a comment in it."""
    if entry.get("also") or "#" in entry.as_string():
        return
    number = next((n for n, one in enumerate(people) if one is entry), None)
    if number is not None:
        del people[number]


def _appended(text: str, name: str, label: str, where: Where) -> str:
    """The text with one more entry, behind all others."""
    import tomlkit

    lines = ["[[person]]", f"name = {_quoted(name)}", f"also = [{_quoted(label)}]"]
    if where.reach is not Reach.LIBRARY:
        lines.append(f"{where.reach.value} = {_quoted(where.of)}")
    before = text or _HEAD
    changed = f"{before}{'' if before.endswith(chr(10)) else chr(10)}\n{chr(10).join(lines)}\n"
    try:
        tomlkit.parse(changed)
    except tomlkit.exceptions.TOMLKitError as error:
        raise PathError(f"people.toml cannot be added to here ({error}): edit it.") from error
    return changed


def _quoted(text: str) -> str:
    import tomlkit

    return str(tomlkit.item(text).as_string())
