"""A colour for every speaker: the same person has the same one all over the library.

Colours are hues, so that they survive a change of theme; on each background every hue is made as
light or dark as it takes to be read (WCAG 2.2, contrast of 4.5:1 for text).
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from zlib import crc32

from textual.color import Color

__all__ = ["HUES", "LEAST_CONTRAST", "SpeakerColours", "contrast", "lifted", "readable"]

HUES: Final = (205, 32, 285, 150, 350, 60, 230, 15, 175, 320, 95, 260)
"""Hues in degrees, neighbours in the list far apart to the eye."""

LEAST_CONTRAST: Final = 4.5

_SHADES: Final = 20
"""Between a colour and black or white, so many shades are tried."""

_BLACK: Final = Color(0, 0, 0)
_WHITE: Final = Color(255, 255, 255)

_ANSI: Final = ("cyan", "yellow", "magenta", "green", "red", "blue")


class SpeakerColours:
    """Gives speakers their hues. Who is seen first chooses first, and keeps the hue."""

    def __init__(self) -> None:
        self._hues: dict[str, int] = {}

    def meet(self, names: Iterable[str]) -> None:
        """Give those of an episode's speakers a hue who have none, each another where possible."""
        from tui_reader.fold import fold

        people = [fold(name) for name in names]
        taken = {self._hues[name] for name in people if name in self._hues}
        for name in people:
            if name in self._hues:
                continue
            wanted = crc32(name.encode()) % len(HUES)
            tries = [(wanted + step) % len(HUES) for step in range(len(HUES))]
            hue = min(tries, key=lambda hue: (hue in taken, _ansi(hue) in map(_ansi, taken)))
            self._hues[name] = hue
            taken.add(hue)

    def colour(self, name: str, background: Color, least: float = LEAST_CONTRAST) -> str:
        """The colour of a speaker on `background`, as Rich and CSS write it.

        It has at least the contrast `least`.
        """
        from tui_reader.fold import fold

        folded = fold(name)
        if folded not in self._hues:
            self.meet([name])
        hue = self._hues[folded]
        if background.ansi is not None:  # the terminal's own colours: their contrast is its own
            return _ansi(hue)
        return readable(HUES[hue], background.rgb, least)


def _ansi(hue: int) -> str:
    """The terminal's own colour for a hue; several share one."""
    return _ANSI[hue % len(_ANSI)]


@lru_cache(maxsize=256)
def readable(hue: int, background: tuple[int, int, int], least: float = LEAST_CONTRAST) -> str:
    """The most colourful shade of a hue that can be read on `background`, as `#rrggbb`."""
    behind = Color(*background)
    lightness = range(62, 101) if _is_dark(behind) else range(42, -1, -1)
    for percent in lightness:
        colour = Color.from_hsl(hue / 360, 0.7, percent / 100)
        if contrast(colour, behind) >= least:
            break
    return colour.hex6


@lru_cache(maxsize=1024)
def lifted(colour: Color, background: Color, least: float = LEAST_CONTRAST) -> Color:
    """The shade of `colour` nearest to it that has the contrast `least` on `background`.

    Where there is no such, black or white, whichever is seen better.
    """
    end = _WHITE if _is_dark(background) else _BLACK
    for shade in range(_SHADES):
        found = colour.blend(end, shade / _SHADES)
        if contrast(found, background) >= least:
            return found
    return end


def _is_dark(background: Color) -> bool:
    return contrast(background, _WHITE) >= contrast(background, _BLACK)


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = colour.rgb
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
