"""The words of a line of SubStation Alpha, without its effects and drawings."""

import re
from typing import Final

__all__ = ["ass_words"]

_BLOCK: Final = re.compile(r"\{([^{}]*+)\}")
_DRAWING: Final = re.compile(r"\\p(\d+)")
_BREAKS: Final = re.compile(r"\\[Nn]")


def ass_words(text: str) -> str:
    """What a viewer reads in `text`: its lines, without `{…}` and without what is drawn."""
    if "{" in text:
        text = "".join(_pieces(text))
    if "\\" in text:
        text = _BREAKS.sub("\n", text).replace("\\h", " ")
    return text.strip()


def _pieces(text: str) -> list[str]:
    pieces = []
    draws = False
    end = 0
    for block in _BLOCK.finditer(text):
        if not draws:
            pieces.append(text[end : block.start()])
        for scale in _DRAWING.findall(block[1]):
            draws = scale.strip("0") != ""
        end = block.end()
    if not draws:
        pieces.append(text[end:])
    return pieces
