"""Front matter: the fields between two fences at the top of a post.

YAML is read through python-frontmatter, every scalar as its author typed it: an episode `010` is
no octal number, a title `yes` no truth, and a date that is none harms nobody.
"""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from tui_reader.model import Problem

__all__ = ["Matter", "has_matter", "read_matter"]

_FENCE: Final = re.compile(r"\s*---[ \t]*\n")
_CLOSED: Final = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
_FIELD: Final = re.compile(r"([A-Za-z_][\w-]{0,60})[ \t]*:(?:[ \t]+|$)(.*)")
_LARGEST: Final = 262_144  # characters
_DEEPEST: Final = 20  # the C parser recurses, and ends the program where the stack does


class Matter(NamedTuple):
    """What a post says about itself, and its body: `line` is the one the body begins on."""

    fields: dict[str, Any]
    body: str
    line: int = 1
    problems: tuple[Problem, ...] = ()


def has_matter(head: str) -> bool:
    """Whether `head` begins with front matter that is closed again, and holds a field."""
    fence = _FENCE.match(head)
    if fence is None:
        return False
    closed = _CLOSED.search(head, fence.end())
    inside = head[fence.end() : closed.start() if closed else None]
    return any(_FIELD.match(line) for line in inside.split("\n"))


def read_matter(text: str) -> Matter:
    """The fields of `text` and its body; no fields where there is no front matter.

    Where the YAML is broken, what looks like a field is still read, and a problem tells where.
    """
    fence = _FENCE.match(text)
    closed = _CLOSED.search(text, fence.end()) if fence else None
    if fence is None or closed is None:
        return Matter({}, text)
    inside, body = text[fence.end() : closed.start()], text[closed.end() :]
    first = text.count("\n", 0, fence.end()) + 1
    line = text.count("\n", 0, closed.end()) + 1
    try:
        fields = _yaml(inside)
    except _MatterError as error:
        told = Problem(first + error.line, f"front matter is not YAML ({error}): read line by line")
        return Matter(dict(_by_line(inside)), body, line, (told,))
    return Matter(fields, body, line)


class _MatterError(Exception):
    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def _yaml(inside: str) -> dict[str, Any]:
    """The fields as strings, lists and dicts; `line` of the error counts from 0."""
    if len(inside) > _LARGEST:
        raise _MatterError("too large")
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        _refuse_depth(yaml.parse(inside, Loader=loader))
        fields = YAMLHandler().load(inside, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _MatterError(error.problem or "broken", mark.line if mark else 0) from None
    except yaml.YAMLError as error:
        raise _MatterError(getattr(error, "reason", "broken")) from None
    if fields in (None, ""):
        return {}
    if not isinstance(fields, dict):
        raise _MatterError("no fields")
    return {key.strip().lower(): value for key, value in fields.items() if isinstance(key, str)}


def _refuse_depth(events: Iterator[Any]) -> None:
    depth = 0
    for event in events:
        name = type(event).__name__
        depth += name.endswith(("MappingStartEvent", "SequenceStartEvent"))
        depth -= name.endswith(("MappingEndEvent", "SequenceEndEvent"))
        if depth > _DEEPEST:
            raise _MatterError("too deep", event.start_mark.line)


def _by_line(inside: str) -> Iterator[tuple[str, str]]:
    """`key: value` lines; lines that are indented belong to the value before them."""
    key = ""
    value: list[str] = []
    for line in inside.split("\n"):
        match = _FIELD.match(line)
        if match is None:
            value.append(line.strip())
            continue
        if key:
            yield key, "\n".join(value).strip()
        key = match[1].lower()
        value = [match[2].strip().strip("\"'") if match[2].strip() not in ("|", ">") else ""]
    if key:
        yield key, "\n".join(value).strip()
