"""The file of names, written by the reader and by others, undone and damaged."""

import os
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.errors import PathError
from tui_reader.folders import config_folder
from tui_reader.people import EVERYWHERE, People, Reach, Where

TALK = Path("/talks/one.vtt")
WRITTEN = '# mine\n[[person]]\nname = "Szymon"  # him\nalso = ["SW"]\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return config_folder() / "people.toml"


def written(file: Path, text: str = WRITTEN) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def called(people: People, label: str) -> str:
    return people.called(label, TALK, None)


def test_without_a_file_everybody_is_called_what_their_label_says(file: Path) -> None:
    people = People.load()
    assert (called(people, "SW"), people.problems) == ("SW", ())
    assert not file.exists()


def test_a_name_that_is_given_holds_at_once_and_at_the_next_start(file: Path) -> None:
    people = People.load()
    people.call("Speaker 3", "Warren", Where.episode(TALK))
    assert called(people, "Speaker 3") == "Warren"
    assert called(People.load(), "Speaker 3") == "Warren"


def test_undo_goes_back_step_by_step_to_the_very_bytes(file: Path) -> None:
    written(file)
    people = People.load()
    people.call("Bo", "Bogdan")
    between = file.read_bytes()
    people.call("SW", "Someone")
    assert people.undo() == "SW is not called Someone any more."
    assert file.read_bytes() == between
    people.undo()
    assert file.read_text() == WRITTEN
    assert called(people, "Bo") == "Bo"
    assert people.undo() is None


def test_undo_of_the_first_name_leaves_no_file(file: Path) -> None:
    people = People.load()
    people.call("Bo", "Bogdan")
    people.undo()
    assert not file.exists()


def test_what_another_reader_has_written_is_kept(file: Path) -> None:
    one, other = People.load(), People.load()
    one.call("A", "Ada")
    other.call("B", "Bogdan")
    assert one.refresh()
    assert not one.refresh()
    assert [called(one, label) for label in "AB"] == ["Ada", "Bogdan"]


def test_readers_that_write_at_the_same_moment_lose_nothing(file: Path) -> None:
    def write(start: int) -> None:
        people = People.load()
        for number in range(start, start + 5):
            people.call(f"Speaker {number}", f"Name {number}")

    threads = [Thread(target=write, args=(start,)) for start in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(People.load().rules.rules) == 15


def test_undo_never_takes_the_work_of_others(file: Path) -> None:
    people = People.load()
    people.call("A", "Ada")
    file.write_text(file.read_text() + "# by hand\n")
    with pytest.raises(PathError, match="somebody else"):
        people.undo()
    assert file.read_text().endswith("# by hand\n")


@pytest.mark.parametrize("content", [b'[[person]]\nname = "x', b"\xff\xfe[[person]]"])
def test_a_damaged_file_is_told_of_and_never_written_to(file: Path, content: bytes) -> None:
    written(file).write_bytes(content)
    people = People.load()
    assert len(people.problems) == 1
    with pytest.raises(PathError, match=r"people\.toml"):
        people.call("A", "Ada")
    assert file.read_bytes() == content


def test_a_file_that_may_not_be_read_is_told_of(file: Path) -> None:
    file.mkdir(parents=True)
    people = People.load()
    assert "cannot be read" in people.problems[0]
    with pytest.raises(PathError):
        people.call("A", "Ada")


def test_a_folder_that_may_not_be_written_to_is_told_of(file: Path) -> None:
    file.parent.parent.mkdir(parents=True, exist_ok=True)
    file.parent.write_text("in the way")
    with pytest.raises(PathError):
        People.load().call("A", "Ada")


def test_a_label_that_is_called_otherwise_elsewhere_can_stay_as_it_is_here(file: Path) -> None:
    people = People.load()
    people.call("SW", "Szymon")
    people.call("Szymon", "SW", Where.episode(TALK), ["SW"])
    assert called(people, "SW") == "SW"
    assert people.called("SW", Path("/other.vtt"), None) == "Szymon"


def test_a_name_for_all_does_not_make_everybody_with_the_label_of_one_that_person(
    file: Path,
) -> None:
    people = People.load()
    people.call("Speaker 3", "Warren", Where.episode(TALK))
    people.call("Warren", "Warren P.", EVERYWHERE, ["Speaker 3"])
    assert called(people, "Speaker 3") == "Warren P."
    assert people.called("Speaker 3", Path("/other.vtt"), None) == "Speaker 3"


def test_a_label_can_stay_as_it_is_in_one_episode_of_a_show(file: Path) -> None:
    people = People.load()
    people.call("SW", "Szymon", Where(Reach.SHOW, "Patterns"))
    people.call("Szymon", "SW", Where.episode(TALK), ["SW"], "Patterns")
    assert people.called("SW", TALK, "Patterns") == "SW"
    assert people.called("SW", Path("/other.vtt"), "Patterns") == "Szymon"


def test_a_path_that_no_file_can_hold_is_refused() -> None:
    people = People.load()
    with pytest.raises(PathError, match="written down"):
        people.call("A", "Ada", Where.episode(Path(os.fsdecode(b"/talks/\xff.vtt"))))


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_nobody_is_called_nothing(name: str) -> None:
    with pytest.raises(PathError, match="name"):
        People.load().call("A", name)


LABELS = ["SW", "A", "B", "Szymon", "Speaker 1"]


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(LABELS),
            st.sampled_from(LABELS),
            st.sampled_from([EVERYWHERE, Where.episode(TALK)]),
        ),
        max_size=5,
    )
)
def test_everybody_is_called_what_was_said_last_and_all_is_undone_to_the_very_bytes(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str, Where]]
) -> None:
    people = People(written(tmp_path_factory.mktemp("config") / "people.toml"))
    people.refresh()
    for label, name, where in changes:
        before = called(people, label)
        people.call(before, name, where, [one for one in LABELS if called(people, one) == before])
        assert people.problems == ()
        assert "# mine" in people.file.read_text()
        if where.reach is Reach.EPISODE:
            assert called(people, label) in {name, called(people, name)}
    while people.undo():
        pass
    assert people.file.read_text() == WRITTEN


def test_a_link_to_the_file_stays_one(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "people.toml"
    written(target)
    file.parent.mkdir(parents=True)
    file.symlink_to(target)
    people = People.load()
    people.call("Speaker 3", "Warren")
    assert file.is_symlink()
    assert "Warren" in target.read_text()
    people.undo()
    assert (file.is_symlink(), target.read_text()) == (True, WRITTEN)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files here")
def test_a_pipe_in_place_of_the_file_is_not_waited_for(file: Path) -> None:
    file.parent.mkdir(parents=True)
    os.mkfifo(file)
    people = People.load()
    assert "it is no file" in people.problems[0]
    with pytest.raises(PathError, match="it is no file"):
        people.call("Speaker 3", "Warren")


def test_whoever_holds_the_folder_is_not_waited_for_without_end(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr("tui_reader.people.people._PATIENCE", 0.01)
    written(file)
    holder = os.open(file.parent, os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    people = People.load()
    with pytest.raises(PathError, match="Another program holds"):
        people.call("Speaker 3", "Warren")
    os.close(holder)
    people.call("Speaker 3", "Warren")
    assert called(people, "Speaker 3") == "Warren"
