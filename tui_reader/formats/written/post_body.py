"""The body of a post: what is notes, what is headings, and who says the rest."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tui_reader.formats.written.headers import Label, bold_label, timed_header, timed_start
from tui_reader.formats.written.talk import Talk
from tui_reader.markdown import links_in, plain
from tui_reader.model import Link, Section, Turn

__all__ = ["Body", "Item", "has_speakers", "items_of", "read_body"]

_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(\S[^\n]*)")
_LIST_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_QUOTE: Final = re.compile(r"^[ \t]*>[ \t>]*", re.MULTILINE)
_RULE: Final = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_TRANSCRIPT: Final = re.compile(
    r"(?:\w+\s){0,2}(?:transcript|transcription|transkrypcja|transkrypt|transkript|transkription"
    r"|transcripción|transcrição|trascrizione|transcriptie|transkripce)s?\b.{0,40}",
    re.IGNORECASE,
)
_NOTES: Final = re.compile(
    r"(?:show ?|episode )?notes|(?:\w+ )?links|linki|notatki|resources|references|timestamps",
    re.IGNORECASE,
)


class Item(NamedTuple):
    """A heading (`level` 1 to 6), a paragraph, or a label with what follows on its line."""

    line: int
    text: str
    level: int = 0
    label: Label | None = None


class Body(NamedTuple):
    """What a body holds; `title` is that of a heading of the first level at its top."""

    title: str
    notes: str
    turns: tuple[Turn, ...]
    sections: tuple[Section, ...]
    links: list[Link]


def items_of(text: str, first_line: int = 1) -> Iterator[Item]:
    """The headings and paragraphs of Markdown, in order, each with the line it begins on."""
    run: list[str] = []
    for number, line in enumerate(text.split("\n"), start=first_line):
        heading = _HEADING.match(line) if line.startswith("#") else None
        label = None if heading else bold_label(line) or timed_header(line)
        fresh = heading or label or not line.strip() or _RULE.match(line) or _LIST_ITEM.match(line)
        if run and fresh:
            yield Item(number - len(run), "\n".join(run))
            run = []
        if heading:
            yield Item(number, heading[2].rstrip("# \t"), len(heading[1]))
        elif label:
            yield Item(number, line[label.end :], label=label)
        elif line.strip() and not _RULE.match(line):
            run.append(line)
    if run:
        yield Item(first_line + text.count("\n") - len(run) + 1, "\n".join(run))


def has_speakers(items: Sequence[Item]) -> bool:
    """Whether the labels among `items` are speakers: they come back, or little else is there."""
    names = Counter(item.label.name for item in items if item.label and not item.label.is_event)
    said = sum(names.values())
    if said < 2:
        return False
    written = sum(not item.level for item in items)
    return max(names.values()) > 1 or said * 2 >= written or any(map(_opens, items))


def read_body(text: str, first_line: int = 1) -> Body:
    """The transcript in the body of a post, with what stands around it as notes.

    A body in which nobody speaks is an essay: its paragraphs are turns of nobody.
    """
    items = list(items_of(text, first_line))
    title = items.pop(0).text if items and items[0].level == 1 else ""
    spoken = has_speakers(items)
    start = _start(items) if spoken else 0
    before = _lines(text, first_line, items[0].line, items[start].line) if start else ""
    told, aside = _told_apart(items[start:]) if spoken else (items, [])
    talk = Talk()
    for item in told:
        _tell(talk, item, own_turn=not spoken)
    notes = "\n\n".join(filter(None, [before, *map(_markdown, aside)]))
    links = [*links_in(notes), *(link for item in told for link in links_in(item.text))]
    return Body(plain(title), notes, talk.turns(), talk.sections(), links)


def _start(items: Sequence[Item]) -> int:
    """Where the transcript begins: at its heading, or with the first who speaks."""
    heading = next((n for n, item in enumerate(items) if _opens(item)), None)
    if heading is not None and any(item.label for item in items[heading:]):
        return heading
    return next(n for n, item in enumerate(items) if item.label)


def _opens(item: Item) -> bool:
    return bool(item.level and _TRANSCRIPT.fullmatch(plain(item.text)))


def _told_apart(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The transcript, and notes that stand behind or between its parts under their own headings."""
    told: list[Item] = []
    aside: list[Item] = []
    is_aside = False
    for item in items:
        if item.level:
            is_aside = bool(_NOTES.fullmatch(plain(item.text).strip(" :")))
        elif item.label:
            is_aside = False
        (aside if is_aside else told).append(item)
    return told, aside


def _tell(talk: Talk, item: Item, *, own_turn: bool) -> None:
    if item.level:
        talk.head(" ".join(plain(item.text).split()))
        return
    if own_turn:
        talk.speak(None, item.line)
    elif item.label:
        is_event = item.label.is_event
        talk.speak(None if is_event else item.label.name, item.line, item.label.time)
        if is_event:
            talk.say(item.label.name, item.line)
    time, text = timed_start(_QUOTE.sub("", item.text))
    talk.say(" ".join(plain(text).split()), item.line, time)


def _lines(text: str, first_line: int, start: int, end: int) -> str:
    return "\n".join(text.split("\n")[start - first_line : end - first_line]).strip()


def _markdown(item: Item) -> str:
    label = f"**{item.label.name}:** " if item.label else ""
    return f"{'#' * item.level}{' ' * bool(item.level)}{label}{item.text}"
