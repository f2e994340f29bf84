"""`tui-reader config`: the settings, where they are from, and what is wrong with them.

What the keys may be only the interface knows: it is imported when it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui_reader import config, state
from tui_reader.cli.arguments import Parser
from tui_reader.cli.console import WARNING, Console, complain
from tui_reader.config.document import KeyRow, example, in_force
from tui_reader.config.loading import config_file
from tui_reader.errors import PathError
from tui_reader.harmless import harmless_path
from tui_reader.writing import unwritable, write_whole

if TYPE_CHECKING:
    from tui_reader.ui.chosen import Chosen
    from tui_reader.ui.keymap import Keymap

_EXAMPLES = """\
examples:
  tui-reader config --init            write a file in which every setting is described
  $EDITOR "$(tui-reader config --path)"   change it
  tui-reader config --check           what is wrong in it, line by line
  tui-reader config                   every setting and where it is from

exit codes: 0 all is well, 1 something is wrong in the file, 2 an error
"""


def parser() -> Parser:
    """What the command takes."""
    taken = Parser(
        "config",
        usage="tui-reader config [--show | --check | --path | --init]",
        description="Show the settings: what is in force, and where it was chosen.",
        epilog=_EXAMPLES,
    )
    one = taken.add_mutually_exclusive_group()
    one.add_argument(
        "--show", action="store_true", help="print every setting and its value (the usual)"
    )
    one.add_argument("--check", action="store_true", help="print what is wrong in the file")
    one.add_argument("--path", action="store_true", help="print where the file is, or would be")
    one.add_argument(
        "--init", action="store_true", help="write a file that describes every setting"
    )
    return taken


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    asked = parser().parse(arguments)
    console = Console()
    if asked.path:
        console.print(harmless_path(config_file()))
        return 0
    if asked.init:
        console.print(f"{_write_example()} is written. It chooses nothing yet.")
        return 0
    from tui_reader.ui.chosen import chosen, theme_names

    settings = config.load()
    found = chosen(settings, theme_names())
    return _check(console, found) if asked.check else _show(console, settings, found)


def _check(console: Console, found: Chosen) -> int:
    for problem in found.problems:
        console.print(console.paint(problem, WARNING))
    for note in found.notes:
        console.print(note)
    if not found.problems and not found.notes:
        there = config_file().is_file()
        console.print("All is well." if there else "There is no file: nothing is chosen.")
    return 1 if found.problems else 0


def _show(console: Console, settings: config.Settings, found: Chosen) -> int:
    for problem in found.problems:
        complain(problem)
    if found.theme is None:  # it was not asked for, or there is none of the name
        lines = {path: line for path, line in settings.lines.items() if path != "screen.theme"}
        settings = settings._replace(theme=None, lines=lines)
    kept = state.load()
    remembered = {"theme": kept.theme, "gutter": kept.gutter, "text_width": kept.text_width}
    rows = tuple(_rows(found.keymap, settings))
    title = f"# {harmless_path(config_file())}"
    console.print(in_force(settings, remembered, rows, title))
    return 1 if found.problems else 0


def _rows(keymap: Keymap, settings: config.Settings) -> Iterator[KeyRow]:
    """The commands with their keys; a line where a person has chosen them."""
    from tui_reader.ui.key_names import written

    for command in keymap.commands:
        keys = tuple(written(key) for key in command.keys.split(",") if key)
        line = settings.lines.get(f"keys.{command.id}")
        yield KeyRow(command.id, keys, command.help, line)


def _write_example() -> str:
    """Write the example where the settings are looked for; never over what is there."""
    from tui_reader.ui.keymap import Keymap

    file = config_file()
    name = harmless_path(file)
    if file.exists() or file.is_symlink():
        raise PathError(f"{name} is there already; tui-reader config --show tells what it has.")
    try:
        text = example(tuple(_rows(Keymap(), config.Settings())))
        write_whole(file, text.encode(), lasting=True)
    except OSError as error:
        raise unwritable(file, error) from None
    return name
