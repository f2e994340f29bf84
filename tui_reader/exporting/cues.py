"""Turns cut into cues again, each with a time at which it begins and one at which it ends."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tui_reader.errors import ReaderError
from tui_reader.model import Mark, Transcript, Turn
from tui_reader.turns import PARAGRAPH, Cue, joint

__all__ = ["TurnCue", "cues_of"]

_LEAST: Final = 1_000
_READING: Final = 60
"""Milliseconds that words stay for where nothing tells: so many, and so many a character."""


class TurnCue(NamedTuple):
    """A cue, and its place: the turn (from 0), the paragraph in it, and the cue in that (from 1).

    The cue that no time is known for is number 0: it has a time only because it needs one.
    """

    turn: int
    paragraph: int
    number: int
    cue: Cue


class _Piece(NamedTuple):
    text: str
    time: int | None
    paragraph: int


def cues_of(transcript: Transcript) -> list[TurnCue]:
    """A cue for every mark of every turn, and for every paragraph; no two share their words.

    A cue ends where the next of its turn begins, the last with its turn. Raises ReaderError where
    no time is known at all.
    """
    if not transcript.timed:
        raise ReaderError("There are no times in it, and captions need them.")
    turns = transcript.turns
    found: list[TurnCue] = []
    now = 0
    for number, turn in enumerate(turns):
        after = turns[number + 1].first_time if number + 1 < len(turns) else None
        pieces = list(_pieces(turn))
        end = _end(pieces, turn, now, after)
        starts = list(_starts(pieces, now, end))
        now = starts[-1]
        place = (0, 0)
        for piece, start, over in zip(pieces, starts, _ends(starts, end), strict=True):
            count = place[1] if piece.paragraph == place[0] else 0
            place = (piece.paragraph, count + (piece.time is not None))
            cue = Cue(start, over, piece.text, turn.speaker, turn.line)
            own = 0 if piece.time is None else place[1]
            found.append(TurnCue(number, piece.paragraph, own, cue))
    return found


def _pieces(turn: Turn) -> Iterator[_Piece]:
    text = turn.text
    marks = {mark.offset: mark.time for mark in reversed(turn.marks)}
    if turn.start is not None:
        marks.setdefault(0, turn.start)
    cuts = {0, *(mark.offset for mark in turn.marks if _is_seam(text, mark))}
    at = text.find(PARAGRAPH)
    while at >= 0:
        cuts.add(at + len(PARAGRAPH))
        at = text.find(PARAGRAPH, at + len(PARAGRAPH))
    bounds = sorted(cuts)
    paragraph = 1
    for begin, end in zip(bounds, [*bounds[1:], len(text)], strict=True):
        paragraph += begin > 0 and text.endswith(PARAGRAPH, 0, begin)
        if words := " ".join(text[begin:end].split()):
            yield _Piece(words, marks.get(begin), paragraph)


def _is_seam(text: str, mark: Mark) -> bool:
    """Whether words that are cut at `mark` are put together again as they were."""
    at = mark.offset
    if not 0 < at < len(text) or text[at].isspace():
        return False
    if text.endswith(PARAGRAPH, 0, at):
        return True
    spaced = text[at - 1].isspace()
    last = text[max(0, at - 1 - spaced) : at - spaced]
    return bool(last.strip()) and joint(last, text[at]) == " " * spaced


def _end(pieces: Sequence[_Piece], turn: Turn, now: int, after: int | None) -> int:
    """When a turn is over: if nothing tells, when the next begins, or when its words are read."""
    if turn.end is not None:
        return turn.end
    last = next((piece.time for piece in reversed(pieces) if piece.time is not None), now)
    if after is not None and after > last:
        return after
    return last + _LEAST + _READING * len(turn.text)


def _starts(pieces: Sequence[_Piece], now: int, end: int) -> Iterator[int]:
    """When each piece of a turn begins: what has no time of its own, as its words are long."""
    runs: list[list[_Piece]] = []
    for piece in pieces:
        if piece.time is not None or not runs:
            runs.append([])
        runs[-1].append(piece)
    times = [run[0].time for run in runs]
    begins = [now if time is None else time for time in times]
    for run, since, until in zip(runs, begins, [*begins[1:], end], strict=True):
        whole, said = sum(len(piece.text) for piece in run), 0
        for piece in run:
            yield since + max(0, until - since) * said // whole
            said += len(piece.text)


def _ends(starts: Sequence[int], end: int) -> list[int]:
    """When each cue of a turn that is over at `end` is over."""
    ends: list[int] = []
    later = end
    for start, following in zip(reversed(starts), reversed([*starts[1:], end]), strict=True):
        later = following if following > start else later
        ends.append(max(start, min(later, end)))
    return ends[::-1]
