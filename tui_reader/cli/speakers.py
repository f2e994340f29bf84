"""`tui-reader speakers`: who speaks, in how many episodes, and how much."""

from collections.abc import Iterator, Sequence
from itertools import chain

from rich.cells import cell_len

from tui_reader.cli.arguments import Parser
from tui_reader.cli.console import BOLD, DIM, Console, complain, speaker_style
from tui_reader.cli.contract import person_json
from tui_reader.cli.names import who_is_who
from tui_reader.cli.surveying import surveyed
from tui_reader.counting import counted
from tui_reader.library import with_people
from tui_reader.people.gathering import Person, gathered
from tui_reader.speakers import Share
from tui_reader.timecode import format_clock
from tui_reader.wrap import clip

_EXAMPLES = """\
examples:
  tui-reader speakers                        who speaks in the last library
  tui-reader speakers talk.vtt               who speaks in one episode
  tui-reader speakers podcasts/ | cut -f1    names only; the columns are set apart by tabs
  tui-reader speakers --json podcasts/ | jq .name

People have the names that people.toml gives them. It is in the folder of the settings; the reader
writes it (key s), and it can be edited by hand.

exit codes: 0 somebody speaks, 1 nobody is named, 2 an error
"""


def parser() -> Parser:
    """What the command takes."""
    taken = Parser(
        "speakers",
        usage="tui-reader speakers [--json] [PATH…]",
        description="List who speaks: name, episodes, turns, words and time.",
        epilog=_EXAMPLES,
    )
    taken.take_paths()
    taken.take_json()
    return taken


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    asked = parser().parse(arguments)
    surveys, failed = surveyed(asked.paths)
    rules = who_is_who()
    spoken: list[Sequence[Share]] = []
    for found in surveys:
        for episode in found.episodes:
            spoken.append(with_people(episode, rules).shares)
            if episode.error is not None:
                complain(episode.error)
                failed = True
    people, console = gathered(spoken), Console()
    if asked.json:
        lines: Iterator[str] = map(person_json, people)
    elif console.terminal:
        lines = _table(console, people)
    else:
        lines = map(_tabbed, people)
    for line in lines:
        console.print(line)
    return 2 if failed else 0 if people else 1


def _tabbed(person: Person) -> str:
    time = "" if person.ms is None else format_clock(person.ms)
    counts = (person.episodes, person.turns, person.words)
    return "\t".join([person.name, *map(str, counts), time])


def _table(console: Console, people: Sequence[Person]) -> Iterator[str]:
    """People in columns; what a narrow terminal has no room for is left out from the right."""
    rows = [
        (
            counted(person.episodes, "episode"),
            counted(person.turns, "turn"),
            counted(person.words, "word"),
            "" if person.ms is None else format_clock(person.ms),
        )
        for person in people
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    longest = max(chain([0], (cell_len(person.name) for person in people)))
    room = min(longest, max(12, console.width - sum(widths) - 2 * len(widths)))
    for person, row in zip(people, rows, strict=True):
        name = clip(person.name, room)
        facts, left = "", console.width - room
        for cell, width in zip(row, widths, strict=True):
            left -= width + 2
            facts += f"  {cell:>{width}}" if left >= 0 else ""
        padding = " " * (room - cell_len(name))
        style = f"{BOLD};{speaker_style(person.name)}"
        yield f"{console.paint(name, style)}{padding}{console.paint(facts, DIM)}"
