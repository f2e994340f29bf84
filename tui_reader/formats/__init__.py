"""The formats the reader knows, found by looking into this folder."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from tui_reader.formats.base import Format, Sample

__all__ = ["Format", "Sample", "detect", "formats", "suffixes"]

HEAD: Final = 65_536
"""How many characters of a text are looked at to tell its format."""

_SUFFIX_BONUS: Final = 0.05


@cache
def formats() -> tuple[Format, ...]:
    """Every format, by name."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    found = (module.FORMAT for module in modules if hasattr(module, "FORMAT"))
    return tuple(sorted(found, key=lambda fmt: fmt.name))


@cache
def suffixes() -> frozenset[str]:
    """The file endings under which transcripts are looked for in a folder, in lower case."""
    return frozenset(suffix for fmt in formats() for suffix in fmt.suffixes)


def detect(text: str, suffix: str = "") -> Format:
    """The format of `text`: its content decides, the file's ending only breaks a near tie.

    The formats that go by that ending are asked first, and a certain answer ends the asking.
    """
    head = text[:HEAD]
    suffix = suffix.lower()
    best, most = formats()[0], -1.0
    for fmt in sorted(formats(), key=lambda fmt: suffix not in fmt.suffixes):
        sure = fmt.sniff(head)
        if sure >= 1:
            return fmt
        if sure and suffix in fmt.suffixes:
            sure += _SUFFIX_BONUS
        if sure > most:
            best, most = fmt, sure
    return best
