"""`tui-reader doctor`: what each file is, and what was wrong in it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from tui_reader.cli.arguments import Parser, source
from tui_reader.cli.console import BOLD, DIM, WARNING, Console, complain
from tui_reader.cli.contract import findings_json
from tui_reader.cli.findings import Findings, Group, examine
from tui_reader.cli.streaming import in_order
from tui_reader.counting import counted
from tui_reader.finding import find
from tui_reader.harmless import harmless_path
from tui_reader.library import joined, lost_episode
from tui_reader.model import Status
from tui_reader.timecode import format_clock

_EXAMPLES = """\
examples:
  tui-reader doctor talk.vtt          its format, and every line that was odd
  tui-reader doctor podcasts/ | less  a whole folder; path:line: leads editors to the place
  tui-reader doctor --json podcasts/  for another program, a file a line

exit codes: 0 all is well, 1 something was odd, 2 a file could not be read
"""


def parser() -> Parser:
    """What the command takes."""
    taken = Parser(
        "doctor",
        usage="tui-reader doctor [--json] [PATH…]",
        description="Say what each file is, what was met in it and what was done about it.",
        epilog=_EXAMPLES,
    )
    taken.take_paths()
    taken.take_json()
    return taken


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    asked = parser().parse(arguments)
    paths, stdin = source(asked.paths)
    files, complaints, named, passed_by = find(paths)
    for error in complaints:
        complain(error.message)
    console = Console()
    code = 2 if complaints else 0
    kinds: Counter[str] = Counter()
    task = partial(examine, stdin=stdin, named=named)
    for group in in_order(task, joined(files), lost=_lost):
        for findings in group.findings:
            lines = [findings_json(findings)] if asked.json else _lines(console, findings)
            for line in lines:
                console.print(line)
            kinds[_kind(findings)] += 1
            code = max(code, _code(findings))
    if console.terminal and not asked.json:
        console.print(console.paint(_summary(kinds, passed_by), DIM))
    return code


def _lost(number: int, files: tuple[Path, ...], why: str) -> Group:
    errors = (lost_episode(number, path, why).error for path in files)
    pairs = zip(files, errors, strict=True)
    return Group(number, tuple(Findings(path, path, error=error) for path, error in pairs))


def _code(findings: Findings) -> int:
    return 2 if findings.error else 1 if findings.problems else 0


def _kind(findings: Findings) -> str:
    """Under what it is counted in the end."""
    if findings.error:
        return "unreadable"
    if findings.left_out:
        return "left out"
    return "with warnings" if findings.problems else "fine"


def _summary(kinds: Mapping[str, int], passed_by: Mapping[str, int]) -> str:
    """`12 files: 9 fine, 2 with warnings, 1 unreadable · 3 more not looked into (.mp3)`."""
    counts = [
        f"{kinds[kind]:,} {kind}"
        for kind in ("fine", "with warnings", "unreadable", "left out")
        if kinds.get(kind)
    ]
    told = f"{_count(sum(kinds.values()), 'file')}: {', '.join(counts)}" if counts else "No files"
    if not passed_by:
        return told
    most = sorted(passed_by, key=lambda suffix: (-passed_by[suffix], suffix))[:4]
    endings = ", ".join(harmless_path(Path(suffix)) if suffix else "no ending" for suffix in most)
    more = ", …" if len(passed_by) > len(most) else ""
    return f"{told} · {sum(passed_by.values()):,} more not looked into ({endings}{more})"


def _lines(console: Console, findings: Findings) -> Iterator[str]:
    """A line that says what the file is, and one for each problem."""
    path = harmless_path(findings.path)
    style = WARNING if findings.error else DIM if findings.left_out else BOLD
    beside = ""
    if findings.episode != findings.path:
        beside = f"; beside {harmless_path(findings.episode)}"
    yield f"{console.paint(path, style)}: {', '.join(_facts(findings))}{beside}"
    for problem in findings.problems:
        place = f"{path}:{problem.line}" if problem.line else path
        yield f"{place}: {problem.message}"


def _facts(findings: Findings) -> Iterator[str]:
    if findings.error:
        yield findings.error.removeprefix(f"{harmless_path(findings.path)} ").removesuffix(".")
        return
    if findings.left_out:
        yield f"left out: {findings.left_out.removesuffix('.')}"
        return
    yield findings.format
    yield findings.encoding
    if findings.status is not Status.TRANSCRIBED:
        yield findings.status.value
    if findings.chapters and not findings.turns:
        yield _count(findings.chapters, "chapter")
    else:
        yield _count(findings.turns, "turn")
        yield _count(findings.speakers, "speaker")
    yield format_clock(findings.duration) if findings.duration is not None else "no times"
    yield _count(len(findings.problems), "problem")


def _count(number: int, noun: str) -> str:
    return counted(number, noun) if number else f"no {noun}s"
