"""Text from a file, made safe to show: the one gate between a transcript and a terminal.

Control characters could move the cursor, retitle the window or write to the clipboard;
bidirectional overrides could make a name or a link read as another (CVE-2021-42574). Each becomes
one visible character, so that nothing is dropped silently and every offset stays what it was.
"""

import re
from typing import Final

__all__ = ["harmless", "harmless_line", "is_harmless"]

_CONTROLS: Final = [c for c in range(0x20) if c not in (0x09, 0x0A)] + [0x7F, *range(0x80, 0xA0)]
_BIDI: Final = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_SURROGATES: Final = "\ud800-\udfff"

_TABLE: Final = {
    **{c: 0x2400 + c for c in _CONTROLS if 0 < c < 0x20},  # ESC becomes its picture, ␛
    **{c: 0xFFFD for c in _CONTROLS if c == 0 or c > 0x7F},
    0x7F: 0x2421,
    **dict.fromkeys(_BIDI, 65533),
    **dict.fromkeys(range(55296, 57344), 65533),
}
_HARMFUL: Final = re.compile(
    "[" + "".join(re.escape(chr(c)) for c in _CONTROLS + _BIDI) + _SURROGATES + "]"
)


def is_harmless(text: str) -> bool:
    """Whether `text` may be shown as it is."""
    return _HARMFUL.search(text) is None


def harmless(text: str) -> str:
    """`text` with every control character and bidirectional override made visible.

    Tabs and newlines stay, and so does the length. NUL becomes U+FFFD, as WebVTT has it.
    """
    return text if is_harmless(text) else text.translate(_TABLE)


def harmless_line(text: str) -> str:
    """`text` made harmless and put on one line, for names and titles."""
    return " ".join(harmless(text).split())
