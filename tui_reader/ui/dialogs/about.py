"""What the open file is, where the hits in it are, and what was wrong in it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tui_reader.model import Transcript
from tui_reader.speakers import shares
from tui_reader.timecode import format_clock
from tui_reader.ui.dialogs.text import TextDialog

__all__ = ["AboutDialog"]


class AboutDialog(TextDialog):
    """Shows how much each speaker says, and every problem with its line.

    While `query` is searched, `hits` are the turns that have it: who said it is told as well.
    """

    def __init__(
        self, transcript: Transcript, query: str = "", hits: Sequence[int] | None = None
    ) -> None:
        super().__init__("About this episode")
        self._transcript = transcript
        self._query = query
        self._hits = hits

    def parts(self) -> Iterator[RenderableType]:
        """The title, the hits, the speakers, the problems."""
        yield Text(self._transcript.metadata.title, style="bold")
        if self._hits is not None:
            yield Text()
            yield self._found(self._hits)
        if self._transcript.speakers:
            yield Text()
            yield self._speakers()
        yield Text()
        problems = self._transcript.problems
        yield Text("Nothing in the file was skipped, repaired or guessed." if not problems else
                   "What was skipped, repaired or guessed, by the line of the file:")  # fmt: skip
        for problem in problems:
            yield Text(f"{problem.line or 'all':>6}  {problem.message}")

    def _found(self, hits: Sequence[int]) -> Text:
        """Who says how often what is searched: `12 hits for lambda: Omer 9 · Warren 3`."""
        turns = self._transcript.turns
        counts = Counter(speaker for turn in hits if (speaker := turns[turn].speaker))
        found = Text(f"{len(hits)} hit{'s' * (len(hits) != 1)} for {self._query}")
        for number, (name, count) in enumerate(counts.most_common()):
            found.append(" · " if number else ": ").append(name, style="bold").append(f" {count}")
        return found

    def _speakers(self) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column()
        for _ in range(3):
            table.add_column(justify="right")
        for share in shares(self._transcript):
            time = "" if share.ms is None else format_clock(share.ms)
            table.add_row(
                Text(share.name, style="bold"),
                Text(f"{share.turns} turns"),
                Text(f"{share.words} words"),
                Text(time),
            )
        return table
