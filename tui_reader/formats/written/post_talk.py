"""The spoken part of a post, told piece by piece: turns, breaks, headings, times."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from tui_reader.formats.written.events import anchors, heard, is_quoted
from tui_reader.formats.written.headers import timed_start, timed_title
from tui_reader.formats.written.items import Item
from tui_reader.formats.written.talk import Talk
from tui_reader.formats.written.timestamps import ChapterLine
from tui_reader.lazily import pattern
from tui_reader.markdown import plain

__all__ = ["essay", "heading_of", "told"]

_FENCES: Final = pattern(r"\A(?:`{3,}+|~{3,}+)[^\n`]*+\n|\n[ \t]*(?:`{3,}|~{3,})[ \t]*\Z")
_QUOTE: Final = pattern(r"^[ \t]*>[ \t>]*", re.MULTILINE)


def essay(items: Iterable[Item], chapters: Mapping[int, ChapterLine]) -> Talk:
    """The paragraphs that `items` are, each a turn of nobody.

    A line that only stands for one of the `chapters` is a heading with a time: when it was spoken
    of, not when what stands below was said.
    """
    talk = Talk()
    for item in items:
        if chapter := chapters.get(item.line):
            talk.head(chapter.title, chapter.time, timing=False)
        elif item.level:
            talk.head(*heading_of(item))
        else:
            talk.speak(None, item.line)
            _say(talk, item)
    return talk


def told(items: Iterable[Item]) -> Talk:
    """The talk that `items` are.

    Who spoke before a break goes on after it, unless somebody else is named.
    """
    talk = Talk()
    speaker: str | None = None
    interrupted = False
    for item in items:
        if item.level:
            talk.head(*heading_of(item))
        elif item.label and item.label.is_event:
            interrupted = _interrupt(talk, item)
        elif item.label:
            speaker, interrupted = item.label.name, False
            talk.speak(speaker, item.line, item.label.time)
            _say(talk, item)
        else:
            if interrupted:
                talk.speak(speaker, item.line)
            interrupted = False
            _say(talk, item)
    return talk


def heading_of(item: Item) -> tuple[str, int | None]:
    """The plain words of a heading, and the time it is given."""
    time, title = timed_title(" ".join(plain(item.text).split()))
    return title, time


def _interrupt(talk: Talk, item: Item) -> bool:
    """A break or a sound; whether the speaker before it goes on with what follows."""
    if item.label is None:
        return False
    first, _, below = item.text.strip().partition("\n")
    start, end, words = heard(first)
    start = item.label.time if item.label.time is not None else start
    talk.speak(None, item.line, start, end)
    words = " ".join(f"{words} {below}".split())
    talk.say(item.label.name if not words else f"{item.label.name}:", item.line)
    if words:
        _say(talk, item._replace(text=words), joint=" ")
    return bool(words) or not is_quoted(item.label.name)


def _say(talk: Talk, item: Item, joint: str | None = None) -> None:
    text = _QUOTE.sub("", item.text) if ">" in item.text else item.text
    text = _FENCES.sub("", text) if text.startswith(("```", "~~~")) else text
    time, text = timed_start(text.strip())
    text = " ".join(plain(text.strip("| ") if text.startswith("|") else text).split())
    if joint is None:
        talk.say(text, item.line, time, marks=anchors(text))
    else:
        talk.say(text, item.line, time, joint, anchors(text))
