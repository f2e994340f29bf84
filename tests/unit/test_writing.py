import os
import stat
from pathlib import Path

import pytest

from tui_reader.writing import write_whole


def test_a_file_is_written_with_its_folder_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / f"{'n' * 250}.md"
    write_whole(file, b"words", lasting=True)
    assert file.read_bytes() == b"words"
    assert os.listdir(file.parent) == [file.name]


def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "people.toml"
    target.parent.mkdir()
    target.write_text("before")
    link = tmp_path / "people.toml"
    link.symlink_to(target)
    write_whole(link, b"after")
    assert link.is_symlink()
    assert target.read_text() == "after"


def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "private.md"
    file.write_text("before")
    file.chmod(0o600)
    write_whole(file, b"after")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files here")
def test_a_pipe_or_a_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="no file"):
        write_whole(pipe, b"words")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert os.listdir(tmp_path) == ["pipe"]


def test_a_folder_stays_one(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "notes", b"words")


def test_what_may_not_be_written_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kept.md"
    file.write_text("before")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        write_whole(file, b"after")
    assert file.read_text() == "before"


def test_what_cannot_be_written_whole_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "notes.md"
    file.write_text("before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"after", lasting=True)
    assert file.read_text() == "before"
    assert os.listdir(tmp_path) == ["notes.md"]


def test_a_draft_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    other = tmp_path / f".tui-reader-{os.getpid()}-0"
    other.write_text("of a reader that was killed")
    write_whole(tmp_path / "notes.md", b"words")
    assert other.read_text() == "of a reader that was killed"
