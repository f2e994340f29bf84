"""XML as a row of events, read without trust: broken, hostile or whole.

Expat reads it as far as it is XML; where it breaks, a reader that takes tags as they come goes on
from there, so that no words are lost. No document type is ever read: entities that a file defines
itself are not expanded, whatever they would grow to, and nothing outside the file is asked for.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from tui_reader.formats.data.tagsoup import Listener, read_soup
from tui_reader.model import Problem

__all__ = ["Listener", "read_xml"]

_DEEPEST: Final = 50
_AMPERSAND: Final = ord("&")
_MARK: Final = re.compile(
    rb"""<!\[CDATA\[|\]\]>|<!--.*?-->|<\?.*?\?>|&[^;]*;|<(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""",
    re.DOTALL,
)


class _DocumentTypeError(Exception):
    """A document type is declared: Expat shall not read it."""


def read_xml(text: str, listener: Listener) -> list[Problem]:
    """Tells `listener` all that `text` holds; returns what was wrong with it.

    Names come without the prefixes of their namespaces, and every element is closed, whatever is
    missing. Elements nested deeper than 50 are not told of, but the words in them are.
    """
    body = text.lstrip("\ufeff \t\n")
    line = text.count("\n", 0, len(text) - len(body)) + 1
    balanced = _Balanced(listener)
    problems = _read(body, line, balanced)
    balanced.finish()
    if balanced.too_deep:
        told = f"elements nested deeper than {_DEEPEST}: only their words read"
        problems.append(Problem(balanced.too_deep, told))
    return problems


def _read(text: str, line: int, listener: Listener) -> list[Problem]:
    section = text.rfind("<![CDATA[")
    if section >= 0 and text.find("]]>", section) < 0:  # to Expat all that follows would be text
        read_soup(text, line, listener)
        return [_broken(line + text.count("\n", 0, section), "unclosed CDATA section")]
    data = text.encode("utf-8", "surrogatepass")
    told = _Told(data, line, listener)
    try:
        told.parser.Parse(data, True)
    except _DocumentTypeError:
        read_soup(text, line, listener)
        return [Problem(line, "entities declared in the file: not expanded")] * ("<!ENTITY" in text)
    except expat.ExpatError as error:
        end = told.end
        broken = data[:end].count(b"\n") + line
        read_soup(data[end:].decode("utf-8", "surrogatepass"), broken, listener)
        return [_broken(broken, expat.ErrorString(error.code) or "damaged")]
    return []


def _broken(line: int, reason: str) -> Problem:
    return Problem(line, f"broken XML ({reason}): read on as well as can be")


class _Told:
    """Hands on what Expat reads, and knows how far into the text that reaches."""

    def __init__(self, data: bytes, line: int, listener: Listener) -> None:
        self._data = data
        self._line = line - 1
        self._listener = listener
        self._at = 0
        self._length: int | None = 0
        self._is_open = False
        self.parser = expat.ParserCreate("utf-8")  # decoded already, whatever its declaration says
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._opened
        self.parser.EndElementHandler = self._closed
        self.parser.CharacterDataHandler = self._said
        self.parser.XmlDeclHandler = self.parser.CommentHandler = self._passed
        self.parser.ProcessingInstructionHandler = self._passed
        self.parser.StartCdataSectionHandler = self.parser.EndCdataSectionHandler = self._passed

    @property
    def end(self) -> int:
        """The byte behind all that was handed on."""
        if self._length is not None:
            return self._at + self._length
        mark = _MARK.match(self._data, self._at)
        return mark.end() if mark else self._at

    def _refuse(self, *_: object) -> None:
        raise _DocumentTypeError

    def _passed(self, *_: object) -> None:
        self._at, self._length = self.parser.CurrentByteIndex, None
        self._is_open = False

    def _opened(self, name: str, attributes: dict[str, str]) -> None:
        self._passed()
        self._is_open = True
        self._listener.open(name, attributes, self._line + self.parser.CurrentLineNumber)

    def _closed(self, name: str) -> None:
        was_open = self._is_open
        self._passed()
        if was_open and self._data[self._at - 2 : self._at] == b"/>":
            self._length = 0  # `<a/>` ends behind itself, not with a mark of its own
        self._listener.close(name)

    def _said(self, words: str) -> None:
        self._passed()
        if self._data[self._at] != _AMPERSAND:
            self._length = len(words.encode())
        self._listener.words(words, self._line + self.parser.CurrentLineNumber)


class _Balanced:
    """Passes on what it is told so that each element ends, and none that never began."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._names: list[str] = []
        self._open: Counter[str] = Counter()
        self.words = listener.words
        self.too_deep = 0

    def open(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        name = _local(name)
        self._names.append(name)
        self._open[name] += 1
        if len(self._names) <= _DEEPEST:
            named = {_local(key): value for key, value in attributes.items()}
            self._listener.open(name, named, line)
        else:
            self.too_deep = self.too_deep or line

    def close(self, name: str) -> None:
        name = _local(name)
        while self._open[name]:
            ended = self._names.pop()
            self._open[ended] -= 1
            if len(self._names) < _DEEPEST:
                self._listener.close(ended)
            if ended == name:
                break

    def finish(self) -> None:
        for name in reversed(self._names[:_DEEPEST]):
            self._listener.close(name)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
