"""What a broken disk makes of data.db: never a traceback, and nothing is lost without a word."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.unit.talks import talk, who
from tui_reader import state
from tui_reader.anchoring import anchor
from tui_reader.errors import PathError
from tui_reader.folders import data_folder, state_folder
from tui_reader.model import Place
from tui_reader.state import Store

NOTES = 60


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A data.db with marks and notes on some episodes."""
    with pytest.MonkeyPatch.context() as home:
        home.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        store = Store()
        for number in range(NOTES):
            seed = number % 6
            at = anchor(talk(seed), Place(number // 6, 3))
            store.notebook.note(
                who(f"/{seed}.vtt", seed), at, None, "words", "Ada", 5, f"n{number}"
            )
        for seed in range(6):
            store.notebook.set_read(who(f"/{seed}.vtt", seed), True)
        store.close()
        return (data_folder() / "data.db").read_bytes()


def put(content: bytes) -> Path:
    file = data_folder() / "data.db"
    file.parent.mkdir(parents=True, exist_ok=True)
    for left in file.parent.iterdir():
        left.unlink()
    file.write_bytes(content)
    return file


def damaged(content: bytes, random: Random) -> bytes:
    broken = bytearray(content)
    kind = random.randrange(4)
    if kind == 0:
        for _ in range(random.choice([1, 5, 50, 500])):
            broken[random.randrange(len(broken))] = random.randrange(256)
    elif kind == 1:
        del broken[random.randrange(1, len(broken)) :]
    elif kind == 2:
        at, size = random.randrange(len(broken)), random.choice([16, 512, 4096])
        broken[at : at + size] = bytes(size)
    else:
        for _ in range(3):
            broken[random.randrange(120)] = random.randrange(256)
    return bytes(broken)


def asked(store: Store) -> list[str] | None:
    """All that the interface asks; the texts of the notes, None where they cannot be read."""
    identity, at = who("/3.vtt", 3), anchor(talk(3), Place(2))
    questions: list[Callable[[], object]] = [
        lambda: store.notebook.entries(identity),
        lambda: store.notebook.marked("a", identity),
        lambda: store.notebook.read().of(identity),
        lambda: store.notebook.seen(identity),
        lambda: store.notebook.mark("a", identity, at, "words", None, None),
        store.notebook.clear_out,
    ]
    for question in questions:
        try:
            question()
        except PathError as error:
            assert error.message.endswith(".")
    try:
        return [entry.text for entry in store.notebook.entries() if not entry.letter]
    except PathError:
        return None


def test_whatever_is_broken_nothing_is_lost_without_a_word(sound: bytes) -> None:
    for seed in range(60):
        content = damaged(sound, Random(seed))
        file = put(content)
        store = Store()
        found = asked(store)
        store.close()
        if found is not None and len(found) < NOTES:
            assert store.problems, f"seed {seed}"
        aside = file.with_name("data.damaged-1.db")
        if aside.exists():
            assert aside.read_bytes() == content, f"seed {seed}"
            assert "data.damaged-1.db" in store.problems[0]


def test_what_can_still_be_read_is_taken_over(sound: bytes) -> None:
    connection = sqlite3.connect(put(sound))
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    broken = bytearray(sound)
    broken[-size:] = b"\xa5" * size
    put(bytes(broken))
    store = Store()
    found = store.notebook.entries()
    assert NOTES / 2 < len(found) < NOTES
    assert all(entry.identity.title and entry.text for entry in found)
    assert store.problems[-1] == "What can still be read of it has been taken over."
    store.close()
    assert len(Store().notebook.entries()) == len(found)


def test_a_place_that_is_broken_does_not_take_the_note_with_it(sound: bytes) -> None:
    connection = sqlite3.connect(put(sound))
    garbled = "start = ?, time = x'00', created = 'once', kind = 9, speaker = 4"
    for number, start in enumerate(("[1", "[1, 2]", "7", "[1, 2, 3, 4, 5, 6]", None), 1):
        value = start if start is not None else b"\xff"
        connection.execute(f"UPDATE entries SET {garbled} WHERE id = ?", (value, number))
    connection.execute("UPDATE episodes SET sketch = x'010203', title = 5, date = 7")
    connection.execute("UPDATE entries SET text = CAST(x'6eff' AS TEXT) WHERE id = 6")
    connection.commit()
    connection.close()
    store = Store()
    found = store.notebook.entries()
    assert len(found) == NOTES
    assert [entry.text for entry in found if entry.start.before + entry.start.after == ""] == [
        f"n{number}" for number in range(5)
    ]
    assert "n\N{REPLACEMENT CHARACTER}" in [entry.text for entry in found]
    store.close()


def test_a_memory_that_is_broken_here_and_there_is_used_as_far_as_it_goes() -> None:
    state.update(lambda before: before)
    connection = sqlite3.connect(state_folder() / "state.db")
    connection.execute("UPDATE remembered SET value = '[[' WHERE name = 'searches'")
    connection.execute("UPDATE remembered SET value = x'00' WHERE name = 'theme'")
    connection.commit()
    connection.close()
    assert state.load() == state.State()
    assert state.update(lambda before: before).problem is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files here")
@pytest.mark.parametrize("names", [("state.db", "state.db-wal"), ("state.json",)])
def test_a_pipe_in_place_of_a_file_is_not_waited_for(names: tuple[str, ...]) -> None:
    state_folder().mkdir(parents=True)
    for name in names:
        os.mkfifo(state_folder() / name)
    assert "cannot be read" in (state.load().problem or "")


def test_a_name_that_is_too_long_for_a_folder_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", f"/{'n' * 300}")
    store = Store()
    assert store.notebook.entries() == []
    assert "Nothing will be remembered" in store.problems[0]
