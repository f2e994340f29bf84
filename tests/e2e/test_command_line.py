"""The program as a shell runs it: its exit codes, its streams, and what it never does."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Protocol

import pytest

pytestmark = pytest.mark.e2e

REPOSITORY = Path(__file__).parents[2]

TALK = "Ada (00:01)\n\nThe beans \x1b]0;owned\x07are in flower.\n\nBo\x1b[31m (00:09)\n\nYes.\n"
HARMFUL = set("\x00\x07\x1b\x7f\x9b\u202e")


class Ran:
    """How a run ended. It never ends with a traceback, nor writes what a terminal would obey."""

    def __init__(self, code: int, out: bytes, err: bytes) -> None:
        self.code = code
        self.out = out.decode(errors="replace")
        self.complaints = err.decode(errors="replace").split("\n")[:-1]
        assert b"Traceback" not in err
        assert not HARMFUL & set(self.out + "".join(self.complaints))


class Run(Protocol):
    def __call__(
        self, *arguments: str | Path, stdin: bytes = b"", out: IO[bytes] | None = None, **more: str
    ) -> Ran: ...


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    file = tmp_path / "talk.txt"
    file.write_text(TALK)
    return file


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Enough to read that processes are started for it."""
    folder = tmp_path / "archive"
    folder.mkdir()
    turns = "".join(
        f"{'Ada' if n % 2 else 'Bo'} ({n // 60:02}:{n % 60:02})\n\nThe beans number {n}.\n\n"
        for n in range(900)
    )
    for number in range(100):
        (folder / f"{number}.txt").write_text(turns)
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PYTHONPATH": str(REPOSITORY),
        "LANG": "C.UTF-8",
    }


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "tui_reader", *map(str, arguments)]


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    def run(
        *arguments: str | Path, stdin: bytes = b"", out: IO[bytes] | None = None, **more: str
    ) -> Ran:
        ended = subprocess.run(
            command(*arguments),
            input=stdin,
            stdout=out or subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment | more,
            timeout=30,
            check=False,
        )
        return Ran(ended.returncode, ended.stdout or b"", ended.stderr)

    return run


def test_found_is_zero_nothing_found_one_and_an_error_two(run: Run, talk: Path) -> None:
    assert run("grep", "beans", talk).code == 0
    assert run("grep", "peas", talk).code == 1
    for arguments in (["grep"], ["ls", "gone"], ["show", talk.parent], ["doctor", "gone"], [talk]):
        ran = run(*arguments)
        assert (ran.code, ran.out, len(ran.complaints)) == (2, "", 1)
        assert ran.complaints[0].startswith("tui-reader: ")


def test_escape_sequences_in_texts_and_names_come_out_harmless(run: Run, talk: Path) -> None:
    for arguments in (["show"], ["grep", "beans"], ["ls"], ["doctor"]):
        assert "talk.txt" in run(*arguments, talk).out
    assert "␛]0;owned" in run("show", talk).out


def test_a_file_name_that_is_no_text_can_be_printed(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\x1b[2J.txt")).write_text(TALK)
    for arguments in (["ls"], ["ls", "--json"], ["grep", "beans"], ["doctor"]):
        assert run(*arguments, folder).out
        assert run(*arguments, folder, PYTHONIOENCODING="ascii").out


def test_standard_input_is_a_file_like_any_other(run: Run) -> None:
    ran = run("show", "--json", "-", stdin=TALK.encode())
    assert json.loads(ran.out)["turns"][1]["start"] == 9.0


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="needs a file nobody can read")
def test_a_file_that_cannot_be_read_is_one_line_and_hides_no_other(run: Run, talk: Path) -> None:
    ran = run("grep", "beans", "/proc/self/mem", talk)
    assert (ran.code, ran.out.count("\n"), len(ran.complaints)) == (2, 1, 1)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is full")
def test_a_full_disk_is_one_line(run: Run, talk: Path) -> None:
    with open("/dev/full", "wb") as full:
        ran = run("show", talk, out=full)
    assert (ran.code, len(ran.complaints)) == (2, 1)


def test_who_reads_one_line_and_goes_is_not_scolded(
    archive: Path, environment: dict[str, str]
) -> None:
    grep = subprocess.Popen(
        command("grep", "beans", archive),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with grep:
        assert grep.stdout is not None
        assert grep.stderr is not None
        assert b"beans" in grep.stdout.readline()
        grep.stdout.close()
        assert grep.stderr.read() == b""
    assert grep.returncode == 141


def test_an_interruption_ends_it_quietly(tmp_path: Path, environment: dict[str, str]) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    show = subprocess.Popen(
        command("show", pipe), env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with show, pipe.open("wb"):  # opens as soon as it is being read, which then waits for words
        show.send_signal(signal.SIGINT)
        assert show.communicate(timeout=30) == (b"", b"")
    assert show.returncode == 130


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to find processes")
def test_an_interruption_leaves_no_process_behind(
    archive: Path, environment: dict[str, str]
) -> None:
    grep = subprocess.Popen(
        command("grep", "beans", archive),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with grep:
        assert grep.stdout is not None
        grep.stdout.readline()
        workers = children_of(grep.pid)
        assert workers
        os.killpg(grep.pid, signal.SIGINT)
        _, complaints = grep.communicate(timeout=30)
    assert (grep.returncode, complaints) == (130, b"")
    deadline = time.monotonic() + 10
    while any(map(is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert [pid for pid in workers if is_running(pid)] == []


def children_of(parent: int) -> list[int]:
    """The processes that a process has started and that are still there."""
    found = (int(stat.parent.name) for stat in Path("/proc").glob("[0-9]*/stat"))
    return [pid for pid in found if (state_of(pid) or ("", 0))[1] == parent]


def is_running(pid: int) -> bool:
    """Whether a process is there and has not ended, waiting to be taken note of."""
    return (state_of(pid) or "Z")[0] != "Z"


def state_of(pid: int) -> tuple[str, int] | None:
    """The state of a process and who started it; None where there is no such process any more."""
    try:
        state, parent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return None
    return state, int(parent)
