"""`tui-reader [PATH…]`: the reader itself."""

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tui_reader import config, state
from tui_reader.cli.arguments import Parser, gone_from_library, last_library, read_stdin
from tui_reader.cli.console import Console
from tui_reader.errors import PathError, ReaderError
from tui_reader.finding import STDIN, check_paths, sample_library, split_time
from tui_reader.request import Opening, ReadRequest

_USAGE = """\
tui-reader [--no-cache] [PATH…]
       tui-reader COMMAND …"""

_EXAMPLES = """\
commands, each with a --help of its own:
  grep QUERY    print who said it, and when
  show FILE     print one transcript
  ls            list the episodes
  export PATH   write transcripts in another form
  notes         print or export marks and notes
  speakers      list who speaks
  doctor        say what each file is and what was wrong in it
  config        show the settings, check them, write an example
  completions   print a script for bash, zsh or fish
  man           print the manual page: all of this, files, environment and exit codes

examples:
  tui-reader                         the last library again; at first, some samples
  tui-reader podcasts/ talk.vtt      everything in a folder, and a file
  tui-reader talk.vtt@12:34          at twelve minutes and thirty-four seconds
  fetch-captions | tui-reader -      what another program prints
"""


def parser() -> Parser:
    """What the command takes."""
    taken = Parser(
        "",
        usage=_USAGE,
        description="Read transcripts in the terminal: who said what, and when.",
        epilog=_EXAMPLES,
    )
    taken.add_argument(
        "--no-cache", action="store_true", help="neither use nor keep an index on disk"
    )
    taken.add_argument("--version", action="store_true", help="print the version")
    taken.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="a file, a folder, FILE@12:34 to open at a time, or - for standard input",
    )
    return taken


def main(arguments: Sequence[str]) -> int:
    """Start the interface on what was asked for, and answer with its exit code."""
    asked = parser().parse(arguments)
    if asked.version:
        from tui_reader import __version__

        Console().print(f"tui-reader {__version__}")
        return 0
    if sys.stdout is None or not sys.stdout.isatty():
        raise ReaderError(
            "Reading needs a terminal; tui-reader show and tui-reader grep print without one."
        )
    if os.environ.get("TERM") == "dumb":
        raise ReaderError(
            "This terminal (TERM=dumb) cannot show the reader; tui-reader show and tui-reader grep "
            "print in any terminal."
        )
    request = _request(asked.paths or _piped())
    check_paths(request.paths)
    request = _remember(_take_stdin(request), bool(asked.paths))
    request = replace(request, settings=config.load(), cached=not asked.no_cache)

    # Nothing of what is imported now is ever garbage: collecting it would cost the first frame.
    gc.disable()
    from tui_reader.ui.app import run

    gc.freeze()
    gc.enable()
    return run(request)


def _piped() -> list[str]:
    """Standard input, where no path is given but something comes in."""
    return [] if sys.stdin is None or sys.stdin.isatty() else [str(STDIN)]


def _request(named: Sequence[str]) -> ReadRequest:
    """What the paths mean: the first one with a time, else the first file, is opened first."""
    remembered = state.load()
    notices = (remembered.problem,) if remembered.problem else ()
    if not named:
        paths = last_library(remembered) or (sample_library(),)
        if gone := gone_from_library(remembered):
            notices = (*notices, gone)
        return ReadRequest(paths, _last_episode(remembered), state=remembered, notices=notices)
    openings = [Opening(*split_time(text)) for text in named]
    timed = (opening for opening in openings if opening.time is not None)
    files = (opening for opening in openings if not opening.path.is_dir())
    first = next(timed, None) or next(files, None)
    paths = tuple(opening.path for opening in openings)
    return ReadRequest(paths, first, state=remembered, notices=notices)


def _last_episode(remembered: state.State) -> Opening | None:
    """The episode that was open last, if it is still there in the library."""
    episode = remembered.episode
    if episode is None or not episode.is_file():
        return None
    held = any(episode.is_relative_to(path) for path in remembered.library)
    return Opening(episode) if held else None


def _take_stdin(request: ReadRequest) -> ReadRequest:
    """Read standard input where it is asked for, and give the keyboard its place."""
    stdin = read_stdin() if STDIN in request.paths else None
    if sys.stdin is None or not sys.stdin.isatty():
        try:
            keyboard = os.open("/dev/tty", os.O_RDWR)
        except OSError:
            raise ReaderError("Reading needs a terminal to take keys from.") from None
        os.dup2(keyboard, 0)
        os.close(keyboard)
    return replace(request, stdin=stdin)


def _remember(request: ReadRequest, named: bool) -> ReadRequest:
    """Make what was named the last library, all but standard input."""
    library = tuple(path for path in request.paths if path != STDIN)
    known = tuple(Path(os.path.abspath(path)) for path in library)
    if not named or not library or known == request.state.library:
        return request
    try:
        state.update(lambda remembered: replace(remembered, library=library))
    except PathError as error:
        request = replace(request, notices=(*request.notices, error.message))
    return replace(request, state=replace(request.state, library=library))
