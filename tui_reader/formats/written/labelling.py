"""Labels that only the whole of a post can tell from other words.

`Name: text` without any markup, a name on a line of its own above what is said, names as headings;
and short names that stand for longer ones.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from tui_reader.formats.written.events import STAMP, parse_stamp
from tui_reader.formats.written.headers import Label, timed_title
from tui_reader.formats.written.headings import is_notes, opens_transcript
from tui_reader.formats.written.initials import Names, names_meant
from tui_reader.formats.written.items import LIST_ITEM, Item
from tui_reader.formats.written.labels import is_name, named_in
from tui_reader.lazily import pattern
from tui_reader.markdown import plain

__all__ = ["labelled", "renamed"]

_TIME: Final = rf"\\?[\[(]@?({STAMP})\\?[\])]"
_PLAIN: Final = pattern(
    rf"(?:{_TIME}[ \t]*)?[*_]{{0,3}}(?P<name>[^\s:：*_\[(][^:：*\n]{{0,39}}?)[*_]{{0,3}}"
    rf"(?:[ \t]*{_TIME})?[ \t]?(?::[*_]{{0,3}}(?:[ \t]+|$)|：[*_]{{0,3}}[ \t]*)",
    re.ASCII,
)
_BARE: Final = pattern(r"[*_ \t]{0,4}([^\s*_:][^*:\n]{0,60}?)[ \t]*:?[*_ \t]{0,4}")
_CAPITALS: Final = pattern(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}")
_ALONE: Final = 5  # headings up to which it is enough that one name comes back
_FEW: Final = 0.2  # of the paragraphs have a name at least, where nothing else says who speaks


def labelled(items: Sequence[Item], people: Sequence[str] = ()) -> list[Item]:
    """`items` with every label that can be told; `people` are known to speak."""
    found = list(_headed(items))
    known = {item.label.name for item in found if item.label and not item.label.is_event}
    known |= set(people)
    plain_names = _plain_names(found, known)
    bare = _bare_names(found, known | plain_names)
    if not plain_names and not bare:
        return found
    return [piece for n, item in enumerate(found) for piece in _split(found, n, plain_names, bare)]


def renamed(items: Sequence[Item], people: Sequence[str] = ()) -> tuple[list[Item], Names]:
    """`items` with one name for each speaker, and what was taken for what."""
    speaking = (item.label.name for item in items if item.label and not item.label.is_event)
    names = names_meant(speaking, people)
    if not names.full:
        return list(items), names
    return [
        item._replace(label=item.label._replace(name=names.of(item.label.name)))
        if item.label
        else item
        for item in items
    ], names


def _headed(items: Sequence[Item]) -> Iterator[Item]:
    """Headings that are names, made labels of what stands below them."""
    by_level: dict[int, Counter[str]] = {}
    for item in items:
        if item.level:
            by_level.setdefault(item.level, Counter())[_title(item)[1]] += 1
    spoken = {level: _speaking(titles) for level, titles in by_level.items()}
    waiting: Item | None = None
    for item in items:
        time, title = _title(item) if item.level else (None, "")
        if waiting and not (item.level or item.label):
            yield waiting._replace(text="\n" + item.text)
            waiting = None
            continue
        if waiting:
            yield waiting
            waiting = None
        if item.level and title in spoken[item.level]:
            waiting = Item(item.line, "", label=Label(title, time, 0))
        else:
            yield item
    if waiting:
        yield waiting


def _speaking(titles: Mapping[str, int]) -> frozenset[str]:
    """The headings of a level that are names: most of them, and more than one, come back."""
    total = sum(titles.values())
    names = {
        title: count
        for title, count in titles.items()
        if is_name(title) and not is_notes(title) and not opens_transcript(title)
    }
    again = [count for count in names.values() if count > 1]
    most = sum(again) * 2 >= total
    if total < 3 or len(names) < 2 or not most or len(again) < 1 + (total > _ALONE):
        return frozenset()
    return frozenset(names)


def _title(item: Item) -> tuple[int | None, str]:
    time, title = timed_title(" ".join(plain(item.text).split()))
    return time, title.strip(" :")


def _lines(item: Item) -> list[str]:
    """The lines of a piece that may begin with a label; none of a heading, a list, a table."""
    if item.level or item.text.startswith(("|", "```", "~~~")) or LIST_ITEM.match(item.text):
        return []
    lines = item.text.split("\n")
    return ["", *lines[1:]] if item.label else lines


def _plain_names(items: Sequence[Item], known: set[str]) -> set[str]:
    """The names before colons that are speakers, as far as the whole file tells."""
    lines = [line for item in items for line in _lines(item) if line]
    matches = [_PLAIN.match(line) if _has_colon(line) else None for line in lines]
    counts = Counter(match["name"].strip() for match in matches if match)
    texts = [f"{match['name'].strip()}: " if match else "" for match in matches]
    named = named_in(texts)
    has_labels = any(item.label for item in items)
    if has_labels:
        return {name for name in counts if name in known or (name in named and counts[name] > 2)}
    enough = len(named) > 1 and sum(counts[name] for name in named) > 2
    opened = any(item.level and opens_transcript(plain(item.text)) for item in items)
    paragraphs = sum(not item.level for item in items)
    if not enough or not (opened or sum(counts[n] for n in named) >= _FEW * paragraphs):
        return set()
    return set(named) | (known & counts.keys())


def _has_colon(line: str) -> bool:
    start = line[:64]
    return ":" in start or "：" in start


def _bare_names(items: Sequence[Item], known: set[str]) -> set[str]:
    """The names that stand on lines of their own above what is said."""
    counts: Counter[str] = Counter()
    bold: set[str] = set()
    for n in range(len(items)):
        for line in _followed(items, n):
            name = _bare(line)
            is_bold = line.text.startswith(("**", "__"))
            if name in known or ((line.closely or is_bold) and _is_full_name(name)):
                counts[name] += 1
                if is_bold:
                    bold.add(name)
    has_labels = any(item.label for item in items)
    found = {
        name
        for name, count in counts.items()
        if name in known or count > 2 or (count > 1 and (" " in name or name in bold))
    }
    return found if has_labels or found & known or len(found) > 1 else set()


def _is_full_name(words: str) -> bool:
    return (
        _CAPITALS.fullmatch(words) is not None
        and all(word[0].isupper() for word in words.split())
        and is_name(words)
        and not words.endswith(".")
    )


class _Line(NamedTuple):
    """A line that may begin with a label: whether words follow, below it or below a blank line."""

    text: str
    closely: bool
    apart: bool


def _followed(items: Sequence[Item], n: int) -> Iterator[_Line]:
    lines = _lines(items[n])
    after = items[n + 1] if n + 1 < len(items) else None
    apart = len(lines) == 1 and after is not None and not after.level and not after.label
    for line, below in zip_longest(lines, lines[1:]):
        yield _Line(line, bool(below), apart)


def _split(items: Sequence[Item], n: int, plain_names: set[str], bare: set[str]) -> Iterator[Item]:
    """A piece cut where a label begins inside it."""
    item = items[n]
    lines = item.text.split("\n")
    start, label, rest = 0, item.label, lines[0] if lines else ""
    for number, line in enumerate(_followed(items, n)):
        found = _label_of(line, plain_names, bare)
        if found is None:
            continue
        if number or label:
            yield Item(item.line + start, "\n".join([rest, *lines[start + 1 : number]]), 0, label)
        start, label, rest = number, found, _unclosed(line.text[found.end :])
    text = "\n".join([rest, *lines[start + 1 :]])
    yield Item(item.line + start, text, item.level, label)


def _unclosed(words: str) -> str:
    """`words` without the end of a mark that began before their label: `**Q: Why?**`."""
    bare = words.rstrip()
    for mark in ("**", "__", "*", "_"):
        if bare.endswith(mark) and bare.count(mark) == 1:
            return bare.removesuffix(mark)
    return words


def _label_of(line: _Line, plain_names: set[str], bare: set[str]) -> Label | None:
    match = _PLAIN.match(line.text) if _has_colon(line.text) else None
    if match and (name := match["name"].strip()) in plain_names:
        clock = match[1] or match[3]
        return Label(name, parse_stamp(clock) if clock else None, match.end())
    name = _bare(line)
    return Label(name, None, len(line.text)) if name in bare else None


def _bare(line: _Line) -> str:
    """The name that the whole of `line` could be, where something follows it; nothing if none."""
    followed = (line.closely or line.apart) and len(line.text) < 70
    match = _BARE.fullmatch(line.text) if followed else None
    return match[1] if match else ""
