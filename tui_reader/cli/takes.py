"""What every command takes, as its parser knows it: for completions and for the manual."""

import argparse
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import NamedTuple

from tui_reader.cli import COMMANDS
from tui_reader.cli.arguments import Parser

__all__ = ["Argument", "Takes", "commands"]

_FILES = ("FILE", "PATH", "FOLDER")


class Argument(NamedTuple):
    """An option with its `names`, or without any what stands for itself.

    `value` is what it is followed by, "" for nothing; `choices` are the words that may be.
    """

    names: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    help: str

    @property
    def takes_files(self) -> bool:
        """Whether it is a file or a folder."""
        return self.value.startswith(_FILES)


class Takes(NamedTuple):
    """A command: its name, "" for the reader itself, and what stands in its help."""

    name: str
    usage: str
    about: str
    options: tuple[Argument, ...]
    others: tuple[Argument, ...]
    examples: str

    @property
    def takes_files(self) -> bool:
        """Whether files may stand behind it."""
        return any(argument.takes_files for argument in self.others)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that may stand behind it."""
        return tuple(word for argument in self.others for word in argument.choices)


def commands() -> Iterator[Takes]:
    """Every command, the reader itself first."""
    for name in ("", *COMMANDS):
        module = import_module(f"tui_reader.cli.{name or 'read'}")
        yield _takes(name, module.parser())


def _takes(name: str, parser: Parser) -> Takes:
    arguments = [_argument(action) for action in parser._actions]
    return Takes(
        name,
        parser.usage or "",
        parser.description or "",
        tuple(argument for argument in arguments if argument.names),
        tuple(argument for argument in arguments if not argument.names),
        parser.epilog or "",
    )


def _argument(action: argparse.Action) -> Argument:
    value = "" if action.nargs == 0 else _value(action)
    choices = tuple(map(str, action.choices or _named(action.help or "")))
    return Argument(tuple(action.option_strings), value, choices, action.help or "")


def _named(told: str) -> Sequence[str]:
    """The words that a help names as `one of a, b, c`: usual ones, where others are taken too."""
    begin, _, words = told.partition("one of ")
    return words.split(", ") if words and not begin else ()


def _value(action: argparse.Action) -> str:
    metavar = action.metavar or action.dest.upper()
    return metavar if isinstance(metavar, str) else " ".join(metavar)
