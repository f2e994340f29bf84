"""Markdown's inline markup taken off: what remains is what one would read out.

Only as much of Markdown as people use in transcripts. What is no markup stays: `snake_case`,
`2 * 3`, and whatever stands between backticks.
"""

import re
from typing import Final, NamedTuple

from tui_reader.entities import unescaped
from tui_reader.model import Link

__all__ = ["LinkSpan", "escaped", "links_in", "plain", "plain_with_links"]


class LinkSpan(NamedTuple):
    """The characters of a plain text that stand for a link."""

    start: int
    end: int
    url: str


_MARKUP: Final = re.compile(r"[\\`*_\[<&~]")

# Where a link begins and ends while markup around it is taken off, likewise.
_LINK: Final = "\ufde0"
_LINK_END: Final = "\ufde1"

# Characters of code and escapes that would be markup elsewhere wait as noncharacters of Unicode,
# which no text contains, until the emphasis around them is gone.
_SHIELDED: Final = {ord(char): 0xFDD0 + n for n, char in enumerate("\\`*_[]<>&~!()#")}
_UNSHIELDED: Final = {shield: char for char, shield in _SHIELDED.items()}

_TAGS: Final = (  # other words between angle brackets are words
    "a|abbr|audio|b|blockquote|br|center|cite|code|del|details|div|em|figcaption|figure|font|h[1-6]"
    "|hr|i|iframe|img|ins|kbd|li|mark|ol|p|picture|q|s|small|source|span|strong|sub|summary|sup"
    "|table|tbody|td|th|thead|tr|u|ul|video"
)
_INLINE: Final = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`{1,3})(?P<code>[^`]+)(?P=ticks)(?!`)"
    r"|!?\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*+\])*+)\]"
    r"\(\s*+<?(?P<url>[^\s()<>]*+(?:\([^\s()]*+\)[^\s()<>]*+)*+)>?"
    r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?\s*+\)"
    r"|<(?P<auto>(?:https?://|mailto:)[^\s<>]+)>"
    r"|(?P<bare>https?://[^\s<>\[\]()\"“”`*]*[^\s<>\[\]()\"“”`*.,;:!?'_~])"
    rf"|</?(?P<tag>{_TAGS})(?:\s[^<>]*)?/?>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]\w{1,31});)",
    re.DOTALL,
)
_EMPHASIS: Final = (
    re.compile(
        r"(?<![*\w])\*(?=[^\s*])([^*]+)(?<=[^\s*])\*(?!\*)|(?<!\*)\*(?=[^\s*])([^*]+)(?<=[^\s*])\*(?![*\w])"
    ),
    re.compile(r"\*\*(?=[^\s*])([^*]+)(?<=[^\s*])\*\*()"),
    re.compile(r"(?<![\w_])_(?=[^\s_])([^_]+)(?<=[^\s_])_(?![\w_])()"),
    re.compile(r"(?<![\w_])__(?=[^\s_])(?![a-z\d]+__)([^_]+(?:_[^_]+)*)(?<=[^\s_])__(?![\w_])()"),
    re.compile(r"~~(?=[^\s~])([^~]+)(?<=[^\s~])~~()"),
)
_OPENABLE: Final = ("http://", "https://", "mailto:")


def escaped(text: str) -> str:
    """Markdown that reads as `text`, whatever is in it."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def plain(text: str) -> str:
    """`text` without inline markup: a link is its words, code is what it says."""
    if not _MARKUP.search(text):
        return text
    text = _INLINE.sub(_replaced, _without_comments(text))
    if "*" in text or "_" in text or "~" in text:
        for emphasis in (*_EMPHASIS, _EMPHASIS[0]):
            text = emphasis.sub(lambda match: match[1] or match[2], text)
    return text.translate(_UNSHIELDED)


def plain_with_links(text: str) -> tuple[str, tuple[LinkSpan, ...]]:
    """`text` as `plain` has it, and where in it the links are that can be opened.

    A link without words shows its address.
    """
    text = text.replace(_LINK, "").replace(_LINK_END, "")
    if not links_in(text):
        return plain(text), ()
    urls: list[str] = []

    def marked(match: re.Match[str]) -> str:
        url = _address(match)
        if not url:
            return match[0]
        urls.append(url)
        words = " ".join((match["text"] or "").split())
        return f"{_LINK}{words or url.translate(_SHIELDED)}{_LINK_END}"

    pieces = plain(_INLINE.sub(marked, text)).split(_LINK)
    shown, spans = pieces[0], []
    for url, piece in zip(urls, pieces[1:], strict=True):
        words, _, after = piece.partition(_LINK_END)
        spans.append(LinkSpan(len(shown), len(shown) + len(words), url))
        shown += words + after
    return shown, tuple(spans)


def links_in(text: str) -> list[Link]:
    """The links of `text` that can be opened, with their words as titles."""
    if "http" not in text and "mailto:" not in text:
        return []
    found = []
    for match in _INLINE.finditer(text):
        if url := _address(match):
            title = " ".join(plain(match["text"] or "").split())
            found.append(Link(title or url, url))
    return found


def _address(match: re.Match[str]) -> str:
    """The address of a link that can be opened; nothing for a picture or any other markup."""

    url = unescaped(match["url"] or match["auto"] or match["bare"] or "")
    openable = url.lower().startswith(_OPENABLE) and not match[0].startswith("!")
    return url if openable else ""


def _without_comments(text: str) -> str:
    """`text` without `<!-- comments -->`; a regular expression would take quadratic time."""
    kept = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join((*kept, text[at:]))


def _replaced(match: re.Match[str]) -> str:
    if match["escaped"]:
        return match["escaped"].translate(_SHIELDED)
    if match["code"]:
        return match["code"].strip().translate(_SHIELDED)
    if match["text"] is not None:
        return _INLINE.sub(_replaced, match["text"])
    if match["auto"] or match["bare"]:
        return (match["auto"] or match["bare"]).translate(_SHIELDED)
    if match["entity"]:
        return unescaped(match["entity"]).translate(_SHIELDED)
    return " " if match["tag"] == "br" else ""
