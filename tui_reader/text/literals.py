"""What a text must have, letter by letter, for a regular expression to match: most texts fail it.

Only what is certain counts: letters and digits outside of groups and classes that are not repeated.
"""

import re
from typing import Final

from tui_reader.fold import spaced

__all__ = ["needed"]

_PIECE: Final = re.compile(
    r"""
    (?P<class> \[ \^? \]? (?: \\. | [^\]\\] )* \] )
  | (?P<escape> \\ (?: [pPNg]\{[^}]*\} | [pPc]. | [xuU][0-9a-fA-F]* | \d+ | [kgL]<[^>]*> | . ) )
  | (?P<repeat> [?*+] | \{ [^}]* \} )
  | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
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
