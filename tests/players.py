"""Players for tests: one of paper that says what it is told to say, and what a real one plays."""

import queue
import sys
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tui_reader.playing import Ended, Heard, Report

__all__ = ["Told", "paper_player", "tone"]

LIMIT: Final = 10.0

_SCRIPT: Final = """\
import json, os, signal, socket, sys, time

option = next(word for word in sys.argv if word.startswith("--input-ipc-client=fd://"))
line = socket.socket(fileno=int(option.rpartition("/")[2]))
commands = line.makefile("r")

def say(**message):
    line.sendall(json.dumps(message).encode() + b"\\n")

def play(at):
    say(event="property-change", name="time-pos", data=at)

def obey(number):
    told = []
    for _ in range(number):
        command = json.loads(commands.readline())
        told.append(command["command"])
        say(request_id=command["request_id"], error="success")
    return told

"""


def paper_player(folder: Path, script: str) -> tuple[str, ...]:
    """The command of a player that runs `script`, with `say`, `play` and `obey` to hand."""
    path = folder / "player.py"
    path.write_text(_SCRIPT + script, encoding="utf-8")
    return sys.executable, str(path)


def tone(path: Path, seconds: int) -> Path:
    """Write a quiet tone, as a WAV file."""
    rate = 8_000
    period = b"".join(round(400 * n).to_bytes(2, "little", signed=True) for n in (0, 1, 0, -1))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(period * (rate // 4) * seconds)
    return path


class Told:
    """What a player reports, to be waited for."""

    def __init__(self) -> None:
        self._reports: queue.Queue[Report] = queue.Queue()
        self.times: list[int] = []

    def __call__(self, report: Report) -> None:
        self._reports.put(report)

    def heard(self, wanted: Callable[[Heard], object]) -> Heard:
        """The first report from now on that is as wanted."""
        while True:
            report = self._reports.get(timeout=LIMIT)
            assert isinstance(report, Heard), report
            if report.time is not None:
                self.times.append(report.time)
            if wanted(report):
                return report

    def ended(self) -> Ended:
        """How it ends, whatever comes before."""
        while True:
            report = self._reports.get(timeout=LIMIT)
            if isinstance(report, Ended):
                return report

    @property
    def silent(self) -> bool:
        """Whether nothing is left that was reported."""
        return self._reports.empty()
