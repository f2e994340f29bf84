import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tui_reader.anchoring import anchor
from tui_reader.identity import identity
from tui_reader.library import open_file
from tui_reader.model import Place
from tui_reader.state import Store

Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def kept(folder: Path) -> Path:
    """The folder, with a note and a mark on the garden and a note on the kitchen."""
    store = Store()
    for name, turn, text, letter in (
        ("1 garden.vtt", 1, "Ask Bo.\n\tIn <b>May</b>\x1b[2J.", None),
        ("1 garden.vtt", 2, "", "r"),
        ("2 kitchen.md", 0, "Whose beans?", None),
    ):
        transcript = open_file(folder / name).transcript
        who, start = identity(folder / name, transcript), anchor(transcript, Place(turn))
        said = transcript.turns[turn]
        if letter:
            store.notebook.mark(letter, who, start, said.text, said.speaker, said.start)
        else:
            store.notebook.note(who, start, None, said.text, said.speaker, said.start, text)
    store.close()
    return folder


def test_in_a_pipe_every_entry_is_a_line(kept: Path, run: Run) -> None:
    ran = run("notes")
    assert ran.code == 0
    assert sorted(line.split("\t")[1:] for line in ran.lines) == [
        ["", "note", "Łucja Żak", "Which beans are these?", "Whose beans?"],
        ["0:00:09", "note", "Bo", "Are the beans safe from the frost?",
         "Ask Bo. In <b>May</b>␛[2J."],
        ["0:01:10", "r", "Ada", "They are, and so is the rhubarb.", ""],
    ]  # fmt: skip
    assert ran.lines[0].split("\t")[0].endswith(".md"), "what was written on last comes first"


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_entries_stand_under_their_episode(
    kept: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    ran = run("notes", kept / "1 garden.vtt")
    assert ran.lines[0].startswith("1 garden  ")
    assert ran.lines[1:] == [
        "  ✎   00:09  Bo  Are the beans safe from the frost?",
        "             Ask Bo.",
        "             \tIn <b>May</b>␛[2J.",
        "  r   01:10  Ada  They are, and so is the rhubarb.",
    ]


def test_paths_choose_the_episodes(kept: Path, run: Run) -> None:
    assert len(run("notes", kept).lines) == 3
    assert len(run("notes", kept / "2 kitchen.md").lines) == 1
    ran = run("notes", kept / "10 orchard.txt")
    assert (ran.code, ran.out) == (1, "")
    assert "no marks and no notes there" in ran.err
    assert run("notes", kept / "nowhere").code == 2


def test_a_file_that_has_moved_has_its_notes_still(kept: Path, run: Run) -> None:
    new = kept / "more"
    new.mkdir()
    (kept / "2 kitchen.md").rename(new / "soup.md")
    assert "Whose beans?" in run("notes", new).out


def test_json_is_an_object_a_line(kept: Path, run: Run) -> None:
    found = [json.loads(line) for line in run("notes", "--json", kept / "1 garden.vtt").lines]
    assert [one["kind"] for one in found] == ["note", "mark"]
    note, mark = found
    assert (note["turn"], note["start"], note["speaker"]) == (1, 9.0, "Bo")
    assert note["note"].startswith("Ask Bo.\n")
    assert (mark["letter"], mark["note"]) == ("r", "")
    assert set(note) == {
        "path", "title", "show", "date", "kind", "letter", "turn", "start", "speaker", "quote",
        "note", "created", "changed",
    }  # fmt: skip


def test_markdown_goes_to_standard_output_a_file_or_a_folder(
    kept: Path, run: Run, tmp_path: Path
) -> None:
    printed = run("notes", "--export")
    assert printed.out.startswith("# Marks and notes\n\n## \\#7 Kitchen talk\n")
    assert "\\<b>May\\</b>" in printed.out
    file, folder = tmp_path / "out.md", tmp_path / "out"
    assert run("notes", "--export", file).code == 0
    assert file.read_text("utf-8").startswith(printed.out)
    ran = run("notes", "--export", folder)
    assert ran.out.endswith("out: 2 files\n")
    assert sorted(one.name for one in folder.iterdir()) == ["#7 Kitchen talk.md", "1 garden.md"]
    assert run("notes", "--export", tmp_path / "flat", "--one-file").code == 0
    assert (tmp_path / "flat").is_file()
    assert run("notes", "--by-episode", "--export", tmp_path / "x.md").code == 0
    assert (tmp_path / "x.md").is_dir()


def test_nothing_is_written_over_but_by_force(kept: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.md"
    file.write_text("Mine.")
    ran = run("notes", "--export", file)
    assert (ran.code, file.read_text()) == (2, "Mine.")
    assert "stays as it is" in ran.err and "Traceback" not in ran.err
    assert run("notes", "--export", file, "--force").code == 0
    assert "Whose beans?" in file.read_text("utf-8")
    assert run("notes", "--export", file).code == 0, "what was written here may be again"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--json", "--export"],
        ["--one-file"],
        ["--force"],
        ["--export", "--by-episode"],
        ["--export", "x", "--by-episode", "--one-file"],
        ["--nonsense"],
    ],
)
def test_what_makes_no_sense_is_refused(kept: Path, run: Run, arguments: list[str]) -> None:
    ran = run("notes", *arguments)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1


def test_where_nothing_was_ever_kept_that_is_said(run: Run) -> None:
    ran = run("notes")
    assert (ran.code, ran.out) == (1, "")
    assert "There are no marks and no notes yet." in ran.err


def test_speakers_have_the_names_they_were_given_since(
    kept: Path, run: Run, tmp_path: Path
) -> None:
    config = tmp_path / "config" / "tui-reader"
    config.mkdir(parents=True)
    (config / "people.toml").write_text('[[person]]\nname = "Bonifatius"\nalso = ["Bo"]\n')
    assert "Bonifatius" in run("notes").out
