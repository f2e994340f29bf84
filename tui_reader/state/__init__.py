"""What is kept between runs: where one was (`state.db`), and what one has made (`data.db`).

    load, update   the last library, the layout, the searches: little, and wanted at once
    Store          both databases: the place in every episode, marks, notes, what was read

What is kept of an episode is tied to its `Identity`, and places in it to their words, not to a file
of that name nor to a line in it.
"""

from typing import TYPE_CHECKING

from tui_reader.state.remembered import State, load, update

if TYPE_CHECKING:
    from tui_reader.state.entry import Entry, Kind
    from tui_reader.state.notebook import Notebook
    from tui_reader.state.places import Kept, Places, Progress
    from tui_reader.state.read_marks import ReadMarks
    from tui_reader.state.store import Store

__all__ = [
    "Entry",
    "Kept",
    "Kind",
    "Notebook",
    "Places",
    "Progress",
    "ReadMarks",
    "State",
    "Store",
    "load",
    "update",
]

_MODULES = {
    "Entry": "entry",
    "Kept": "places",
    "Kind": "entry",
    "Notebook": "notebook",
    "Places": "places",
    "Progress": "places",
    "ReadMarks": "read_marks",
    "Store": "store",
}
"""What is imported only when it is asked for: the first frame needs none of it."""


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
