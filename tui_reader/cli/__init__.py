"""The command line: the first argument chooses a command, anything else is something to read.

Every command is a module beside this one with `main(arguments) -> exit code`, imported when it is
called for. Errors are a line on standard error. The exit code is 0 where all went well or something
was found, 1 where nothing was, 2 after an error, 130 when interrupted.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from tui_reader.cli.console import complain
from tui_reader.errors import ReaderError

__all__ = ["entry", "main"]

COMMANDS: Final = (
    "grep", "show", "ls", "doctor", "export", "notes", "speakers", "config", "completions", "man"
)  # fmt: skip

ERROR: Final = 2
INTERRUPTED: Final = 130
NOBODY_READS: Final = 141
"""What a program ends with whose output was closed early, as `head` does."""


def entry() -> None:
    """The `tui-reader` command."""
    for stream in (sys.stdout, sys.stderr):
        # A file name in another encoding than the terminal's is no reason to stop.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command and answer with its exit code; never raises what a person may cause."""
    named = bool(arguments) and arguments[0] in COMMANDS
    command = import_module(f"{__name__}.{arguments[0] if named else 'read'}")
    try:
        code: int = command.main(arguments[1:] if named else arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except ReaderError as error:
        complain(error.message)
        return ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return NOBODY_READS
    except OSError as error:
        _let_go_of_output()
        complain(f"The output cannot be written: {error.strerror or error}.")
        return ERROR
    return code


def _let_go_of_output() -> None:
    """Send what is still buffered nowhere, or the interpreter would try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
