import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_reader import state
from tui_reader.errors import PathError
from tui_reader.history import with_query
from tui_reader.state import State

FULL = State(
    library=(Path("/talks"), Path("/a file\udcff.vtt")),
    theme="nord",
    searches=("lantern", "łódź /a  b/"),
    episode=Path("/talks/\udcff.vtt"),
    order="title",
    gutter="cue",
    text_width=70,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where what is remembered lies."""
    folder = tmp_path / "state" / "tui-reader"
    folder.mkdir(parents=True)
    return folder


def test_what_is_saved_is_there_again() -> None:
    state.update(lambda _: FULL)
    assert state.load() == FULL


def test_at_first_nothing_is_remembered_and_that_is_no_problem() -> None:
    assert state.load() == State()
    assert state.load().problem is None


def test_relative_paths_are_remembered_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    state.update(lambda _: State(library=(Path("talks"),), episode=Path("talks/a.vtt")))
    assert state.load().library == (tmp_path / "talks",)
    assert state.load().episode == tmp_path / "talks" / "a.vtt"


def test_readers_that_run_at_once_forget_nothing_for_each_other() -> None:
    state.update(lambda _: State(theme="nord", searches=("lantern",)))
    one, other = state.load(), state.load()
    assert one == other
    state.update(lambda now: replace(now, searches=with_query(now.searches, "from one")))
    state.update(lambda now: replace(now, theme="dracula"))
    kept = state.update(lambda now: replace(now, searches=with_query(now.searches, "from another")))
    assert kept == state.load()
    assert kept == State((), "dracula", ("lantern", "from one", "from another"))


def test_reading_leaves_no_trace(folder: Path) -> None:
    state.load()
    assert os.listdir(folder) == []
    state.update(lambda _: FULL)
    before = (folder / "state.db").stat()
    state.load()
    after = (folder / "state.db").stat()
    assert os.listdir(folder) == ["state.db"]
    assert (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)


def test_what_another_reader_has_not_written_back_yet_is_read_too(folder: Path) -> None:
    with_log = state.Store()
    with_log.places.progress()
    state.update(lambda _: FULL)
    assert (folder / "state.db-wal").exists()
    assert state.load() == FULL
    with_log.close()


EARLIER = '{"version": 1, "library": ["/talks"], "theme": "nord", "searches": ["lantern"]}'


def test_what_an_earlier_version_remembered_is_taken_over_once(folder: Path) -> None:
    file = folder / "state.json"
    file.write_text(EARLIER)
    earlier = State((Path("/talks"),), "nord", ("lantern",))
    assert state.load() == earlier
    assert os.listdir(folder) == ["state.json"], "who only reads writes nothing"
    assert state.update(lambda now: replace(now, theme="dracula")) == replace(
        earlier, theme="dracula"
    )
    assert file.read_text() == EARLIER
    state.update(lambda now: replace(now, library=(), searches=(), theme=None))
    assert state.load() == State()


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"[]", b"{", b'{"searches": [3, null]}'])
def test_an_earlier_memory_that_cannot_be_read_is_left_and_harms_nothing(
    folder: Path, content: bytes
) -> None:
    (folder / "state.json").write_bytes(content)
    assert state.load() == State()
    state.update(lambda _: State(theme="nord"))
    assert state.load() == State(theme="nord")
    assert (folder / "state.json").read_bytes() == content


def test_what_a_query_has_been_made_of_shows_harmlessly(folder: Path) -> None:
    (folder / "state.json").write_text(json.dumps({"searches": ["a\x1b]0;b", "two\nlines"]}))
    assert state.load().searches == ("a␛]0;b", "two lines")


@given(content=st.binary(max_size=200) | st.binary(max_size=99).map(b"SQLite format 3\0".__add__))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_content_makes_it_fail(content: bytes) -> None:
    file = Path(os.environ["XDG_STATE_HOME"]) / "tui-reader" / "state.db"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    assert state.load() == State()
    assert file.read_bytes() == content
    assert state.update(lambda now: replace(now, theme="nord")).theme == "nord"
    assert state.load() == State(theme="nord")


def test_a_file_that_is_not_ours_is_set_aside_with_a_sentence_by_who_writes(folder: Path) -> None:
    for number in (1, 2):
        (folder / "state.db").write_text("something else")
        assert "cannot be read" in (state.load().problem or "")
        kept = state.update(lambda now: replace(now, theme="nord"))
        assert f"Set aside as state.damaged-{number}.db" in (kept.problem or "")
        assert (folder / f"state.damaged-{number}.db").read_text() == "something else"
        assert state.load() == State(theme="nord")


def test_a_file_in_which_nothing_is_yet_is_no_problem(folder: Path) -> None:
    (folder / "state.json").write_text(EARLIER)
    (folder / "state.db").touch()
    assert state.load().theme == "nord"
    assert state.load().problem is None


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    with pytest.raises(PathError, match="Nothing will be remembered"):
        state.update(lambda _: State())
    assert state.load() == State()


def test_nothing_but_the_file_is_left_behind(folder: Path) -> None:
    state.update(lambda _: State())
    state.update(lambda _: FULL)
    assert os.listdir(folder) == ["state.db"]
