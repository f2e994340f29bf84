"""`tui-reader export`, as a shell sees it."""

import os
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tui_reader.cli import main
from tui_reader.people import People

TEA = (
    "WEBVTT - Tea\n\n00:01.000 --> 00:02.000\n<v Ann>Tea?\n\n00:03.000 --> 00:04.000\n<v Bo>Yes.\n"
)
POST = "---\ntitle: Rain\n---\n**Ann**: It rains.\n\n**Bo**: It does.\n\n**Ann**: Still.\n"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name))


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    folder = tmp_path / "talks"
    (folder / "more").mkdir(parents=True)
    (folder / "tea.vtt").write_text(TEA)
    (folder / "more" / "rain.md").write_text(POST)
    return folder


def files(folder: Path) -> list[str]:
    return sorted(str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file())


def test_one_transcript_is_printed(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(talks / "tea.vtt"), "--to", "srt"]) == 0
    assert capsys.readouterr().out == (
        "1\n00:00:01,000 --> 00:00:02,000\nAnn: Tea?\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\nBo: Yes.\n"
    )


def test_the_ending_tells_the_form(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out" / "tea.html"
    assert main(["export", str(talks / "tea.vtt"), "-o", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}\n"
    assert file.read_text().startswith("<!DOCTYPE html>")


def test_a_name_with_a_slash_behind_it_is_a_folder(talks: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["export", str(talks / "tea.vtt"), "--to", "md", "-o", f"{out}/"]) == 0
    assert files(out) == ["tea.md"]


def test_standard_input_is_taken_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(TEA.encode())))
    assert main(["export", "-", "--to", "txt"]) == 0
    assert "Ann (00:01)\nTea?" in capsys.readouterr().out


def test_a_file_that_is_there_stays(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.md"
    file.write_text("Mine.")
    asked = ["export", str(talks / "tea.vtt"), "-o", str(file)]
    assert main(asked) == 2
    assert "is there already" in capsys.readouterr().err
    assert file.read_text() == "Mine."
    assert main([*asked, "--force"]) == 0
    assert "**Ann**" in file.read_text()


def test_a_transcript_is_never_written_over_itself(
    talks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = talks / "tea.vtt"
    assert main(["export", str(file), "-o", str(file), "--force"]) == 2
    assert "the transcript itself" in capsys.readouterr().err
    assert file.read_text() == TEA


def test_a_folder_goes_to_a_folder(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["export", str(talks), "--to", "txt", "-o", str(out)]) == 0
    assert files(out) == ["more/rain.txt", "tea.txt"]
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_what_cannot_be_written_costs_none_of_the_others(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["export", str(talks), "--to", "vtt", "-o", str(out)]) == 2
    assert files(out) == ["tea.vtt"]
    assert "rain.md cannot be written as WebVTT: There are no times" in capsys.readouterr().err


def test_transcripts_that_are_called_alike_do_not_meet(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    (tmp_path / "tea.vtt").write_text(TEA)
    both = [str(talks / "tea.vtt"), str(tmp_path / "tea.vtt")]
    assert main(["export", *both, "--to", "md", "-o", str(out)]) == 0
    assert files(out) == ["tea 2.md", "tea.md"]


def test_no_transcript_goes_for_an_export_of_another(talks: Path) -> None:
    (talks / "tea.md").write_text(POST)
    (talks / "more" / "tea.vtt").write_text(TEA)
    before = {file: (talks / file).read_text() for file in files(talks)}
    assert main(["export", str(talks), "--to", "md", "-o", str(talks), "--force"]) == 0
    assert all((talks / file).read_text() == text for file, text in before.items())
    assert set(files(talks)) - set(before) == {
        *("tea 2.md", "tea 3.md", "more/rain 2.md", "more/tea.md")
    }


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ([], "Say which form with --to"),
        (["--to", "pdf"], "pdf is no form to write: there are md, txt, vtt, srt, json, html."),
        (["--to", "md"], "need a folder to go to"),
        (["-o", "talk.docx"], ".docx is no form to write"),
    ],
)
def test_what_makes_no_sense_is_refused(
    talks: Path, asked: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(talks), *asked]) == 2
    assert complaint in capsys.readouterr().err


def test_no_link_leads_an_export_to_another_transcript(talks: Path, tmp_path: Path) -> None:
    other = "Bo (00:01)\n\nCoffee, rather.\n"
    (talks / "tea.txt").write_text(other)
    (tmp_path / "out").symlink_to(talks)
    sources = [str(talks / name) for name in ("tea.vtt", "tea.txt")]
    assert main(["export", *sources, "--to", "txt", "-o", str(tmp_path / "out"), "--force"]) == 0
    assert (talks / "tea.txt").read_text() == other


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files here")
def test_a_pipe_is_not_replaced_even_by_force(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert main(["export", str(talks / "tea.vtt"), "-o", str(tmp_path / "pipe.md"), "--force"]) == 2
    assert "no file" in capsys.readouterr().err
    assert (tmp_path / "pipe.md").is_fifo()


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "/nowhere/talk.vtt", "--to", "md"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_people_are_called_by_the_names_they_were_given(
    talks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = People.load().file
    people.parent.mkdir(parents=True)
    people.write_text('[[person]]\nname = "Anna Nowak"\nalso = ["Ann"]\n')
    file = talks / "tea.vtt"
    assert main(["export", str(file), "--to", "txt"]) == 0
    assert "Anna Nowak" in capsys.readouterr().out
