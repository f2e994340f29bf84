"""Who speaks in captions, told from all that people write there to say so."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from tui_reader.formats.captions.carrying import carried, unbadged
from tui_reader.formats.captions.changes import changed
from tui_reader.formats.captions.nametags import labelled
from tui_reader.formats.captions.rolling import unrolled
from tui_reader.turns import Cue

__all__ = ["voiced"]

_SPEAKER: Final = attrgetter("speaker")
_TEXT: Final = attrgetter("text")


def voiced(cues: Sequence[Cue], *, rolls: bool = False) -> Sequence[Cue]:
    """`cues` as a caption file has them, ready to be assembled: each with its speaker.

    Their texts are without tags and entities, but with their line breaks; they have the speakers
    that the format itself names. What a screen repeats goes (`rolls`: it is known that it does);
    where the format names nobody, the marks of a change and the names before the words are taken.
    """
    if cues and all(map(_SPEAKER, cues)):
        return unbadged(cues)
    cues = unrolled(cues, rolls=rolls)
    words = "\n".join(map(_TEXT, cues))
    cues = changed(cues, words)
    if any(map(_SPEAKER, cues)):
        return carried(unbadged(cues))
    return labelled(cues, words)
