"""Times of TTML: clocks, frames, ticks and offsets, as a file declares them."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, NamedTuple, Self

from tui_reader.lazily import pattern

__all__ = ["TtmlClock"]

_CLOCK: Final = pattern(
    r"(?:(\d{1,6}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d{1,12})\d*|[:;](\d{1,3})(?:\.\d+)?)?", re.ASCII
)
_OFFSET: Final = pattern(r"(\d{1,15})(?:[.,](\d{1,12})\d*)?\s?(h|ms|m|s|f|t)?", re.ASCII)
_UNITS: Final = {"h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1, None: 1000}
_FRAME_RATE: Final = 30


class TtmlClock(NamedTuple):
    """How many frames and ticks make a second."""

    frames: Fraction = Fraction(_FRAME_RATE)
    ticks: Fraction = Fraction(1)

    @classmethod
    def of(cls, attributes: Mapping[str, str]) -> Self:
        """The clock that the root element of a file declares."""
        rate = _number(attributes.get("frameRate", ""))
        frames = (rate or Fraction(_FRAME_RATE)) * _ratio(attributes.get("frameRateMultiplier", ""))
        parts = _number(attributes.get("subFrameRate", "")) or Fraction(1)
        ticks = _number(attributes.get("tickRate", "")) or (frames * parts if rate else Fraction(1))
        return cls(frames, ticks)

    def milliseconds(self, text: str) -> int | None:
        """What `text` says, or None where it is no time. A number without a unit is seconds."""
        text = text.strip()
        if match := _CLOCK.fullmatch(text):
            hours, minutes, secs, fraction, frames = match.groups()
            whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(secs)
            if frames:
                return whole * 1000 + int(int(frames) * 1000 / self.frames)
            return whole * 1000 + int((fraction or "0").ljust(3, "0")[:3])
        if match := _OFFSET.fullmatch(text):
            number = Fraction(f"{match[1]}.{match[2] or 0}")
            return int(number * self._unit(match[3]))
        return None

    def _unit(self, name: str | None) -> Fraction:
        """How many milliseconds a unit has."""
        if name == "f":
            return 1000 / self.frames
        if name == "t":
            return 1000 / self.ticks
        return Fraction(_UNITS[name])


def _number(text: str) -> Fraction | None:
    """A count above zero."""
    match = re.fullmatch(r"\s*0*([1-9]\d{0,9})\s*", text, re.ASCII)
    return Fraction(int(match[1])) if match else None


def _ratio(text: str) -> Fraction:
    """`1000 1001` or, as older files have it, `1000:1001`."""
    parts = [_number(part) for part in re.split(r"[\s:]+", text.strip())]
    if len(parts) == 2 and parts[0] and parts[1]:
        return parts[0] / parts[1]
    return Fraction(1)
