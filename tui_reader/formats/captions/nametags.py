"""Names before the words of a cue, laid over the cues: `Ann: `, `[Ann] `, `(Ann) `."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tui_reader.formats.captions.names import Names, names_in
from tui_reader.formats.captions.pieces import Piece, in_pieces
from tui_reader.turns import Cue

__all__ = ["labelled"]

_NO_WORDS: Final = "…"


def labelled(cues: Sequence[Cue], words: str) -> Sequence[Cue]:
    """`cues` with the names that stand before their words as speakers, carried on until the next.

    A cue that is fresh and has no name belongs to nobody. `words` are the texts of all cues.
    """
    names = names_in([cue.text for cue in cues], words)
    if not names.called and not names.bracketed:
        return cues
    return list(_carried(_named(cues, names)))


def _named(cues: Iterable[Cue], names: Names) -> Iterator[Cue]:
    """`cues`, cut where a line below their first begins with a name."""
    for cue in cues:
        if "\n" not in cue.text:
            found = names.in_front(cue.text)
            yield cue._replace(speaker=found[0], text=found[1]) if found else cue
        else:
            yield from in_pieces(cue, _by_line(cue, names))


def _by_line(cue: Cue, names: Names) -> list[Piece]:
    pieces: list[Piece] = []
    for below, line in enumerate(cue.text.split("\n")):
        found = names.in_front(line)
        if found is not None and pieces and not pieces[-1].text.strip() and not pieces[-1].speaker:
            pieces.pop()
        if found is not None:
            pieces.append(Piece(found[1], found[0], cue.fresh and not below, below))
        elif pieces:
            pieces[-1] = pieces[-1]._replace(text=f"{pieces[-1].text}\n{line}")
        else:
            pieces.append(Piece(line, cue.speaker, cue.fresh, below))
    return pieces


def _carried(cues: Iterable[Cue]) -> Iterator[Cue]:
    """A cue without a name goes on with the last one; a name without words says `…`."""
    speaker: str | None = None
    silent: Cue | None = None
    for cue in cues:
        if silent is not None and (cue.speaker or cue.fresh):
            yield silent._replace(text=_NO_WORDS)
            silent = None
        if cue.speaker:
            same = cue.speaker == speaker
            speaker = cue.speaker
            cue = cue._replace(fresh=cue.fresh and not same)
            if not cue.text.strip():
                silent = cue
                continue
        elif cue.fresh:
            speaker = None
        if silent is not None and cue.text.strip():
            cue = cue._replace(line=silent.line, start=silent.start)
            silent = None
        yield cue._replace(speaker=speaker)
    if silent is not None:
        yield silent._replace(text=_NO_WORDS)
