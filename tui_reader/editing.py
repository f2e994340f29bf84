"""The editor of whoever reads, at a line of a file: which one, and how it is told the line.

The words of `VISUAL` and `EDITOR` are taken apart as a shell would, but no shell ever sees them or
the file's name; the path is absolute, so that no name can pass for an option.
"""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tui_reader.errors import PathError, ReaderError
from tui_reader.finding import STDIN
from tui_reader.harmless import harmless_line
from tui_reader.unpacking import ENDINGS

__all__ = ["check_editable", "edit", "editor_command"]

_USUAL: Final = ("nano", "vi")
"""What is there on most machines, the easier one first."""

_PLUS: Final = frozenset(
    {"vi", "vim", "nvim", "view", "vimx", "gvim", "mvim", "ex", "elvis", "nvi", "vis", "nano"}
    | {"pico", "emacs", "emacsclient", "jmacs", "mg", "micro", "kak", "joe", "jed", "ne", "zile"}
)
"""Editors that know `+LINE FILE`."""

_COLON: Final = frozenset(["hx", "helix", "subl", "sublime_text", "zed"])
"""Editors that know `FILE:LINE`."""

_GOTO: Final = frozenset(["code", "code-insiders", "codium", "vscodium", "cursor"])
"""Editors that know `--goto FILE:LINE`, and come back at once unless they are told to wait."""


def check_editable(path: Path) -> None:
    """Make sure that `path` is a file whose text can be edited; raises PathError."""
    if path == STDIN:
        raise PathError("Standard input cannot be edited: it is no file.")
    if path.suffix.lower() in ENDINGS:
        raise PathError(f"{harmless_line(path.name)} is packed: unpack it to edit it.")


def editor_command(
    path: Path,
    line: int,
    variables: Mapping[str, str],
    which: Callable[[str], str | None] = shutil.which,
) -> list[str]:
    """The words of the command that edits `path` at `line` (from 1).

    An editor that nobody here knows gets the file only. Raises ReaderError where there is none.
    """
    file = os.path.abspath(path)
    words = _editor(variables, which)
    name = os.path.basename(words[0]).lower().removesuffix(".exe")
    if name in _PLUS:
        return [*words, f"+{line}", file]
    if name in _COLON:
        return [*words, f"{file}:{line}"]
    if name in _GOTO:
        waiting = [] if {"--wait", "-w"} & set(words) else ["--wait"]
        return [*words, *waiting, "--goto", f"{file}:{line}"]
    return [*words, file]


def _editor(variables: Mapping[str, str], which: Callable[[str], str | None]) -> list[str]:
    for name in ("VISUAL", "EDITOR"):
        if wanted := variables.get(name, "").strip():
            try:
                words = shlex.split(wanted)
            except ValueError:
                words = []
            if not words:
                raise ReaderError(f"{name} names no editor: {harmless_line(wanted)}")
            return words
    found = next((name for name in _USUAL if which(name)), None)
    if found is None:
        raise ReaderError("There is no editor here: name one in EDITOR.")
    return [found]


def edit(command: list[str]) -> None:
    """Run an editor in this terminal until it is left; raises ReaderError where it fails.

    Its keys are its own: an interrupt ends what it does, not the reader.
    """
    name = harmless_line(os.path.basename(command[0]))
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        code = subprocess.run(command, check=False).returncode
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ReaderError(f"The editor {name} could not be started: {reason}.") from None
    finally:
        signal.signal(signal.SIGINT, before)
    if code:
        raise ReaderError(f"The editor {name} ended with an error ({code}).")
