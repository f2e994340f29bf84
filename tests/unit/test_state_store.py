import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from tests.unit.talks import talk, who
from tui_reader.anchoring import anchor
from tui_reader.folders import data_folder, state_folder
from tui_reader.model import Place
from tui_reader.state import Store

WRITER = """
from tests.unit.talks import talk, who
from tui_reader.anchoring import anchor
from tui_reader.model import Place
from tui_reader.state import Store

store = Store()
identity, place = who("/a.vtt", 1), anchor(talk(1), Place(3))
print("ready", flush=True)
number = {start}
while True:
    store.notebook.note(identity, place, None, "words", None, None, str(number))
    store.places.put(identity, place, number / 1e6)
    print(number, flush=True)
    number += 1
"""


def written_until_killed(start: int, lines: int) -> int:
    """The last number that a writer said it had written, before it was killed after so many."""
    command = [sys.executable, "-c", WRITER.format(start=start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as writer:
        assert writer.stdout is not None
        last = start - 1
        for line in writer.stdout:
            if line.strip().isdecimal():
                last = int(line)
                if last - start == lines:
                    writer.send_signal(signal.SIGKILL)
    return last


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed like this here")
def test_whoever_is_killed_while_writing_has_written_what_they_said() -> None:
    random, said = Random(5), -1
    for _ in range(4):
        said = written_until_killed(said + 1, random.randint(0, 25))
        store = Store()
        texts = {int(entry.text) for entry in store.notebook.entries()}
        assert set(range(said + 1)) <= texts
        said = max(texts)
        assert store.places.progress().of(who("/a.vtt", 1)) is not None
        assert store.problems == ()
        store.close()
    for file in (data_folder() / "data.db", state_folder() / "state.db"):
        connection = sqlite3.connect(file)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()


@pytest.fixture
def damaged() -> Iterator[Path]:
    file = data_folder() / "data.db"
    file.parent.mkdir(parents=True)
    file.write_text("not a database")
    yield file


def test_what_went_wrong_with_either_file_is_told(damaged: Path) -> None:
    store = Store()
    assert store.notebook.entries() == []
    assert "data.damaged-1.db" in " ".join(store.problems)
    store.places.put(who("/a.vtt", 1), anchor(talk(1), Place(1)), 0.1)
    assert len(store.problems) == 1
    store.close()


def test_two_readers_that_meet_a_damaged_file_set_it_aside_once(damaged: Path) -> None:
    one, other = Store(), Store()
    one.notebook.set_read(who("/a.vtt", 1), True)
    assert other.notebook.read().of(who("/a.vtt", 1)) is True
    assert other.problems == ()
    one.close()
    other.close()
    assert sorted(os.listdir(damaged.parent)) == ["data.damaged-1.db", "data.db"]


def test_however_many_readers_meet_a_damaged_file_at_once_nobody_loses_a_note(
    damaged: Path,
) -> None:
    def write(number: int) -> tuple[str, ...]:
        store = Store()
        place = anchor(talk(1), Place(number))
        store.notebook.note(who("/a.vtt", 1), place, None, "words", None, None, str(number))
        store.close()
        return store.problems

    for _ in range(12):
        for left in damaged.parent.iterdir():
            left.unlink()
        damaged.write_text("not a database")
        with ThreadPoolExecutor(6) as readers:
            problems = [told for problem in readers.map(write, range(6)) for told in problem]
        assert len(problems) == 1
        store = Store()
        assert {entry.text for entry in store.notebook.entries()} == set("012345")
        store.close()
        assert sorted(os.listdir(damaged.parent)) == ["data.damaged-1.db", "data.db"]
        assert damaged.with_name("data.damaged-1.db").read_text() == "not a database"


def test_what_is_asked_after_closing_opens_the_files_again() -> None:
    store = Store()
    store.notebook.set_read(who("/a.vtt", 1), True)
    store.close()
    assert store.notebook.read().of(who("/a.vtt", 1)) is True
    store.close()
    store.close()
