"""The reader in a real terminal: its first frame, its keys, and what it leaves behind."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from tui_reader.finding import sample_library

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not here"),
    pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="there is no /proc here"),
]

REPOSITORY = Path(__file__).parents[2]
READER = f"{sys.executable} -m tui_reader"
LIMIT = 10.0


class Terminal:
    """A shell in a terminal of its own, and the keyboard before it."""

    def __init__(self, home: Path) -> None:
        self.name = uuid4().hex
        self._sockets = tempfile.mkdtemp(prefix="tr")  # a short path: sockets have no long ones
        self._environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "TMUX_TMPDIR": self._sockets,
            "TERMINAL": self.name,
        }

    def open(self) -> None:
        self._tmux("new-session", "-d", "-x", "100", "-y", "30", "/bin/sh")
        self._tmux("set-option", "-s", "escape-time", "0")
        self.run("PS1='ready> '; clear")
        self.until(lambda: self.text.strip() == "ready>", "the prompt of the shell")

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-L", self.name, "-f", "/dev/null", *arguments]
        ran = subprocess.run(
            command,
            env=self._environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=LIMIT,
        )
        return ran.stdout

    def close(self) -> None:
        subprocess.run(
            ["tmux", "-L", self.name, "kill-server"],
            env=self._environment,
            capture_output=True,
            check=False,
            timeout=LIMIT,
        )
        shutil.rmtree(self._sockets, ignore_errors=True)

    @property
    def text(self) -> str:
        return self._tmux("capture-pane", "-p")

    def type(self, text: str) -> None:
        self._tmux("send-keys", "-l", text)

    def press(self, key: str) -> None:
        self._tmux("send-keys", key)

    def run(self, command: str) -> None:
        self.type(command)
        self.press("Enter")

    def resize(self, width: int, height: int) -> None:
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def until(self, predicate: Callable[[], object], description: str) -> None:
        """Wait until `predicate` holds; fails, with the screen, where it never does."""
        deadline = time.monotonic() + LIMIT
        while not predicate():
            if time.monotonic() > deadline:
                raise AssertionError(f"never came: {description}\n{self.text}")
            time.sleep(0.03)

    def shows(self, *texts: str) -> None:
        for text in texts:
            self.until(partial(self._has, text), repr(text))

    def _has(self, text: str) -> bool:
        return text in self.text

    def ended(self) -> str:
        """The exit code of the last command, once the shell is there again and nothing else is."""
        self.until(lambda: self.text.rstrip().endswith("ready>"), "the prompt of the shell")
        self.run("echo left with $?.")
        self.until(lambda: "left with $?.\nleft with " in self.text, "the exit code")
        self.until(lambda: not self.processes(), f"the end of {self.processes()}")
        return self.text.rpartition("left with ")[2].partition(".")[0]

    def processes(self) -> list[str]:
        """The processes started from here, without the shell and the terminal themselves."""
        return list(self._running().values())

    def kill(self) -> None:
        """Kill them all at once, without a chance to do anything about it."""
        for number in self._running():
            os.kill(number, signal.SIGKILL)

    def _running(self) -> dict[int, str]:
        mark = f"TERMINAL={self.name}\0".encode()
        found = {}
        for folder in Path("/proc").iterdir():
            try:
                if folder.name.isdecimal() and mark in (folder / "environ").read_bytes() + b"\0":
                    command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                    state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
                else:
                    continue
            except OSError:
                continue
            if "python" in command and state != "Z":
                found[int(folder.name)] = command
        return found


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    try:
        terminal.open()
        yield terminal
    finally:
        terminal.close()


def test_a_folder_is_read_searched_resized_and_left(terminal: Terminal) -> None:
    terminal.run(f"{READER} {sample_library()}")
    terminal.shows("Episodes ─ 8", "Reading with your hands", "Nine of you")
    terminal.type("/")
    terminal.type("diaphone")
    terminal.shows("of 8 ─ relevance", "diaphone")
    terminal.press("Escape")
    terminal.shows("Episodes ─ 8")
    terminal.type("jj")
    terminal.shows("Good evening, and welcome")
    terminal.type("j")
    terminal.shows("Przewoźnik, mgła i pięć zwykłych liter")
    terminal.type("k")
    terminal.shows("Good evening")
    terminal.press("Enter")
    terminal.type("}")
    terminal.shows("turn 1/")
    terminal.resize(44, 16)
    terminal.until(lambda: "Episodes" not in terminal.text, "one pane at a time")
    terminal.shows("Good evening", "turn 1/")
    terminal.resize(120, 30)
    terminal.shows("Episodes ─ 8", "Good evening")
    terminal.press("Escape")
    terminal.press("Tab")
    terminal.type("q")
    assert terminal.ended() == "0"
    assert "Good evening" not in terminal.text


def test_what_comes_through_a_pipe_is_read_and_keys_come_from_the_terminal(
    terminal: Terminal,
) -> None:
    (captions,) = sample_library().glob("*hands.vtt")
    terminal.run(f"cat {captions} | {READER} -")
    terminal.shows("Good evening")
    terminal.type("G")
    terminal.shows("15:4")
    terminal.press("Home")
    terminal.shows("Good evening")
    terminal.type("q")
    assert terminal.ended() == "0"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Enough to read that processes are started for it."""
    folder = tmp_path / "archive"
    folder.mkdir()
    turns = "".join(
        f"{'Ada' if n % 2 else 'Bo'} ({n // 60:02}:{n % 60:02})\n\nThe beans number {n}.\n\n"
        for n in range(900)
    )
    for number in range(60):
        (folder / f"{number:03}.txt").write_text(turns)
    return folder


def test_a_large_library_is_read_by_processes_that_go(terminal: Terminal, archive: Path) -> None:
    terminal.run(f"{READER} {archive}")
    terminal.until(lambda: len(terminal.processes()) > 1, "processes that read")
    terminal.shows("indexing")
    terminal.type("q")
    assert terminal.ended() == "0"
    terminal.run(f"clear; {READER} {archive}")
    terminal.shows("Episodes ─ 60")
    terminal.until(lambda: "indexing" not in terminal.text, "the end of the index")
    terminal.type("/")
    terminal.type('"number 899"')
    terminal.shows("in 60 episodes")
    terminal.press("C-q")
    assert terminal.ended() == "0"


def test_the_terminal_is_the_editors_and_then_the_readers_again(
    terminal: Terminal, tmp_path: Path
) -> None:
    (captions,) = sample_library().glob("*hands.vtt")
    talk, told = tmp_path / "a talk.vtt", tmp_path / "told.txt"
    text = captions.read_text()
    talk.write_text(text)
    editor = tmp_path / "vim"
    editor.write_text(
        f'#!/bin/sh\nprintf "%s|" "$@" > {told}\nprintf "edit> "\nread answer\n'
        'printf "\\n00:59:00.000 --> 00:59:09.000\\n<v Nora Quill>%s\\n" "$answer" >> "$2"\n'
    )
    editor.chmod(0o755)
    terminal.run(f"EDITOR={editor} {READER} '{talk}'")
    terminal.shows("Good evening")
    terminal.type("}")
    terminal.type("}")
    terminal.shows("turn 2/")
    terminal.type("e")
    terminal.shows("edit>")
    assert "Good evening" not in terminal.text, "the screen is the editor's"
    terminal.run("One more thing.")
    terminal.shows("turn 2/")
    line, path, _ = told.read_text().split("|")
    assert text.splitlines()[int(line[1:]) - 1].startswith("<v ")
    assert path == str(talk)
    terminal.type("G")
    terminal.shows("One more thing.")
    terminal.type("q")
    assert terminal.ended() == "0"


def test_one_comes_back_to_where_one_was_even_after_a_crash(
    terminal: Terminal, tmp_path: Path
) -> None:
    (captions,) = sample_library().glob("*hands.vtt")
    talks = tmp_path / "talks"
    talks.mkdir()
    for name in ("one.vtt", "two.vtt"):
        (talks / name).write_text(captions.read_text())
    terminal.run(f"clear; {READER} {talks / 'two.vtt'} {talks}")
    terminal.shows("Good evening", "Episodes ─ 2")
    for _ in range(7):
        terminal.press("}")
    terminal.shows("turn 7/")
    top = terminal.text.splitlines()[2]
    terminal.press("q")
    assert terminal.ended() == "0"
    terminal.run(f"clear; {READER}")
    terminal.shows("turn 7/", "Episodes ─ 2")
    assert terminal.text.splitlines()[2] == top
    for _ in range(3):
        terminal.press("}")
    terminal.shows("turn 10/")
    database = tmp_path / ".local" / "state" / "tui-reader" / "state.db"
    terminal.until(lambda: kept_turn(database) == 9, "the place to be kept")
    terminal.kill()
    terminal.type("stty sane; tput rmcup; clear")
    terminal.press("C-j")  # as long as the terminal is not itself again, this alone ends a line
    terminal.until(lambda: terminal.text.strip().endswith("ready>"), "the prompt of the shell")
    terminal.run(f"{READER}")
    terminal.shows("turn 10/")
    terminal.press("q")
    assert terminal.ended() == "0"


def kept_turn(database: Path) -> int:
    """The turn one is at in the only episode that was read, as far as it was written down."""
    connection = sqlite3.connect(database)
    try:
        (anchor,) = connection.execute("SELECT anchor FROM places").fetchone()
    finally:
        connection.close()
    return int(json.loads(anchor)[0])


def test_what_cannot_be_opened_is_one_line_and_no_screen(terminal: Terminal) -> None:
    terminal.run(f"{READER} nowhere.vtt")
    terminal.shows("nowhere.vtt")
    assert terminal.ended() == "2"
    assert "Traceback" not in terminal.text


def test_a_dumb_terminal_is_told_what_to_use_instead(terminal: Terminal, tmp_path: Path) -> None:
    said = tmp_path / "said"
    terminal.run(f'TERM=dumb {READER} . 2>{said}; echo "code $?"; od -c {said} | grep -c 033')
    terminal.shows("code 2", "\n0")
    terminal.run(f"cat {said}")
    terminal.shows("tui-reader show and tui-reader grep")
