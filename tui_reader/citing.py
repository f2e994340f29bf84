r"""Words with their source, as one pastes them into a text of one's own: by a template.

    “{text}” — [{speaker}, ]“{title}”[, {show}][, {date}][, {time}]

A name in braces stands for what is known. A part in square brackets is left out as a whole where
any field in it is not known, so that no `, , ` is left; parts may stand inside others. A backslash
before a brace, a bracket or a backslash makes it a character like any other.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from tui_reader.lazily import pattern
from tui_reader.model import Metadata
from tui_reader.timecode import format_clock
from tui_reader.timed_links import at_time, own_link

__all__ = ["FIELDS", "Words", "check", "cite"]

FIELDS: Final = (
    *("text", "speaker", "title", "show", "number", "date", "time", "link", "path"),
)  # fmt: skip
"""What a template may name."""

_TOKEN: Final = pattern(r"\\(?P<plain>[\[\]{}\\])|\{(?P<field>[^{}\[\]]*)\}|(?P<other>[\[\]{}])")


class Words(NamedTuple):
    """Some words of an episode: who says them, and when (milliseconds)."""

    text: str
    speaker: str | None = None
    time: int | None = None


def check(template: str) -> str | None:
    """What is wrong with `template`, as a sentence; None where nothing is."""
    depth = 0
    for token in _TOKEN.finditer(template):
        field, other = token["field"], token["other"]
        if field is not None and field not in FIELDS:
            known = ", ".join(f"{{{name}}}" for name in FIELDS)
            return f"There is no {{{field}}}: what can be named is {known}."
        if other in ("{", "}"):
            return f"A brace is not closed, or not opened: write \\{other} to have one."
        depth += {"[": 1, "]": -1}.get(other or "", 0)
        if depth < 0:
            break
    return None if depth == 0 else "A square bracket is not closed, or not opened."


def cite(template: str, words: Words, about: Metadata, path: str = "") -> str:
    """`template` filled in, on lines as it has them. `path` is that of the file.

    The words keep their paragraphs; where they are to be on one line, give them so. A template that
    `check` finds fault with is taken as far as it makes sense.
    """
    return _Filler(template, _known(words, about, path)).filled()


def _known(words: Words, about: Metadata, path: str) -> dict[str, str]:
    """The fields that are known, each with its text."""
    link = own_link(about.links)
    fields = {
        "text": words.text,
        "speaker": words.speaker,
        "title": about.title,
        "show": about.show,
        "number": about.number,
        "date": about.date and about.date.isoformat(),
        "time": None if words.time is None else format_clock(words.time),
        "link": link and at_time(link, words.time),
        "path": path,
    }
    return {name: text for name, text in fields.items() if text}


class _Filler:
    """A template as it is being filled in: its parts that are open, and whether each is whole."""

    def __init__(self, template: str, known: Mapping[str, str]) -> None:
        self._template = template
        self._known = known
        self._parts: list[list[str]] = [[]]
        self._whole = [True]

    def filled(self) -> str:
        end = 0
        for token in _TOKEN.finditer(self._template):
            self._parts[-1].append(self._template[end : token.start()])
            end = token.end()
            if token["field"] is not None:
                self._parts[-1].append(self._known.get(token["field"], ""))
                self._whole[-1] &= token["field"] in self._known
            elif token["other"] == "[":
                self._parts.append([])
                self._whole.append(True)
            elif token["other"] == "]":
                self._close()
            else:
                self._parts[-1].append(token["plain"] or token["other"])
        self._parts[-1].append(self._template[end:])
        while len(self._parts) > 1:
            self._close()
        return "".join(self._parts[0])

    def _close(self) -> None:
        if len(self._parts) > 1:
            part = "".join(self._parts.pop())
            if self._whole.pop():
                self._parts[-1].append(part)
