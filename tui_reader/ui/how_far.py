"""How far one is in the episodes of a list, as the list tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_reader.library.identifying import identity_of

if TYPE_CHECKING:
    from tui_reader.library import Episode
    from tui_reader.state import Progress, ReadMarks

__all__ = ["HowFar"]


class HowFar(NamedTuple):
    """What was kept of every episode: the place, and whether it was read."""

    progress: Progress
    marks: ReadMarks

    def of(self, episode: Episode) -> tuple[bool, int | None]:
        """Whether an episode was read; if not, how much of it is behind one, in percent.

        None: one has not begun.
        """
        who = identity_of(episode)
        if self.marks.of(who):
            return True, None
        share = self.progress.of(who)
        return False, max(1, min(int(share * 100), 99)) if share else None
