"""`tui-reader completions`: a script that lets a shell complete the commands."""

from collections.abc import Callable, Sequence
from typing import Final

from tui_reader.cli.arguments import Parser
from tui_reader.cli.console import Console
from tui_reader.cli.shells import bash, fish, zsh
from tui_reader.cli.takes import Takes, commands

_EXAMPLES = """\
examples:
  tui-reader completions bash > ~/.local/share/bash-completion/completions/tui-reader
  tui-reader completions zsh > ~/.zfunc/_tui-reader     with ~/.zfunc in fpath
  tui-reader completions fish > ~/.config/fish/completions/tui-reader.fish
"""

_SHELLS: Final[dict[str, Callable[[Sequence[Takes]], str]]] = {
    "bash": bash.script,
    "zsh": zsh.script,
    "fish": fish.script,
}


def parser() -> Parser:
    """What the command takes."""
    taken = Parser(
        "completions",
        usage="tui-reader completions SHELL",
        description="Print a script with which a shell completes commands, options and files.",
        epilog=_EXAMPLES,
    )
    taken.add_argument("shell", metavar="SHELL", choices=_SHELLS, help="bash, zsh or fish")
    return taken


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    asked = parser().parse(arguments)
    Console().print(_SHELLS[asked.shell](tuple(commands())).rstrip("\n"))
    return 0
