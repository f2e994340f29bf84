"""Marks that somebody else begins to speak: `>>` in front of the words, or a dash.

A dash is a change where several lines of one cue begin with one, or where the whole file writes it
so; else it is an ornament, and goes.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tui_reader.formats.captions.pieces import Piece, in_pieces
from tui_reader.lazily import pattern
from tui_reader.turns import Cue, ends_sentence

__all__ = ["changed"]

_ARROWS: Final = pattern(r"^[ \t]*>>+[ \t]*", re.MULTILINE)
_ARROWS_ANYWHERE: Final = pattern(r"(?<!\S)>>+[ \t]*")
_DASH: Final = pattern(r"^[ \t]*[-–—‐][ \t]*(?=[^\W\d]|[\"'“„«¿¡\[(♪])", re.MULTILINE)
_ORNAMENT: Final = pattern(r"[ \t]*[-–—‐][ \t]+(?=[^\W\d])")
_ENOUGH: Final = 3  # lone dashes from which on they may be how the file marks a change
_AFTER_SENTENCES: Final = 0.8  # the share of them that has to come after the end of a sentence
_SELDOM: Final = 0.5  # the share of cues with one above which a dash says nothing


def changed(cues: Sequence[Cue], words: str) -> Sequence[Cue]:
    """`cues` cut where a mark says that somebody else speaks, `fresh` from there on.

    `words` are the texts of all of them, a line break between each.
    """
    # Within a line it may be an operator, but not where lines begin with it as well.
    if ">>" in words and _ARROWS.search(words):
        cues = _by_mark(cues, _ARROWS_ANYWHERE)
    if _dashes(words):
        lone = [index for index, cue in enumerate(cues) if _is_lone(cue.text)]
        cues = list(_by_dashes(cues, frozenset(lone), means_change=_consistent(cues, lone)))
    return cues


def _dashes(words: str) -> bool:
    """Whether any line begins with a dash, as far as one can tell at a glance."""
    return any(dash in words for dash in "-–—‐") and _DASH.search(words) is not None


def _is_lone(text: str) -> bool:
    return any(dash in text for dash in "-–—‐") and len(_DASH.findall(text)) == 1


def _consistent(cues: Sequence[Cue], lone: Sequence[int]) -> bool:
    """Whether a dash that stands alone means a change in this file."""
    if len(lone) < _ENOUGH or len(lone) > _SELDOM * len(cues):
        return False
    after = sum(index == 0 or ends_sentence(cues[index - 1].text.rstrip()) for index in lone)
    return after >= _AFTER_SENTENCES * len(lone)


def _by_dashes(cues: Sequence[Cue], lone: frozenset[int], *, means_change: bool) -> Iterator[Cue]:
    for index, cue in enumerate(cues):
        if index not in lone:
            yield from _cut(cue, _DASH) if _DASH.search(cue.text) else (cue,)
        elif means_change:
            yield from _cut(cue, _DASH)
        else:
            ornament = _ORNAMENT.match(cue.text)
            yield cue._replace(text=cue.text[ornament.end() :]) if ornament else cue


def _by_mark(cues: Sequence[Cue], mark: re.Pattern[str]) -> list[Cue]:
    return [piece for cue in cues for piece in (_cut(cue, mark) if ">>" in cue.text else (cue,))]


def _cut(cue: Cue, mark: re.Pattern[str]) -> list[Cue]:
    """`cue` in pieces that each begin with a mark, but the first, and lose it."""
    pieces: list[Piece] = []
    below = end = 0
    fresh = cue.fresh
    for found in mark.finditer(cue.text):
        text = cue.text[end : found.start()]
        if text.strip():
            pieces.append(Piece(text, None if pieces else cue.speaker, fresh, below))
        below += text.count("\n")
        end, fresh = found.end(), True
    pieces.append(Piece(cue.text[end:], None if pieces else cue.speaker, fresh, below))
    return in_pieces(cue, pieces)
