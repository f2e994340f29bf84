import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tui_reader.library import Library

Run = Callable[..., Ran]


def test_a_hit_is_a_line_with_place_time_and_speaker(run: Run, folder: Path) -> None:
    ran = run("grep", "frost", folder)
    assert ran.code == 0
    assert ran.lines == [
        f"{folder}/1 garden.vtt:9:[0:00:09] Bo: Are the beans safe from the frost?",
        f"{folder}/10 orchard.txt:1:[0:00:03] Cleo: The orchard needs pruning before the frost.",
    ]


def test_what_is_not_known_is_left_out_of_the_line(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "essay.txt").write_text("Nobody says this.\n\nBut somebody wrote it.\n")
    assert run("grep", "wrote", tmp_path / "essay.txt").lines == [
        f"{tmp_path}/essay.txt:3:But somebody wrote it."
    ]
    assert ":Bo: Beans from" in run("grep", '"beans from"', folder).out


def test_a_paragraph_break_does_not_break_the_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Ada (00:01)\n\nFirst half.\n\nSecond half.\n\nBo (00:09)\n\nNo.\n"
    )
    assert run("grep", '"half second"', tmp_path).lines[0].endswith("Ada: First half. Second half.")


def test_nothing_found_is_one(run: Run, folder: Path) -> None:
    ran = run("grep", "aubergine", folder)
    assert (ran.code, ran.out, ran.err) == (1, "", "")


def test_options_may_stand_anywhere(run: Run, folder: Path) -> None:
    expected = run("grep", "--json", "frost", folder).out
    assert run("grep", "frost", "--json", folder).out == expected
    assert run("grep", "frost", folder, "--json").out == expected


def test_a_query_may_begin_with_a_dash(run: Run, folder: Path) -> None:
    ran = run("grep", "--", "-beans", folder)
    assert ran.code == 0
    assert "beans" not in ran.out


def test_a_query_that_makes_no_sense_is_an_error(run: Run, folder: Path) -> None:
    ran = run("grep", 'beans "open', folder)
    assert ran.code == 2
    assert ran.err == "tui-reader: The quote is not closed (character 7).\n"
    assert run("grep", "", folder).err == "tui-reader: The query is empty.\n"


@pytest.mark.parametrize("order", ["file", "time", "relevance"])
def test_fields_tell_the_episodes_apart(run: Run, folder: Path, order: str) -> None:
    def found(query: str) -> list[str]:
        ran = run("grep", "--json", "--sort", order, "--", query, folder)
        return [json.loads(line)["title"] for line in ran.lines]

    assert found("beans tag:food") == ["#7 Kitchen talk"] * 2
    assert found("beans -tag:food") == ["1 garden"] * 2
    assert found("after:2024-03-09 before:2025") == ["#7 Kitchen talk"] * 2
    assert found("title:orchard (frost OR rung)") == ["10 orchard"] * 2
    assert found("title:aubergine") == []


@pytest.mark.parametrize("order", ["file", "time", "relevance"])
def test_a_regular_expression_that_is_too_slow_ends_it_with_a_sentence(
    run: Run, folder: Path, order: str
) -> None:
    (folder / "0 slow.txt").write_text(f"Ada: {'a' * 5_000}!\n\nBo: No.\n")
    ran = run("grep", "--sort", order, "/(a+)+$/", folder)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "make it simpler" in ran.err


@pytest.mark.parametrize("order", ["file", "relevance"])
def test_a_phrase_goes_on_in_the_next_paragraph(run: Run, tmp_path: Path, order: str) -> None:
    (tmp_path / "essay.txt").write_text("It was open.\n\nSource of all.\n")
    (line,) = run("grep", "--json", "--sort", order, '"open source"', tmp_path).lines
    hit = json.loads(line)
    assert (hit["turn"], hit["spans"]) == (0, [[7, 12]])


def test_json_is_a_hit_a_line_with_its_spans(run: Run, folder: Path) -> None:
    hits = [json.loads(line) for line in run("grep", "--json", "zak beans", folder).lines]
    assert hits == []
    (hit,) = (json.loads(line) for line in run("grep", "--json", "speaker:lucja", folder).lines)
    assert hit == {
        "path": f"{folder}/2 kitchen.md",
        "title": "#7 Kitchen talk",
        "turn": 0,
        "speaker": "Łucja Żak",
        "start": None,
        "line": 15,
        "text": "Which beans are these?",
        "spans": [],
    }
    for line in run("grep", "--json", "beans", folder).lines:
        hit = json.loads(line)
        assert [hit["text"][a:b].lower() for a, b in hit["spans"]] == ["beans"]


def test_max_count_is_for_each_file(run: Run, folder: Path) -> None:
    assert len(run("grep", "beans", folder).lines) == 4
    assert len(run("grep", "beans", folder, "--max-count", "1").lines) == 2
    assert run("grep", "beans", folder, "--max-count", "0").code == 2


def test_by_time_the_oldest_episode_comes_first_and_the_undated_last(
    run: Run, folder: Path
) -> None:
    (folder / "3 older.md").write_text(
        "---\ntitle: Older\ndate: 2020-01-01\n---\n\n**Bo**: Beans.\n"
    )
    titles = [
        json.loads(line)["title"]
        for line in run("grep", "--json", "--sort", "time", "beans", folder).lines
    ]
    assert titles == ["Older", "#7 Kitchen talk", "#7 Kitchen talk", "1 garden", "1 garden"]


def test_by_relevance_the_same_is_found_in_another_order(run: Run, folder: Path) -> None:
    (folder / "4 beans.txt").write_text("Ada: Beans, beans, beans.\n\nBo: Peas.\n")
    by_file = run("grep", "beans", folder)
    by_relevance = run("grep", "--sort", "relevance", "beans", folder)
    assert sorted(by_relevance.lines) == sorted(by_file.lines)
    assert "4 beans.txt" in by_relevance.lines[0]
    assert by_relevance.code == 0


def test_what_is_like_the_query_is_found_where_that_is_asked_for(run: Run, folder: Path) -> None:
    assert run("grep", "pruned orchards", folder).code == 1
    ran = run("grep", "--like", "pruned orchards", folder)
    assert ran.code == 0
    assert "The orchard needs pruning" in ran.lines[0]
    assert run("grep", "--like", "xyzzy", folder).code == 1


def test_like_goes_by_relevance(run: Run, folder: Path) -> None:
    expected = run("grep", "--like", "pruned orchards", folder).out
    assert run("grep", "--like", "--sort", "relevance", "pruned orchards", folder).out == expected
    assert run("grep", "--like", "--sort", "time", "pruned orchards", folder).code == 2


def test_json_says_what_a_hit_is_like_where_that_is_asked_for(run: Run, folder: Path) -> None:
    (folder / "5 misheard.txt").write_text("Ada: The rubarb.\n\nBo: Peas.\n")
    lines = run("grep", "--json", "--like", "rhubarb", folder).lines
    hits = [json.loads(line) for line in lines]
    assert [(hit["like"], hit["title"]) for hit in hits] == [
        (None, "1 garden"),
        ("spellings", "5 misheard"),
    ]
    assert [hit["text"][a:b] for hit in hits for a, b in hit["spans"]] == ["rhubarb", "rubarb"]


def test_max_count_is_for_each_file_in_all_that_is_like_the_query(run: Run, folder: Path) -> None:
    lines = run("grep", "--like", "--max-count", "1", "bean frost", folder).lines
    paths = [line.partition(".")[0] for line in lines]
    assert paths
    assert len(paths) == len(set(paths))


@pytest.mark.usefixtures("terminal")
def test_a_person_is_told_what_hits_are_like(run: Run, folder: Path) -> None:
    (folder / "5 misheard.txt").write_text("Ada: The rubarb.\n\nBo: Peas.\n")
    out = run("grep", "--like", "rhubarb", folder).out
    assert out.index("1 garden") < out.index("near spellings:") < out.index("5 misheard")
    assert "as written" not in out
    assert "near spellings" not in run("grep", "rhubarb", folder).out


@pytest.mark.usefixtures("terminal")
def test_a_person_is_told_how_many_of_all_are_printed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "".join(f"Ada: The rubarb {n}.\n\nBo: No.\n\n" for n in range(60))
    )
    assert "near spellings (50 of 60):" in run("grep", "--like", "rhubarb", tmp_path).out


def test_a_pipe_is_told_beside_the_hits_how_many_of_all_are_printed(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(
        "".join(f"Ada: The rubarb {n}.\n\nBo: No.\n\n" for n in range(60))
    )
    for options in ([], ["--json"]):
        ran = run("grep", "--like", *options, "rhubarb", tmp_path)
        assert (ran.code, len(ran.lines)) == (0, 50)
        assert ran.err == "tui-reader: only the best hits are printed: near spellings (50 of 60).\n"


@pytest.mark.parametrize("order", ["file", "time", "relevance"])
def test_a_file_that_cannot_be_read_hides_no_other(run: Run, folder: Path, order: str) -> None:
    (folder / "0 empty.txt").write_bytes(b"")
    ran = run("grep", "frost", folder, "--sort", order)
    assert (ran.code, len(ran.lines)) == (2, 2)
    assert "0 empty.txt" in ran.err
    assert ran.err.count("\n") == 1


def test_a_path_that_is_not_there_hides_no_other(run: Run, folder: Path) -> None:
    ran = run("grep", "frost", folder / "gone", folder)
    assert (ran.code, len(ran.lines)) == (2, 2)
    assert "gone" in ran.err


def test_standard_input_can_be_searched(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    content = b"Ada: Hello out there.\n\nBo: Hello yourself.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert run("grep", "out", "-").lines == ["-:1:Ada: Hello out there."]


@pytest.mark.usefixtures("terminal")
def test_a_person_sees_headings_times_and_highlights(run: Run, folder: Path) -> None:
    ran = run("grep", "frost", folder)
    assert ran.lines[0].startswith("\033[1m1 garden\033[0m")
    assert "00:09" in ran.out
    assert "\033[30;43mfrost\033[0m" in ran.out
    assert "" in ran.lines  # between two episodes


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colour_gets_none(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    out = run("grep", "frost", folder).out
    assert "\033" not in out
    assert "frost" in out


@pytest.fixture
def kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader has been started on the folder, and has kept its index."""
    monkeypatch.setattr("tui_reader.library.library.ALONE", -1)
    monkeypatch.setattr("tui_reader.library.sources._TICK", -1)
    for _ in Library([folder], kept=True).build():
        pass


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("query", ["frost", '"beans in flower"', "speaker:ada -frost", "tag:food"])
def test_what_the_reader_has_kept_answers_alike(run: Run, folder: Path, query: str) -> None:
    for options in ([], ["--json"], ["--max-count", "1"], ["--sort", "time"]):
        asked = ("grep", *options, query, folder)
        assert run(*asked).lines == run("grep", "--no-cache", *asked[1:]).lines


@pytest.mark.usefixtures("kept")
def test_no_file_is_read_that_is_in_the_index(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "3 empty.txt").write_bytes(b"")
    before = run("grep", "frost", folder)
    assert before.code == 2
    assert "3 empty.txt is empty" in before.err
    monkeypatch.setattr("tui_reader.library.opening.load", lambda path: 1 / 0)
    assert run("grep", "frost", folder).lines == before.lines
    assert run("grep", "--no-cache", "frost", folder).lines == []


@pytest.mark.parametrize("order", ["file", "time", "relevance"])
def test_a_hit_is_found_once_in_an_episode_of_several_files(
    run: Run, folder: Path, order: str
) -> None:
    before = run("grep", "--sort", order, "frost", folder)
    (folder / "1 garden.txt").write_text(
        "Good morning from the allotment. Today the beans are in flower."
        " Are the beans safe from the frost? They are, and so is the rhubarb.\n"
    )
    (folder / "10 orchard.json").write_text('{"frost": "frost"}')
    ran = run("grep", "--sort", order, "frost", folder)
    assert (ran.code, ran.lines, ran.err) == (0, before.lines, "")
    assert run("grep", "frost", folder / "1 garden.txt").lines == [
        f"{folder}/1 garden.txt:1:Good morning from the allotment. Today the beans are in flower."
        " Are the beans safe from the frost? They are, and so is the rhubarb."
    ]
