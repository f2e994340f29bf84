"""TTML listened to: its paragraphs, as pieces of text with their times, and what is about it."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from tui_reader.formats.data.ttml_scopes import ROOT, Doubt, Scope, inner
from tui_reader.formats.data.ttml_times import TtmlClock
from tui_reader.lazily import pattern

__all__ = ["Piece", "TtmlBody"]

_BLOCKS: Final = frozenset({"tt", "body", "div", "p"})
_SPOKEN: Final = frozenset({"body", "div", "p", "span"})
_ABOUT: Final = frozenset({"title", "desc", "copyright", "name"})
_WHITE: Final = pattern(r"[ \t\n]+")
_SILENT: Final = frozenset({"head", "metadata", "agent", *_ABOUT})


class Piece(NamedTuple):
    """Text in one place, and the line on which the element begins that it stands in."""

    scope: Scope
    line: int
    texts: list[str]


class TtmlBody:
    """Hears the events of one file; has what was said in `paragraphs` when it is over."""

    def __init__(self) -> None:
        self.paragraphs: list[list[Piece]] = []
        self.doubt = Doubt()
        self.about: dict[str, str] = {}
        self.agents: dict[str, str] = {}
        self.language = ""
        self.length: int | None = None
        self._clock = TtmlClock()
        self._scopes = [ROOT]
        self._lines = [1]
        self._silent = [False]
        self._agent = ""
        self._heard: list[str] = []
        self._paragraph: list[Piece] = []

    def open(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        """An element begins: it may have a time and a speaker for the words in it."""
        scope = self._scopes[-1]
        if name == "tt":
            self._clock = TtmlClock.of(attributes)
            self.language = attributes.get("lang", "")
        elif name == "br":
            self._add("\n")
        elif name == "agent":
            self._agent = attributes.get("id", "")
        if name in _BLOCKS:
            self._end_paragraph()
        if name in _ABOUT:
            self._heard.clear()
        if name in _SPOKEN:
            scope = inner(scope, name, attributes, line, self._clock, self.doubt)
        if name == "body":
            self.length = scope.plain.end
        # What is said ends a head that nothing has closed.
        self._silent.append(name in _SILENT or (self._silent[-1] and name not in _BLOCKS))
        self._scopes.append(scope)
        self._lines.append(line if name in _SPOKEN else self._lines[-1])

    def close(self, name: str) -> None:
        """An element ends, and with a paragraph what is said in it."""
        self._scopes.pop()
        self._lines.pop()
        self._silent.pop()
        if name in _BLOCKS:
            self._end_paragraph()
        elif name == "name" and self._agent:
            self.agents.setdefault(self._agent, self._about())
        elif name == "agent":
            self._agent = ""
        elif name in _ABOUT:
            self.about.setdefault(name, self._about())

    def words(self, text: str, line: int) -> None:
        """Text; what stands in the head is about the file, not in it."""
        if self._silent[-1]:
            self._heard.append(text)
        else:
            self._add(_WHITE.sub(" ", text))

    def end(self) -> None:
        """Nothing more follows."""
        self._end_paragraph()

    def _about(self) -> str:
        return " ".join("".join(self._heard).split())

    def _add(self, text: str) -> None:
        scope, line = self._scopes[-1], self._lines[-1]
        if self._silent[-1]:
            return
        if self._paragraph and self._paragraph[-1].scope is scope:
            self._paragraph[-1].texts.append(text)
        else:
            self._paragraph.append(Piece(scope, line, [text]))

    def _end_paragraph(self) -> None:
        if any(text.strip() for piece in self._paragraph for text in piece.texts):
            self.paragraphs.append(self._paragraph)
        self._paragraph = []
