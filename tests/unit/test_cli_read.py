import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

from tests.unit.conftest import Ran
from tui_reader import state
from tui_reader.finding import STDIN
from tui_reader.request import Opening, ReadRequest
from tui_reader.state import State

Run = Callable[..., Ran]


class Keyboard(io.TextIOWrapper):
    """Standard input as it is when somebody sits before it."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO())

    def isatty(self) -> bool:
        return True


@pytest.fixture
def started(terminal: None, monkeypatch: pytest.MonkeyPatch) -> list[ReadRequest]:
    """What the interface was started with; it ends at once."""
    requests: list[ReadRequest] = []
    interface = ModuleType("tui_reader.ui.app")

    def run_interface(request: ReadRequest) -> int:
        requests.append(request)
        return 0

    vars(interface)["run"] = run_interface
    monkeypatch.setitem(sys.modules, "tui_reader.ui.app", interface)
    monkeypatch.setattr(sys, "stdin", Keyboard())
    return requests


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], list[str]]:
    """Puts something into standard input, and tells what took the keyboard's place."""

    def pipe(content: bytes) -> list[str]:
        opened: list[str] = []
        really_open, really_close = os.open, os.close

        def open_fake(path: str | Path, flags: int, *mode: int) -> int:
            if path != "/dev/tty":
                return really_open(path, flags, *mode)
            opened.append("/dev/tty")
            return 99

        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        monkeypatch.setattr(os, "open", open_fake)
        monkeypatch.setattr(os, "dup2", lambda fd, to: opened.append(f"{fd} is {to}"))
        monkeypatch.setattr(os, "close", lambda fd: None if fd == 99 else really_close(fd))
        return opened

    return pipe


def test_without_a_terminal_it_says_what_prints(run: Run, folder: Path) -> None:
    ran = run(folder)
    assert ran.code == 2
    assert "tui-reader show" in ran.err


def test_a_dumb_terminal_is_told_what_prints(
    run: Run, started: list[ReadRequest], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    ran = run(folder)
    assert (ran.code, ran.out, started) == (2, "", [])
    assert "tui-reader show and tui-reader grep" in ran.err
    assert "\x1b" not in ran.err


def test_a_folder_is_read_and_remembered(
    run: Run, started: list[ReadRequest], folder: Path
) -> None:
    state.update(lambda _: State(theme="nord"))
    assert run(folder).code == 0
    assert started[0].paths == (folder,)
    assert started[0].open_at is None
    assert state.load() == State(library=(folder,), theme="nord")


def test_without_a_path_the_last_library_is_opened(
    run: Run, started: list[ReadRequest], folder: Path
) -> None:
    state.update(lambda _: State(library=(folder, folder / "gone")))
    run()
    assert started[0].paths == (folder,)


def test_a_library_that_is_gone_is_told_and_stays_the_last(
    run: Run, started: list[ReadRequest], folder: Path, tmp_path: Path
) -> None:
    run(folder)
    folder.rename(tmp_path / "elsewhere")
    run()
    assert started[-1].notices == (
        f"The last library is not there: {folder}. These are the samples.",
    )
    (tmp_path / "elsewhere").rename(folder)
    run()
    assert started[-1].paths == (folder,)
    assert not started[-1].notices


def test_a_part_of_the_library_that_is_gone_is_told(
    run: Run, started: list[ReadRequest], folder: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    run(folder, gone)
    gone.rmdir()
    run()
    assert started[-1].paths == (folder,)
    assert started[-1].notices == (f"A part of the last library is not there: {gone}.",)


def test_without_a_path_the_last_episode_is_opened_if_it_is_still_there(
    run: Run, started: list[ReadRequest], folder: Path
) -> None:
    garden = folder / "1 garden.vtt"
    state.update(lambda _: State(library=(folder,), episode=garden))
    run()
    run(folder)
    assert [request.open_at for request in started] == [Opening(garden), None]
    for episode in (folder / "gone.vtt", folder.parent / "elsewhere.vtt"):
        (folder.parent / "elsewhere.vtt").write_text("WEBVTT")
        state.update(partial(replace, episode=episode))
        run()
        assert started[-1].open_at is None


def test_the_samples_are_not_remembered(
    run: Run, started: list[ReadRequest], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.cli.read.sample_library", lambda: folder)
    run()
    assert started[0].paths == (folder,)
    assert state.load() == State()


def test_a_file_opens_at_its_time(run: Run, started: list[ReadRequest], folder: Path) -> None:
    garden, orchard = folder / "1 garden.vtt", folder / "10 orchard.txt"
    run(orchard, f"{garden}@1:10")
    assert started[0].open_at == Opening(garden, 70_000)
    assert started[0].paths == (orchard, garden)
    run(folder, orchard)
    assert started[1].open_at == Opening(orchard, None)


def test_nothing_to_read_is_said_before_anything_starts(
    run: Run, started: list[ReadRequest], tmp_path: Path
) -> None:
    assert run(tmp_path / "gone").code == 2
    assert (started, state.load()) == ([], State())


def test_standard_input_is_read_whole_and_the_keyboard_put_in_its_place(
    run: Run,
    started: list[ReadRequest],
    piped: Callable[[bytes], list[str]],
    folder: Path,
) -> None:
    opened = piped(b"Ada: Hello.")
    run("-", folder)
    assert started[0].stdin == b"Ada: Hello."
    assert opened == ["/dev/tty", "99 is 0"]
    assert state.load().library == (folder,)


def test_what_is_piped_in_needs_no_dash(
    run: Run, started: list[ReadRequest], piped: Callable[[bytes], list[str]]
) -> None:
    piped(b"Ada: Hello.")
    run()
    assert started[0].paths == (STDIN,)
    assert state.load() == State()


def test_a_memory_that_does_not_work_is_told_and_nothing_more(
    run: Run, started: list[ReadRequest], folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("in the way")
    assert run(folder).code == 0
    assert any("Nothing will be remembered" in notice for notice in started[0].notices)


def test_what_was_chosen_comes_along(
    run: Run, started: list[ReadRequest], folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "config" / "tui-reader" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[screen]\nlist-width = 40\ngutter = "cues"\n')
    assert run(folder).code == 0
    assert started[0].settings.list_width == 40
    assert "line 3" in started[0].settings.problems[0]


def test_without_a_file_of_settings_nothing_is_read_for_them() -> None:
    check = (
        "import sys, tui_reader.cli.read, tui_reader.config as config; config.load();"
        "print(*sorted({'tomllib', 'rapidfuzz', 'tui_reader.config.table'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
