"""What a regular expression spells out: what a text must have to match it, and how much that is.

Only what is certain must be there: letters and digits outside of groups and classes that are not
repeated. Most texts fail at that already.
"""

import re
from typing import Final

from tui_reader.fold import spaced

__all__ = ["needed", "written_out"]

_PIECE: Final = re.compile(
    r"""
    (?P<class> \[ \^? \]? (?: \\. | [^\]\\] )* \] )
  | (?P<escape> \\ (?: [pPNg]\{[^}]*\} | [pPc]. | [xuU][0-9a-fA-F]* | \d+ | [kgL]<[^>]*> | . ) )
  | (?P<repeat> [?*+] | \{ [^}]* \} )
  | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_TIMES: Final = re.compile(r"\{\s*(\d{1,9})")
_STRANGE: Final = re.compile(r"\(\?(?![:=!]|<[=!])")
"""Flags, recursion and whatever else makes letters mean something else: nothing is certain."""


def needed(source: str) -> str:
    """The longest part of a word, folded, that every match has; empty where none is certain."""
    if _STRANGE.search(source):
        return ""
    depth, run, runs = 0, "", []
    for piece in _PIECE.finditer(source):
        char = piece["other"]
        if char in ("(", ")"):
            depth += 1 if char == "(" else -1
        elif char == "|" and not depth:
            return ""
        if char is not None and not depth and char.isalnum():
            run += char
        else:
            runs.append(run[:-1] if piece["repeat"] else run)
            run = ""
    words = (word for part in [*runs, run] for word in spaced(part).split())
    return max(words, key=len, default="")


def written_out(source: str) -> int:
    """How many characters `source` is about where repetitions are written out: `(ab){3}` is six."""
    sizes, last = [0], 0
    for piece in _PIECE.finditer(source):
        char, times = piece["other"], _TIMES.match(piece["repeat"] or "")
        if times:
            sizes[-1] += last * (int(times[1]) - 1)
            last *= int(times[1])
        elif char == "(":
            sizes.append(0)
        elif char == ")" and len(sizes) > 1:
            last = sizes.pop()
            sizes[-1] += last
        elif char is None or not char.isspace():
            last = 1
            sizes[-1] += 1
        else:
            sizes[-1] += 1
    return sum(sizes)
