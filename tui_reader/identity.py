"""What tells an episode from all others, wherever its file is and whatever format that has.

Its path says so as long as the file stays; what a list knows of it (its traits), once it was moved;
and its words (the sketch of them), once it was renamed, exported again or put into another format.
"""

import os
import zlib
from collections.abc import Iterable
from hashlib import blake2b
from math import inf
from pathlib import Path
from typing import Final, NamedTuple

from tui_reader.harmless import harmless_line
from tui_reader.model import Metadata, Transcript
from tui_reader.speakers import Share, shares

__all__ = [
    "ALIKE",
    "STRANGE",
    "Identity",
    "are_same",
    "identity",
    "is_replaced",
    "known_by",
    "likeness",
    "needed",
]

_SIZE: Final = 100
"""So many runs of words stand for all of them."""

_RUN: Final = 3
_ONE_IN: Final = 16
_LATER: Final = 1 << 31

_ENOUGH: Final = 8
"""Of fewer runs of words nobody can tell more than whether they are the same."""

ALIKE: Final = 0.25
"""Two accounts of one talk have so much in common at least; any two talks, 6 % of their runs."""

STRANGE: Final = 0.1
"""Where a file has less in common with what it was, it is about something else now."""


MUCH_ALIKE: Final = 0.5
"""Two talks that begin and end with the same words for all may have up to this in common."""

_LONG: Final = 40
"""So many runs of words are more than what is said where there is nothing to say."""


class Identity(NamedTuple):
    """Who an episode is: `path` is absolute, `sketch` is () where its words are not known.

    `traits` are a hash of its title, its length and how much is said; empty where too little is
    known for that. Title, show and date are what it is called.
    """

    path: Path
    traits: str
    sketch: tuple[int, ...]
    title: str
    show: str | None
    date: str | None


def identity(path: Path, transcript: Transcript) -> Identity:
    """Who the episode is that has been read from `path`. Some milliseconds: a thread's work."""
    parts = shares(transcript)
    known = known_by(path, transcript.metadata, transcript.duration, len(transcript.turns), parts)
    return known._replace(sketch=_sketch(transcript))


def known_by(
    path: Path, about: Metadata, duration: int | None, turns: int, parts: Iterable[Share]
) -> Identity:
    """Who an episode is, as far as a list knows it; `duration` is in milliseconds."""
    return Identity(
        path=Path(os.path.abspath(path)),
        traits=_traits(about.title, duration, turns, sum(share.words for share in parts)),
        sketch=(),
        title=about.title or harmless_line(path.name),
        show=about.show,
        date=about.date.isoformat() if about.date else None,
    )


def are_same(one: Identity, other: Identity) -> bool:
    """Whether both are the same episode."""
    if one.path == other.path:
        return not is_replaced(one.sketch, other.sketch)
    alike = likeness(one.sketch, other.sketch)
    if alike is not None:
        return alike >= needed(one, other)
    return bool(one.traits) and one.traits == other.traits


def is_replaced(before: tuple[int, ...], now: tuple[int, ...]) -> bool:
    """Whether a file is about something else now, by the sketches of its words.

    Of a few words nobody can tell: one that was mended makes them others.
    """
    alike = likeness(before, now) if min(len(before), len(now)) >= _ENOUGH else None
    return alike is not None and alike < STRANGE


def needed(one: Identity, other: Identity) -> float:
    """How much of their words two files must have in common to be the same episode.

    Where they are called otherwise and both are there, or are of other days, it is more: they may
    be two talks of one show. Of a few words not even all are enough then.
    """
    is_other_day = bool(one.date and other.date) and one.date != other.date
    is_other_name = one.title.casefold() != other.title.casefold()
    if not is_other_day and not (is_other_name and _is_there(one) and _is_there(other)):
        return ALIKE
    return MUCH_ALIKE if min(len(one.sketch), len(other.sketch)) >= _LONG else inf


def _is_there(one: Identity) -> bool:
    return os.path.exists(one.path)


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float | None:
    """How much the words of two sketches have in common, 0..1; None where one is not known.

    It is an estimate of how many of all runs of words that either has are in both.
    """
    if not one or not other:
        return None
    if min(len(one), len(other)) < _ENOUGH:
        return float(one == other)
    mine, others = set(one), set(other)
    smallest = sorted(mine | others)[:_SIZE]
    return sum(run in mine and run in others for run in smallest) / len(smallest)


def _traits(title: str, duration: int | None, turns: int, words: int) -> str:
    # Not who speaks: a person may have given the speakers other names.
    if not turns or not (duration or words):
        return ""
    told = f"{title}\0{duration}\0{turns}\0{words}".encode("utf-8", "surrogatepass")
    return blake2b(told, digest_size=12).hexdigest()


def _sketch(transcript: Transcript) -> tuple[int, ...]:
    """The smallest hashes of the runs of words: of two texts alike, mostly the same ones.

    Runs that begin with one of few words have the smallest: in a long text, no others count.
    """
    from tui_reader.fold import spaced

    words = " ".join(spaced.each([turn.text for turn in transcript.turns])).split()
    few = {word for word in set(words) if not _hash(word) % _ONE_IN}
    first = {_hash(" ".join(words[at : at + _RUN])) for at, word in enumerate(words) if word in few}
    runs = {run & ~_LATER for run in first}
    if len(runs) < _SIZE:
        rest = (at for at, word in enumerate(words) if word not in few)
        runs |= {_hash(" ".join(words[at : at + _RUN])) | _LATER for at in rest}
    return tuple(sorted(runs)[:_SIZE])


def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
