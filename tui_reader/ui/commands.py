"""The palette: every command of the keymap, by typing a part of its name."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from tui_reader.ui.keymap import Command, keys_of, palette, pretty_keys

__all__ = ["KeymapCommands"]


class KeymapCommands(Provider):
    """Offers what the keymap holds, each with its keys."""

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
        return partial(self.app.run_action, command.action, self.screen)


def _title(command: Command) -> str:
    return f"{command.label}  {pretty_keys(command)}".rstrip()
