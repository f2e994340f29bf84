"""A talk in a post that is a list or a quotation as a whole: `- **Name:** text`, `> Name: text`."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tui_reader.formats.written.headers import Label, bold_label
from tui_reader.formats.written.items import Item
from tui_reader.lazily import pattern

__all__ = ["unlisted", "unquoted"]

_QUOTE: Final = pattern(r"^[ \t]*>[ \t>]*", re.MULTILINE)
_QUOTED: Final = 0.8  # the share of the lines, headings aside
_BULLET: Final = pattern(r"[ \t]*(?:[-*+•]|\d{1,4}[.)])[ \t]+(?=\*\*|__)")
_LISTED: Final = 0.6  # the share of the pieces, headings aside
_ALTERNATING: Final = 0.5  # the share of the entries whose speaker is not that of the one before
_HEADINGS: Final = 6  # entries for one heading at least: a talk is not cut up as a list is
_SENTENCE_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", '"', "”", "»", ")", "]")


def unquoted(text: str) -> str:
    """`text` without its marks of quotation where it is one quotation, else as it is."""
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    quoted = sum(line.lstrip().startswith(">") for line in lines)
    return _QUOTE.sub("", text) if quoted > 1 and quoted >= _QUOTED * len(lines) else text


def unlisted(items: Sequence[Item]) -> Sequence[Item]:
    """`items` with the bold names of a list as labels, where the list is a talk.

    Then people take turns, come back, and say sentences.
    """
    found = {n: label for n, item in enumerate(items) if (label := _listed_label(item))}
    if not found or any(item.label for item in items) or not _is_talk(items, found):
        return items
    return [
        item._replace(text=item.text[found[n].end :], label=found[n]) if n in found else item
        for n, item in enumerate(items)
    ]


def _listed_label(item: Item) -> Label | None:
    bullet = None if item.level else _BULLET.match(item.text)
    label = bold_label(item.text[bullet.end() :]) if bullet else None
    if bullet is None or label is None:
        return None
    return label._replace(end=label.end + bullet.end())


def _is_talk(items: Sequence[Item], found: dict[int, Label]) -> bool:
    names = [label.name for label in found.values()]
    again = sum(count for count in Counter(names).values() if count > 1)
    changes = sum(before != after for before, after in pairwise(names))
    ended = sum(items[n].text.rstrip().endswith(_SENTENCE_ENDS) for n in found)
    headings = sum(item.level > 1 for item in items)
    return (
        len(set(names)) > 1
        and not any(name[0].islower() for name in names)
        and len(names) >= _LISTED * (len(items) - headings)
        and again * 2 > len(names)
        and changes >= _ALTERNATING * (len(names) - 1)
        and ended * 2 >= len(names)
        and headings * _HEADINGS <= len(names)
    )
