"""What is remembered between runs: the last library, the theme, what was searched.

A JSON file in the folder that the system has for such things, written whole or not at all. A file
that is not ours to read is set aside under another name and never overwritten. Of readers that run
at once each changes only what is its own, so that none forgets for another.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any, Final

from tui_reader.errors import PathError
from tui_reader.harmless import harmless, harmless_line
from tui_reader.writing import write_whole

__all__ = ["State", "load", "save", "update"]

_VERSION: Final = 1
"""Of what can't be read any other way. Whatever a file does not have yet is as it is at first."""

_CHANGING: Final = Lock()


@dataclass(frozen=True, slots=True)
class State:
    """What was remembered. `problem` is a sentence where the memory could not be read whole.

    `searches` are queries, the newest last.
    """

    library: tuple[Path, ...] = ()
    theme: str | None = None
    searches: tuple[str, ...] = ()
    problem: str | None = field(default=None, compare=False)


def load() -> State:
    """The remembered state; an empty one, with its `problem`, where it cannot be read."""
    file = _file()
    try:
        return _decode(file.read_bytes())
    except FileNotFoundError:
        return State()
    except (OSError, ValueError, RecursionError) as error:
        return State(problem=_set_aside(file, error))


def save(state: State) -> None:
    """Remember `state`; raises PathError, with a sentence, where that cannot be written."""
    file = _file()
    try:
        write_whole(file, _encode(state))
    except OSError as error:
        raise PathError(
            f"{harmless_line(str(file))} cannot be written, so nothing will be remembered: "
            f"{error.strerror}."
        ) from None


def update(change: Callable[[State], State]) -> State:
    """Change what is remembered by now, and answer with it; raises PathError as `save` does."""
    with _CHANGING:
        changed = change(load())
        save(changed)
    return changed


def _file() -> Path:
    from platformdirs import user_state_path

    return user_state_path("tui-reader", appauthor=False) / "state.json"


def _encode(state: State) -> bytes:
    library = [os.path.abspath(path) for path in state.library]
    remembered = {
        "version": _VERSION,
        "library": library,
        "theme": state.theme,
        "searches": state.searches,
    }
    return json.dumps(remembered, indent=1).encode()


def _decode(content: bytes) -> State:
    """The state in `content`; raises ValueError where it is none of ours."""
    remembered: Any = json.loads(content)
    if not isinstance(remembered, dict) or remembered.get("version") != _VERSION:
        raise ValueError("it is of another program or version")
    library, theme = remembered.get("library", []), remembered.get("theme")
    searches = remembered.get("searches", [])
    if not _are_strings(library):
        raise ValueError("its library is no list of paths")
    if not isinstance(theme, str | None):
        raise ValueError("its theme is no name")
    if not _are_strings(searches):
        raise ValueError("its searches are no list of queries")
    return State(tuple(map(Path, library)), theme, tuple(map(_line, searches)))


def _line(query: str) -> str:
    return harmless(query).replace("\n", " ")


def _are_strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _set_aside(file: Path, error: Exception) -> str:
    """Move a file out of the way, and say so in a sentence."""
    name = harmless_line(str(file))
    reason = error.strerror if isinstance(error, OSError) else str(error)
    names = (file.with_name(f"{file.stem}.damaged-{number}{file.suffix}") for number in count(1))
    other = next(name for name in names if not name.exists())
    try:
        file.rename(other)
    except OSError:
        return f"{name} cannot be used ({reason}), nor set aside."
    return f"{name} cannot be used ({reason}): it was set aside as {other.name}."
