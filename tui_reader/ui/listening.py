"""What one listens to: the recording of an episode, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_reader.harmless import harmless_line
from tui_reader.timecode import format_clock
from tui_reader.wrap import clip

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.playing import Heard, Player
    from tui_reader.recording import Recording
    from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["Listening"]

_TITLE = 20
"""Cells of the title of an episode that is heard while another is read."""


@dataclass(eq=False)
class Listening:
    """Somebody listens to an episode, or is about to.

    `files` are all its transcripts. It begins at `time`, in milliseconds; `timed` says whether that
    was known. There is a `player` once it is started, and what it has `heard` once it says so.
    """

    opened: OpenEpisode
    files: frozenset[Path]
    time: int
    timed: bool
    recording: Recording | None = None
    player: Player | None = None
    heard: Heard | None = None

    @property
    def is_heard(self) -> bool:
        """Whether it plays by now: before, it can only be begun elsewhere."""
        return self.heard is not None and self.heard.time is not None

    def seek(self, time: int) -> None:
        """Go on from `time`."""
        if self.player is not None:
            self.player.seek(time)

    def pause(self) -> None:
        """Pause, or go on."""
        if self.player is not None and self.heard is not None:
            self.player.pause(not self.heard.paused)

    def end(self) -> None:
        """Play no more."""
        if self.player is not None:
            self.player.close()

    def is_of(self, opened: OpenEpisode | None) -> bool:
        """Whether it is the recording of an episode."""
        return opened is not None and opened.path in self.files

    def in_words(self, here: OpenEpisode | None, *, followed: bool) -> str:
        """`▶ 12:34 following`, with the title where it is not of the episode `here`."""
        if self.heard is None or self.heard.time is None:
            words = "▶ opening"
        else:
            sign = "⏸" if self.heard.paused else "▶"
            words = f"{sign} {format_clock(self.heard.time)}"
        if not self.is_of(here):
            title = self.opened.page.transcript.metadata.title or self.opened.path.name
            return f"{words} {clip(harmless_line(title), _TITLE)}"
        return f"{words} following" if followed else words
