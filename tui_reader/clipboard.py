"""The clipboard, through a program of the desktop, for terminals that cannot reach it themselves.

A terminal is asked by an escape sequence (OSC 52) and never answers: many do it, some not at all,
some not for long texts. So where a program can do it as well, it does. No shell sees the text.
"""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

__all__ = ["TERMINAL_LIMIT", "Given", "copiers", "copy_with", "fits_terminal"]

TERMINAL_LIMIT: Final = 74_994
"""Bytes of text, as base64 has them, that every terminal takes that takes any."""

_PATIENCE: Final = 3.0
"""Seconds for a program to take the text: one that waits for a display never ends."""

_WAYLAND: Final = (("wl-copy",),)
_X11: Final = (("xclip", "-selection", "clipboard", "-in"), ("xsel", "--clipboard", "--input"))
_MACOS: Final = (("pbcopy",),)
_TMUX: Final = (("tmux", "load-buffer", "-w", "-"),)


def copiers(
    variables: Mapping[str, str], platform: str, which: Callable[[str], str | None]
) -> list[Sequence[str]]:
    """The commands that may reach the clipboard from here, the likeliest first.

    Each takes the text from its standard input. `platform` is as `sys.platform` has it.
    """
    wanted: list[Sequence[str]] = []
    if variables.get("WAYLAND_DISPLAY"):
        wanted += _WAYLAND
    if variables.get("DISPLAY"):
        wanted += _X11
    if platform == "darwin":
        wanted += _MACOS
    if variables.get("TMUX"):
        wanted += _TMUX
    return [command for command in wanted if which(command[0])]


def fits_terminal(text: str) -> bool:
    """Whether `text` is short enough for every terminal that takes any."""
    return (len(text.encode("utf-8", "replace")) + 2) // 3 * 4 <= TERMINAL_LIMIT


class Given(NamedTuple):
    """Which program has the text now, None if none has, and why the others did not take it."""

    by: str | None
    failed: tuple[str, ...] = ()


def copy_with(
    commands: Sequence[Sequence[str]], text: str, *, patience: float = _PATIENCE
) -> Given:
    """Give `text` to the first of `commands` that takes it.

    Waits no longer than `patience` seconds for each.
    """
    failed: list[str] = []
    for command in commands:
        reason = _refused(command, text.encode("utf-8", "replace"), patience)
        if not reason:
            return Given(command[0], tuple(failed))
        failed.append(f"{command[0]} {reason}")
    return Given(None, tuple(failed))


def _refused(command: Sequence[str], data: bytes, patience: float) -> str:
    """Why `command` did not take `data`; nothing where it did."""
    try:
        # Some stay behind to hand the text out: on pipes of theirs one would wait for ever.
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        return "does not answer"
    except OSError as error:
        return f"could not be started ({error.strerror})"
    return f"ended with an error ({done.returncode})" if done.returncode else ""
