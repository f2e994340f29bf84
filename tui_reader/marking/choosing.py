"""The marks and notes of some episodes, also where a file has moved since."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.identity import Identity, are_same

if TYPE_CHECKING:
    from tui_reader.state.notebook import Entry

__all__ = ["of_paths"]


def of_paths(
    entries: Iterable[Entry], paths: Sequence[Path], there: Callable[[], Iterable[Identity]]
) -> list[Entry]:
    """The `entries` of the episodes that `paths` are or hold.

    `there` answers who those episodes are, which takes its time. It is asked only where the file of
    an entry is gone, or where a file is named.
    """
    named = [Path(os.path.abspath(path)) for path in paths]
    inside: list[Entry] = []
    lost: list[Entry] = []
    names_a_file = any(path.is_file() for path in named)
    for entry in entries:
        if _is_in(entry.identity.path, named):
            inside.append(entry)
        elif names_a_file or not entry.identity.path.exists():
            lost.append(entry)
    if lost:
        known = list(there())
        inside += [entry for entry in lost if _is_among(entry.identity, known)]
    return inside


def _is_in(path: Path, named: Iterable[Path]) -> bool:
    return any(path == one or one in path.parents for one in named)


def _is_among(identity: Identity, known: Iterable[Identity]) -> bool:
    return any(are_same(one, identity) for one in known)
