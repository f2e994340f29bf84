import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tui_reader import state
from tui_reader.cli import ls as ls_command
from tui_reader.cli import main

Run = Callable[..., Ran]


def test_an_error_is_one_line_on_standard_error(run: Run, tmp_path: Path) -> None:
    ran = run("ls", tmp_path / "gone")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("tui-reader: There is no ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["grep"], ["grep", "--sort", "x", "q"], ["show"], ["ls", "--nope"], ["--nope"]]
)
def test_arguments_that_make_no_sense_are_answered_in_one_line(
    run: Run, arguments: list[str]
) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "--help" in ran.err


@pytest.mark.parametrize("command", ["", "grep", "show", "ls", "doctor"])
def test_every_command_explains_itself_with_examples(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"] if command else ["--help"])
    assert ended.value.code == 0
    assert f"examples:\n  {'tui-reader ' + command}".rstrip() in capsys.readouterr().out


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.startswith("tui-reader ")


def test_an_interruption_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(ls_command, "main", interrupted)
    ran = run("ls")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_without_a_path_it_is_about_the_last_library(run: Run, folder: Path) -> None:
    state.update(lambda _: state.State(library=(folder / "gone", folder)))
    assert len(run("ls").lines) == 3


def test_at_first_it_is_about_the_samples(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.cli.arguments.sample_library", lambda: folder)
    assert len(run("ls").lines) == 3


def test_a_memory_that_is_damaged_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    state.update(lambda _: state.State(library=(folder,)))
    file = tmp_path / "state" / "tui-reader" / "state.db"
    file.write_text("damaged")
    assert "state.db cannot be read" in run("ls").err
    assert file.read_text() == "damaged", "who only reads moves nothing"


def test_commands_that_only_read_leave_nothing_behind(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "state" / "tui-reader").mkdir(parents=True)
    (tmp_path / "state" / "tui-reader" / "state.json").write_text(f'{{"library": ["{folder}"]}}')
    assert len(run("ls").lines) == 3
    assert run("grep", "beans").code == 0
    assert run("show", folder / "1 garden.vtt").code == 0
    assert run("doctor").code == 0
    assert os.listdir(tmp_path / "state" / "tui-reader") == ["state.json"]
    assert not (tmp_path / "data").exists()


def test_no_output_at_all_is_no_reason_to_fail(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["ls", str(folder)]) == 0
