"""`tui-reader man`: the manual page, made from what every command says about itself."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tui_reader import __version__
from tui_reader.cli.arguments import Parser
from tui_reader.cli.console import Console
from tui_reader.cli.takes import Argument, Takes, commands

_EXAMPLES = """\
examples:
  tui-reader man | man -l -           read it
  tui-reader man > ~/.local/share/man/man1/tui-reader.1   for man tui-reader
"""

_ABOUT: Final = """\
Reads transcripts in a terminal: podcasts, meetings, talks, captions. The episodes are on the left,
the transcript on the right, and a search over all of them above. Press ? for the keys. Without a
command it reads what it is given; the commands print, and need no terminal.
"""

FILES: Final = (
    ("$XDG_CONFIG_HOME/tui-reader/config.toml",
     "The settings, ~/.config where the variable is not set. tui-reader config --init writes one."),
    ("$XDG_CONFIG_HOME/tui-reader/people.toml", "Who is who: names for speakers."),
    ("$XDG_DATA_HOME/tui-reader/data.db",
     "Marks, notes and what was read, ~/.local/share where the variable is not set."),
    ("$XDG_STATE_HOME/tui-reader/state.db",
     "The last library, places, searches and layout, ~/.local/state where it is not set."),
    ("$XDG_CACHE_HOME/tui-reader/",
     "Indexes of libraries, ~/.cache where it is not set. They can be deleted at any time."),
)  # fmt: skip

ENVIRONMENT: Final = (
    ("NO_COLOR", "If set to anything, there are no colours."),
    ("TERM", "If it is dumb, nothing is coloured, and there is no interface."),
    ("COLUMNS", "How wide the terminal is, for what is printed."),
    ("VISUAL, EDITOR", "The editor that e starts, the first of them that is set."),
    ("BROWSER", "What opens links, where there is no desktop."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME",
     "The folders of the files above."),
)  # fmt: skip

EXIT_CODES: Final = (
    ("0", "All is well, or something was found."),
    ("1", "Nothing was found; for doctor and config, something was odd."),
    ("2", "An error, in one line on standard error."),
    ("130", "Interrupted."),
    ("141", "Whoever read the output went away."),
)


def parser() -> Parser:
    """What the command takes."""
    return Parser(
        "man",
        usage="tui-reader man",
        description="Print the manual page: commands, options, files, environment, exit codes.",
        epilog=_EXAMPLES,
    )


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    parser().parse(arguments)
    Console().print("\n".join(_page(tuple(commands()))))
    return 0


def _page(all_commands: Sequence[Takes]) -> Iterator[str]:
    reader, *named = all_commands
    yield f'.TH TUI-READER 1 "" "tui-reader {__version__}" "User Commands"'
    yield from (".SH NAME", r"tui-reader \- read transcripts in a terminal", ".SH SYNOPSIS")
    yield from _verbatim(one.usage.splitlines()[0] for one in all_commands)
    yield from (".SH DESCRIPTION", _escaped(" ".join(_ABOUT.split())), ".SH OPTIONS")
    yield from _arguments(reader)
    yield ".SH COMMANDS"
    for one in named:
        yield from (f".SS {one.name}", _escaped(one.about))
        yield from _arguments(one)
    yield ".SH EXAMPLES"
    for one in all_commands:
        yield from _verbatim(_examples(one))
    for heading, rows in (
        ("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT), ("EXIT STATUS", EXIT_CODES)
    ):  # fmt: skip
        yield f".SH {heading}"
        for term, meaning in rows:
            yield from (".TP", rf"\fB{_escaped(term)}\fR", _escaped(meaning))


def _arguments(takes: Takes) -> Iterator[str]:
    for argument in (*takes.others, *takes.options):
        yield from (
            ".TP",
            _named(argument),
            _escaped(f"{argument.help[:1].upper()}{argument.help[1:]}."),
        )
        is_told = argument.help.startswith("one of ")
        if argument.choices and argument.names and not is_told:
            yield _escaped(f"One of {', '.join(argument.choices)}.")


def _named(argument: Argument) -> str:
    names = ", ".join(rf"\fB{_escaped(name)}\fR" for name in argument.names)
    value = rf"\fI{_escaped(argument.value)}\fR" if argument.value else ""
    return " ".join(filter(None, (names, value)))


def _examples(takes: Takes) -> Iterator[str]:
    """What stands below `examples:` in the help of a command."""
    _, _, examples = takes.examples.partition("examples:\n")
    yield from (line.strip() for line in examples.partition("\n\n")[0].splitlines())


def _verbatim(lines: Iterable[str]) -> Iterator[str]:
    """Lines as they stand."""
    yield from (".PP", ".nf", *map(_escaped, lines), ".fi")


def _escaped(text: str) -> str:
    """`text` as roff prints it, and obeys nothing in it."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{text}" if text.startswith((".", "'")) else text
