"""Completions for zsh."""

import re
from collections.abc import Iterator, Sequence

from tui_reader.cli.takes import Argument, Takes

__all__ = ["script"]

_SCRIPT = """\
#compdef tui-reader
# Completions of tui-reader for zsh; made by: tui-reader completions zsh

_tui-reader() {{
    local -a commands=(
{commands}
    )
    if (( CURRENT > 2 )); then
        case $words[2] in
{named}
        esac
    fi
    if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then
        _describe -t commands command commands
    fi
    _arguments -S {reader}
}}

if [[ $funcstack[1] == _tui-reader ]]; then
    _tui-reader "$@"
else
    compdef _tui-reader tui-reader
fi
"""


def script(commands: Sequence[Takes]) -> str:
    """The script for these commands, of which the first is the reader itself."""
    reader, *named = commands
    listed = (f"        {_quoted(f'{one.name}:{_first(one.about)}')}" for one in named)
    return _SCRIPT.format(
        commands="\n".join(listed),
        named="\n".join(
            f"            {one.name}) shift words; (( CURRENT-- ));"
            f" _arguments -S {_specs(one)}; return ;;"
            for one in named
        ),
        reader=_specs(reader),
    )


def _specs(takes: Takes) -> str:
    return " ".join(map(_quoted, _arguments(takes)))


def _arguments(takes: Takes) -> Iterator[str]:
    for option in takes.options:
        value = f":{_plain(option.value)}:{_completed(option)}" if option.value else ""
        for name in option.names:
            yield f"{name}[{_plain(option.help)}]{value}"
    for number, other in enumerate(takes.others, 1):
        place = "*" if other is takes.others[-1] else str(number)
        yield f"{place}:{_plain(other.value)}:{_completed(other)}"


def _completed(argument: Argument) -> str:
    if argument.choices:
        return f"({' '.join(argument.choices)})"
    return "_files" if argument.takes_files else " "


def _first(text: str) -> str:
    """The first sentence."""
    return text.partition(". ")[0].rstrip(".")


def _plain(text: str) -> str:
    """A description with nothing in it that would end it."""
    return re.sub(r"([\[\]:\\])", r"\\\1", text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
