"""The files that are not in the list, or have no words there, each with its reason."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tui_reader.counting import counted
from tui_reader.harmless import harmless_line
from tui_reader.library import Episode
from tui_reader.library.opening import Stranger
from tui_reader.ui.dialogs.text import LinesDialog
from tui_reader.ui.lines_view import Line

__all__ = ["LeftOutDialog"]


_USUAL = "holds no transcript."
"""What most of them do, and what need not be said of each."""


class LeftOutDialog(LinesDialog):
    """Shows what could not be read, what is no transcript, and what was not looked into."""

    def __init__(
        self,
        failed: Sequence[Episode],
        strangers: Sequence[Stranger],
        passed_by: Mapping[str, int],
        complaints: Sequence[str] = (),
    ) -> None:
        """`passed_by` counts files by their endings; `complaints` are about whole folders."""
        super().__init__("Files left out")
        self._failed = failed
        self._strangers = strangers
        self._passed_by = passed_by
        self._complaints = complaints

    def lines(self) -> Iterator[Line]:
        """The reasons, the worst first."""
        folder = self._folder
        parts = (
            ("Could not be read", list(self._unread(folder))),
            ("No transcripts, though they end like some", list(self._foreign(folder))),
            ("Not looked into, for their endings", list(self._unknown())),
        )
        if not any(lines for _, lines in parts):
            yield Line("Every file is in the list.")
        elif folder:
            yield from (Line(harmless_line(folder), "In", "title"), Line())
        first = True
        for heading, lines in parts:
            if lines:
                yield from () if first else (Line(),)
                yield Line(heading, look="heading")
                yield from lines
                first = False

    @property
    def _folder(self) -> str:
        """The folder in which all of them are."""
        told = (*(episode.path for episode in self._failed), *(one.path for one in self._strangers))
        try:
            return os.path.commonpath([os.path.abspath(path.parent) for path in told])
        except ValueError:  # there are none, or they are on several disks
            return ""

    def _unread(self, folder: str) -> Iterator[Line]:
        yield from (Line(harmless_line(complaint)) for complaint in self._complaints)
        for episode in sorted(self._failed, key=lambda episode: episode.path):
            yield Line(f"{_within(folder, episode.path)}: {episode.reason}")

    def _foreign(self, folder: str) -> Iterator[Line]:
        for path, reason in sorted(self._strangers):
            said = "" if reason == _USUAL else f": {reason}"
            yield Line(f"{_within(folder, path)}{said}")

    def _unknown(self) -> Iterator[Line]:
        for suffix, count in sorted(self._passed_by.items(), key=lambda item: (-item[1], item[0])):
            files = counted(count, "file")
            yield Line(harmless_line(suffix) or "no ending", f"{files:>12}")


def _within(folder: str, path: Path) -> str:
    """A path, from the `folder` on that it is in."""
    return harmless_line(os.path.relpath(path, folder) if folder else str(path))
