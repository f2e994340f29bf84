"""What the settings mean to the interface, which alone knows its commands, keys and themes."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tui_reader.config import Settings
from tui_reader.config.checking import sentence
from tui_reader.config.nearest import meant
from tui_reader.harmless import harmless_line
from tui_reader.ui.keymap import Keymap
from tui_reader.ui.remapping import remapped

__all__ = ["Chosen", "chosen", "in_short", "theme_names"]


class Chosen(NamedTuple):
    """The keys and the theme that can be had, and sentences about what cannot.

    `notes` tell of keys that one command has taken from another, as was asked for.
    """

    keymap: Keymap
    theme: str | None
    problems: Sequence[str] = ()
    notes: Sequence[str] = ()


def chosen(settings: Settings, themes: Collection[str]) -> Chosen:
    """What of `settings` can be had, where there are these `themes`."""
    remapping = remapped(settings)
    problems = [*settings.problems, *remapping.problems]
    theme = settings.theme
    if theme is not None and theme not in themes:
        told = f'there is no theme "{harmless_line(theme[:30])}".{meant(theme, themes)}'
        problems.append(sentence(settings.lines.get("screen.theme", 0), told))
        theme = None
    return Chosen(Keymap(remapping.keys), theme, problems, remapping.notes)


def in_short(problems: Sequence[str]) -> tuple[str, ...]:
    """The problems as there is room for them on a line: none, or one sentence."""
    if len(problems) < 2:
        return tuple(problems)
    count = f"{len(problems)} problems (tui-reader config --check tells them)"
    return (f"{count}: {problems[0]}",)


def theme_names() -> Collection[str]:
    """The themes there are, where there is no app to ask."""
    from textual.theme import BUILTIN_THEMES

    from tui_reader.ui.themes import THEMES

    return [*BUILTIN_THEMES, *(theme.name for theme in THEMES)]
