"""A mark or a note, and how it is read from its row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from tui_reader.anchoring import Anchor
from tui_reader.identity import Identity
from tui_reader.state.episodes import COLUMNS, identity_from
from tui_reader.state.values import anchor_from, moment_from, number_from, text_from

__all__ = ["SELECT", "Entry", "Kind", "entry_from"]

SELECT: Final = f"""\
SELECT entries.id, kind, letter, start, stop, quote, speaker, time, text, created, changed,
{COLUMNS}
FROM entries JOIN episodes ON episodes.id = entries.episode WHERE deleted IS NULL"""
"""All entries there are; what is to be said further about them follows."""


class Kind(StrEnum):
    """What an entry is."""

    MARK = "mark"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark or a note on the turn at `start`, or on all turns from there to `end`.

    `quote` are the words as they were, `speaker` who said the first of them, `time` when, in
    milliseconds. A mark has a `letter`, which may be a capital, and no `text`. `created` and
    `changed` are UTC.
    """

    id: int
    kind: Kind
    letter: str | None
    identity: Identity
    start: Anchor
    end: Anchor | None
    quote: str
    speaker: str | None
    time: int | None
    text: str
    created: datetime
    changed: datetime


@lru_cache(maxsize=1000)
def _identity(who: tuple[Any, ...]) -> Identity:
    """Who an episode is: the same for all of its entries, of which there may be thousands."""
    return identity_from(who)


def entry_from(row: Sequence[Any]) -> Entry:
    """The entry in a row that was selected."""
    number, kind, letter, start, stop, quote, speaker, time, text, created, changed, *who = row
    return Entry(
        id=number,
        kind=Kind.MARK if kind == Kind.MARK else Kind.NOTE,
        letter=None if letter is None else text_from(letter),
        identity=_identity(tuple(who)),
        start=anchor_from(start),
        end=None if stop is None else anchor_from(stop),
        quote=text_from(quote),
        speaker=None if speaker is None else text_from(speaker),
        time=number_from(time),
        text=text_from(text),
        created=moment_from(created),
        changed=moment_from(changed),
    )
