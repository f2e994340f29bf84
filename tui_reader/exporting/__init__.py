"""A transcript written down in another form. The forms are found by looking into this folder.

export(loaded, form("vtt"))    the text of a WebVTT file
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tui_reader.errors import QueryError
from tui_reader.exporting.base import Form
from tui_reader.loading import Loaded

__all__ = ["Form", "export", "form", "forms"]


@cache
def forms() -> tuple[Form, ...]:
    """Every form, in the order in which they are offered."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    found = (module.FORM for module in modules if hasattr(module, "FORM"))
    return tuple(sorted(found, key=lambda form: form.rank))


def form(name: str) -> Form:
    """The form that is called `name`, or that files with such an ending have; raises QueryError."""
    wanted = name.lower().removeprefix(".")
    found = next((form for form in forms() if wanted in (form.name, form.suffix[1:])), None)
    if found is None:
        known = ", ".join(form.name for form in forms())
        raise QueryError(f"{name} is no form to write: there are {known}.")
    return found


def export(loaded: Loaded, form: Form) -> str:
    """What was loaded as the text of a file in `form`, with a newline at its end.

    Raises ReaderError where the form needs what the transcript does not have: times.
    """
    return f"{form.write(loaded).rstrip()}\n"
