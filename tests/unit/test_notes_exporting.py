import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.marks_and_notes import entry, identity
from tui_reader.errors import PathError
from tui_reader.harmless import is_harmless
from tui_reader.marking.exporting import Export, export, file_name, is_one_file
from tui_reader.marking.listing import grouped

GROUPS = grouped([entry(1), entry(2, about=identity("The keepers", "/talks/light.vtt"))])
MORE = grouped([entry(1, text="A thought.")])


def test_one_file_holds_all_and_a_folder_a_file_an_episode(tmp_path: Path) -> None:
    one = tmp_path / "notes.md"
    assert export(GROUPS, one, one=True) == Export(one, 1)
    assert one.read_text("utf-8").startswith("# Marks and notes\n\n## Bread\n")
    folder = tmp_path / "new" / "notes"
    assert export(GROUPS, folder, one=False) == Export(folder, 2)
    assert sorted(file.name for file in folder.iterdir()) == ["Bread.md", "The keepers.md"]


def test_what_was_written_here_and_not_changed_since_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    export(GROUPS, file, one=True)
    export(MORE, file, one=True)
    assert "A thought." in file.read_text("utf-8")


@pytest.mark.parametrize(
    "before", ["My diary.\n", "", "x\n<!-- tui-reader notes 0123456789abcdef -->\n"]
)
def test_what_somebody_else_has_written_stays(tmp_path: Path, before: str) -> None:
    file = tmp_path / "notes.md"
    file.write_text(before)
    with pytest.raises(PathError, match="stays as it is"):
        export(MORE, file, one=True)
    assert file.read_text() == before
    export(MORE, file, one=True, force=True)
    assert "A thought." in file.read_text("utf-8")


def test_what_was_changed_by_hand_stays(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    export(MORE, file, one=True)
    file.write_text(file.read_text("utf-8").replace("thought", "better thought"), "utf-8")
    with pytest.raises(PathError):
        export(GROUPS, file, one=True)


def test_where_one_file_would_lose_something_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "The keepers.md").write_text("Mine.")
    with pytest.raises(PathError):
        export(GROUPS, tmp_path, one=False)
    assert [file.name for file in tmp_path.iterdir()] == ["The keepers.md"]


def test_nothing_is_put_among_the_transcripts(tmp_path: Path) -> None:
    about = identity("Bread", str(tmp_path / "bread.md"))
    groups = grouped([entry(about=about)])
    for place, one in ((tmp_path, False), (tmp_path / "notes.md", True)):
        with pytest.raises(PathError, match="holds the transcripts"):
            export(groups, place, one=one)
    assert not list(tmp_path.iterdir())
    export(groups, tmp_path / "notes", one=False)
    export(groups, tmp_path / "notes.md", one=True, force=True)


def test_no_transcript_is_written_over_whatever_leads_to_it(tmp_path: Path) -> None:
    talk = tmp_path / "bread.md"
    talk.write_text("The dough is older than I am.")
    (tmp_path / "link.md").symlink_to(talk)
    groups = grouped([entry(about=identity("Bread", str(talk)))])
    for name in ("bread.md", "link.md"):
        with pytest.raises(PathError, match="is the transcript itself"):
            export(groups, tmp_path / name, one=True, force=True)
    assert talk.read_text() == "The dough is older than I am."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files here")
def test_a_pipe_is_neither_read_nor_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "notes.md")
    for force in (False, True):
        with pytest.raises(PathError, match="no file"):
            export(MORE, tmp_path / "notes.md", one=True, force=force)


def test_what_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(PathError, match="cannot be written"):
        export(MORE, tmp_path / "file" / "notes.md", one=True)
    with pytest.raises(PathError, match="is a folder"):
        export(MORE, tmp_path, one=True)


def test_episodes_of_one_title_have_files_of_their_own(tmp_path: Path) -> None:
    same = [entry(n, about=identity(name, f"/{n}")) for n, name in enumerate(["A/b", "a?B", "a-b"])]
    export(grouped(same), tmp_path, one=False)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["A-b.md", "a-B 2.md", "a-b 3.md"]


def test_a_place_is_one_file_where_it_is_called_like_one(tmp_path: Path) -> None:
    (tmp_path / "odd.md").mkdir()
    (tmp_path / "notes").write_text("x")
    assert is_one_file(tmp_path / "a.md") and is_one_file(tmp_path / "notes")
    assert not is_one_file(tmp_path / "odd.md") and not is_one_file(tmp_path / "new")


@given(st.text() | st.text(st.sampled_from("./\\ :aż*\x00🙂\u202e"), max_size=200))
def test_a_name_of_a_file_is_one_that_every_system_takes(title: str) -> None:
    name = file_name(title)
    assert name and is_harmless(name) and not set(name) & set('<>:"/\\|?*\n\t')
    assert len(name.encode("utf-8", "replace")) <= 101
    assert not name.startswith(".") and not name.endswith((".", " "))


@pytest.mark.parametrize(
    ("title", "name"),
    [("../../etc/passwd", "etc-passwd"), ("CON", "CON_"), ("...", "episode"), ("aux.x", "aux.x_")],
)
def test_no_title_leads_out_of_the_folder(title: str, name: str) -> None:
    assert file_name(title) == name
