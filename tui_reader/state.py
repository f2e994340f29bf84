"""What is remembered between runs: the last library and the theme.

A JSON file in the folder that the system has for such things, written whole or not at all. A file
that is not ours to read is set aside under another name and never overwritten.
"""

import json
import os
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Final

from tui_reader.errors import PathError
from tui_reader.harmless import harmless_line

__all__ = ["State", "load", "save"]

_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class State:
    """What was remembered. `problem` is a sentence where the memory could not be read whole."""

    library: tuple[Path, ...] = ()
    theme: str | None = None
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
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(_encode(state))
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise PathError(
            f"{harmless_line(str(file))} cannot be written, so nothing will be remembered: "
            f"{error.strerror}."
        ) from None


def _file() -> Path:
    from platformdirs import user_state_path

    return user_state_path("tui-reader", appauthor=False) / "state.json"


def _encode(state: State) -> bytes:
    library = [os.path.abspath(path) for path in state.library]
    remembered = {"version": _VERSION, "library": library, "theme": state.theme}
    return json.dumps(remembered, indent=1).encode()


def _decode(content: bytes) -> State:
    """The state in `content`; raises ValueError where it is none of ours."""
    remembered: Any = json.loads(content)
    if not isinstance(remembered, dict) or remembered.get("version") != _VERSION:
        raise ValueError("it is of another program or version")
    library, theme = remembered.get("library", []), remembered.get("theme")
    if not isinstance(library, list) or not all(isinstance(path, str) for path in library):
        raise ValueError("its library is no list of paths")
    if not isinstance(theme, str | None):
        raise ValueError("its theme is no name")
    return State(tuple(Path(path) for path in library), theme)


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
