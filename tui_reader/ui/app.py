"""The application: themes, keys, the palette, what is remembered; the screen does the rest."""

import os
from dataclasses import replace
from typing import ClassVar

from textual import events, work
from textual.command import Provider
from textual.theme import Theme, ThemeProvider

from tui_reader import state
from tui_reader.config import Settings
from tui_reader.errors import PathError
from tui_reader.harmless import harmless
from tui_reader.request import ReadRequest
from tui_reader.ui.commands import KeymapCommands, Palette
from tui_reader.ui.keymap import KeyedApp
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.themes import THEMES, legible

__all__ = ["ReaderApp", "run"]


class ReaderApp(KeyedApp):
    """Reads what `request` asks for."""

    TITLE = "tui-reader"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[type[Provider]]] = {KeymapCommands}  # type: ignore[assignment]
    COMMAND_PALETTE_DISPLAY = None

    def __init__(self, request: ReadRequest) -> None:
        no_color = bool(os.environ.get("NO_COLOR"))
        if not no_color:
            os.environ.pop("NO_COLOR", None)  # set to nothing it says nothing; Textual would obey
        self.request = request
        super().__init__(ansi_color=no_color or None)
        for theme_of_ours in THEMES:
            self.register_theme(theme_of_ours)
        theme = request.state.theme
        if request.settings != Settings():
            theme = self._take_settings() or theme
        if theme in self.available_themes:
            self.theme = theme

    def _take_settings(self) -> str | None:
        """Have the keys that were chosen, and answer with the theme; problems become notices."""
        from tui_reader.ui.chosen import chosen, in_short

        found = chosen(self.request.settings, self.available_themes)
        self.take_keys(found.keymap)
        notices = (*self.request.notices, *in_short(found.problems))
        self.request = replace(self.request, notices=notices)
        return found.theme

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, with text that can be read."""
        self.theme_variables = legible(super().get_css_variables())
        return self.theme_variables

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """How wide the list is: a part of the screen, or as somebody has chosen."""
        width = self.request.settings.list_width
        if width is None:
            sizes = {"width": "30%", "broad": "40%", "least": "26", "most": "60"}
        else:
            sizes = {"width": str(width), "broad": str(width), "least": "16", "most": "70%"}
        return {f"list-{name}": size for name, size in sizes.items()}

    def get_default_screen(self) -> MainScreen:
        """The one screen there is, without Textual's empty one below it."""
        return MainScreen(self.request)

    async def on_event(self, event: events.Event) -> None:
        """A key that somebody waits for is no command, and nothing that is pasted a terminal's."""
        if isinstance(event, events.Paste) and not event.is_forwarded:
            event = events.Paste(harmless(event.text.replace("\r\n", "\n").replace("\r", "\n")))
        if isinstance(event, events.Key) and not event.is_forwarded:
            screen = self.screen
            if isinstance(screen, MainScreen) and screen.take_key(event.key, event.character):
                return
        await super().on_event(event)

    def on_mount(self) -> None:
        """Remember from now on when the theme is changed."""
        self.theme_changed_signal.subscribe(self, self._remember_theme)

    def action_next_theme(self) -> None:
        """Take the next theme."""
        names = sorted(self.available_themes)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._say(f"Theme: {self.theme}")

    def action_choose_theme(self) -> None:
        """Choose a theme by name."""
        self.push_screen(Palette([ThemeProvider], placeholder="Search for themes…"))

    def action_command_palette(self) -> None:
        """Show the palette."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_redraw(self) -> None:
        """Draw the screen anew, over what another program may have left on it."""
        self.refresh()

    def _remember_theme(self, theme: Theme) -> None:
        self._save_theme(theme.name)

    @work(thread=True, exclusive=True, group="state", exit_on_error=False)
    def _save_theme(self, name: str) -> None:
        try:
            state.update(lambda remembered: replace(remembered, theme=name))
        except PathError as error:
            self.call_from_thread(self._say, error.message, True)

    def _say(self, message: str, warning: bool = False) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.say(message, warning=warning)


def run(request: ReadRequest) -> int:
    """Run the interface until it is left, and answer with the exit code."""
    app = ReaderApp(request)
    problem = app.run()
    if problem is not None:
        raise PathError(problem)
    return app.return_code or 0
