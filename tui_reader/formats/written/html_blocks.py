"""HTML taken apart into what one reads: headings, paragraphs, and who speaks when.

As lenient as a browser and as fast as one: what is no tag is text, what is never closed ends with
the file, and no two brackets are looked at twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tui_reader.entities import unescaped
from tui_reader.formats.written.html_marks import (
    as_markdown,
    emphasis,
    escaped_words,
    link_end,
    link_start,
)
from tui_reader.lazily import pattern

__all__ = ["Block", "Row", "blocks_of"]

_TOKEN: Final = pattern(
    r"<!--|<[!?][^<>]*+>"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]{0,40}+)(?P<rest>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>"
    r"|</?[a-zA-Z][^<>]*+>"
)
_ATTRIBUTE: Final = pattern(
    r"\b(?P<name>href|datetime|class)\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"']++))",
    re.IGNORECASE,
)

_UNREAD: Final = frozenset({"script", "style", "template", "svg", "noscript", "nav", "iframe"})
_KINDS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "title", "cite", "time"})
_BLOCKS: Final = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "body", "head"),
        *("html", "ul", "ol", "dl", "dt", "dd", "table", "tr", "thead", "tbody", "blockquote"),
        *("pre", "hr", "figure", "figcaption", "form", "fieldset", "details", "summary", "center"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "li", "title", "textarea", "address", "main"),
    }
)
_SPEAKER: Final = pattern(r"(?:[a-z]+[-_]+){0,3}speaker(?:[-_]*(?:name|label|title))?")


class Row(NamedTuple):
    """A line of a block, and the line of the source it begins on, from 1."""

    line: int
    text: str


class Block(NamedTuple):
    """A heading (`h1` …), a list item, a `cite`, a `time`, a paragraph: ``, or what is no part of
    the words: the page's `title`, a `footer`.

    `value` is the time that a `time` has as an attribute. The rows of Markdown are as the plain
    ones, with emphasis and links.
    """

    kind: str
    rows: tuple[Row, ...]
    markdown: tuple[str, ...]
    value: str = ""

    @property
    def line(self) -> int:
        """The line of the source it begins on."""
        return self.rows[0].line

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(row.text for row in self.rows)


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of a page or of a piece of one, in order; those without words are left out."""
    page = _Page()
    at = 0
    unclosed: set[str] = set()
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < at:
            continue
        page.add(text[at:start])
        name = (match["name"] or "").lower()
        if match[0] == "<!--" or (name in _UNREAD and not match["close"]):
            end = _end_of(text, end, name, unclosed)
        elif name:
            yield from page.tag(name, bool(match["close"]), match["rest"])
        page.skip(text[start:end])
        at = end
    page.add(text[at:])
    yield from page.flush()


def _end_of(text: str, at: int, name: str, unclosed: set[str]) -> int:
    """Where a comment or an element that nobody reads ends; `at` where it never does."""
    if name in unclosed:
        return at
    closing = pattern(rf"</{name}\b[^<>]*+>?" if name else "-->", re.IGNORECASE)
    found = closing.search(text, at)
    if found is None:
        unclosed.add(name)
        return at
    return found.end()


@dataclass
class _Page:
    """What has been read of the block under way, and the line that the reading has come to."""

    line: int = 1
    kind: str = ""
    value: str = ""
    preformatted: int = 0
    footers: int = 0
    plain: list[list[str]] = field(default_factory=lambda: [[]])
    marked: list[list[str]] = field(default_factory=lambda: [[]])
    lines: list[int] = field(default_factory=lambda: [1])
    links: list[str] = field(default_factory=list)
    _within: str = ""

    def skip(self, source: str) -> None:
        self.line += source.count("\n")

    def add(self, source: str) -> None:
        """Text of the page goes into the block under way."""
        if not source:
            return
        pieces = source.split("\n") if self.preformatted else [source]
        for index, piece in enumerate(pieces):
            if index:
                self.line += 1
                self._new_row()
            self._put(piece)
            self.line += piece.count("\n")

    def _put(self, source: str) -> None:
        if not self.plain[-1]:
            blank = source[: len(source) - len(source.lstrip())]
            if len(blank) == len(source):
                return
            self.lines[-1] = self.line + blank.count("\n")
        words = unescaped(source)
        self.plain[-1].append(words)
        self.marked[-1].append(escaped_words(words))

    def _new_row(self) -> None:
        self.plain.append([])
        self.marked.append([])
        self.lines.append(self.line)

    def tag(self, name: str, closes: bool, rest: str) -> Iterator[Block]:
        """A tag ends the block under way, begins another, or marks words in it."""
        role = "" if closes or name == "body" else _role(rest)
        if name == "br":
            self._new_row()
        elif role:
            yield from self.flush()
            self.kind, self._within = role, name
        elif closes and name == self._within:
            self._within = ""
            yield from self.flush()
        elif name in ("cite", "time"):
            yield from self._aside(name, closes, rest)
        elif name in _BLOCKS:
            yield from self.flush()
            if name == "footer":
                self.footers = max(self.footers + (-1 if closes else 1), 0)
            if name in ("pre", "textarea"):
                self.preformatted = max(self.preformatted + (-1 if closes else 1), 0)
            self.kind = name if name in _KINDS and not closes else ""
        elif name in ("td", "th"):
            self.plain[-1].append(" ")
            self.marked[-1].append(" ")
        elif name == "a":
            self._link(closes, rest)
        elif mark := emphasis(name, closes=closes):
            self.marked[-1].append(mark)

    def _aside(self, name: str, closes: bool, rest: str) -> Iterator[Block]:
        """A speaker or a time at the top of a block stands for itself; elsewhere it is text."""
        if closes:
            if self.kind == name:
                yield from self.flush()
        elif self.kind in ("", "cite", "time") and not any(self.plain):
            yield from self.flush()
            self.kind = name
            self.value = _attribute(rest, "datetime")

    def _link(self, closes: bool, rest: str) -> None:
        if not closes:
            self.links.append(_attribute(rest, "href"))
            self.marked[-1].append(link_start(self.links[-1]))
        elif self.links:
            self.marked[-1].append(link_end(self.links.pop()))

    def flush(self) -> Iterator[Block]:
        """The block under way, if it has words."""
        if any(self.plain) or self.value:
            yield from self._block()
        self.plain, self.marked, self.lines, self.links = [[]], [[]], [self.line], []
        self.kind, self.value = "", ""

    def _block(self) -> Iterator[Block]:
        rows = [
            (Row(line, " ".join("".join(plain).split())), as_markdown("".join(marked)))
            for line, plain, marked in zip(self.lines, self.plain, self.marked, strict=True)
        ]
        while rows and not rows[-1][0].text:
            rows.pop()
        first = next((index for index, row in enumerate(rows) if row[0].text), len(rows))
        if rows[first:] or (self.kind == "time" and self.value):
            rows = rows[first:] or [(Row(self.line, ""), "")]
            plain_rows, markdown = zip(*rows, strict=True)
            yield Block("footer" if self.footers else self.kind, plain_rows, markdown, self.value)


def _role(rest: str) -> str:
    """What an element is by its class: who speaks, or nothing that is known."""
    if "peaker" not in rest:
        return ""
    names = _attribute(rest, "class").lower().split()
    return "cite" if any(map(_SPEAKER.fullmatch, names)) else ""


def _attribute(source: str, name: str) -> str:
    for match in _ATTRIBUTE.finditer(source):
        if match["name"].lower() == name:
            return unescaped(match["double"] or match["single"] or match["bare"] or "").strip()
    return ""
