from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.talks import talk, who
from tui_reader.anchoring import Anchor, anchor
from tui_reader.model import Place
from tui_reader.state import Kept, Store


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store()
    yield store
    store.close()


def at(seed: int, turn: int) -> Anchor:
    return anchor(talk(seed), Place(turn))


def test_a_place_is_kept_until_the_next(store: Store) -> None:
    assert store.places.get(who("/a.vtt", 1)) is None
    store.places.put(who("/a.vtt", 1), at(1, 3), 0.1)
    store.places.put(who("/a.vtt", 1), at(1, 7), 0.2, top=at(1, 6), shift=-1)
    store.places.put(who("/b.vtt", 2), at(2, 1), 0.01)
    store.close()
    assert store.places.get(who("/a.vtt", 1)) == Kept(at(1, 7), 0.2, at(1, 6), -1)
    assert store.places.get(who("/b.vtt", 2)) == Kept(at(2, 1), 0.01)


def test_it_is_found_wherever_the_file_is_and_whatever_it_is_called(store: Store) -> None:
    store.places.put(who("/a.vtt", 1), at(1, 3), 0.1)
    moved, renamed = who("/there/a.vtt", 1), who("/there/x.txt", 1)._replace(traits="of another")
    assert store.places.get(moved._replace(sketch=())) is not None
    assert store.places.get(renamed) is not None
    assert store.places.get(renamed._replace(sketch=())) is None
    assert store.places.get(who("/there/a.vtt", 2)) is None


def test_a_file_of_any_name_has_its_place(store: Store) -> None:
    path = Path("/\udcff\n'; DROP TABLE places.vtt")
    odd = who("/a.vtt", 1)._replace(path=path, title="half a \ud800 character", show="\0")
    store.places.put(odd, at(1, 3), 0.5)
    assert store.places.get(odd._replace(sketch=(), traits="")) == Kept(at(1, 3), 0.5)
    assert store.places.progress().of(odd) == 0.5


def test_other_words_under_an_old_path_are_another_episode_and_the_old_one_stays(
    store: Store,
) -> None:
    old, new = who("/newest.vtt", 1), who("/newest.vtt", 2)
    store.places.put(old, at(1, 3), 0.4)
    assert store.places.get(new) is None
    store.places.put(new, at(2, 8), 0.6)
    assert store.places.get(new) == Kept(at(2, 8), 0.6)
    assert store.places.get(old) == Kept(at(1, 3), 0.4)
    assert store.places.get(who("/archive/1.vtt", 1)) == Kept(at(1, 3), 0.4)


def test_a_list_is_told_of_all_at_once(store: Store) -> None:
    store.places.put(who("/a.vtt", 1), at(1, 3), 0.25)
    store.places.put(who("/moved.vtt", 1), at(1, 4), 0.5)
    progress = store.places.progress()
    for path in ("/a.vtt", "/moved.vtt", "/copied.vtt"):
        assert progress.of(who(path, 1)._replace(sketch=())) == 0.5
    assert progress.of(who("/b.vtt", 2)) is None
    assert progress.of(who("/b.vtt", 2)._replace(traits="")) is None


def test_each_reader_sees_what_the_other_has_kept(store: Store) -> None:
    other = Store()
    store.places.put(who("/a.vtt", 1), at(1, 3), 0.25)
    assert other.places.progress().of(who("/a.vtt", 1)) == 0.25
    other.places.put(who("/a.vtt", 1), at(1, 9), 0.5)
    assert store.places.get(who("/a.vtt", 1)) == Kept(at(1, 9), 0.5)
    other.close()
