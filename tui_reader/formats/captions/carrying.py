"""Voices that a format itself names: carried on over cues that name none, and without badges."""

from collections.abc import Sequence
from typing import Final

from tui_reader.turns import PAUSE, Cue

__all__ = ["carried", "unbadged"]

_BADGES: Final = frozenset(
    {"guest", "gast", "gość", "invité", "invitado", "external", "extern", "unverified"}
)


def carried(cues: Sequence[Cue]) -> list[Cue]:
    """In a file with voices, a cue without one goes on with the last voice.

    Unless voices are the rule in the file and the cue stands between two pauses, or somebody else
    begins there: then nobody says who speaks.
    """
    tagged = 2 * sum(bool(cue.speaker) for cue in cues) > len(cues)
    out: list[Cue] = []
    speaker: str | None = None
    for index, cue in enumerate(cues):
        if cue.speaker:
            speaker = cue.speaker
        elif cue.fresh:
            speaker = None
        elif not (tagged and _stands_alone(cues, index)):
            cue = cue._replace(speaker=speaker)
        out.append(cue)
    return out


def _stands_alone(cues: Sequence[Cue], index: int) -> bool:
    """Whether there is a pause on both sides of a cue."""
    around = zip(cues[max(index - 1, 0) : index + 1], cues[index : index + 2], strict=False)
    gaps = [
        (after.start or 0) - (before.end or 0) for before, after in around if before is not after
    ]
    return all(gap >= PAUSE for gap in gaps)


def unbadged(cues: Sequence[Cue]) -> Sequence[Cue]:
    """`cues` with one name for who is called `Ann Lee` here and `Ann Lee (Guest)` there.

    A badge that is always there stays: it may tell one Ann Lee from another.
    """
    voices = {cue.speaker for cue in cues if cue.speaker}
    badged = {name: bare for name in voices if (bare := _without_badge(name)) in voices}
    if not badged:
        return cues
    return [cue._replace(speaker=badged.get(cue.speaker or "", cue.speaker)) for cue in cues]


def _without_badge(name: str) -> str | None:
    bare, opened, badge = name.rpartition("(")
    if not opened or not badge.endswith(")"):
        return None
    words = badge[:-1].lower().split()
    return bare.strip() if words and words[0] in _BADGES else None
