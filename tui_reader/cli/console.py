"""Where a command prints: a terminal, with colour and a width, or a pipe, plain."""

import os
import sys
import zlib
from collections.abc import Iterable, Sequence
from typing import Final

from tui_reader.harmless import harmless_line

__all__ = ["BOLD", "DIM", "HIT", "WARNING", "Console", "complain", "speaker_style"]

BOLD: Final = "1"
DIM: Final = "2"
HIT: Final = "30;43"
WARNING: Final = "31"

_SPEAKERS: Final = ("36", "32", "35", "33", "94", "91")
_USUAL_WIDTH: Final = 80


class Console:
    """Standard output, and how it may be written to.

    `terminal` is whether a person is looking at it; then `width` is how many columns they see.
    Colour is left out where `NO_COLOR` or `TERM=dumb` asks for it.
    """

    def __init__(self) -> None:
        self._out = sys.stdout
        self.terminal = self._out is not None and self._out.isatty()
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        self.colour = self.terminal and not plain
        self.width = _width() if self.terminal else _USUAL_WIDTH

    def print(self, line: str = "") -> None:
        """Write one line."""
        if self._out is not None:
            self._out.write(f"{line}\n")

    def paint(self, text: str, style: str) -> str:
        """`text` in a style, where there is colour."""
        return f"\033[{style}m{text}\033[0m" if self.colour and text else text

    def highlight(self, text: str, begin: int, end: int, spans: Iterable[Sequence[int]]) -> str:
        """`text[begin:end]` with the parts inside `spans` marked as hits."""
        parts = []
        for first, last in spans:
            first, last = max(first, begin), min(last, end)
            if first < last:
                parts += [text[begin:first], self.paint(text[first:last], HIT)]
                begin = last
        return "".join([*parts, text[begin:end]])


def complain(sentence: str) -> None:
    """Tell what is wrong: one line on standard error."""
    if sys.stderr is not None:
        print(f"tui-reader: {harmless_line(sentence)}", file=sys.stderr, flush=True)


def speaker_style(name: str) -> str:
    """The colour of a speaker, the same in every episode."""
    return _SPEAKERS[zlib.crc32(name.casefold().encode(errors="replace")) % len(_SPEAKERS)]


def _width() -> int:
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked) > 0:
        return int(asked)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL_WIDTH
    except (OSError, ValueError):
        return _USUAL_WIDTH
