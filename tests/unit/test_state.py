import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader import state
from tui_reader.errors import PathError
from tui_reader.state import State


def state_file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "tui-reader" / "state.json"


def test_what_is_saved_is_there_again() -> None:
    remembered = State(library=(Path("/talks"), Path("/a file\udcff.vtt")), theme="nord")
    state.save(remembered)
    assert state.load() == remembered


def test_at_first_nothing_is_remembered_and_that_is_no_problem() -> None:
    assert state.load() == State()
    assert state.load().problem is None


def test_relative_paths_are_remembered_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    state.save(State(library=(Path("talks"),)))
    assert state.load().library == (tmp_path / "talks",)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\x00", b"[]", b'{"version": 99}', b'{"version": 1, "library": [1]}', b"[" * 9999],
)
def test_a_file_that_is_not_ours_is_set_aside_with_a_sentence(
    tmp_path: Path, content: bytes
) -> None:
    file = state_file(tmp_path)
    file.parent.mkdir(parents=True)
    for name in ("state.damaged-1.json", "state.damaged-2.json"):
        file.write_bytes(content)
        remembered = state.load()
        assert remembered == State()
        assert remembered.problem is not None
        assert name in remembered.problem
        state.save(State(theme="nord"))
        assert (file.parent / name).read_bytes() == content


@given(content=st.binary(max_size=200))
def test_no_content_makes_it_fail(content: bytes) -> None:
    file = Path(os.environ["XDG_STATE_HOME"]) / "tui-reader" / "state.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    assert isinstance(state.load(), State)


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    with pytest.raises(PathError, match="nothing will be remembered"):
        state.save(State())
    remembered = state.load()
    assert remembered == State()


def test_nothing_but_the_file_is_left_behind(tmp_path: Path) -> None:
    state.save(State())
    state.save(State(theme="nord"))
    assert os.listdir(state_file(tmp_path).parent) == ["state.json"]
