"""Text as Markdown that reads as that text, whatever is in it, and stays readable as it is.

Only what would mean something is escaped (CommonMark 0.31 and the links that GitHub makes of bare
addresses), so that `It's 5 o'clock, isn't it?` stays what it is.
"""

import re
from typing import Final

from tui_reader.harmless import harmless

__all__ = ["as_written", "escaped_line"]

_INLINE: Final = re.compile(
    r"[\\`*_\[\]<>~$|]"
    r"|&(?=#?\w)"
    r"|(?<=[hH][tT][tT][pP]):|(?<=[hH][tT][tT][pP][sS]):|(?<=[fF][tT][pP]):"
    r"|(?<=\b[wW][wW][wW])\.|(?<=\w)@(?=\w)"
)
_BEGINNING: Final = re.compile(r"[#+=-]")
_NUMBER: Final = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")


def escaped_line(text: str) -> str:
    """`text` on one line, as Markdown that is nothing but its words."""
    line = _INLINE.sub(r"\\\g<0>", " ".join(harmless(text).split()))
    if _BEGINNING.match(line):
        return f"\\{line}"
    return _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line


def as_written(note: str) -> str:
    """A note as whoever wrote it meant it: their Markdown stays, but for tags of HTML.

    A fence that nothing closes is none, or all that follows would be code.
    """
    text = _TAG.sub(r"\\<", harmless(note).strip())
    lines = text.split("\n")
    if not _leaves_open(lines):
        return text
    return "\n".join(f"\\{line.lstrip()}" if _FENCE.fullmatch(line) else line for line in lines)


def _leaves_open(lines: list[str]) -> bool:
    """Whether a fence among the `lines` is still open at their end."""
    fence = ""
    for line in lines:
        match = _FENCE.fullmatch(line)
        if match is None:
            continue
        marks, rest = match.groups()
        if not fence:
            fence = marks
        elif marks[0] == fence[0] and len(marks) >= len(fence) and not rest.strip():
            fence = ""
    return bool(fence)
