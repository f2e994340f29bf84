"""What is remembered between runs: the last library and episode, the layout, what was searched.

It is in state.db. Of readers that run at once each changes only what is its own, so that none
forgets for another. What earlier versions of the program had in state.json is taken over once; the
file stays where it is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader.errors import PathError
from tui_reader.folders import state_folder
from tui_reader.harmless import harmless, harmless_path

if TYPE_CHECKING:
    import sqlite3

__all__ = ["State", "load", "update"]


@dataclass(frozen=True, slots=True)
class State:
    """What was remembered. `problem` is a sentence where the memory could not be read whole.

    `searches` are queries, the newest last; `episode` is the file that was open last, `order` that
    of the list, `gutter` which times are shown, `text_width` that of the text in cells. None is
    whatever is usual.
    """

    library: tuple[Path, ...] = ()
    theme: str | None = None
    searches: tuple[str, ...] = ()
    problem: str | None = field(default=None, compare=False)
    episode: Path | None = None
    order: str | None = None
    gutter: str | None = None
    text_width: int | None = None


def load() -> State:
    """The remembered state, with its `problem` where it cannot be read. Nothing is written."""
    import sqlite3

    from tui_reader.state.connection import why
    from tui_reader.state.database import Database
    from tui_reader.state.schemas import REMEMBERED

    file = state_folder() / "state.db"
    try:
        if not file.exists():
            return _earlier()
        return Database(file, REMEMBERED).glance(_remembered) or _earlier()
    except (sqlite3.Error, OSError, ValueError) as error:
        return State(problem=f"{harmless_path(file)} cannot be read ({why(error)}).")


def update(change: Callable[[State], State]) -> State:
    """Change what is remembered by now, and answer with it.

    Raises PathError, with a sentence, where that cannot be written.
    """
    from tui_reader.state.database import Database
    from tui_reader.state.schemas import REMEMBERED

    database = Database(state_folder() / "state.db", REMEMBERED)

    def write(connection: sqlite3.Connection) -> State:
        before = _remembered(connection)
        after = change(before)
        known = _values(before) if _is_begun(connection) else {}
        rows = [item for item in _values(after).items() if known.get(item[0]) != item[1]]
        connection.executemany("INSERT OR REPLACE INTO remembered VALUES (?, ?)", rows)
        return after

    try:
        changed = database.write(write)
        if database.in_memory:
            raise PathError(" ".join(database.problems))
    finally:
        database.close()
    return replace(changed, problem=" ".join(database.problems) or None)


def _remembered(connection: sqlite3.Connection) -> State:
    """What is in the database; at first, what an earlier version of the program had."""
    rows = connection.execute("SELECT name, value FROM remembered")
    found = {name: _value(value) for name, value in rows}
    return _state(found) if found else _earlier()


def _value(written: object) -> object:
    """A value as it was written; None, which is as at first, where it cannot be read any more."""
    try:
        return json.loads(written) if isinstance(written, str) else None
    except (ValueError, RecursionError):
        return None


def _is_begun(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM remembered").fetchone() is not None


def _values(state: State) -> dict[str, str]:
    """What is written of a state, by name, as JSON: it holds names of any bytes."""
    values = {
        "library": [os.path.abspath(path) for path in state.library],
        "theme": state.theme,
        "searches": state.searches,
        "episode": None if state.episode is None else os.path.abspath(state.episode),
        "order": state.order,
        "gutter": state.gutter,
        "text_width": state.text_width,
    }
    return {name: json.dumps(value) for name, value in values.items()}


def _state(values: dict[str, Any]) -> State:
    """The state with these values; what is none of its kind is as it is at first."""

    def text(name: str) -> str | None:
        value = values.get(name)
        return value if isinstance(value, str) else None

    def texts(name: str) -> list[str]:
        value = values.get(name)
        found = value if isinstance(value, list) else []
        return [item for item in found if isinstance(item, str)]

    episode, width = text("episode"), values.get("text_width")
    return State(
        library=tuple(map(Path, texts("library"))),
        theme=text("theme"),
        searches=tuple(harmless(query).replace("\n", " ") for query in texts("searches")),
        episode=None if episode is None else Path(episode),
        order=text("order"),
        gutter=text("gutter"),
        text_width=width if isinstance(width, int) else None,
    )


def _earlier() -> State:
    """What an earlier version of the program remembered, if there was one."""
    from tui_reader.state.connection import check_files

    file = state_folder() / "state.json"
    try:
        check_files(file)
        values = json.loads(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return State()
    except (OSError, ValueError, RecursionError):
        return State(problem=f"{harmless_path(file)} cannot be read, and is left as it is.")
    return _state(values) if isinstance(values, dict) else State()
