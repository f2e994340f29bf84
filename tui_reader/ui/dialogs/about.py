"""What the open file is, where the hits in it are, and what was wrong in it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len

from tui_reader.counting import counted
from tui_reader.formats import formats
from tui_reader.harmless import harmless_line, harmless_path
from tui_reader.loading import Loaded
from tui_reader.model import Status, Transcript
from tui_reader.page import turns_in_words
from tui_reader.speakers import Share, shares
from tui_reader.timecode import format_clock
from tui_reader.ui.dialogs.text import LinesDialog
from tui_reader.ui.lines_view import Line

__all__ = ["AboutDialog", "Sibling", "file_in_words"]

_LABEL = 8
_NAME_MOST = 24


class Sibling(NamedTuple):
    """One of the files of an episode, and what it is in a few words."""

    path: Path
    about: str


class AboutDialog(LinesDialog):
    """Shows what a file is, how much each speaker says, and every problem with its line.

    `siblings` are the other files of the episode. While `query` is searched, `hits` are the turns
    that have it: who said it is told as well.
    """

    def __init__(
        self,
        loaded: Loaded,
        siblings: Sequence[Sibling] = (),
        query: str = "",
        hits: Sequence[int] | None = None,
    ) -> None:
        super().__init__("About this episode")
        self._loaded = loaded
        self._siblings = siblings
        self._query = query
        self._hits = hits

    def lines(self) -> Iterator[Line]:
        """The title, the file, the hits, the speakers, the problems."""
        transcript = self._loaded.transcript
        yield Line(transcript.metadata.title, look="title")
        yield Line()
        for label, fact in self._facts():
            yield Line(fact, f"{label:<{_LABEL}}")
        if self._hits is not None:
            yield from (Line(), Line(self._found(self._hits), look="title"))
        if transcript.speakers:
            yield Line()
            yield from _speakers(shares(transcript))
        yield Line()
        problems = transcript.problems
        yield Line("Nothing in the file was skipped, repaired or guessed." if not problems else
                   "What was skipped, repaired or guessed, by the line of the file:",
                   look="text" if not problems else "heading")  # fmt: skip
        for problem in problems:
            yield Line(problem.message, f"{problem.line or 'all':>6}")

    def _facts(self) -> Iterator[tuple[str, str]]:
        loaded, transcript = self._loaded, self._loaded.transcript
        path = str(loaded.path)
        yield (
            "File",
            "standard input" if path == "-" else harmless_path(loaded.path.absolute()),
        )
        if loaded.format:
            yield "Format", f"{_format_in_words(loaded.format)}, {loaded.encoding}"
            yield "Holds", _counts_in_words(transcript)
            if transcript.status is not Status.TRANSCRIBED:
                yield "Status", transcript.status.value
        if times := [time for time in _times(transcript) if time is not None]:
            last = max(transcript.duration or 0, *times)
            yield "Times", f"{format_clock(times[0])} to {format_clock(last)}"
        for number, sibling in enumerate(self._siblings):
            name = harmless_line(sibling.path.name)
            yield "" if number else "Beside", f"{name}: {sibling.about}"

    def _found(self, hits: Sequence[int]) -> str:
        """Who says how often what is searched: `12 hits for lambda: Omer 9 · Warren 3`."""
        turns = self._loaded.transcript.turns
        counts = Counter(speaker for turn in hits if (speaker := turns[turn].speaker))
        found = f"{counted(len(hits), 'hit')} for {self._query}"
        who = " · ".join(f"{name} {count}" for name, count in counts.most_common())
        return f"{found}: {who}" if who else found


def file_in_words(loaded: Loaded | str) -> str:
    """What a file is, or the sentence that says why it is nothing."""
    if isinstance(loaded, str):
        return loaded
    return f"{_format_in_words(loaded.format)}, {_counts_in_words(loaded.transcript)}"


def _format_in_words(name: str) -> str:
    """What people call a format, and what the program does: `WebVTT (webvtt)`."""
    title = next((fmt.title for fmt in formats() if fmt.name == name), name)
    return f"{title} ({name})"


def _counts_in_words(transcript: Transcript) -> str:
    """How much there is in a transcript: `412 turns, 4 speakers, 1,276 cues`."""
    counts = [turns_in_words(transcript, len(transcript.turns))] if transcript.turns else []
    for number, what in (
        (len(transcript.speakers), "speaker"),
        (sum(len(turn.marks) for turn in transcript.turns), "cue"),
        (len(transcript.sections), "section" if transcript.turns else "chapter"),
    ):
        if number:
            counts.append(counted(number, what))
    return ", ".join(counts) or "notes only"


def _times(transcript: Transcript) -> Iterator[int | None]:
    """The times that turns and chapters begin at."""
    yield from (turn.start for turn in transcript.turns)
    yield from (section.time for section in transcript.sections)


def _speakers(everybody: Sequence[Share]) -> Iterator[Line]:
    """A table of who speaks how much."""
    rows = [
        (
            counted(share.turns, "turn"),
            f"{share.words:,} words",
            "" if share.ms is None else format_clock(share.ms),
        )
        for share in everybody
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    longest = min(_NAME_MOST, max(cell_len(share.name) for share in everybody))
    for share, row in zip(everybody, rows, strict=True):
        cells = (f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True))
        padding = " " * (longest - cell_len(share.name))
        yield Line("  ".join(cells).rstrip(), f"{share.name}{padding}")
