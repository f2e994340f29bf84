"""What a site's own machinery needs in a post, taken away before anybody reads it.

Comments, shortcodes of Hugo (`{{< youtube x >}}`), tags of Liquid (`{% include x %}`), `<details>`,
players in frames, references behind links, links between notes (`[[page|words]]`). Lines keep their
numbers, and words that such a thing carries stay; an address becomes a link.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tui_reader.lazily import pattern
from tui_reader.model import Link

__all__ = ["Unwrapped", "unwrapped"]

_SHORTCODE: Final = pattern(
    r"(?P<code>```[^`]*+```|`[^`\n]++`)"
    r"|\{\{[<%](?P<hugo>(?:[^{}%>]|[%>](?!\}\}))*+)[%>]\}\}"
    r"|\{%(?P<liquid>(?:[^{}%]|%(?!\}))*+)%\}"
)
_VALUE: Final = pattern(r"(?:([\w-]{1,40})\s*=\s*)?(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=]+))")
_SPOKEN: Final = frozenset({"title", "caption", "text", "quote", "alt", "attr", "label", "summary"})
_PLAYERS: Final = {
    "youtube": ("YouTube", "https://www.youtube.com/watch?v={}"),
    "vimeo": ("Vimeo", "https://vimeo.com/{}"),
    "gist": ("Gist", "https://gist.github.com/{}"),
}
_SCHEMES: Final = ("http://", "https://")

_TAG: Final = pattern(r"<(?:details|summary|a\s|iframe|audio|video|source|embed)", re.I)
_DETAILS: Final = pattern(r"^[ \t]*</?details\b[^<>\n]{0,200}>[ \t]*", re.MULTILINE | re.I)
_SUMMARY: Final = pattern(r"^[ \t]*<summary\b[^<>\n]{0,200}>([^<\n]*)</summary>", re.M | re.I)
_FRAME: Final = pattern(
    r"<(?:iframe|audio|video|source|embed)\b[^<>]{0,2000}?\bsrc=[\"'](https?://[^\s\"'<>]{1,2000})"
    r"[\"'][^<>]{0,2000}>",
    re.IGNORECASE,
)
_ANCHOR: Final = pattern(
    r"<a\b[^<>]{0,500}?\bhref=[\"']((?:https?://|mailto:)[^\s\"'<>()]{1,2000})[\"'][^<>]{0,500}>"
    r"([^<>\[\]]{1,500})</a>",
    re.IGNORECASE,
)
_WIKI: Final = pattern(
    r"(?<![`\[])(!?)\[\[([^\s\[\]|][^\[\]|\n]{0,200})(?:\|([^\[\]\n]{1,200}))?\]\](?![(\]])"
)
_REFERENCE: Final = pattern(
    r"^ {0,3}\[([^\[\]^][^\[\]\n]{0,80})\]:[ \t]+<?((?:https?://|mailto:)[^\s<>]{1,2000})>?"
    r"(?:[ \t]+[\"'(][^\n]{0,300}[\"')])?[ \t]*$",
    re.MULTILINE,
)
_REFERRING: Final = pattern(r"\[([^\[\]]{1,500})\](?:\[([^\[\]]{0,80})\])?(?![(:\[])")


class Unwrapped(NamedTuple):
    """A body without its site's markup, and the links that were in it."""

    text: str
    links: list[Link]


def unwrapped(text: str) -> Unwrapped:
    """`text` as its author meant it to be read, every line where it was."""
    links: list[Link] = []
    if "<!--" in text:
        text = "".join(_without_comments(text))
    if "{{" in text or "{%" in text:
        text = _SHORTCODE.sub(lambda match: _shortcode(match, links), text)
    if _TAG.search(text):
        text = _without_tags(text, links)
    if "[[" in text:
        text = _WIKI.sub(lambda match: "" if match[1] else match[3] or match[2], text)
    if "]:" in text:
        text = _with_references(text, links)
    return Unwrapped(text, links)


def _without_comments(text: str) -> Iterator[str]:
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        end += 3
        if text[start - 1 : start] == "`":  # somebody writes about them
            yield text[at:end]
        else:
            yield text[at:start] + "\n" * text.count("\n", start, end)
        at = end
    yield text[at:]


def _shortcode(match: re.Match[str], links: list[Link]) -> str:
    """The words that a shortcode shows a reader: what it quotes, and nothing of the rest."""
    if match["code"] is not None:
        return match[0]
    name, _, arguments = (match["hugo"] or match["liquid"] or "").strip(" \t\n-/").partition(" ")
    spoken = []
    for key, *quoted, bare in _VALUE.findall(arguments):
        value = "".join(quoted) or bare
        if value.startswith(_SCHEMES):
            links.append(Link(value, value))
        elif name in _PLAYERS and key in ("", "id"):
            title, address = _PLAYERS[name]
            links.append(Link(title, address.format(value)))
        elif key in _SPOKEN or (any(quoted) and not key and " " in value):
            spoken.append(" ".join(value.split()))
    return " ".join(spoken) + "\n" * match[0].count("\n")


def _without_tags(text: str, links: list[Link]) -> str:
    def framed(match: re.Match[str]) -> str:
        links.append(Link(match[1], match[1]))
        return "\n" * match[0].count("\n")

    text = _DETAILS.sub("", text)
    text = _SUMMARY.sub(r"#### \1", text)
    text = _ANCHOR.sub(r"[\2](\1)", text)
    return _FRAME.sub(framed, text)


def _with_references(text: str, links: list[Link]) -> str:
    """`[words][name]` as `[words](address)`, where the address is said on a line of its own."""
    addresses = {name.casefold(): Link(name, url) for name, url in _REFERENCE.findall(text)}
    used = set()

    def linked(match: re.Match[str]) -> str:
        name = (match[2] or match[1]).casefold()
        if name not in addresses:
            return match[0]
        used.add(name)
        return f"[{match[1]}]({addresses[name].url})"

    if addresses:
        text = _REFERRING.sub(linked, _REFERENCE.sub("", text))
        links += (link for name, link in addresses.items() if name not in used)
    return text
