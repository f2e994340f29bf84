import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran

Run = Callable[..., Ran]


def test_each_file_is_named_for_what_it_is(run: Run, folder: Path) -> None:
    ran = run("doctor", folder)
    assert ran.code == 0
    assert ran.lines[0] == (
        f"{folder}/1 garden.vtt: webvtt, utf-8, 3 turns, 2 speakers, 01:14, no problems"
    )
    assert ran.lines[1] == (
        f"{folder}/2 kitchen.md: post, utf-8, 2 turns, 2 speakers, no times, no problems"
    )


def test_what_was_odd_is_told_with_its_line(run: Run, folder: Path) -> None:
    file = folder / "odd.vtt"
    file.write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nFine.\n\nnonsense --> 00:03.000\nLost.\n", "utf-8"
    )
    ran = run("doctor", file)
    assert ran.code == 1
    assert any(line.startswith(f"{file}:6: ") for line in ran.lines)


def test_a_file_that_cannot_be_read_is_two_and_hides_no_other(run: Run, folder: Path) -> None:
    (folder / "3 binary.txt").write_bytes(bytes(range(256)) * 20)
    ran = run("doctor", folder)
    assert ran.code == 2
    assert len(ran.lines) == 4
    assert "3 binary.txt" in ran.lines[2]


def test_bytes_in_another_encoding_are_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("Ada: Zażółć gęślą jaźń, proszę bardzo.\n\nBo: Dziękuję.\n".encode("cp1250"))
    ran = run("doctor", file)
    assert ran.code == 1
    assert "utf-8" not in ran.lines[0]


@pytest.fixture
def mixed(folder: Path) -> Path:
    """The folder, with captions beside the post, a file that is none, and one nobody looks into."""
    (folder / "2 kitchen.vtt").write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Łucja Żak>Which beans are these?\n\n"
        "00:03.000 --> 00:04.000\n<v Bo>Beans from the allotment, of course.\n",
        encoding="utf-8",
    )
    (folder / "cover.jpg").write_bytes(b"\xff\xd8")
    return folder


def test_files_of_one_episode_say_so(run: Run, mixed: Path) -> None:
    ran = run("doctor", mixed)
    assert ran.code == 0
    beside = [line for line in ran.lines if "; beside " in line]
    assert len(beside) == 1
    assert "2 kitchen." in beside[0].partition("; beside ")[0]
    assert "2 kitchen." in beside[0].partition("; beside ")[2]


def test_a_file_that_is_no_transcript_is_left_out_and_no_warning(run: Run, folder: Path) -> None:
    (folder / "package.json").write_text('{"name": "tool", "private": true}')
    ran = run("doctor", folder)
    assert ran.code == 0
    told = [line for line in ran.lines if "package.json" in line]
    assert told == [] or "left out: " in told[0]


def test_a_list_of_chapters_has_chapters_and_an_empty_file_a_sentence(
    run: Run, mixed: Path
) -> None:
    chapters = [{"startTime": 0, "title": "Hello"}, {"startTime": 1, "title": "Beans"}]
    (mixed / "2 kitchen.chapters.json").write_text(
        json.dumps({"version": "1.2.0", "chapters": chapters})
    )
    (mixed / "2 kitchen.srt").write_text("")
    ran = run("doctor", mixed)
    about = {line.partition(": ")[0]: line for line in ran.lines}
    assert ", 2 chapters, " in about[str(mixed / "2 kitchen.chapters.json")]
    assert about[str(mixed / "2 kitchen.srt")].endswith(
        "2 kitchen.srt: is empty; beside "
        + about[str(mixed / "2 kitchen.srt")].rpartition("; beside ")[2]
    )


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_a_sum_of_it_all(run: Run, mixed: Path) -> None:
    (mixed / "3 binary.txt").write_bytes(bytes(range(256)) * 20)
    ran = run("doctor", mixed)
    assert "5 files: 4 fine, 1 unreadable · 1 more not looked into (.jpg)" in ran.lines[-1]


def test_json_has_a_line_a_file(run: Run, mixed: Path) -> None:
    ran = run("doctor", "--json", mixed)
    found = {Path(one["path"]).name: one for one in map(json.loads, ran.lines)}
    assert found["1 garden.vtt"] == {
        "path": str(mixed / "1 garden.vtt"),
        "format": "webvtt",
        "encoding": "utf-8",
        "status": "transcribed",
        "turns": 3,
        "speakers": 2,
        "duration": 74.0,
        "problems": [],
        "error": None,
        "left_out": None,
        "episode": str(mixed / "1 garden.vtt"),
    }
    assert found["2 kitchen.vtt"]["episode"] == found["2 kitchen.md"]["episode"]
