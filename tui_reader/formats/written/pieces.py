"""Pieces of a written talk, each under a label or a time of its own, made into turns."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tui_reader.formats.captions.changes import changed
from tui_reader.formats.captions.nametags import labelled
from tui_reader.formats.written.paragraphs import Paragraph
from tui_reader.formats.written.talk import Talk
from tui_reader.model import Turn
from tui_reader.turns import PARAGRAPH, Cue, assemble, ends_sentence

__all__ = ["Piece", "turns_of"]

_SHORT: Final = 200  # characters up to which a piece is no paragraph but what fits on a screen


class Piece(NamedTuple):
    """What somebody says from `time` on; it begins on `line`."""

    line: int
    speaker: str | None
    time: int | None
    paragraphs: Sequence[Paragraph]
    end: int | None = None


def turns_of(pieces: Sequence[Piece], *, merged: bool = True) -> tuple[Turn, ...]:
    """The turns that `pieces` make up, in their order.

    Short ones are cues, and flow together. Longer ones are paragraphs: those of one speaker in a
    row are one turn, unless they are not to be `merged`. Where nobody is named, names before the
    words are looked for.
    """
    cues: Sequence[Cue] = list(_cues(pieces))
    if not any(piece.speaker for piece in pieces):
        cues = _voiced(cues)
    if merged and _are_short(pieces):
        return assemble(cues)
    return _told(cues, {piece.line for piece in pieces}, merged=merged)


def _cues(pieces: Iterable[Piece]) -> Iterator[Cue]:
    """A cue for every paragraph; the first of a piece has its time and line."""
    for line, speaker, time, paragraphs, end in pieces:
        for index, paragraph in enumerate(paragraphs):
            if index:
                yield Cue(None, None, paragraph.text, speaker, paragraph.line)
            else:
                yield Cue(time, end, paragraph.text, speaker, line)


def _voiced(cues: Sequence[Cue]) -> Sequence[Cue]:
    """`cues` with the speakers that their own words tell.

    As in captions, but what is there twice was said twice: no screen repeats it.
    """
    words = "\n".join(cue.text for cue in cues)
    return labelled(changed(cues, words), words)


def _are_short(pieces: Sequence[Piece]) -> bool:
    """Whether nearly all pieces are as short as what is shown at once."""
    if any(len(piece.paragraphs) > 1 for piece in pieces):
        return False
    lengths = sorted(sum(len(text) for _, text in piece.paragraphs) for piece in pieces)
    return not lengths or lengths[len(lengths) * 9 // 10] <= _SHORT


def _told(cues: Iterable[Cue], beginnings: set[int], *, merged: bool) -> tuple[Turn, ...]:
    """Turns of whole paragraphs; `beginnings` are the lines on which pieces begin."""
    talk = Talk()
    speaker: str | None = None
    before = ""
    for start, _, words, name, line, fresh in cues:
        begins = line in beginnings
        if not before or fresh or name != speaker or (begins and not (merged and name)):
            talk.speak(name, line, start)
            speaker = name
        cut = before and not begins and _goes_on(before, words)
        talk.say(words, line, start, " " if cut else PARAGRAPH)
        before = words
    return talk.turns()


def _goes_on(before: str, words: str) -> bool:
    """Whether a sentence that was cut after `before` goes on with `words`."""
    if ends_sentence(before):
        return False
    return words[:1].islower() or len(before.split()) <= 2
