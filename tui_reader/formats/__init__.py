"""The formats the reader knows, found by looking into this folder."""

import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.lazily import pattern

__all__ = ["Format", "Sample", "detect", "formats", "head_of", "shared_suffixes", "suffixes"]

HEAD: Final = 65_536
"""How many characters of a text are looked at to tell its format."""

_SUFFIX_BONUS: Final = 0.05

_JSON: Final = pattern(r'\s*(?:\{|\[\s*[\[{"])')
_CHARACTER: Final = r'(?:[^"\\]|\\u[0-9a-fA-F]{4}|\\.)'
_STRING: Final = pattern(rf'("{_CHARACTER}{{0,80}}+){_CHARACTER}*+"?', re.DOTALL)
_JSON_HEAD: Final = 4_000_000


@cache
def formats() -> tuple[Format, ...]:
    """Every format, by name."""
    names = (found.name for found in iter_modules(__path__) if not found.ispkg)
    modules = (import_module(f"{__name__}.{name}") for name in names)
    found = (module.FORMAT for module in modules if hasattr(module, "FORMAT"))
    return tuple(sorted(found, key=lambda fmt: fmt.name))


@cache
def suffixes() -> frozenset[str]:
    """The file endings under which transcripts are looked for in a folder, in lower case."""
    return frozenset(suffix for fmt in formats() for suffix in fmt.suffixes)


@cache
def shared_suffixes() -> frozenset[str]:
    """Those of them that other files go by as well, so that only the content can tell."""
    return frozenset(suffix for fmt in formats() for suffix in fmt.shared_suffixes)


def detect(text: str, suffix: str = "") -> Format:
    """The format of `text`: its content decides, the file's ending only breaks a near tie.

    The formats that go by that ending are asked first, and a certain answer ends the asking.
    """
    head = head_of(text)
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


def head_of(text: str) -> str:
    """The beginning of `text`, from which its format is told.

    Of JSON it reaches further, with long strings cut short: many programs write the whole of what
    was said into one before anything else.
    """
    if not _JSON.match(text):
        return text[:HEAD]
    return _shortened(text)


def _shortened(text: str) -> str:
    """The beginning of the JSON `text`, its long strings cut short, HEAD characters at most."""
    pieces: list[str] = []
    at = left_out = 0
    for string in _STRING.finditer(text, 0, _JSON_HEAD):
        if string.end(1) + 1 < string.end():
            pieces += (text[at : string.end(1)], '"')
            left_out += string.end() - string.end(1) - 1
            at = string.end()
        if string.end() - left_out >= HEAD:
            break
    return "".join((*pieces, text[at : at + HEAD]))[:HEAD]
