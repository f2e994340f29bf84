"""The words of the command that plays a recording in mpv, or in what takes its place."""

import os
import shutil
from collections.abc import Callable, Sequence
from typing import Final

from tui_reader.errors import ReaderError
from tui_reader.harmless import harmless_line
from tui_reader.recording import Recording

__all__ = ["player_command", "player_name"]

_QUIET: Final = ("--no-terminal", "--no-video", "--audio-display=no", "--force-window=no")
_ONCE: Final = (
    *("--idle=no", "--keep-open=no", "--pause=no", "--loop-file=no", "--loop-playlist=no"),
    *("--resume-playback=no", "--save-position-on-quit=no"),
)
"""Whatever a person has set for films: it plays from where it is told to, to the end."""

_NOTHING_ELSE: Final = (
    *("--load-scripts=no", "--autoload-files=no", "--access-references=no"),
    "--load-unsafe-playlists=no",
)
"""A file may refer to others, and scripts may play what else is in its folder."""

_HELPERS: Final = ("yt-dlp", "youtube-dl")


def player_command(
    player: Sequence[str],
    recording: Recording,
    time: int,
    socket: int,
    which: Callable[[str], str | None] = shutil.which,
) -> list[str]:
    """The command that plays `recording` from `time` (milliseconds).

    `player` is the program with arguments of its own, `socket` the number of the open file that it
    is told over what to do. Raises ReaderError where it cannot play such a recording.
    """
    if not player:
        raise ReaderError("There is no player: name one in the setting player.")
    if recording.is_page and not any(map(which, _HELPERS)):
        raise ReaderError(
            f"To play a page of {recording.host} mpv needs yt-dlp, which is not here."
        )
    return [
        *player,
        *_QUIET,
        *_ONCE,
        *_NOTHING_ELSE,
        f"--ytdl={'yes' if recording.is_page else 'no'}",
        f"--start={time / 1000:.3f}",
        f"--input-ipc-client=fd://{socket}",
        "--",
        recording.address,
    ]


def player_name(player: Sequence[str]) -> str:
    """What the program is called in a sentence."""
    return harmless_line(os.path.basename(player[0])) if player else "mpv"
