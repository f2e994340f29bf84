"""Chapter tracks: captions whose cues are the titles of chapters, and nobody's words."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tui_reader.model import Section
from tui_reader.turns import Cue

__all__ = ["chapters_in"]

_FEWEST: Final = 3
_MOST: Final = 200
_LENGTH: Final = 100  # characters of a title
_SLOWEST: Final = 15  # words in a minute: the most a track of titles has; people say a hundred
_SEAM: Final = 1_000  # milliseconds that may lie between two chapters
_SHORTEST: Final = 10_000  # milliseconds of a chapter, the last aside, which may be an outro


def chapters_in(cues: Sequence[Cue], kind: str = "") -> tuple[Section, ...] | None:
    """The chapters that `cues` are, or None where they are speech. `kind` is the header's word."""
    if not cues or not (kind == "chapters" or _are_titles(cues)):
        return None
    titles = ((" ".join(cue.text.split()), cue.start) for cue in cues)
    return tuple(Section(title, 0, start) for title, start in titles if title)


def _are_titles(cues: Sequence[Cue]) -> bool:
    """Whether cues are few, long, one right behind the other, and written as titles are."""
    if not _FEWEST <= len(cues) <= _MOST or any(map(_is_speech, cues)):
        return False
    spans = [(cue.start or 0, cue.end or 0) for cue in cues]
    if any(end - start < _SHORTEST for start, end in spans[:-1]):
        return False
    if any(abs(after[0] - before[1]) > _SEAM for before, after in pairwise(spans)):
        return False
    words = sum(len(cue.text.split()) for cue in cues)
    return words * 60_000 <= _SLOWEST * (spans[-1][1] - spans[0][0])


def _is_speech(cue: Cue) -> bool:
    text = cue.text.strip()
    return (
        cue.speaker is not None
        or len(text) > _LENGTH
        or "\n" in text
        or not text
        or text[0].islower()
        or text.endswith((".", ",", ";", ":", "…", "。"))
    )
