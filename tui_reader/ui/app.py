"""The application: themes, the palette, what is remembered; the screen does the rest."""

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import App
from textual.command import Provider
from textual.theme import Theme

from tui_reader import state
from tui_reader.errors import PathError
from tui_reader.request import ReadRequest
from tui_reader.ui.commands import KeymapCommands
from tui_reader.ui.main_screen import MainScreen

__all__ = ["ReaderApp", "run"]


class ReaderApp(App[str]):
    """Reads what `request` asks for."""

    TITLE = "tui-reader"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[type[Provider]]] = {KeymapCommands}  # type: ignore[assignment]
    COMMAND_PALETTE_DISPLAY = None

    def __init__(self, request: ReadRequest) -> None:
        super().__init__()
        self.request = request
        remembered = request.state.theme
        if remembered in self.available_themes:
            self.theme = remembered

    def get_default_screen(self) -> MainScreen:
        """The one screen there is, without Textual's empty one below it."""
        return MainScreen(self.request)

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
        self.search_themes()

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
