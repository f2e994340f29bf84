"""Tags as they come: what is left to do with XML that is none.

It knows no rules but how tags, comments and sections look, and takes every other character for
text. Each character is looked at a fixed number of times, whatever they are.
"""

from collections.abc import Mapping
from typing import Final, Protocol

from tui_reader.entities import unescaped
from tui_reader.lazily import pattern

__all__ = ["Listener", "read_soup"]

_TAG: Final = pattern(r"""<(/?)((?:[^\W\d]|:)[\w:.-]*+)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>""")
_LOOSE_TAG: Final = pattern(r"<(/?)((?:[^\W\d]|:)[\w:.-]*+)([^<>]*+)>")
_ATTRIBUTE: Final = pattern(
    r"""(?<![\w:.-])([\w:.-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'/]++))"""
)
_ASIDES: Final = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}
_CUT: Final = pattern(r"</?(?:(?:[^\W\d]|:)[\w:.-]*+)?(?:\s[^<>=]*+=[^<>]*+)?\Z")
_STRAY: Final = pattern(r"<+(?=<)|<(?=[^\w:/!?])")


class Listener(Protocol):
    """What is told of a text with tags, in its order."""

    def open(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        """An element begins on `line`, from 1."""

    def close(self, name: str) -> None:
        """An element ends; where tags are soup, perhaps one that never began."""

    def words(self, text: str, line: int) -> None:
        """Text, its entities resolved; what stands together may come in pieces."""


def read_soup(text: str, line: int, listener: Listener) -> None:
    """Tells `listener` the tags and the words of `text`, which begins on `line`."""
    _Soup(text, line, listener).read()


class _Soup:
    def __init__(self, text: str, line: int, listener: Listener) -> None:
        self._text = text
        self._line = line
        self._counted = 0
        self._listener = listener
        self._missing: set[str] = set()

    def read(self) -> None:
        text = self._text
        end = 0
        while (begin := text.find("<", end)) >= 0:
            self._say(end, begin)
            stray = _STRAY.match(text, begin)
            if stray is None:
                end = self._tag(begin) or self._aside(begin) or self._cut(begin)
            else:
                end = stray.end()
                self._say(begin, end)
        self._say(end, len(text))

    def _tag(self, begin: int) -> int:
        """Where a tag ends that begins at `begin`, after telling of it; 0 where none does."""
        match = _TAG.match(self._text, begin) or _LOOSE_TAG.match(self._text, begin)
        if match is None:
            return 0
        closes, name, rest = match.groups()
        if closes:
            self._listener.close(name)
            return match.end()
        attributes: dict[str, str] = {}
        for key, double, single, bare in _ATTRIBUTE.findall(rest) if "=" in rest else ():
            attributes.setdefault(key, unescaped(double or single or bare))
        self._listener.open(name, attributes, self._line_at(begin))
        if rest.endswith("/"):
            self._listener.close(name)
        return match.end()

    def _aside(self, begin: int) -> int:
        """Where a comment, instruction, section or document type ends; 0 where it is none."""
        for mark, closer in _ASIDES.items():
            if self._text.startswith(mark, begin):
                inner = begin + len(mark)
                end = self._find(closer, inner)
                if end < 0:
                    return inner
                if mark == "<![CDATA[" and end > inner:
                    self._listener.words(self._text[inner:end], self._line_at(inner))
                return end + len(closer)
        return self._type(begin)

    def _type(self, begin: int) -> int:
        if self._text[begin : begin + 9].upper() != "<!DOCTYPE":
            return 0
        end, inner = self._find(">", begin), self._find("[", begin)
        if 0 <= inner < end and (closed := self._find("]>", inner)) >= 0:
            end = closed + 1
        return end + 1

    def _cut(self, begin: int) -> int:
        """Where a tag ends that is none: with the text, if that is cut off in the middle of it."""
        if _CUT.match(self._text, begin):
            return len(self._text)
        self._say(begin, begin + 1)
        return begin + 1

    def _find(self, closer: str, start: int) -> int:
        """Where `closer` is next, or -1; what is not there is not looked for again."""
        if closer in self._missing:
            return -1
        end = self._text.find(closer, start)
        if end < 0:
            self._missing.add(closer)
        return end

    def _say(self, begin: int, end: int) -> None:
        if end > begin:
            self._listener.words(unescaped(self._text[begin:end]), self._line_at(begin))

    def _line_at(self, place: int) -> int:
        """The line of a place, which never comes before the one that was asked for last."""
        self._line += self._text.count("\n", self._counted, place)
        self._counted = place
        return self._line
