import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tui_reader import state

Run = Callable[..., Ran]


def test_a_pipe_gets_columns_between_tabs(run: Run, folder: Path) -> None:
    assert [line.split("\t") for line in run("ls", folder).lines] == [
        ["", "01:14", "Ada, Bo", "1 garden", f"{folder}/1 garden.vtt"],
        ["2024-03-09", "", "Łucja Żak, Bo", "#7 Kitchen talk", f"{folder}/2 kitchen.md"],
        ["", "00:09", "Cleo, Bo", "10 orchard", f"{folder}/10 orchard.txt"],
    ]


def test_json_is_the_transcript_without_its_turns(run: Run, folder: Path) -> None:
    whole = json.loads(run("show", "--json", folder / "2 kitchen.md").out)
    listed = json.loads(run("ls", "--json", folder).lines[1])
    assert listed.pop("turn_count") == len(whole.pop("turns"))
    assert listed.pop("problem_count") == len(whole.pop("problems"))
    assert listed.pop("error") is None
    assert listed.pop("others") == []
    del whole["sections"], whole["notes"]
    assert listed == whole


def test_a_file_that_cannot_be_read_is_listed_with_the_reason(run: Run, folder: Path) -> None:
    (folder / "3 empty.txt").write_bytes(b"")
    ran = run("ls", folder)
    assert ran.code == 2
    assert len(ran.lines) == 4
    assert "empty" in ran.lines[2].split("\t")[3]
    listed = json.loads(run("ls", "--json", folder / "3 empty.txt").out)
    assert "empty" in listed["error"]
    assert (listed["format"], listed["turn_count"]) == (None, 0)


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_a_table_that_fits(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    (folder / "3 empty.txt").write_bytes(b"")
    for width in (40, 80, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = run("ls", folder).lines
        assert "#7 Kitchen talk" in lines[1]
        assert lines[1].startswith("2024-03-09")
        assert max(len(line) for line in lines if "empty" not in line) <= width
        assert any("is empty" in line for line in lines)


def test_a_folder_without_transcripts_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.mp3").touch()
    ran = run("ls", tmp_path / "a.mp3" / "..")
    assert ran.code == 2
    (tmp_path / "music").mkdir()
    (tmp_path / "music" / "a.mp3").touch()
    ran = run("ls", tmp_path / "music")
    assert ran.code == 2
    assert "no transcript" in ran.err


def test_the_files_of_an_episode_are_a_line(run: Run, folder: Path) -> None:
    (folder / "1 garden.md").write_text(
        "---\ntitle: Our garden\nshow: Plots\n---\nBeans and frost.\n"
    )
    lines = run("ls", folder).lines
    assert len(lines) == 3
    assert lines[0].split("\t")[3:] == ["Our garden", f"{folder}/1 garden.vtt"]
    listed = json.loads(run("ls", "--json", folder).lines[0])
    assert listed["show"] == "Plots"
    assert listed["others"] == [f"{folder}/1 garden.md"]


def test_a_file_that_is_named_stands_alone(run: Run, folder: Path) -> None:
    (folder / "1 garden.txt").write_text("Notes about the beans.")
    assert json.loads(run("ls", "--json", folder / "1 garden.vtt").out)["others"] == []


def test_what_is_no_transcript_is_counted_beside_the_list(run: Run, folder: Path) -> None:
    (folder / "package.json").write_text('{"name": "tool", "private": true}')
    ran = run("ls", folder)
    assert (ran.code, len(ran.lines)) == (0, 3)
    assert "1 file that holds no transcript" in ran.err
    assert "package.json" in ran.err
    (folder / "other.json").write_text('{"key": [1, 2, 3]}')
    (folder / "prices.csv").write_text("bean,price\nrunner,3\nbroad,4\n")
    ran = run("ls", "--json", folder)
    assert len(ran.lines) == 3
    assert "Left out: 3 files that hold no transcript (2 .json, 1 .csv)." in ran.err


def test_nothing_but_other_files_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"key": [1, 2, 3]}')
    ran = run("ls", tmp_path / "other.json" / "..")
    assert ran.code == 2
    assert ran.out == ""


def test_a_last_library_that_is_gone_is_told(run: Run, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    state.update(lambda remembered: replace(remembered, library=(gone,)))
    ran = run("ls")
    assert f"The last library is not there: {gone}. These are the samples." in ran.err
    assert "Reading with your hands" in ran.out
