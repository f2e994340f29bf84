"""Text from a file, made safe to show: the one gate between a transcript and a terminal.

Control characters could move the cursor, retitle the window or write to the clipboard;
bidirectional overrides could make a name or a link read as another (CVE-2021-42574); the switches
of shapes and the brackets of annotations could hide what is written; separators of lines and
paragraphs could break a row. Each becomes one visible character, so that nothing is dropped
silently and every offset stays what it was.

What writing needs stays, invisible as some of it is: marks of direction (Hebrew, Arabic), joiners
(Persian, Hindi, emoji), soft hyphens, variation selectors, the tags that flags are spelled with,
and any number of accents. None of it moves a cursor or turns words into others.
"""

import re
from pathlib import Path
from typing import Final

__all__ = ["count_harmful", "harmless", "harmless_line", "harmless_path", "is_harmless"]

_CONTROLS: Final = [c for c in range(0x20) if c not in (0x09, 0x0A)] + [0x7F, *range(0x80, 0xA0)]
_BIDI: Final = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_HIDING: Final = [*range(0x206A, 0x2070), *range(0xFFF9, 0xFFFC)]
_SEPARATORS: Final = [0x2028, 0x2029]
_SURROGATES: Final = range(0xD800, 0xE000)

_TABLE: Final = {
    **{c: 0x2400 + c for c in _CONTROLS if 0 < c < 0x20},  # ESC becomes its picture, ␛
    **{c: 0xFFFD for c in _CONTROLS if c == 0 or c > 0x7F},
    0x7F: 0x2421,
    **dict.fromkeys(_SEPARATORS, 0x2424),  # the picture of a newline, ␤
    **dict.fromkeys([*_BIDI, *_HIDING, *_SURROGATES], 0xFFFD),
}
_HARMFUL: Final = re.compile(
    "[" + "".join(re.escape(chr(c)) for c in _TABLE if c not in _SURROGATES) + "\ud800-\udfff]"
)


def is_harmless(text: str) -> bool:
    """Whether `text` may be shown as it is."""
    return _HARMFUL.search(text) is None


def count_harmful(text: str) -> int:
    """How many characters of `text` may not be shown as they are."""
    return sum(1 for _ in _HARMFUL.finditer(text))


def harmless(text: str) -> str:
    """`text` with every control character and bidirectional override made visible.

    Tabs and newlines stay, and so does the length. NUL becomes U+FFFD, as WebVTT has it.
    """
    return text if is_harmless(text) else text.translate(_TABLE)


def harmless_line(text: str) -> str:
    """`text` made harmless and put on one line, for names and titles."""
    return " ".join(harmless(text).split())


def harmless_path(path: Path) -> str:
    """`path` as it may be printed, whatever its name is made of."""
    return harmless_line(str(path))
