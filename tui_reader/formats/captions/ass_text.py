"""The words of a line of SubStation Alpha, without its effects and drawings."""

from typing import Final

from tui_reader.lazily import pattern

__all__ = ["ass_words"]

_BLOCK: Final = pattern(r"\{([^{}]*+)\}")
_DRAWING: Final = pattern(r"\\p(\d+)")
_BREAKS: Final = pattern(r"\\[Nn]")


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
