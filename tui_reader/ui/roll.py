"""Who speaks in the open episode, as the panel of speakers shows it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.speakers import Share

if TYPE_CHECKING:
    from tui_reader.people.suggestion import Suggestion

__all__ = ["Roll", "Speaking", "speaking"]


class Speaking(NamedTuple):
    """Somebody who speaks here: how much, and whether one sees it.

    `part` is their share of the time, 0..1, or of the words where there are no times.
    """

    share: Share
    part: float
    is_only: bool = False
    is_hidden: bool = False

    @property
    def name(self) -> str:
        """What they are called."""
        return self.share.name


class Roll(NamedTuple):
    """What the panel shows. `by_time` is whether parts are of the time; of the words otherwise.

    `is_looking` says that more `suggestions` may come.
    """

    title: str = ""
    here: Sequence[Speaking] = ()
    by_time: bool = False
    suggestions: Sequence[Suggestion] = ()
    is_looking: bool = False


def speaking(
    everybody: Sequence[Share], only: Collection[str], hidden: Collection[str]
) -> tuple[tuple[Speaking, ...], bool]:
    """Everybody who speaks, and whether their parts are those of the time."""
    by_time = bool(everybody) and all(share.ms is not None for share in everybody)
    by_time = by_time and any(share.ms for share in everybody)
    amounts = [(share.ms or 0) if by_time else share.words for share in everybody]
    total = sum(amounts) or 1
    rows = tuple(
        Speaking(share, amount / total, share.name in only, share.name in hidden)
        for share, amount in zip(everybody, amounts, strict=True)
    )
    return rows, by_time
