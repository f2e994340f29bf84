"""A TOML file read as far as it is one: what is wrong in it costs the statement it stands in."""

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from tui_reader.config.statements import Statement, statements
from tui_reader.harmless import harmless_line

__all__ = ["Read", "Wrong", "read"]

_PATIENCE: Final = 12
"""So many mistakes are passed by. Whoever has more of them has another kind of file."""

_LONGEST: Final = 1_000
"""Characters of a line. What `tomllib` takes for long ones grows with the square of them."""

_LINE: Final = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")
_WORD: Final = re.compile(r"""\s*[\w-]+\s*=\s*[^\s"'\[{\d+-]""")


class Wrong(NamedTuple):
    """A mistake: its line from 1, and a sentence without it."""

    line: int
    sentence: str


class Read(NamedTuple):
    """What could be read, and what could not."""

    values: dict[str, Any]
    wrong: Sequence[Wrong]


def read(text: str) -> Read:
    """Everything of `text` that is TOML; what is left out is told, line by line."""
    lines = text.split("\n")
    wrong = [
        Wrong(number, f"a line of {len(line):,} characters is no setting. It is left out.")
        for number, line in enumerate(lines, 1)
        if len(line) > _LONGEST
    ]
    for mistake in wrong:
        lines[mistake.line - 1] = ""
    patience = len(wrong) + _PATIENCE
    while True:
        error = _error(lines)
        if error is None:
            return Read(_loaded(lines), wrong)
        begin, end, mistake = _blame(lines, error)
        if len(wrong) == patience:
            wrong.append(
                Wrong(mistake.line, "there is more that is no TOML. The rest is left out.")
            )
            above = lines[:begin]
            return Read({} if _error(above) else _loaded(above), wrong)
        wrong.append(mistake)
        lines[begin:end] = [""] * (end - begin)


def _loaded(lines: Sequence[str]) -> dict[str, Any]:
    import tomllib

    return tomllib.loads("\n".join(lines))


def _error(lines: Sequence[str]) -> Exception | None:
    try:
        _loaded(lines)
    except (ValueError, RecursionError) as error:  # a number of ten thousand digits is no TOMLError
        return error
    return None


def _blame(lines: Sequence[str], error: Exception) -> tuple[int, int, Wrong]:
    """The lines to leave out, from one up to another, and what is wrong there.

    An array that is not closed fails somewhere below it. So the statement to blame is the first
    with which what stands above it is no TOML any more.
    """
    told = _LINE.search(str(error))
    at = int(told[1]) - 1 if told and told[1] else len(lines) - 1
    found = [one for one in statements(lines) if one.line <= at]
    begun = found or [Statement(at, "", False)]
    blamed = len(begun) - 1
    if _error(lines[: begun[blamed].line]):
        low, high = 0, blamed - 1
        while low < high:
            middle = (low + high) // 2
            if _error(lines[: begun[middle + 1].line]):
                high = middle
            else:
                low = middle + 1
        blamed = max(0, low)
    statement = begun[blamed]
    end = _end(lines, statement, at)
    line = at if statement.line <= at < end and told and told[1] else statement.line
    return statement.line, end, Wrong(line + 1, _sentence(lines[line], statement, error))


def _end(lines: Sequence[str], statement: Statement, at: int) -> int:
    """Where a statement ends that is left out. Without its header a section belongs nowhere."""
    after = (one for one in statements(lines) if one.line > statement.line)
    if statement.is_header:
        after = (one for one in after if one.is_header)
    following = next(after, None)
    return len(lines) if following is None else following.line


def _sentence(line: str, statement: Statement, error: Exception) -> str:
    message = _LINE.sub("", str(error))
    name = harmless_line(statement.name)[:40]
    left_out = "What stands below it is left out." if statement.is_header else "It is left out."
    if isinstance(error, RecursionError):
        return f"{name} is nested too deep. {left_out}"
    if message.startswith(("Cannot overwrite", "Cannot declare", "Duplicate")):
        return f"{f'[{name}]' if statement.is_header else name} is there twice. {left_out}"
    if "=" not in line and not statement.is_header:
        return f'this is no setting, which is written like theme = "nord". {left_out}'
    if message.startswith("Invalid value") and _WORD.match(line):
        return f'{name} is a text, which stands in quotes: {name} = "…". {left_out}'
    if message.startswith(("Unterminated", "Illegal character '\\n'")):
        return f"a quote is not closed. {left_out}"
    return f"this is not written as TOML has it ({message[:1].lower()}{message[1:]}). {left_out}"
