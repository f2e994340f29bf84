"""Front matter: the fields at the top of a post, in YAML, TOML or JSON.

Every scalar is what its author typed: an episode `010` is no octal number, a title `yes` no truth,
and a date that is none harms nobody.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from tui_reader.formats.written.matter_lines import fields_by_line
from tui_reader.formats.written.matter_syntax import MatterError, json_fields, toml_fields
from tui_reader.formats.written.matter_yaml import yaml_fields
from tui_reader.lazily import pattern
from tui_reader.model import Problem
from tui_reader.turns import ends_sentence

__all__ = ["Matter", "has_matter", "read_matter"]

_FENCE: Final = pattern(r"\s*(---|\+\+\+)[ \t]*\n")
_CLOSED: Final = {
    "---": pattern(r"^(?:-{3,}|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": pattern(r"^\+{3,}[ \t]*$", re.MULTILINE),
}
_OBJECT: Final = pattern(r"\s*\{\s*[\"}]")
_OBJECT_END: Final = pattern(r"^\}[ \t]*$", re.MULTILINE)
_ANOTHER: Final = pattern(r"\s*[,{\[\]}]\s*[\"{\[\]}]")
_FIELD: Final = pattern(
    r"[ \t]{0,4}[\"']?[A-Za-z_][\w.-]{0,60}[\"']?[ \t]*[:=](?:[ \t]|$)|\[[\w.-]+\]$"
)
_FIELD_OR_PART: Final = pattern(rf"{_FIELD.pattern}|[ \t]|-[ \t]")
_LABEL: Final = pattern(r"([^\s:\-][^:\n]{0,39}):(?:\*\*)?[ \t]+\S")
_USUAL: Final = frozenset({"title", "date", "layout", "author", "tags", "episode", "show", "slug"})
_LARGEST: Final = 262_144  # characters


class Matter(NamedTuple):
    """What a post says about itself, and its body: `line` is the one the body begins on."""

    fields: dict[str, Any]
    body: str
    line: int = 1
    problems: tuple[Problem, ...] = ()


class _Block(NamedTuple):
    """Where front matter stands: its kind, its text from `start` to `end`, the body behind it."""

    kind: str
    start: int
    end: int
    body: int
    closed: bool = True


def has_matter(head: str) -> bool:
    """Whether `head` begins with front matter that holds a field; of JSON, whether text follows."""
    block = _block(head)
    if block is None:
        return False
    return block.kind != "{" or (block.closed and re.search(r"\w", head[block.body :]) is not None)


def read_matter(text: str) -> Matter:
    """The fields of `text` and its body; no fields where there is no front matter.

    Where it is broken, what looks like a field is still read, and a problem tells where.
    """
    block = _block(text)
    if block is None:
        return Matter({}, text)
    inside, body = text[block.start : block.end], text[block.body :]
    first = text.count("\n", 0, block.start) + 1
    line = first + text.count("\n", block.start, block.body)
    problems = [] if block.closed else [Problem(first - 1, _UNCLOSED)]
    try:
        if len(inside) > _LARGEST:
            raise MatterError("too large")
        fields, repaired = _READERS[block.kind](inside)
        problems += (Problem(first + problem.line, problem.message) for problem in repaired)
    except MatterError as error:
        fields, left = fields_by_line(inside)
        name = _NAMES[block.kind]
        problems.append(
            Problem(first + error.line, f"front matter is not {name} ({error}): read line by line")
        )
        problems += (Problem(first + n, f"a line of it left out: “{words}”") for n, words in left)
    return Matter(fields, body, line, tuple(problems))


_UNCLOSED: Final = "front matter is never closed: read up to the first line that is no field"
_NAMES: Final = {"---": "YAML", "+++": "TOML", "{": "JSON"}
_READERS: Final = {"---": yaml_fields, "+++": toml_fields, "{": json_fields}


def _block(text: str) -> _Block | None:
    fence = _FENCE.match(text)
    if fence is None:
        return _object(text) if _OBJECT.match(text) else None
    start, kind = fence.end(), fence[1]
    closed = _CLOSED[kind].search(text, start)
    end, body = (closed.start(), closed.end()) if closed else (_fields_end(text, start),) * 2
    inside = text[start:end].split("\n")
    if not any(map(_is_field, inside)) or _is_said(inside):
        return None
    return _Block(kind, start, end, body, closed is not None)


def _is_field(line: str) -> bool:
    """Whether a line is a field: not what somebody by that name says between two rules."""
    match = _FIELD.match(line)
    name = match[0].strip(" \t\"':=[]") if match else ""
    return bool(name) and (name[0].islower() or name.lower() in _USUAL)


def _is_said(lines: Sequence[str]) -> bool:
    """Whether the lines between two rules are what people say, not fields.

    Most are sentences behind names that come back.
    """
    written = [line for line in lines if line.strip()]
    sentences = [line for line in written if ends_sentence(line.rstrip())]
    names = Counter(match[1] for match in map(_LABEL.match, sentences) if match)
    again = sum(count for count in names.values() if count > 1)
    return again * 2 > len(written) and not _USUAL.intersection(map(str.lower, names))


def _fields_end(text: str, start: int) -> int:
    """Where the lines that look like fields end, below a fence that is never closed."""
    at = start
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end + 1
        if not _FIELD_OR_PART.match(text, at, end):
            break
        at = end
    return at


def _object(text: str) -> _Block | None:
    """A JSON object before other text, or what was meant for one: its last line is its bracket."""
    from tui_reader.formats.data.jsontext import read_json

    start = text.index("{")
    try:
        value, end = read_json(text, start)
    except ValueError:
        closed = _OBJECT_END.search(text, start)
        if closed is None or not text[closed.end() :].strip():
            return None
        end = closed.end()
    else:
        if not isinstance(value, dict) or not value:
            return None
    if _ANOTHER.match(text, end):  # many objects in a row are records, not a post
        return None
    return _Block("{", start, end, end)
