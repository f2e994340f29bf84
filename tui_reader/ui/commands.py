"""The palette: every command of the keymap, by typing a part of its name."""

from functools import partial

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from tui_reader.ui.answers_once import AnswersOnce
from tui_reader.ui.keymap import Command, keys_of, palette, pretty_keys

__all__ = ["KeymapCommands", "Palette"]


class Palette(CommandPalette, AnswersOnce[None]):
    """Shows commands, or what else there is to be found by its name."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A list that has no room yet has no pages. Textual would break on them."""
        if action == "command_list":
            return any(commands.scrollable_content_region for commands in self.query(CommandList))
        return super().check_action(action, parameters)


class KeymapCommands(Provider):
    """Offers what the keymap holds, each with its keys. One of it is done, and once."""

    _has_run = False

    async def discover(self) -> Hits:
        """Everything, while nothing is typed."""
        for command in self._commands:
            yield DiscoveryHit(_title(command), self._runs(command), help=command.help)

    async def search(self, query: str) -> Hits:
        """What fits what is typed."""
        matcher = self.matcher(query)
        for command in self._commands:
            title = _title(command)
            score = max(matcher.match(title), matcher.match(command.help) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(title), self._runs(command), help=command.help)

    @property
    def _commands(self) -> list[Command]:
        return palette(keys_of(self.app).commands)

    def _runs(self, command: Command) -> IgnoreReturnCallbackType:
        return partial(self._run, command)

    async def _run(self, command: Command) -> None:
        if not self._has_run:
            self._has_run = True
            await self.app.run_action(command.action, self.screen)


def _title(command: Command) -> str:
    return f"{command.label}  {pretty_keys(command)}".rstrip()
