"""Which files are of one episode, as far as their names tell."""

import os
from collections.abc import Iterable
from pathlib import Path

from tui_reader.filename import FileName
from tui_reader.finding import STDIN, transcript_suffix

__all__ = ["joined"]

_Group = list[tuple[Path, FileName]]


def joined(files: Iterable[Path]) -> list[tuple[Path, ...]]:
    """The files of each episode: those of one folder that are called the same.

    Their endings differ, and the suffixes that name a language or a kind: never a number, so the
    parts of a talk are episodes of their own. In the folder of a post (`my-talk/index.md`) the one
    transcript there goes with it, whatever it is called. Episodes and files keep their order.
    """
    folders: dict[str, dict[str, _Group]] = {}
    groups: list[_Group] = []
    for path in files:
        if path == STDIN:
            groups.append([(path, FileName("-", "-"))])
            continue
        name = FileName.of(path)
        folder = os.path.dirname(path)
        if folder not in folders:
            folders[folder] = folders.setdefault(os.path.abspath(folder), {})
        by_name = folders[folder]
        key = name.key
        group = by_name.get(key)
        if group is None:
            group = by_name[key] = []
            groups.append(group)
        group.append((path, name))
    for by_name in folders.values():
        if len(by_name) == 2 and all(by_name.values()):
            _join_bundle(*by_name.values())
    return [tuple(path for path, _ in group) for group in groups if group]


def _join_bundle(one: _Group, other: _Group) -> None:
    """Join what a folder holds, where that is a post and the transcript that goes with it."""
    posts = [path for path, name in (*one, *other) if name.is_post]
    if len(posts) == 1:
        ending = transcript_suffix(posts[0])
        beside = other if (posts[0] in dict(one)) else one
        if all(transcript_suffix(path) != ending for path, _ in beside):
            one.extend(other)
            other.clear()
