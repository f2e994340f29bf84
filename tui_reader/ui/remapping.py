"""Keys as somebody wants them: the table of commands with what `[keys]` has of other keys."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui_reader.config import Settings
from tui_reader.config.checking import sentence
from tui_reader.config.nearest import meant
from tui_reader.harmless import harmless_line
from tui_reader.ui.command_table import COMMANDS, Command, meet
from tui_reader.ui.key_names import pretty, understood

__all__ = ["Remapped", "default_keys", "remapped"]


class Remapped(NamedTuple):
    """The keys, by the ids of their commands, of those that have other keys than at first.

    `problems` are sentences about what could not be done, or is hardly meant, `notes` about keys
    that changed hands.
    """

    keys: Mapping[str, tuple[str, ...]]
    problems: Sequence[str] = ()
    notes: Sequence[str] = ()


def remapped(settings: Settings) -> Remapped:
    """What the keys are that `settings` ask for."""
    if not settings.keys:
        return Remapped({})
    remapping = _Remapping(settings)
    remapping.choose()
    remapping.take_away()
    return Remapped(remapping.keys, remapping.problems, remapping.notes)


def default_keys(command: Command) -> tuple[str, ...]:
    """The keys that the table gives a command, each by Textual's name."""
    return tuple(understood(key) for key in command.keys.split(",") if key)


class _Remapping:
    """The keys as they are given out, one command after the other."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._commands = {command.id: command for command in COMMANDS}
        self.keys: dict[str, tuple[str, ...]] = {}
        self.problems: list[str] = []
        self.notes: list[str] = []

    def choose(self) -> None:
        """Give every command the keys that were chosen for it, as far as they are free."""
        for name, written in self._settings.keys.items():
            if name not in self._commands:
                unknown = f"there is no command {harmless_line(name[:30])}."
                self._tell(name, f"{unknown}{meant(name, self._commands)}")
                continue
            keys = tuple(dict.fromkeys(self._understood(name, written)))
            free = tuple(key for key in keys if self._is_free(name, key))
            if free or not written:
                self.keys[name] = free

    def take_away(self) -> None:
        """Take the keys that were chosen from the commands that had them at first."""
        chosen = dict(self.keys)
        for command in COMMANDS:
            if command.id in self._settings.keys and command.id in chosen:
                continue
            takers = [
                (key, next(_owners(key, command, self._commands, chosen), None))
                for key in default_keys(command)
            ]
            kept = tuple(key for key, taker in takers if taker is None)
            if len(kept) == len(takers):
                continue
            self.keys[command.id] = kept
            for key, taker in takers:
                if taker is not None:
                    self._note(key, taker, command, orphaned=not kept)

    def _understood(self, name: str, written: Iterable[str]) -> Iterator[str]:
        for key in written:
            try:
                yield understood(key)
            except ValueError as error:
                self._tell(name, f"in {name}, {error}")

    def _is_free(self, name: str, key: str) -> bool:
        """Whether nothing else, where the command works, was given the key already."""
        owner = next(_owners(key, self._commands[name], self._commands, self.keys), None)
        if owner is not None:
            line = self._line(owner)
            where = f" in line {line}" if line else ""
            self._tell(name, f"{pretty(key)} is for {owner} already{where}, so not for {name}.")
        return owner is None

    def _note(self, key: str, taker: str, loser: Command, *, orphaned: bool) -> None:
        told = f"{pretty(key)} is for {taker} now, and no longer for {loser.id}"
        if orphaned:  # which nobody may have meant
            self._tell(
                taker, f"{told}, which has no key left. {loser.id} = [] says that it is meant."
            )
        else:
            self.notes.append(sentence(self._line(taker), f"{told}."))

    def _tell(self, name: str, problem: str) -> None:
        self.problems.append(sentence(self._line(name), problem))

    def _line(self, name: str) -> int:
        return self._settings.lines.get(f"keys.{name}", 0)


def _owners(
    key: str,
    command: Command,
    commands: Mapping[str, Command],
    keys: Mapping[str, tuple[str, ...]],
) -> Iterator[str]:
    """The other commands that have the key where this one works."""
    for name, owned in keys.items():
        if name != command.id and key in owned and meet(commands[name].where, command.where):
            yield name
