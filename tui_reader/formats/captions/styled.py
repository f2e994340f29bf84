"""The words of a cue without its looks: tags of HTML, and the braces of other subtitle formats."""

from typing import Final

from tui_reader.formats.captions.cuetext import CueBlock, spoken
from tui_reader.lazily import pattern
from tui_reader.turns import Cue

__all__ = ["styled"]

_BREAK: Final = pattern(r"<[bB][rR]\s*+/?>|(?<!:)\\N")
_BRACES: Final = pattern(r"\{(?:\\[^{}\n]*+|/?[biusBIUS]|[yYcCfFsSoPH]:[^{}\n]*+)\}")


def styled(start: int | None, end: int | None, payload: str, line: int) -> list[Cue]:
    """What is said in a cue whose text is `payload`; a cue for each voice, if it has voices.

    `{\\an8}`, `{i}`, `<font color=…>` and their like go; `{laughs}` is no tag and stays.
    """
    if "{" in payload:
        payload = _BRACES.sub("", payload)
    if "<" in payload or "\\" in payload:
        payload = _BREAK.sub("\n", payload)
    cues = spoken(CueBlock("", start or 0, end or start or 0, payload, line))
    if start is None or end is None:
        return [cue._replace(start=start, end=end) for cue in cues]
    return cues
