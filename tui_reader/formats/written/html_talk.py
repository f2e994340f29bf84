"""A talk in HTML: `<cite>` says who, `<time>` since when, `<p>` what; in any order, none needed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tui_reader.formats.written.html_blocks import Block
from tui_reader.formats.written.paragraphs import Paragraph
from tui_reader.formats.written.pieces import Piece
from tui_reader.lazily import pattern
from tui_reader.timecode import parse_clock

__all__ = ["Chapter", "chapters_of", "is_talk", "with_clocks"]

_PERIOD: Final = pattern(
    r"P?T?(?:(\d{1,4})H)?\s*+(?:(\d{1,5})M)?\s*+(?:(\d{1,6})(?:[.,](\d{1,9}))?S?)?", re.IGNORECASE
)


_NAME_LENGTH: Final = 80
_STRANGERS: Final = 4  # people who may speak once each: more of them are a list of people


class Chapter(NamedTuple):
    """A heading, empty above the first, and what is said below it."""

    title: str
    pieces: list[Piece]


def with_clocks(blocks: Iterable[Block]) -> list[Block]:
    """`blocks` with every `time` that is no time in a recording, and no name, as text."""
    return [
        block._replace(kind="") if _is_text(block) else block
        for block in blocks
        if block.text or _time(block) is not None
    ]


def _is_text(block: Block) -> bool:
    if block.kind == "cite":
        return len(block.text) > _NAME_LENGTH
    return block.kind == "time" and _time(block) is None


def is_talk(blocks: Sequence[Block]) -> bool:
    """Whether speakers and times are what the page is about, not its date or a quotation."""
    kinds = [block.kind for block in blocks]
    said, times, cites = kinds.count(""), kinds.count("time"), kinds.count("cite")
    if not times and cites > _STRANGERS:
        names = Counter(block.text for block in blocks if block.kind == "cite")
        cites = cites if len(names) < cites else 0
    return bool(said) and 5 * max(times, cites) >= said


def chapters_of(blocks: Sequence[Block]) -> list[Chapter]:
    """What is said, piece by piece, under each heading; a piece has a speaker, a time, or both."""
    behind = {kind for kind in ("cite", "time") if _follows(blocks, kind)}
    chapters = [_Chapter("")]
    for block in blocks:
        if block.kind.startswith("h"):
            chapters.append(_Chapter(block.text))
        elif block.kind in ("cite", "time"):
            chapters[-1].head(block, behind)
        else:
            chapters[-1].say(block, behind)
    return list(_carried(chapters))


def _carried(chapters: "Iterable[_Chapter]") -> Iterator[Chapter]:
    """The chapters, a piece without a speaker given to the last who spoke."""
    speaker: str | None = None
    for chapter in chapters:
        pieces = []
        for piece in chapter.pieces:
            speaker = piece.speaker or speaker
            pieces.append(piece._replace(speaker=speaker))
        yield Chapter(chapter.title, pieces)


def _follows(blocks: Sequence[Block], kind: str) -> bool:
    """Whether `cite` or `time` stands below the words it belongs to, not above them."""
    kinds = [block.kind for block in blocks if block.kind in ("", "li", kind)]
    return kind in kinds and kinds[0] != kind and kinds[-1] == kind


class _Chapter:
    """A chapter as it is being read."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.pieces: list[Piece] = []
        self._seen: set[str] = set()

    def head(self, block: Block, behind: set[str]) -> None:
        """Who speaks, or when: of the piece under way if that lacks it, else of another."""
        said = bool(self.pieces and self.pieces[-1].paragraphs)
        if not self.pieces or block.kind in self._seen or (said and block.kind not in behind):
            self._begin(block)
        self._seen.add(block.kind)
        if block.kind == "time":
            self.pieces[-1] = self.pieces[-1]._replace(time=_time(block))
        else:
            name = block.text.strip(" :*")
            if name[:1] + name[-1:] in ("[]", "()"):
                name = name[1:-1].strip(" :*")
            self.pieces[-1] = self.pieces[-1]._replace(speaker=name or None)

    def say(self, block: Block, behind: set[str]) -> None:
        """A paragraph of the piece under way; of another where that one is closed by its head."""
        if not self.pieces or (self.pieces[-1].paragraphs and behind & self._seen):
            self._begin(block)
        piece = self.pieces[-1]
        paragraph = Paragraph(block.line, block.text)
        self.pieces[-1] = piece._replace(paragraphs=[*piece.paragraphs, paragraph])

    def _begin(self, block: Block) -> None:
        self.pieces.append(Piece(block.line, None, None, []))
        self._seen = set()


def _time(block: Block) -> int | None:
    """The time that a block shows, with the fraction that only its `datetime` may tell."""
    clock, exact = parse_clock(block.text.strip(" []()")), _period(block)
    same = clock is None or (exact is not None and exact // 1000 == clock // 1000)
    return exact if same else clock


def _period(block: Block) -> int | None:
    match = _PERIOD.fullmatch(block.value)
    if match is None or not any(match.groups()) or block.value.isdigit():
        return parse_clock(block.value)
    hours, minutes, secs = (int(part or 0) for part in match.groups()[:3])
    whole = (hours * 60 + minutes) * 60 + secs
    return whole * 1000 + int((match[4] or "0").ljust(3, "0")[:3])
