"""`tui-reader show`: one transcript, printed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from tui_reader.cli.arguments import Parser, source
from tui_reader.cli.console import BOLD, DIM, Console, complain
from tui_reader.cli.contract import transcript_json
from tui_reader.cli.layout import Layout, plain_turn, rows
from tui_reader.cli.names import who_is_who
from tui_reader.errors import QueryError
from tui_reader.finding import check, split_time
from tui_reader.goto import place_at_clock
from tui_reader.harmless import harmless_path
from tui_reader.library import Episode, open_file, summarise
from tui_reader.model import Status, Transcript, Turn
from tui_reader.notes import NoteKind, read_notes
from tui_reader.page import heading
from tui_reader.timecode import format_clock, parse_clock

_EXAMPLES = """\
examples:
  tui-reader show talk.vtt                          the whole of it, as it reads best
  tui-reader show talk.vtt@12:34                    from there on
  tui-reader show talk.vtt --from 12:34 --to 15:00  the turns in between
  tui-reader show --json talk.vtt | jq .speakers    for another program
"""


def parser() -> Parser:
    """What the command takes."""
    taken = Parser(
        "show",
        usage="tui-reader show [--json] [--from TIME] [--to TIME] FILE",
        description="Print one transcript: who said what, and when.",
        epilog=_EXAMPLES,
    )
    taken.add_argument("file", metavar="FILE", help="a transcript; - reads standard input")
    taken.add_argument("--json", action="store_true", help="print one JSON object")
    taken.add_argument("--from", dest="begin", metavar="TIME", help="begin at 12:34 or 1:02:03")
    taken.add_argument("--to", dest="end", metavar="TIME", help="stop at 12:34 or 1:02:03")
    return taken


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    asked = parser().parse(arguments)
    path, begin = split_time(asked.file)
    begin = _time(asked.begin) if asked.begin is not None else begin
    end = _time(asked.end) if asked.end is not None else None
    check([path])
    loaded = open_file(path, source([path]).stdin)
    transcript = who_is_who().named(loaded.transcript, path)
    if begin is not None or end is not None:
        transcript = _between(transcript, begin, end, harmless_path(path))
        if not transcript.turns:
            complain(f"Nothing is said in {harmless_path(path)} then.")
            return 1
    console = Console()
    episode = summarise(0, path, replace(loaded, transcript=transcript))
    if asked.json:
        console.print(transcript_json(episode, transcript))
        return 0
    for line in _lines(console, episode, transcript):
        console.print(line)
    return 0


def _time(text: str) -> int:
    time = parse_clock(text)
    if time is None:
        raise QueryError(f"{text} is not a time: write it like 12:34 or 1:02:03.")
    return time


def _between(transcript: Transcript, begin: int | None, end: int | None, name: str) -> Transcript:
    """What is being said from `begin` until just before `end`, in whole turns.

    Raises QueryError where there are no times to go by.
    """
    if not transcript.timed:
        raise QueryError(f"{name} has no times to go by.")
    if begin is not None and end is not None and end <= begin:
        raise QueryError(f"{format_clock(end)} is not after {format_clock(begin)}.")
    turns = transcript.turns
    first, last = 0, len(turns)
    if begin is not None:
        first = place_at_clock(transcript, begin).turn
        over = turns[first].end
        first += over is not None and over <= begin
    if end is not None:
        last = transcript.place_at(end - 1).turn + 1
    sections = (
        section._replace(turn=section.turn - first)
        for section in transcript.sections
        if first <= section.turn < last
    )
    return replace(
        transcript,
        metadata=replace(transcript.metadata, duration=transcript.duration),
        turns=turns[first:last],
        sections=tuple(sections),
        notes="" if first else transcript.notes,
    )


def _lines(console: Console, episode: Episode, transcript: Transcript) -> Iterator[str]:
    yield console.paint(episode.title, BOLD)
    yield console.paint(" · ".join(_facts(episode, transcript.status)), DIM)
    yield ""
    if transcript.notes:
        yield from _notes(console, transcript.notes)
        yield ""
    headings: dict[int, list[str]] = {}
    for section in transcript.sections:
        headings.setdefault(section.turn, []).append(heading(transcript, section))
    if not transcript.turns:
        yield from chain.from_iterable(headings.values())
    layout = Layout.of(console, transcript.turns)
    for number, turn in enumerate(transcript.turns):
        for title in headings.get(number, ()):
            yield from (console.paint(title, BOLD), "")
        yield from layout.whole(turn) if console.terminal else _plain(turn)
        yield ""


def _facts(episode: Episode, status: Status) -> Iterator[str]:
    metadata = episode.metadata
    if metadata.show:
        yield metadata.show
    if metadata.date:
        yield metadata.date.isoformat()
    if episode.duration is not None:
        yield format_clock(episode.duration)
    if status is not Status.TRANSCRIBED:
        yield status.value
    if episode.shares:
        yield ", ".join(share.name for share in episode.shares)
    yield harmless_path(episode.path)


def _notes(console: Console, notes: str) -> Iterator[str]:
    before = None
    for note in read_notes(notes):
        if before is not None and not before == note.kind == NoteKind.ITEM:
            yield ""
        before = note.kind
        text = f"• {note.text}" if note.kind is NoteKind.ITEM else note.text
        style = BOLD if note.kind is NoteKind.HEADING else ""
        spans = rows(text, console.width) if console.terminal else [(0, len(text))]
        for begin, end in spans:
            row = text[begin:end]
            yield console.paint(row, style) if style else row


def _plain(turn: Turn) -> Iterator[str]:
    """A turn for a pipe: its first paragraph says who and when, the others follow."""
    first, *others = turn.text.split("\n\n")
    yield plain_turn(replace(turn, text=first))
    yield from (" ".join(paragraph.split()) for paragraph in others)
