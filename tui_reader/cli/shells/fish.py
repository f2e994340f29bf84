"""Completions for fish."""

from collections.abc import Iterator, Sequence

from tui_reader.cli.takes import Argument, Takes

__all__ = ["script"]

_HEAD = """\
# Completions of tui-reader for fish; made by: tui-reader completions fish

complete -c tui-reader -e
complete -c tui-reader -f
"""


def script(commands: Sequence[Takes]) -> str:
    """The script for these commands, of which the first is the reader itself."""
    reader, *named = commands
    names = " ".join(one.name for one in named)
    alone = f"not __fish_seen_subcommand_from {names}"
    lines = [_HEAD]
    for one in named:
        about = one.about.partition(". ")[0].rstrip(".")
        lines.append(_line("__fish_is_first_token", ["-a", one.name], about))
    lines += _lines(alone, reader)
    for one in named:
        lines += _lines(f"__fish_seen_subcommand_from {one.name}", one)
    return "\n".join(lines) + "\n"


def _lines(condition: str, takes: Takes) -> Iterator[str]:
    for option in takes.options:
        names = [part for name in option.names for part in _named(name)]
        yield _line(condition, [*names, *_value(option)], option.help)
    if takes.takes_files:
        yield _line(condition, ["-F"], "")
    if takes.words:
        yield _line(condition, ["-a", _quoted(" ".join(takes.words))], "")


def _named(name: str) -> list[str]:
    return ["-l", name[2:]] if name.startswith("--") else ["-s", name[1:]]


def _value(option: Argument) -> list[str]:
    if option.choices:
        return ["-x", "-a", _quoted(" ".join(option.choices))]
    if option.takes_files:
        return ["-r", "-F"]
    return ["-x"] if option.value else []


def _line(condition: str, what: Sequence[str], about: str) -> str:
    told = f" -d {_quoted(about)}" if about else ""
    return f"complete -c tui-reader -n {_quoted(condition)} {' '.join(what)}{told}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
