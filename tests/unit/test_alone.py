from pathlib import Path

import pytest

from tui_reader.alone import alone

pytest.importorskip("fcntl")


def test_only_one_at_a_time_is_alone_in_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "here"
    with alone(folder, 0) as first, alone(folder, 0) as second, alone(tmp_path, 0) as elsewhere:
        assert (first, second, elsewhere) == (True, False, True)
    with alone(folder, 0) as again:
        assert again


def test_where_nothing_can_be_kept_apart_everybody_is_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with alone(tmp_path, 0) as is_alone:
        assert is_alone


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="exists"), alone(tmp_path / "file", 0):
        pass
