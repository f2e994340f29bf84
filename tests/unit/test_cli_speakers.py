"""`tui-reader speakers`, and the names that other commands print."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tui_reader.people import EVERYWHERE, People, Where

Run = Callable[..., Ran]


def name(label: str, name: str, where: Where = EVERYWHERE) -> None:
    People.load().call(label, name, where)


def test_a_pipe_gets_everybody_between_tabs(run: Run, folder: Path) -> None:
    assert [line.split("\t") for line in run("speakers", folder).lines] == [
        ["Bo", "3", "3", "20", "00:03"],
        ["Ada", "1", "2", "18", "00:11"],
        ["Cleo", "1", "1", "7", "00:06"],
        ["Łucja Żak", "1", "1", "4", ""],
    ]


def test_people_are_one_where_somebody_has_said_so(run: Run, folder: Path) -> None:
    name("Cleo", "Łucja Żak")
    lines = [line.split("\t")[:2] for line in run("speakers", folder).lines]
    assert lines == [["Bo", "3"], ["Ada", "1"], ["Łucja Żak", "2"]]


def test_json_is_an_object_a_line(run: Run, folder: Path) -> None:
    people = [json.loads(line) for line in run("speakers", "--json", folder).lines]
    assert people[1] == {
        "name": "Ada", "named": True, "episodes": 1, "turns": 2, "words": 18, "seconds": 11.25,
    }  # fmt: skip
    assert people[3]["seconds"] is None


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_a_table_that_fits(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    name("Ada", "Adalbert Bartholomew Constantine Dorothea")
    for width in (20, 40, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = run("speakers", folder).lines
        assert max(map(len, lines)) <= width
        assert lines[0].startswith("Bo")
        assert lines[1].startswith("Adalbert")


def test_nobody_who_is_named_is_nothing_found(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("Some words that nobody said.\n\nAnd others.\n")
    ran = run("speakers", tmp_path / "talk.txt")
    assert (ran.code, ran.out) == (1, "")


def test_what_cannot_be_read_is_told_and_the_rest_listed(run: Run, folder: Path) -> None:
    (folder / "3 empty.txt").write_bytes(b"")
    ran = run("speakers", folder)
    assert ran.code == 2
    assert "empty" in ran.err
    assert len(ran.lines) == 4


def test_other_commands_have_the_names_too(run: Run, folder: Path) -> None:
    garden = folder / "1 garden.vtt"
    name("Ada", "Ada Lark", Where.episode(garden))
    assert "Ada Lark: Good morning" in run("show", garden).out
    assert "Ada Lark, Bo" in run("ls", folder).out
    asked = run("grep", "speaker:lark rhubarb", folder).lines
    assert len(asked) == 1
    assert "] Ada Lark: They are" in asked[0]


@pytest.mark.parametrize("order", ["file", "relevance", "time"])
def test_grep_asks_for_people_by_their_names_in_every_order(
    run: Run, folder: Path, order: str
) -> None:
    name("Bo", "Bogdan")
    found = run("grep", "--sort", order, "--json", "speaker:bogdan", folder)
    assert [json.loads(line)["speaker"] for line in found.lines] == ["Bogdan"] * 3
    assert run("grep", "--sort", order, 'speaker:"bo" speaker:ada', folder).code == 1


def test_an_index_on_disk_is_good_whatever_people_are_called(run: Run, folder: Path) -> None:
    assert len(run("grep", "--sort", "relevance", "speaker:bo", folder).lines) == 3
    name("Cleo", "Bonnie")
    assert len(run("grep", "--sort", "relevance", "speaker:bo", folder).lines) == 4


def test_doctor_tells_the_file_as_it_is(run: Run, folder: Path) -> None:
    before = run("doctor", folder).out
    name("Bo", "Bogdan")
    name("Cleo", "Bogdan")
    assert run("doctor", folder).out == before


def test_what_is_wrong_with_the_names_is_a_line_on_standard_error(run: Run, folder: Path) -> None:
    name("Bo", "Bogdan")
    file = People.load().file
    file.write_text(file.read_text() + "\n[[person]]\nalso = 3\n")
    ran = run("show", folder / "10 orchard.txt")
    assert ran.code == 0
    assert "people.toml, line" in ran.err
    assert "Bogdan: And the ladder" in ran.out
