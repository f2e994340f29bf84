"""Front matter in YAML, read through python-frontmatter, and put right where people get it wrong.

The C parser recurses, and ends the program where the stack does; what is deep never reaches it.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from tui_reader.formats.written.matter_syntax import Fields, MatterError, Repair
from tui_reader.lazily import pattern

__all__ = ["yaml_fields"]

_DEEPEST: Final = 20
_MOST_ALIASES: Final = 20
_MOST_REPAIRS: Final = 20
_VALUE: Final = pattern(r"(?P<key>[ \t]*(?:-[ \t]+)?(?:[\w-]{1,60}[ \t]*:[ \t]+)?)(?P<value>\S.*)")
_COMMENTED: Final = pattern(r"(?P<key>title:[ \t]+)(?P<value>#\S.*)", re.IGNORECASE)
_QUOTING: Final = ('"', "'", "|", ">")


def yaml_fields(inside: str) -> Fields:
    """The fields, as strings, lists and dicts. Raises MatterError.

    A value that YAML takes for something else (`title: C#: a talk`) is read as it was typed.
    """
    lines = inside.split("\n")
    repaired = [n for n, line in enumerate(lines) if _COMMENTED.fullmatch(line)]
    for number in repaired:  # `title: #12 Bread` is no title but a comment
        _quote(lines, number, _COMMENTED)
    reasons = ["a title is a comment"] * bool(repaired)
    while True:
        try:
            values, doubled = _loaded("\n".join(lines))
        except MatterError as error:
            if len(repaired) >= _MOST_REPAIRS or not _repair(lines, error.line):
                raise
            repaired.append(error.line)
            reasons.append(str(error))
            continue
        return Fields(values, (*_told(repaired, reasons), *doubled))


def _told(lines: list[int], reasons: list[str]) -> Iterator[Repair]:
    if lines:
        values = f"{len(lines)} values" if len(lines) > 1 else "a value"
        yield Repair(min(lines), f"front matter is not YAML ({reasons[0]}): {values} read as typed")


def _repair(lines: list[str], number: int) -> bool:
    """Whether line `number` could be put right: tabs made spaces, or its value quoted."""
    if any(line.startswith("\t") for line in lines):
        lines[:] = [line.expandtabs(2) if line.startswith("\t") else line for line in lines]
        return True
    return number < len(lines) and _quote(lines, number, _VALUE)


def _quote(lines: list[str], number: int, shape: re.Pattern[str]) -> bool:
    match = shape.fullmatch(lines[number])
    if match is None or not match["key"].strip() or match["value"].startswith(_QUOTING):
        return False
    value = match["value"].rstrip().replace("'", "''")
    lines[number] = f"{match['key']}'{value}'"
    return True


def _loaded(inside: str) -> tuple[dict[str, Any], list[Repair]]:
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        doubled = list(_checked(yaml.parse(inside, Loader=loader)))
        fields = YAMLHandler().load(inside, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "flow" in (error.context or ""):
            mark = error.context_mark or mark
        raise MatterError(error.problem or "broken", mark.line if mark else 0) from None
    except yaml.YAMLError as error:
        raise MatterError(getattr(error, "reason", "broken")) from None
    if fields in (None, ""):
        return {}, []
    if not isinstance(fields, dict):
        raise MatterError("no fields")
    values = {key.strip().lower(): value for key, value in fields.items() if isinstance(key, str)}
    return values, doubled


def _checked(events: Iterator[Any]) -> Iterator[Repair]:
    """The fields that are given twice. Raises MatterError for what is deep or full of aliases."""
    depth = aliases = 0
    seen: dict[str, str] = {}
    key: str | None = None
    for event in events:
        name = type(event).__name__
        line = event.start_mark.line
        aliases += name == "AliasEvent"
        if aliases > _MOST_ALIASES:
            raise MatterError("too many aliases", line)
        if depth == 1 and key is None and name == "ScalarEvent":
            key = event.value.strip().lower()
        elif depth == 1 and name != "MappingEndEvent":
            value = event.value if name == "ScalarEvent" else "…"
            if key is not None and key in seen:
                told = f"{key} is given twice: the last counts, “{seen[key]}” left out"
                yield Repair(line, told)
            seen[key or ""] = value
            key = None
        depth += name.endswith(("MappingStartEvent", "SequenceStartEvent"))
        depth -= name.endswith(("MappingEndEvent", "SequenceEndEvent"))
        if depth > _DEEPEST:
            raise MatterError("too deep", line)
