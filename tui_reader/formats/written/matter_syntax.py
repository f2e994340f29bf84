"""Front matter in TOML and JSON."""

import re
from typing import Any, Final, NamedTuple

from tui_reader.lazily import pattern

__all__ = ["Fields", "MatterError", "Repair", "json_fields", "toml_fields"]

_DEEPEST: Final = 20
_STRINGS: Final = pattern(
    r"\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*+\"\"\"|'''(?:[^']|'(?!''))*+'''"
    r"|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'|#[^\n]*+",
    re.DOTALL,
)
_BRACKET: Final = pattern(r"[\[\]{}]")
_DOTTED: Final = pattern(r"(?:[^\n.=]*+\.){20}")


class Repair(NamedTuple):
    """Something in front matter that had to be put right: a line, from 0, and what was done."""

    line: int
    message: str


class Fields(NamedTuple):
    """The fields by their names in lower case: strings, lists, dicts; and what was repaired."""

    values: dict[str, Any]
    repaired: tuple[Repair, ...] = ()


class MatterError(Exception):
    """Front matter that cannot be read; `line` counts from 0."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def toml_fields(inside: str) -> Fields:
    """The fields of TOML. Raises MatterError."""
    import tomllib

    _refuse_depth(inside)
    try:
        return Fields(_lower(_typed(tomllib.loads(inside))))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+).*", str(error))
        reason = str(error).removesuffix(place[0] if place else "").strip()
        raise MatterError(reason.lower(), int(place[1]) - 1 if place else 0) from None
    except ValueError as error:
        raise MatterError(str(error).partition("\n")[0].lower()) from None


def json_fields(inside: str) -> Fields:
    """The fields of a JSON object. Raises MatterError."""
    from tui_reader.formats.data.jsontext import BrokenJsonError, read_json

    try:
        value, _ = read_json(inside)
    except BrokenJsonError as error:
        raise MatterError(str(error), inside.count("\n", 0, error.at)) from None
    if not isinstance(value, dict):
        raise MatterError("no fields")
    return Fields(_lower(_typed(value)))


def _refuse_depth(inside: str) -> None:
    """Python's reader recurses into brackets, and takes quadratic time for a name of many parts."""
    bare = _STRINGS.sub("", inside)
    depth = 0
    for bracket in _BRACKET.finditer(bare):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > _DEEPEST:
            raise MatterError("too deep")
    if any(map(_DOTTED.match, bare.split("\n"))):
        raise MatterError("too deep")


def _typed(value: Any, depth: int = 0) -> Any:
    """`value` with every scalar as one would type it."""
    if depth > _DEEPEST:
        return ""
    if isinstance(value, dict):
        return {str(key): _typed(entry, depth + 1) for key, entry in value.items()}
    if isinstance(value, list):
        return [_typed(entry, depth + 1) for entry in value]
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str) else str(value)


def _lower(fields: dict[str, Any]) -> dict[str, Any]:
    return {key.strip().lower(): value for key, value in fields.items()}
