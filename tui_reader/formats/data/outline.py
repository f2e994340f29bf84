"""What a JSON file is made of, told from its head: the paths of its keys."""

import re
from functools import lru_cache
from typing import Final

from tui_reader.formats.data.jsontext import DEPTH
from tui_reader.lazily import pattern

__all__ = ["outline"]

_ENOUGH: Final = 24_576
"""Characters of a head that are looked at: every vendor has shown all its keys by then."""

_JSON: Final = pattern(r'\s*(?:\{\s*(?:["}]|\Z)|\[\s*[\[{])')
_TOKEN: Final = pattern(r'"((?:[^"\\]++|\\.)*+)(?:"(\s*+:)?)?|[{}\[\]]', re.DOTALL)


@lru_cache(maxsize=2)
def outline(head: str) -> frozenset[str]:
    """The paths of all keys in `head`, such as `results[].words[].start`.

    `head` may end anywhere. Nothing where it is no JSON, or where other text follows an object, as
    a post follows its front matter.
    """
    if not _JSON.match(head):
        return frozenset()
    paths: set[str] = set()
    around: list[str] = []
    here = ""
    for token in _TOKEN.finditer(head, 0, _ENOUGH):
        key, colon = token.groups()
        if key is not None:
            if colon and around:
                here = f"{around[-1]}.{key}" if around[-1] else key
                paths.add(here)
        elif token[0] in "[{":
            here = here + "[]" if token[0] == "[" else here
            around.append(here)
            if len(around) > DEPTH:
                return frozenset()
        elif around:
            around.pop()
            here = around[-1] if around else ""
            if not around and _followed_by_text(head, token.end()):
                return frozenset()
    return frozenset(paths)


def _followed_by_text(head: str, end: int) -> bool:
    return head[end:].lstrip()[:1] not in ("", "{", "[")
