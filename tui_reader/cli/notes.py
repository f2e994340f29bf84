"""`tui-reader notes`: the marks and notes one has made, printed or written as Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from rich.cells import cell_len

from tui_reader.cli.arguments import Parser
from tui_reader.cli.console import BOLD, DIM, Console, complain, speaker_style
from tui_reader.cli.contract import entry_json
from tui_reader.cli.layout import rows
from tui_reader.cli.names import who_is_who
from tui_reader.cli.streaming import in_order
from tui_reader.counting import counted
from tui_reader.errors import QueryError
from tui_reader.finding import find
from tui_reader.harmless import harmless, harmless_line, harmless_path
from tui_reader.identity import Identity
from tui_reader.library import Survey, joined, lost_episode, survey
from tui_reader.library.identifying import identity_of
from tui_reader.marking.choosing import of_paths
from tui_reader.marking.exporting import export, is_one_file
from tui_reader.marking.listing import Group, arranged, grouped
from tui_reader.marking.markdown import all_markdown
from tui_reader.marking.naming import with_names
from tui_reader.marking.signs import sign
from tui_reader.state import Store
from tui_reader.state.notebook import Entry
from tui_reader.timecode import format_clock, format_stamp

_EXAMPLES = """\
examples:
  tui-reader notes                            all of them, by episode
  tui-reader notes podcasts/                  those of some episodes
  tui-reader notes --export notes.md          as Markdown, in one file
  tui-reader notes --export notes/            a file for each episode
  tui-reader notes --export | less            as Markdown, on standard output
  tui-reader notes --json | jq .note          for another program

A file that holds something else, or was changed since it was written, stays as it is, and nothing
is written among the transcripts themselves, unless --force is given.

exit codes: 0 there are some, 1 there are none, 2 an error
"""

_QUOTED = 3
"""So many rows of what was said are enough on a terminal."""

_STDOUT = "-"


def parser() -> Parser:
    """What the command takes."""
    taken = Parser(
        "notes",
        usage="tui-reader notes [--export [FILE|FOLDER]] [--one-file|--by-episode] [--force]"
        " [--json] [PATH…]",
        description="Print marks and notes, or write them as Markdown.",
        epilog=_EXAMPLES,
    )
    taken.take_paths()
    taken.add_argument(
        "--export",
        metavar="FILE|FOLDER",
        nargs="?",
        const=_STDOUT,
        help="write Markdown there; without a place, print it",
    )
    how = taken.add_mutually_exclusive_group()
    how.add_argument("--one-file", action="store_true", help="all in one file")
    how.add_argument("--by-episode", action="store_true", help="a file for each episode")
    taken.add_argument("--force", action="store_true", help="write over files that are there")
    taken.take_json()
    return taken


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    asked = parser().parse(arguments)
    if asked.json and asked.export is not None:
        raise QueryError("--json prints, --export writes Markdown: choose one of them.")
    if asked.export is None and (asked.one_file or asked.by_episode or asked.force):
        raise QueryError("--one-file, --by-episode and --force are about --export.")
    if asked.export == _STDOUT and asked.by_episode:
        raise QueryError("Name the folder for the files: --export FOLDER --by-episode.")
    entries, failed = _entries(list(map(Path, asked.paths)))
    groups = grouped(arranged(with_names(entries, who_is_who())))
    if not groups:
        complain("There are no marks and no notes" + (" there." if asked.paths else " yet."))
        return 2 if failed else 1
    console = Console()
    if asked.export is None:
        for line in _lines(console, groups, as_json=asked.json):
            console.print(line)
    elif asked.export == _STDOUT:
        console.print(all_markdown(groups).rstrip())
    else:
        place = Path(asked.export)
        one = asked.one_file or (not asked.by_episode and is_one_file(place))
        done = export(groups, place, one=one, force=asked.force)
        console.print(
            harmless_path(place)
            if one
            else f"{harmless_path(place)}: {counted(done.files, 'file')}"
        )
    return 2 if failed else 0


def _entries(paths: Sequence[Path]) -> tuple[list[Entry], bool]:
    """The entries that are asked for, and whether something about the paths was wrong."""
    store = Store()
    try:
        entries = store.notebook.entries()
        problems = store.problems
    finally:
        store.close()
    for problem in problems:
        complain(problem)
    if not paths:
        return entries, bool(problems)
    found = find(paths)
    for error in found.left_out:
        complain(error.message)
    there = partial(_identities, found.files, found.named)
    return of_paths(entries, paths, there), bool(problems or found.left_out)


def _identities(files: Sequence[Path], named: Iterable[Path]) -> Iterator[Identity]:
    """Who the episodes in some files are."""
    survey_them = partial(survey, stdin=None, named=frozenset(named))
    for surveyed in in_order(survey_them, joined(files), lost=_lost):
        yield from (identity_of(episode) for episode in surveyed.episodes)


def _lost(number: int, files: tuple[Path, ...], why: str) -> Survey:
    return Survey(number, (lost_episode(number, files, why),))


def _lines(console: Console, groups: Sequence[Group], *, as_json: bool) -> Iterator[str]:
    for number, group in enumerate(groups):
        if as_json:
            yield from map(entry_json, group.entries)
        elif not console.terminal:
            yield from map(_tabbed, group.entries)
        else:
            yield from [""] * (number > 0)
            path = console.paint(harmless_path(group.entries[0].identity.path), DIM)
            yield f"{console.paint(group.title, BOLD)}  {path}"
            for entry in group.entries:
                yield from _block(console, entry)


def _tabbed(entry: Entry) -> str:
    """An entry for a pipe: path, time, letter or `note`, speaker, what was said, the note."""
    time = "" if entry.time is None else format_stamp(entry.time)
    columns = (time, entry.letter or entry.kind.value, entry.speaker or "", entry.quote, entry.text)
    return "\t".join([harmless_path(entry.identity.path), *map(harmless_line, columns)])


def _block(console: Console, entry: Entry) -> Iterator[str]:
    """An entry for a person: what was said, and below it the note."""
    time = "" if entry.time is None else format_clock(entry.time)
    before = f"  {sign(entry)} {time:>7}  "
    name = harmless_line(entry.speaker or "")
    painted = console.paint(before, DIM)
    if name:
        painted += console.paint(name, f"{BOLD};{speaker_style(name)}") + "  "
    quote = harmless_line(entry.quote)
    width = cell_len(before) + (cell_len(name) + 2 if name else 0)
    beside = console.width - width >= 2 * len(before)
    if not beside:
        yield painted.rstrip()
        painted, width = " " * len(before), len(before)
    said = rows(quote, console.width - width - 2)
    for row, (begin, end) in enumerate(said[:_QUOTED], 1):
        cut = " …" if row == _QUOTED < len(said) else ""
        yield f"{painted}{quote[begin:end]}{cut}".rstrip()
        painted = " " * width
    for line in harmless(entry.text).splitlines():
        for begin, end in rows(line, console.width - len(before)):
            yield f"{' ' * len(before)}{line[begin:end]}".rstrip()
