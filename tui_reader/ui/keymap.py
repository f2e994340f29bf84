"""What the interface makes of the table of commands: bindings, footer, palette, names of keys."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode

from tui_reader.ui.command_table import COMMANDS, Command, Where, meet
from tui_reader.ui.key_names import pretty

__all__ = [
    "COMMANDS",
    "Command",
    "KeyedApp",
    "Keymap",
    "Where",
    "bindings",
    "borrowed",
    "footer",
    "keys_of",
    "palette",
    "pretty_keys",
]

_NO_KEY: Final = "no_key"
"""What no terminal sends. Textual gives other keys to bindings only that have one, and knows no way
to take all keys away."""

_FOOTER_LABELS: Final = {"palette": "commands", "go-to": "go to", "next-hit": "next"}
_BY_TYPING: Final = {where for where in Where if meet(where, Where.VIEW)} - {Where.MOVE, Where.LIST}
_NAMED: Final = re.compile(r"\{([\w-]+)\}(?=(\w?))")


def bindings(*where: Where) -> list[BindingType]:
    """The keys of some parts of the table, for the `BINDINGS` of the widget that does them."""
    return [
        Binding(_bound(command), command.action, command.label, False, tooltip=command.help,
                priority=command.opens_input, id=command.id)
        for command in COMMANDS
        if command.where in where
    ]  # fmt: skip


def borrowed(name: str, action: str, label: str) -> Binding:
    """The keys of the command with this id, other ones too that it was given, for an `action`.

    For what a dialog has in common with the screen below it: whoever scrolls with other keys there
    does so here.
    """
    command = next(command for command in COMMANDS if command.id == name)
    return Binding(_bound(command), action, label, False, id=name)


def _bound(command: Command) -> str:
    """The keys of a binding, and one that is never pressed, for where an input takes all others.

    What opens an input has no such key: there it would get its other keys back, which are text.
    """
    if command.opens_input and command.keys:
        return command.keys
    return ",".join(filter(None, (command.keys, _NO_KEY)))


def pretty_keys(command: Command) -> str:
    """The keys of a command as people write them: `Space f PgDn Ctrl+F`."""
    return " ".join(pretty(key) for key in command.keys.split(",") if key)


def footer(commands: Iterable[Command] = COMMANDS) -> list[tuple[str, str]]:
    """The (key, label) pairs that the status line has room for, the most useful first."""
    return [
        (_first(command), _FOOTER_LABELS.get(command.id, command.label.lower()))
        for command in commands
        if command.footer and command.keys
    ]


def palette(commands: Iterable[Command] = COMMANDS) -> list[Command]:
    """The commands that make sense by name: moving by lines and in the list does not."""
    return [
        command for command in commands if command.where in _BY_TYPING and command.id != "palette"
    ]


class Keymap:
    """The table of commands with the keys that somebody has given them, and what tells of keys."""

    def __init__(self, other: Mapping[str, Sequence[str]] | None = None) -> None:
        """`other` are keys by the ids of commands, Textual's names: none takes all away."""
        self._other = other or {}

    @cached_property
    def commands(self) -> tuple[Command, ...]:
        """The table as it is now, the sentences too."""
        return tuple(one._replace(help=self.named(one.help)) for one in self._by_id.values())

    @cached_property
    def _by_id(self) -> dict[str, Command]:
        return {command.id: self._keyed(command) for command in COMMANDS}

    def _keyed(self, command: Command) -> Command:
        keys = self._other.get(command.id)
        return command if keys is None else command._replace(keys=",".join(keys))

    @cached_property
    def footer(self) -> list[tuple[str, str]]:
        """The (key, label) pairs that the status line has room for, the most useful first."""
        return footer(self.commands)

    @property
    def overlay(self) -> dict[str, str]:
        """The keys that are others than at first, as Textual takes them."""
        return {name: ",".join(keys) or _NO_KEY for name, keys in self._other.items()}

    def keys(self, name: str) -> Sequence[str]:
        """The keys of a command, as Textual names them."""
        return [key for key in self._by_id[name].keys.split(",") if key]

    def first(self, name: str) -> str:
        """The first key of a command, as people write it; the command's name where it has none."""
        return _first(self._by_id[name])

    def named(self, sentence: str) -> str:
        """`sentence` with the keys that it names by their commands: `{filter} shows all.`"""

        def key(found: re.Match[str]) -> str:
            written = self.first(found[1]) if found[1] in self._by_id else found[0]
            return f"{written} " if found[2] and len(written) > 1 else written

        return _NAMED.sub(key, sentence) if "{" in sentence else sentence


def _first(command: Command) -> str:
    key = command.keys.partition(",")[0]
    return pretty(key) if key else f"“{command.label}”"


_USUAL: Final = Keymap()


class KeyedApp(App[str]):
    """An app whose commands may have been given other keys."""

    keymap: Keymap = _USUAL

    def take_keys(self, keymap: Keymap) -> None:
        """Have these keys from now on."""
        self.keymap = keymap
        self.set_keymap(keymap.overlay)


def keys_of(node: DOMNode) -> Keymap:
    """The keys of the app that a widget or a screen belongs to."""
    app = node if isinstance(node, App) else node.app
    return app.keymap if isinstance(app, KeyedApp) else _USUAL
