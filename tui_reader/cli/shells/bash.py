"""Completions for bash."""

import shlex
from collections.abc import Iterator, Sequence

from tui_reader.cli.takes import Argument, Takes

__all__ = ["script"]

_SCRIPT = """\
# Completions of tui-reader for bash; made by: tui-reader completions bash

_tui_reader() {{
    local current=$2 previous=$3 command= options= words= files=
    COMPREPLY=()
    (( COMP_CWORD > 1 )) && command=${{COMP_WORDS[1]}}
    case $command in
{named}
        *)
{reader}
            (( COMP_CWORD == 1 )) && words="{commands}" ;;
    esac
    case $command:$previous in
{values}
    esac
    if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
        return
    fi
    [[ -n $words ]] && COMPREPLY=($(compgen -W "$words" -- "$current"))
    if [[ -n $files ]]; then
        compopt -o filenames 2>/dev/null
        local file
        while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$current")
    fi
}}

complete -F _tui_reader tui-reader
"""


def script(commands: Sequence[Takes]) -> str:
    """The script for these commands, of which the first is the reader itself."""
    reader, *named = commands
    return _SCRIPT.format(
        named="\n".join(f"        {one.name})\n{_sets(one)} ;;" for one in named),
        reader=_sets(reader),
        commands=" ".join(one.name for one in named),
        values="\n".join(_values(commands)),
    )


def _sets(takes: Takes) -> str:
    """What is possible behind a command, as assignments."""
    options = " ".join(name for option in takes.options for name in option.names)
    files = " files=1" if takes.takes_files else ""
    return f"            options={_quoted(options)} words={_quoted(' '.join(takes.words))}{files}"


def _values(commands: Sequence[Takes]) -> Iterator[str]:
    """What is possible behind an option that wants a value: that, and nothing else."""
    for takes in commands:
        for option in takes.options:
            if option.value:
                command = takes.name or "*"
                names = "|".join(f"{command}:{name}" for name in option.names)
                yield f"        {names}) {_only(option)} ;;"


def _only(option: Argument) -> str:
    words, files = _quoted(" ".join(option.choices)), "1" if option.takes_files else ""
    if not (option.choices or files):
        return "return"
    return f"options= words={words} files={files}"


def _quoted(text: str) -> str:
    return shlex.quote(text) if text else ""
