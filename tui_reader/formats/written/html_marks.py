"""Words of a page as Markdown, with the marks that its tags leave among them.

Until a block is complete its tags are noncharacters of Unicode, which no text contains.
"""

import re
from typing import Final

from tui_reader.lazily import pattern

__all__ = ["as_markdown", "emphasis", "escaped_words", "link_end", "link_start"]

_MARKS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}

_SPECIAL: Final = pattern(r"[\\`*\[\]<>~{]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};)|^#")
_EMPHASIS: Final = pattern("\ufde2(\\*\\*?)\ufde3( ?)([^\ufde2\ufde3]*?)( ?)\ufde2/\\1\ufde3")
_LINK: Final = pattern("\ufde4([^\ufde4-\ufde6]*+)\ufde5([^\ufde4-\ufde6\\s()<>]*+)\ufde6")
_LEFT_OVER: Final = pattern("\ufde2/?\\*\\*?\ufde3|\ufde5[^\ufde5\ufde6]*+\ufde6|[\ufde2-\ufde6]")


def emphasis(tag: str, *, closes: bool) -> str:
    """What a tag that marks words leaves among them; nothing if `tag` is none."""
    return f"\ufde2{'/' * closes}{_MARKS[tag]}\ufde3" if tag in _MARKS else ""


def link_start(url: str) -> str:
    """What the beginning of a link leaves."""
    return "\ufde4" if url.startswith("http") else ""


def link_end(url: str) -> str:
    """What the end of a link to `url` leaves."""
    return f"\ufde5{url}\ufde6" if url.startswith("http") else ""


def escaped_words(words: str) -> str:
    """`words` so that Markdown takes none of them for markup."""
    return _SPECIAL.sub(r"\\\g<0>", words)


def as_markdown(marked: str) -> str:
    """Words with marks made into Markdown, the spaces within a mark moved out of it."""
    marked = " ".join(marked.split())
    if "\ufde2" in marked:
        marked = _EMPHASIS.sub(_emphasised, marked)
    if "\ufde5" in marked:
        marked = _LINK.sub(lambda match: f"[{match[1]}]({match[2]})" if match[1] else "", marked)
    return _LEFT_OVER.sub("", marked)


def _emphasised(match: re.Match[str]) -> str:
    mark, before, words, behind = match.groups()
    return f"{before}{mark}{words}{mark}{behind}" if words.strip() else f"{before}{words}{behind}"
