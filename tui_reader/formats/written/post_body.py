"""The body of a post: what is notes, what is headings, and who says the rest."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import Final, NamedTuple

from tui_reader.formats.written.headers import timed_start
from tui_reader.formats.written.headings import is_notes, opens_transcript
from tui_reader.formats.written.initials import Names
from tui_reader.formats.written.items import LIST_ITEM, Item, items_of
from tui_reader.formats.written.labelling import labelled, renamed
from tui_reader.formats.written.placeholder import status_of
from tui_reader.formats.written.post_talk import heading_of, told
from tui_reader.formats.written.show_notes import read_show_notes
from tui_reader.formats.written.site_markup import unwrapped
from tui_reader.formats.written.wrapping import unlisted, unquoted
from tui_reader.lazily import pattern
from tui_reader.markdown import links_in, plain
from tui_reader.model import Link, Problem, Section, Status, Turn

__all__ = ["Body", "has_speakers", "is_talk", "read_body"]

_RUN: Final = (3, 10)  # that many turns among so many paragraphs are a talk that has begun
_ABOUT: Final = pattern(
    r"(?:guests?|hosts?|co-?hosts?|duration|length|episode|season|published|recorded|released|topics?"
    r"|tags?|location|website|web|twitter|github|linkedin|email|listen|watch|follow|show|series"
    r"|speakers?|participants|attendees|present|editor|producer|producers|transcribed by|transcript"
    r"|goś[ćc]|goście|prowadzący|czas trwania|gast|gäste|dauer|sendung)(?: \d+)?",
    re.IGNORECASE,
)
_STRANGERS: Final = 4  # names that may speak once each, where nobody speaks twice
_WORD: Final = pattern(r"\w")
_ITALIC: Final = pattern(r"[*_]([^\s*_:][^*_:\n]{0,39})(?::[*_]|[*_]:)[ \t]")
_FOOTNOTE: Final = pattern(r"[ \t]*\[\^[^\]\n]{1,40}\]:")


class Body(NamedTuple):
    """What a body holds; `title` is that of a heading of the first level at its top."""

    title: str
    notes: str = ""
    turns: tuple[Turn, ...] = ()
    sections: tuple[Section, ...] = ()
    links: Sequence[Link] = ()
    problems: tuple[Problem, ...] = ()
    status: Status = Status.TRANSCRIBED


def has_speakers(items: Sequence[Item]) -> bool:
    """Whether the labels among `items` are speakers: they come back, or little else is there.

    Many labels of which none comes back are a list of something else.
    """
    names = _names(items)
    said = sum(names.values())
    if said < 2:
        return False
    if max(names.values()) > 1 or any(map(_opens, items)):
        return True
    return said <= _STRANGERS and said * 2 >= sum(not item.level for item in items)


def is_talk(text: str) -> bool:
    """Whether names that are marked as such, in bold or as links, say who speaks in `text`.

    Names in italics are told by their colons, as those without any markup are.
    """
    items = list(items_of(unquoted(unwrapped(text).text)))
    return has_speakers(items) or has_speakers(unlisted(items)) or _is_italic(items)


def _is_italic(items: Sequence[Item]) -> bool:
    names = Counter(match[1] for item in items if (match := _ITALIC.match(item.text)))
    return (
        len(names) > 1
        and max(names.values()) > 1
        and sum(names.values()) * 2 > sum(not item.level for item in items)
    )


def read_body(text: str, first_line: int = 1, people: Sequence[str] = ()) -> Body:
    """The transcript in the body of a post, with what stands around it as notes.

    A body in which nobody speaks is a list of chapters, a word about the transcript, or an essay:
    the paragraphs of that are turns of nobody. `people` are known to speak.
    """
    text, links = unwrapped(text)
    written = list(items_of(unquoted(text), first_line))
    title = plain(written.pop(0).text) if written and written[0].level == 1 else ""
    lines = text.split("\n")[written[0].line - first_line :] if written else []
    items = labelled(unlisted(written), people)
    body = _spoken(items, lines, people) if has_speakers(items) else None
    if body is None or not body.turns:
        body = _unspoken(written, lines)
    return body._replace(title=title, links=[*links, *body.links])


def _spoken(items: list[Item], lines: Sequence[str], people: Sequence[str]) -> Body:
    first = items[0].line
    start = _start(items)
    aside = [
        n < start or is_aside
        for n, is_aside in enumerate(_with_links(items, _asides(items, start)))
    ]
    ends = [item.line - first for item in items[1:]] + [len(lines)]
    notes: list[str] = []
    for is_note, run in groupby(range(len(items)), aside.__getitem__):
        if is_note:
            numbers = list(run)
            notes.append("\n".join(lines[items[numbers[0]].line - first : ends[numbers[-1]]]))
    kept, names = renamed(
        [item for item, is_note in zip(items, aside, strict=True) if not is_note], people
    )
    kept, silent = _voiced(kept)
    talk = told(kept)
    found = "\n\n".join(filter(None, map(str.strip, notes)))
    links = [*links_in(found), *(link for item in kept for link in links_in(item.text))]
    problems = (*silent, *_guesses(kept, names))
    return Body("", found, talk.turns(), talk.sections(), links, problems)


def _unspoken(items: Sequence[Item], lines: Sequence[str]) -> Body:
    notes = "\n".join(lines).strip()
    links = links_in(notes)
    status = status_of(plain(notes))
    if status or not items:
        return Body("", notes, links=links, status=status or Status.TRANSCRIBED)
    turns, sections, notes = read_show_notes(items, lines)
    return Body("", notes, turns, sections, links)


def _names(items: Sequence[Item]) -> Counter[str]:
    """How often each speaks: labels with words behind them, but for those about the episode."""
    names: Counter[str] = Counter()
    for n, item in enumerate(items):
        if item.label and not item.label.is_event and _has_words(items, n):
            names[item.label.name] += 1
    return Counter({name: n for name, n in names.items() if n > 1 or not _ABOUT.fullmatch(name)})


def _has_words(items: Sequence[Item], n: int) -> bool:
    if items[n].text.strip():
        return True
    after = items[n + 1] if n + 1 < len(items) else None
    return after is not None and not after.label and not after.level


def _start(items: Sequence[Item]) -> int:
    """Where the transcript begins: at its heading, or with the first who speaks."""
    heading = next((n for n, item in enumerate(items) if _opens(item)), None)
    if heading is not None and any(item.label for item in items[heading:]):
        return heading
    names = _names(items)
    spoken = [n for n, item in enumerate(items) if item.label and item.label.name in names]
    again = [n for n in spoken if (label := items[n].label) and names[label.name] > 1]
    begun = again[0] if again else spoken[0]
    few, among = _RUN
    for at, run_end in zip(spoken, spoken[few - 1 :], strict=False):
        if at < begun <= run_end < at + among:
            begun = at
    return _with_opening(items, begun)


def _with_opening(items: Sequence[Item], at: int) -> int:
    """The music and the headings right before the first who speaks are part of the talk."""
    while at and _leads_in(items[at - 1]):
        at -= 1
    return at


def _leads_in(item: Item) -> bool:
    if item.level:
        return not is_notes(heading_of(item)[0])
    return item.label is not None and item.label.is_event


def _opens(item: Item) -> bool:
    return bool(item.level) and opens_transcript(heading_of(item)[0])


def _asides(items: Sequence[Item], start: int) -> Iterator[bool]:
    """Which pieces are notes: those under headings of their own, behind or between the talk."""
    names = _names(items[start:])
    level = 0
    for item in items:
        if item.level and (not level or item.level <= level):
            level = item.level if is_notes(heading_of(item)[0]) else 0
        elif level and item.label and names[item.label.name] > 1:
            level = 0
        yield bool(level) or _FOOTNOTE.match(item.text) is not None


def _with_links(items: Sequence[Item], asides: Iterable[bool]) -> Iterator[bool]:
    """`asides`, and the headings with nothing but a list of links below them."""
    numbered = iter(enumerate(asides))
    for n, is_aside in numbered:
        end = n + 1
        while items[n].level and end < len(items) and _is_link_item(items[end]):
            end += 1
        if end > n + 1 and (end == len(items) or items[end].level):
            yield from (True for _ in range(n, end))
            next(islice(numbered, end - n - 2, None), None)
        else:
            yield is_aside


def _is_link_item(item: Item) -> bool:
    return (
        not (item.level or item.label)
        and LIST_ITEM.match(item.text) is not None
        and bool(links_in(item.text))
    )


def _voiced(items: Sequence[Item]) -> tuple[list[Item], list[Problem]]:
    """`items` with … for those who are named and say nothing, and what is told about it."""
    voiced, problems = [], []
    after: Item | None = None
    for item in reversed(items):
        speaks = item.label is not None and not item.label.is_event
        goes_on = after is not None and not after.label and _is_said(after.text)
        silent = not timed_start(item.text.strip())[1]
        if item.label and speaks and not goes_on and silent:
            told = f"{item.label.name} says nothing here: shown as …"
            problems.append(Problem(item.line, told))
            item = item._replace(text=f"{item.text}…")
        voiced.append(item)
        after = after if item.level else item
    return voiced[::-1], problems[::-1]


def _is_said(text: str) -> bool:
    """Whether there is a word in `text`, the time it begins with aside."""
    return _WORD.search(timed_start(text.strip())[1]) is not None


def _guesses(items: Sequence[Item], names: Names) -> Iterator[Problem]:
    if names.guessed:
        line = next((item.line for item in items if item.label), 0)
        meant = ", ".join(f"“{short}” for {name}" for short, name in names.guessed.items())
        yield Problem(line, f"short names taken for longer ones: {meant}")
