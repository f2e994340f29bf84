"""Two themes of great contrast, and text that can be read in each theme there is.

Themes mix their text colours without asking what they stand on. Here each that is used for words
is moved towards black or white until it can be read on all the grounds of its theme (WCAG 2.2:
4.5:1 for text, 7:1 where the contrast is to be great).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.color import Color, ColorParseError
from textual.theme import Theme

from tui_reader.ui.colours import LEAST_CONTRAST, lifted

__all__ = ["THEMES", "least_contrast", "legible"]

_LEAST: Final = "least-contrast"
"""The variable in which a theme says how much contrast its text must have."""

THEMES: Final = (
    Theme(
        name="high-contrast-dark",
        primary="#6fc3ff",
        secondary="#c9b6ff",
        accent="#ffe066",
        warning="#ffb000",
        error="#ff9b9b",
        success="#7dffa0",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#141414",
        variables={_LEAST: "7", "screen-selection-background": "#6fc3ff 40%"},
    ),
    Theme(
        name="high-contrast-light",
        primary="#003a8c",
        secondary="#4b1d8f",
        accent="#6b1a00",
        warning="#6b4200",
        error="#8b0000",
        success="#00491a",
        foreground="#000000",
        background="#ffffff",
        surface="#ffffff",
        panel="#eeeeee",
        dark=False,
        variables={_LEAST: "7"},
    ),
)

_WORDS: Final = ("foreground", "text-primary", "text-accent", "text-success", "text-warning",
                 "text-error")  # fmt: skip
_GROUNDS: Final = ("background", "surface", "panel")

_MUTED: Final = 0.7
_EDGE: Final = 0.25
"""How much of the foreground is in what is only beside the words, and in the frames."""

_LEAST_EDGE: Final = 3.0
"""The contrast of frames, where contrast is to be great."""


def least_contrast(variables: Mapping[str, str]) -> float:
    """The contrast that text must have at least in the theme with these variables."""
    return float(variables.get(_LEAST, LEAST_CONTRAST))


def legible(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables of a theme with text that can be read on its grounds.

    `$muted` is the colour of times and labels, `$edge` that of frames.
    """
    changed = dict(variables)
    grounds = [Color.parse(variables[name]) for name in _GROUNDS]
    foreground = Color.parse(variables["foreground"])
    changed["muted"] = changed["edge"] = variables["foreground"]
    if foreground.ansi is not None or any(ground.ansi is not None for ground in grounds):
        return changed  # the terminal's own colours cannot be mixed
    least = least_contrast(variables)
    for name in _WORDS:
        changed[name] = _on_all(variables[name], grounds, least)
    muted = grounds[0].blend(Color.parse(changed["foreground"]), _MUTED)
    changed["muted"] = _on_all(muted.hex6, grounds, least)
    edge = grounds[0].blend(foreground, _EDGE)
    great = least > LEAST_CONTRAST
    changed["edge"] = _on_all(edge.hex6, grounds, _LEAST_EDGE) if great else edge.hex6
    return changed


def _on_all(words: str, grounds: list[Color], least: float) -> str:
    """A colour that can be read on each of the grounds; what is no colour stays as it is."""
    try:
        colour = Color.parse(words)
    except ColorParseError:
        return words
    for ground in grounds:
        colour = lifted(ground + colour, ground, least)
    return colour.hex6
