"""mpv's JSON IPC: lines of JSON, commands to it, replies and events from it."""

import json
import socket
from collections.abc import Iterator
from contextlib import suppress
from time import monotonic
from typing import Any, Final

from tui_reader.errors import ReaderError

__all__ = ["Connection", "Message"]

Message = dict[str, Any]

_LONGEST: Final = 1 << 20
"""Bytes of a line; mpv's own have a hundred."""


class Connection:
    """One end of a pair of sockets, the other of which mpv has.

    Nobody else can reach either: there is no file to open. Once an end is closed, be it that its
    process was killed, the other side knows, and mpv ends.
    """

    def __init__(self, end: socket.socket, patience: float) -> None:
        """`patience` is the seconds that an answer may take; the first message, too."""
        self._socket = end
        self._patience = patience
        self._number = 0
        self._unanswered: dict[int, float] = {}
        end.settimeout(patience)

    def send(self, *command: object) -> None:
        """Tell mpv to do something, without waiting.

        Raises ReaderError where it has not answered for long, or is not there any more.
        """
        now = monotonic()
        if any(now - sent > self._patience for sent in tuple(self._unanswered.values())):
            raise ReaderError("does not answer")
        self._number += 1
        self._unanswered[self._number] = now
        line = json.dumps({"command": command, "request_id": self._number}).encode() + b"\n"
        try:
            sent = self._socket.send(line, socket.MSG_DONTWAIT)
        except OSError:
            sent = 0
        if sent < len(line):  # it is gone, or has not read for long
            raise ReaderError("does not answer")

    def messages(self) -> Iterator[Message]:
        """What comes from mpv, replies among it, until it ends.

        Raises TimeoutError where nothing ever comes.
        """
        rest = b""
        while True:
            try:
                data = self._socket.recv(65_536)
            except ConnectionError:
                return
            if not data:
                return
            self._socket.settimeout(None)
            *lines, rest = (rest + data).split(b"\n")
            rest = rest[-_LONGEST:]
            for line in lines:
                message = _read(line)
                number = message.get("request_id")
                if isinstance(number, int):
                    self._unanswered.pop(number, None)
                yield message

    def hang_up(self) -> None:
        """End it, from any thread: mpv ends, and the messages."""
        with suppress(OSError):  # the other side may have been faster
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give back what it holds, once nobody listens to its messages."""
        self._socket.close()


def _read(line: bytes) -> Message:
    """A line as the object it is; an empty one for anything else."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
