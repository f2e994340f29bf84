import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture
def garden(folder: Path) -> Path:
    return folder / "1 garden.vtt"


@pytest.fixture
def kitchen(folder: Path) -> Path:
    return folder / "2 kitchen.md"


def test_json_keeps_the_contract(run: Run, garden: Path) -> None:
    assert json.loads(run("show", "--json", garden).out) == {
        "path": str(garden),
        "format": "webvtt",
        "title": "1 garden",
        "show": None,
        "number": None,
        "date": None,
        "duration": 74.0,
        "language": None,
        "tags": [],
        "links": [],
        "speakers": [
            {"name": "Ada", "turns": 2, "words": 18, "seconds": 11.25},
            {"name": "Bo", "turns": 1, "words": 7, "seconds": 3.0},
        ],
        "sections": [],
        "turns": [
            {
                "speaker": "Ada",
                "start": 1.0,
                "end": 8.25,
                "text": "Good morning from the allotment. Today the beans are in flower.",
                "marks": [[0, 1.0], [33, 4.5]],
            },
            {
                "speaker": "Bo",
                "start": 9.0,
                "end": 12.0,
                "text": "Are the beans safe from the frost?",
                "marks": [[0, 9.0]],
            },
            {
                "speaker": "Ada",
                "start": 70.0,
                "end": 74.0,
                "text": "They are, and so is the rhubarb.",
                "marks": [[0, 70.0]],
            },
        ],
        "notes": "",
        "problems": [],
        "status": "transcribed",
    }


def test_json_of_a_post_has_what_its_front_matter_says(run: Run, kitchen: Path) -> None:
    shown = json.loads(run("show", kitchen, "--json").out)
    assert (shown["title"], shown["number"], shown["date"]) == (
        "#7 Kitchen talk",
        "7",
        "2024-03-09",
    )
    assert shown["tags"] == ["food"]
    assert shown["links"] == [{"title": "Recipes", "url": "https://example.org/recipes"}]
    assert shown["turns"][0]["start"] is None
    assert shown["speakers"][0]["seconds"] is None
    assert "what the beans give us" in shown["notes"]


def test_a_pipe_gets_a_line_a_paragraph(run: Run, garden: Path) -> None:
    assert run("show", garden).lines == [
        "1 garden",
        f"01:14 · Ada, Bo · {garden}",
        "",
        "[0:00:01] Ada: Good morning from the allotment. Today the beans are in flower.",
        "",
        "[0:00:09] Bo: Are the beans safe from the frost?",
        "",
        "[0:01:10] Ada: They are, and so is the rhubarb.",
        "",
    ]


def test_notes_stand_before_the_turns_as_text(run: Run, kitchen: Path) -> None:
    lines = run("show", kitchen).lines
    assert lines.index("• Recipes") < lines.index("Łucja Żak: Which beans are these?")


def test_headings_stand_before_their_turn(run: Run, tmp_path: Path) -> None:
    post = tmp_path / "post.md"
    post.write_text("# A talk\n\n## Peas\n\n**Ada**: Peas.\n\n## Beans\n\n**Bo**: Beans.\n")
    lines = run("show", post).lines
    assert lines.index("Peas") < lines.index("Ada: Peas.") < lines.index("Beans")
    assert lines.index("Beans") < lines.index("Bo: Beans.")


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_a_gutter_and_rows_that_fit(
    run: Run, garden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("show", garden).lines
    assert lines[3].startswith("   00:01  Ada   Good morning")
    assert lines[4].strip() == "beans are in flower."
    assert max(map(len, lines[3:])) <= 60


@pytest.mark.parametrize(
    ("options", "starts"),
    [
        (["--from", "0:09"], [9.0, 70.0]),
        (["--from", "0:05"], [1.0, 9.0, 70.0]),
        (["--from", "0:30"], [70.0]),
        (["--to", "0:09"], [1.0]),
        (["--to", "0:10"], [1.0, 9.0]),
        (["--from", "0:09", "--to", "1:00"], [9.0]),
    ],
)
def test_only_what_is_said_between_two_times(
    run: Run, garden: Path, options: list[str], starts: list[float]
) -> None:
    shown = json.loads(run("show", "--json", garden, *options).out)
    assert [turn["start"] for turn in shown["turns"]] == starts
    assert shown["duration"] == 74.0


def test_a_time_behind_the_file_is_where_it_begins(run: Run, garden: Path) -> None:
    assert run("show", f"{garden}@1:10").lines[3].startswith("[0:01:10] Ada:")


def test_where_nothing_is_said_nothing_is_found(run: Run, garden: Path) -> None:
    ran = run("show", garden, "--from", "2:00")
    assert (ran.code, ran.out) == (1, "")
    assert "Nothing is said" in ran.err


def test_sections_are_counted_from_the_first_turn_shown(run: Run, tmp_path: Path) -> None:
    chapters = tmp_path / "chapters.md"
    chapters.write_text(
        "# Talk\n\n**Ada** (00:01): A.\n\n## Two\n\n**Bo** (00:09): B.\n\n"
        "## Three\n\n**Ada** (00:20): C.\n"
    )
    whole = json.loads(run("show", "--json", chapters).out)
    assert [(one["title"], one["turn"]) for one in whole["sections"]] == [("Two", 1), ("Three", 2)]
    part = json.loads(run("show", "--json", chapters, "--from", "0:09", "--to", "0:20").out)
    assert [(one["title"], one["turn"]) for one in part["sections"]] == [("Two", 0)]


@pytest.mark.parametrize("options", [["--from", "0:01"], ["--to", "1:00"]])
def test_a_transcript_without_times_says_so(run: Run, kitchen: Path, options: list[str]) -> None:
    ran = run("show", kitchen, *options)
    assert (ran.code, ran.out) == (2, "")
    assert "no times" in ran.err


def test_what_is_no_time_is_refused(run: Run, garden: Path) -> None:
    ran = run("show", garden, "--from", "noon")
    assert ran.code == 2
    assert "noon is not a time" in ran.err


def test_a_misspelled_file_is_answered_with_what_was_meant(run: Run, folder: Path) -> None:
    ran = run("show", folder / "1 gardn.vtt")
    assert ran.code == 2
    assert "Did you mean" in ran.err


def test_what_a_file_says_to_the_terminal_is_shown_not_done(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "evil\x1b]0;owned\x07.txt"
    file.write_text(
        "Ada: \x1b[2J[bold]x[/] \u202egnp.exe\n\nBo\x1b[31m: [@click=app.quit]y[/]\x00\n"
    )
    for options in ([], ["--json"]):
        out = run("show", file, *options).out
        assert not {"\x1b", "\u202e", "\x00", "\x07"} & set(out)
        assert "[bold]x[/]" in out
        assert "[@click=app.quit]y[/]" in out


def test_a_part_that_ends_before_it_begins_is_refused(run: Run, folder: Path) -> None:
    talk = folder / "talk.vtt"
    talk.write_text("WEBVTT\n\n00:01.000 --> 00:09.000\nHello.\n", encoding="utf-8")
    ran = run("show", str(talk), "--from", "0:08", "--to", "0:02")
    assert (ran.code, ran.out) == (2, "")
    assert "not after" in ran.err
