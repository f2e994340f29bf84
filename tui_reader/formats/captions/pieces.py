"""A cue in which several people speak, cut into one for each."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from tui_reader.turns import Cue

__all__ = ["Piece", "in_pieces"]


class Piece(NamedTuple):
    """Words of one speaker inside a cue; `below` is how many lines further down they begin."""

    text: str
    speaker: str | None = None
    fresh: bool = False
    below: int = 0


def in_pieces(cue: Cue, pieces: Sequence[Piece]) -> list[Cue]:
    """A cue for each of `pieces`, the time of `cue` split as the characters are.

    `cue` begins with its timing line, so that words below its first line begin one line further.
    """
    times = _times(cue, [len(piece.text) for piece in pieces])
    return [
        Cue(
            start,
            end,
            piece.text,
            piece.speaker,
            cue.line + piece.below + (piece.below > 0),
            piece.fresh,
        )
        for piece, (start, end) in zip(pieces, times, strict=True)
    ]


def _times(cue: Cue, lengths: Sequence[int]) -> list[tuple[int | None, int | None]]:
    if cue.start is None or cue.end is None:
        return [(cue.start, cue.end)] * len(lengths)
    total = sum(lengths) or 1
    whole = max(cue.end - cue.start, 0)
    seams = [cue.start + whole * done // total for done in accumulate(lengths, initial=0)]
    seams[-1] = cue.end
    return list(pairwise(seams))
