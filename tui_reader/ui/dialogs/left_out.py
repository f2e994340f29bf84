"""The files that are not in the list, or have no words there, each with its reason."""

from collections.abc import Iterator, Mapping, Sequence

from tui_reader.harmless import harmless_line
from tui_reader.library import Episode
from tui_reader.library.opening import Stranger
from tui_reader.ui.dialogs.text import LinesDialog
from tui_reader.ui.lines_view import Line

__all__ = ["LeftOutDialog"]


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
        parts = (
            ("Could not be read", list(self._unread())),
            ("Not transcripts, though they end like some", list(self._foreign())),
            ("Not looked into, for their endings", list(self._unknown())),
        )
        if not any(lines for _, lines in parts):
            yield Line("Every file is in the list.")
        first = True
        for heading, lines in parts:
            if lines:
                yield from () if first else (Line(),)
                yield Line(heading, look="heading")
                yield from lines
                first = False

    def _unread(self) -> Iterator[Line]:
        yield from (Line(harmless_line(complaint)) for complaint in self._complaints)
        for episode in self._failed:
            yield Line(f"{harmless_line(str(episode.path))}: {episode.reason}")

    def _foreign(self) -> Iterator[Line]:
        for path, reason in self._strangers:
            yield Line(f"{harmless_line(str(path))}: {reason}")

    def _unknown(self) -> Iterator[Line]:
        for suffix, count in sorted(self._passed_by.items(), key=lambda item: (-item[1], item[0])):
            files = f"{count:,} file{'s' * (count != 1)}"
            yield Line(harmless_line(suffix) or "no ending", f"{files:>12}")
