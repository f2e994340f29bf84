import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran

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
