"""Values of front matter as text: whatever their author put into a field."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

__all__ = ["entries_of", "line_of", "prose_of", "text_of"]

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL", "none", "None"})
_MOST: Final = 1_000  # entries of a list, or strings of a value, that are looked at
_DEEPEST: Final = 4
_WORDS: Final = 3  # what is meant for readers is more than a name, a number, an address
_SCHEMES: Final = ("http://", "https://", "/")


def text_of(value: Any) -> str:
    """A scalar as it was typed, or nothing for what is none."""
    return value.strip() if isinstance(value, str) and value.strip() not in _NULLS else ""


def line_of(value: Any) -> str | None:
    """A value on one line; of an object its name or title."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict):
        named = (value.get(key) for key in ("name", "title", "number"))
        value = next((text for entry in named if (text := text_of(entry))), "")
    return " ".join(text_of(value).split()) or None


def entries_of(value: Any) -> Sequence[Any]:
    """The entries of a list, an object by itself, or nothing."""
    if isinstance(value, dict):
        return (value,)
    return value[:_MOST] if isinstance(value, list) else ()


def prose_of(value: Any) -> str:
    """What a value says to readers, as Markdown; nothing where that is but names and numbers."""
    if isinstance(value, str):
        words = text_of(value)
    else:
        words = "\n".join(f"- {' '.join(text.split())}" for text in islice(_texts(value), _MOST))
    return words if len(words.replace("- ", "").split()) > _WORDS else ""


def _texts(value: Any, depth: int = 0) -> Iterator[str]:
    """The texts inside `value`, those of an object on one line."""
    if isinstance(value, str):
        if (text := text_of(value)) and not text.startswith(_SCHEMES):
            yield text
    elif depth < _DEEPEST and isinstance(value, dict):
        inside = (text for entry in value.values() for text in _texts(entry, depth + 1))
        if joined := ": ".join(islice(inside, _MOST)):
            yield joined
    elif depth < _DEEPEST and isinstance(value, list):
        for entry in value[:_MOST]:
            yield from _texts(entry, depth + 1)
