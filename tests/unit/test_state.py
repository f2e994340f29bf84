import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader import state
from tui_reader.errors import PathError
from tui_reader.history import with_query
from tui_reader.state import State


def state_file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "tui-reader" / "state.json"


def test_what_is_saved_is_there_again() -> None:
    paths = (Path("/talks"), Path("/a file\udcff.vtt"))
    remembered = State(paths, "nord", ("lantern", "łódź /a  b/"))
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
    [
        b"",
        b"\xff\x00",
        b"[]",
        b'{"version": 99}',
        b'{"version": 1, "library": [1]}',
        b'{"version": 1, "searches": 3}',
        b"[" * 9999,
    ],
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


def test_a_file_from_before_there_was_a_history_is_read(tmp_path: Path) -> None:
    file = state_file(tmp_path)
    file.parent.mkdir(parents=True)
    file.write_text('{"version": 1, "library": ["/talks"], "theme": "nord"}')
    assert state.load() == State((Path("/talks"),), "nord")


def test_readers_that_run_at_once_forget_nothing_for_each_other() -> None:
    state.save(State(theme="nord", searches=("lantern",)))
    one, other = state.load(), state.load()
    assert one == other
    state.update(lambda now: replace(now, searches=with_query(now.searches, "from one")))
    state.update(lambda now: replace(now, theme="dracula"))
    kept = state.update(lambda now: replace(now, searches=with_query(now.searches, "from another")))
    assert kept == state.load()
    assert kept == State((), "dracula", ("lantern", "from one", "from another"))


def test_what_a_query_has_been_made_of_shows_harmlessly(tmp_path: Path) -> None:
    file = state_file(tmp_path)
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"version": 1, "searches": ["a\x1b]0;b", "two\nlines"]}))
    assert state.load().searches == ("a␛]0;b", "two lines")


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
