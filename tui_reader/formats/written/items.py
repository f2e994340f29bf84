"""The pieces a post is made of: headings, paragraphs, and labels with what follows them."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from tui_reader.formats.written.headers import (
    Label,
    bold_label,
    linked_label,
    timed_header,
    without_time_links,
)
from tui_reader.lazily import pattern

__all__ = ["LIST_ITEM", "Item", "items_of"]

LIST_ITEM: Final = pattern(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
"""How an entry of a list begins."""

_HEADING: Final = pattern(r"(#{1,6})[ \t]+(\S[^\n]*)")
_RULE: Final = pattern(r"[ \t]*+(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")
_UNDERLINE: Final = pattern(r"={3,}[ \t]*$")
_TABLE_RULE: Final = pattern(r"[ \t]*+\|?[ \t]*+:?-{2,}+:?[ \t]*+(?:\|[ \t]*+:?-*+:?[ \t]*+)++$")
_FENCE: Final = pattern(r"[ \t]*(```+|~~~+)")


class Item(NamedTuple):
    """A heading (`level` 1 to 6), a paragraph, or a label with what follows it, as written."""

    line: int
    text: str
    level: int = 0
    label: Label | None = None


def items_of(text: str, first_line: int = 1) -> Iterator[Item]:
    """The headings and paragraphs of Markdown, in order, each with the line it begins on."""
    run = _Run()
    fence = ""
    for number, line in enumerate(text.split("\n"), start=first_line):
        mark = line.lstrip()[:1]
        if fence:
            run.add(number, line)
            fence = "" if line.strip().startswith(fence) else fence
        elif not mark or (mark in "*-_|:" and (_RULE.match(line) or _TABLE_RULE.match(line))):
            yield from run.taken()
        elif mark in "`~" and (found := _FENCE.match(line)):
            yield from run.taken()
            run.add(number, line)
            fence = found[1]
        elif mark == "#" and (heading := _HEADING.match(line)):
            yield from run.taken()
            yield Item(number, heading[2].rstrip("# \t") or heading[2], len(heading[1]))
        elif mark == "=" and run.is_line and _UNDERLINE.match(line):
            yield run.heading()
        elif mark == "|" or LIST_ITEM.match(line):
            yield from run.taken()
            run.add(number, line)
        elif linked := linked_label(line):
            yield from run.taken()
            run.begin(number, without_time_links(line[linked.end :]), linked)
        else:
            line = without_time_links(line)
            if label := bold_label(line) or timed_header(line):
                yield from run.taken()
                run.begin(number, line[label.end :], label)
            else:
                run.add(number, line)
    yield from run.taken()


class _Run:
    """The lines of a paragraph, as they come."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._label: Label | None = None
        self._line = 1

    @property
    def is_line(self) -> bool:
        """Whether it is one line, of nobody."""
        return len(self._lines) == 1 and self._label is None

    def begin(self, number: int, rest: str, label: Label) -> None:
        self._label = label
        self._line = number
        self._lines = [rest]

    def add(self, number: int, line: str) -> None:
        if not self._lines:
            self._line = number
        self._lines.append(line)

    def taken(self) -> Iterator[Item]:
        """The paragraph, if there is one; the next begins."""
        if self._lines:
            yield Item(self._line, "\n".join(self._lines), label=self._label)
        self._lines, self._label = [], None

    def heading(self) -> Item:
        """The line as a heading of the first level: it turned out to be underlined."""
        (title,) = self._lines
        self._lines = []
        return Item(self._line, title.strip(), 1)
