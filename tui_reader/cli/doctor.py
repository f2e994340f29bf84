"""`tui-reader doctor`: what each file is, and what was wrong in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tui_reader.cli.arguments import Parser, source
from tui_reader.cli.console import BOLD, Console, complain, shown
from tui_reader.cli.streaming import in_order
from tui_reader.finding import find
from tui_reader.library import Episode, lost_episode, summarise, try_file
from tui_reader.model import Problem
from tui_reader.timecode import format_clock

_EXAMPLES = """\
examples:
  tui-reader doctor talk.vtt          its format, and every line that was odd
  tui-reader doctor podcasts/ | less  a whole folder; path:line: leads editors to the place

exit codes: 0 all is well, 1 something was odd, 2 a file could not be read
"""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a file is, and its problems. `episode.error` says why it could not be read."""

    number: int
    episode: Episode
    encoding: str = ""
    problems: tuple[Problem, ...] = ()


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    parser = Parser(
        "doctor",
        usage="tui-reader doctor [PATH…]",
        description="Say what each file is, what was met in it and what was done about it.",
        epilog=_EXAMPLES,
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files and folders")
    asked = parser.parse(arguments)
    paths, stdin = source(asked.paths)
    files, left_out = find(paths)
    for error in left_out:
        complain(error.message)
    console = Console()
    code = 2 if left_out else 0
    for findings in in_order(partial(_examine, stdin=stdin), files, lost=_lost):
        for line in _lines(console, findings):
            console.print(line)
        code = max(code, _code(findings))
    return code


def _examine(number: int, path: Path, stdin: bytes | None) -> Findings:
    loaded = try_file(path, stdin)
    episode = summarise(number, path, loaded)
    if isinstance(loaded, str):
        return Findings(number, episode)
    return Findings(number, episode, loaded.encoding, loaded.transcript.problems)


def _lost(number: int, path: Path) -> Findings:
    return Findings(number, lost_episode(number, path))


def _code(findings: Findings) -> int:
    return 2 if findings.episode.error else 1 if findings.problems else 0


def _lines(console: Console, findings: Findings) -> Iterator[str]:
    """A line that says what the file is, and one for each problem."""
    path = shown(findings.episode.path)
    yield f"{console.paint(path, BOLD)}: {', '.join(_facts(findings))}"
    for problem in findings.problems:
        place = f"{path}:{problem.line}" if problem.line else path
        yield f"{place}: {problem.message}"


def _facts(findings: Findings) -> Iterator[str]:
    episode = findings.episode
    if episode.error:
        yield episode.reason
        return
    yield episode.format
    yield findings.encoding
    yield _count(episode.turns, "turn")
    yield _count(len(episode.shares), "speaker")
    yield format_clock(episode.duration) if episode.duration is not None else "no times"
    yield _count(episode.problems, "problem")


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
