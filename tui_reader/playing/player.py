"""The player: a process that plays one recording, and ends with it or with the reader."""

import atexit
import socket
import subprocess
from collections.abc import Callable, Sequence
from threading import Thread
from typing import Final

from tui_reader.errors import ReaderError
from tui_reader.playing.command import player_command, player_name
from tui_reader.playing.connection import Connection
from tui_reader.playing.hearing import Ended, Hearing, Report
from tui_reader.recording import Recording

__all__ = ["Player"]

_PATIENCE: Final = 10.0
"""Seconds an answer may take, the first one too: a disk may have to wake up."""

_TO_END: Final = 1.0
"""Seconds a player has to end by itself once it is hung up on, and then once it is asked to."""


class Player:
    """Plays `recording`. Reports come from a thread of its own, the last one is that it ended.

    What it is told it does at once and in that order; none of these calls waits.
    """

    def __init__(
        self,
        player: Sequence[str],
        recording: Recording,
        time: int,
        tell: Callable[[Report], None],
        *,
        patience: float = _PATIENCE,
    ) -> None:
        """Start `player`, the words of a command, at `time` (milliseconds).

        Raises ReaderError where it is not there.
        """
        self.recording = recording
        self._name = player_name(player)
        self._tell = tell
        self._closed = self._silent = False
        self._process, own = _start(player, recording, time)
        self._connection = Connection(own, patience)
        atexit.register(self._end_process)
        self._thread = Thread(target=self._listen, name="player", daemon=True)
        self._send("observe_property", 1, "time-pos")
        self._send("observe_property", 2, "pause")
        self._thread.start()

    @property
    def process(self) -> int:
        """The number of the process."""
        return self._process.pid

    def seek(self, time: int) -> None:
        """Go on playing from `time` (milliseconds)."""
        self._send("seek", time / 1000, "absolute+exact")
        self._send("set_property", "pause", False)

    def pause(self, paused: bool) -> None:
        """Pause, or go on."""
        self._send("set_property", "pause", paused)

    def close(self) -> None:
        """End it. Nothing is reported any more."""
        self._closed = True
        self._connection.hang_up()

    def join(self, seconds: float | None = None) -> None:
        """Wait until it is no more."""
        self._thread.join(seconds)

    def _send(self, *command: object) -> None:
        try:
            self._connection.send(*command)
        except ReaderError:
            self._silent = True
            self._connection.hang_up()  # so that its own thread ends it, and tells

    def _listen(self) -> None:
        hearing = Hearing()
        try:
            for message in self._connection.messages():
                heard = hearing.take(message)
                if heard is not None and not self._closed:
                    self._tell(heard)
        except TimeoutError:
            self._silent = True
        code = self._end_process()
        self._connection.close()
        if self._closed:
            return
        ended = hearing.end(self._name, self.recording.name, code)
        if self._silent and not ended.expected and code <= 0:
            ended = Ended(f"{self._name} does not answer as mpv would.")
        self._tell(ended)

    def _end_process(self) -> int:
        """Let it end, or see to it; the code it ended with."""
        self._connection.hang_up()
        for impatient in (self._process.terminate, self._process.kill):
            try:
                self._process.wait(_TO_END)
                break
            except subprocess.TimeoutExpired:
                impatient()
        atexit.unregister(self._end_process)
        return self._process.wait()


def _start(
    player: Sequence[str], recording: Recording, time: int
) -> tuple["subprocess.Popen[bytes]", socket.socket]:
    """The process, and our end of what connects us."""
    own, others = socket.socketpair()
    with others:
        try:
            command = player_command(player, recording, time, others.fileno())
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(others.fileno(),),
                start_new_session=True,
            )
        except (ReaderError, OSError, ValueError) as error:
            own.close()
            if isinstance(error, ReaderError):
                raise
            raise ReaderError(_not_started(player_name(player), error)) from None
    return process, own


def _not_started(name: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{name} is not here to play it: install mpv, or name it in the setting player."
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"{name} could not be started: {reason}."
