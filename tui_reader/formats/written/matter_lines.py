"""Broken front matter, read line by line: `key: value`, `key = value`, `"key": "value",`."""

from typing import Any, Final

from tui_reader.lazily import pattern

__all__ = ["fields_by_line"]

_FIELD: Final = pattern(
    r"[ \t]{0,8}(?P<quote>[\"']?)(?P<key>[A-Za-z_][\w-]{0,60})(?P=quote)[ \t]*[:=](?:[ \t]+|$)"
    r"(?P<value>.*)"
)
_FOLDED: Final = pattern(r"[|>][-+\d]{0,2}")
_ENTRY: Final = pattern(r"[ \t]*-[ \t]+(.*)")


def fields_by_line(inside: str) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    """What fields there are, and the lines, counted from 0, that belong to none.

    Lines that are indented, or no field, belong to the value before them; a value of entries with
    dashes is a list.
    """
    values: dict[str, list[str]] = {}
    left: list[tuple[int, str]] = []
    value: list[str] | None = None
    for number, line in enumerate(inside.split("\n")):
        match = _FIELD.match(line) if not (line[:1].isspace() and value is not None) else None
        if match:
            value = values.setdefault(match["key"].lower(), [])
            value.append(_bare(match["value"]))
        elif value is not None:
            value.append(line.strip())
        elif line.strip(" \t{}[],"):
            left.append((number, line.strip()))
    return {key: _value(lines) for key, lines in values.items()}, left


def _bare(value: str) -> str:
    """A value without what its syntax puts around it."""
    value = value.strip().removesuffix(",").rstrip()
    if _FOLDED.fullmatch(value):
        return ""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _value(lines: list[str]) -> str | list[str]:
    filled = [line for line in lines if line]
    entries = [match[1] for line in filled if (match := _ENTRY.fullmatch(line))]
    if filled and len(entries) == len(filled):
        return [_bare(entry) for entry in entries]
    return "\n".join(lines).strip()
