from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.talks import talk
from tui_reader import state
from tui_reader.anchoring.leaving import Look
from tui_reader.errors import PathError
from tui_reader.finding import STDIN
from tui_reader.loading import Loaded
from tui_reader.model import Place
from tui_reader.state import Store
from tui_reader.ui.open_episode import OpenEpisode
from tui_reader.ui.placekeeper import Placekeeper, Stay


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store()
    yield store
    store.close()


def stay(seed: int, turn: int, *, path: str = "", at_end: bool = False) -> Stay:
    """Somebody is at a turn of a talk."""
    loaded = Loaded(Path(path or f"/talks/{seed}.vtt"), "webvtt", "", talk(seed))
    opened = OpenEpisode.of(seed, loaded)
    assert opened.identity is not None
    return Stay(opened.identity, opened, Look(Place(turn), Place(turn), at_end=at_end))


def turn_kept(store: Store, at: Stay) -> int | None:
    kept = store.places.get(at.identity)
    return None if kept is None else kept.anchor.turn


def test_only_the_last_place_noted_is_written(store: Store) -> None:
    keeper, one, other = Placekeeper(store), stay(1, 9), stay(2, 3)
    for noted in (stay(1, 5), other, stay(1, 7), one):
        keeper.note(noted)
    assert turn_kept(store, one) is None
    keeper.write()
    assert (turn_kept(store, one), turn_kept(store, other)) == (9, 3)
    found = keeper.place_kept(one.opened)
    assert found is not None
    assert found.look.place == Place(9)


def test_what_could_not_be_written_is_written_the_next_time(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise PathError("The disk is full.")

    keeper, at = Placekeeper(store), stay(1, 9)
    keeper.note(at)
    with monkeypatch.context() as broken, pytest.raises(PathError, match="full"):
        broken.setattr(store.places, "put", full)
        keeper.write()
    keeper.write()
    assert turn_kept(store, at) == 9


def test_what_was_said_of_an_episode_is_said_the_next_time_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise PathError("The disk is full.")

    keeper, one, other = Placekeeper(store), stay(1, 9), stay(2, 9)
    keeper.mark([(one.identity, False), (other.identity, True)])
    with monkeypatch.context() as broken, pytest.raises(PathError, match="full"):
        broken.setattr(store.notebook, "set_all_read", full)
        keeper.write()
    keeper.mark([(one.identity, True)])
    keeper.write()
    marks = store.notebook.read()
    assert (marks.of(one.identity), marks.of(other.identity)) == (True, True)


def test_the_last_episode_is_remembered_but_not_what_came_through_a_pipe(store: Store) -> None:
    keeper = Placekeeper(store)
    keeper.note(stay(1, 2))
    keeper.write()
    keeper.note(stay(2, 2, path=str(STDIN)))
    keeper.write()
    assert state.load().episode == Path("/talks/1.vtt")


def test_the_end_is_noticed_once_a_visit(store: Store) -> None:
    keeper, end = Placekeeper(store), stay(1, 30, at_end=True)

    def is_read() -> bool | None:
        return store.notebook.read().of(end.identity)

    def come(at: Stay) -> None:
        keeper.note(at)
        keeper.write()

    keeper.begin(stay(1, 0), is_said=False)
    come(stay(1, 9))
    assert is_read() is None
    come(end)
    assert is_read() is True
    store.notebook.set_read(end.identity, False)
    come(stay(1, 9))
    come(end)
    assert is_read() is False, "who said so is right"
    keeper.begin(end, is_said=True)
    come(end)
    assert is_read() is False, "where one comes back to the end, one has not come to it"
    keeper.begin(stay(1, 0), is_said=True)
    come(end)
    assert is_read() is True


def test_every_problem_is_told_once(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "tui-reader"
    folder.mkdir(parents=True)
    (folder / "data.db").write_text("not a database")
    keeper = Placekeeper(store)
    keeper.how_far()
    assert len(keeper.new_problems()) == 1
    assert keeper.new_problems() == []
