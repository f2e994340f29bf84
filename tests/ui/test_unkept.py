"""What one has written while nothing can be kept: it is told, and not lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ui.screen import Reader, reading
from tui_reader.folders import data_folder, state_folder
from tui_reader.state import Store


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for who is writing."""
    monkeypatch.setattr("tui_reader.state.connection.PATIENCE", 0.01)


def make_files() -> None:
    store = Store()
    store.notebook.entries()
    store.places.progress()
    store.close()


@contextmanager
def somebody_writes() -> Iterator[None]:
    """Another program is writing to both files, and does not come to an end."""
    make_files()
    files = (data_folder() / "data.db", state_folder() / "state.db")
    holders = [sqlite3.connect(file, isolation_level=None) for file in files]
    for holder in holders:
        holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        for holder in holders:
            holder.close()


def notes() -> list[str]:
    store = Store()
    found = [entry.text for entry in store.notebook.entries()]
    store.close()
    return found


async def written(reader: Reader, text: str) -> None:
    await reader.press("tab", "}", "a")
    await reader.shows("Esc or Ctrl+S keeps it")
    await reader.press(*text, "escape")


async def test_a_note_that_cannot_be_kept_is_gone_on_with(shelf: Path) -> None:
    async with reading(shelf) as reader:
        with somebody_writes():
            await written(reader, "rocks")
            await reader.shows("Not kept, but a goes on with your words")
        await reader.press("a")
        await reader.shows("Esc or Ctrl+S keeps it")
        await reader.press("y", "escape")
        await reader.shows("The note is kept")
    assert notes() == ["rocksy"]
    assert reader.app.return_value is None


async def test_who_leaves_is_told_what_could_not_be_kept(shelf: Path) -> None:
    with somebody_writes():
        async with reading(shelf) as reader:
            await written(reader, "rocks")
            await reader.shows("Not kept, but a goes on with your words")
        assert "rocks" in str(reader.app.return_value)
        assert reader.app.return_code == 2


async def test_a_mark_that_is_not_kept_as_one_leaves_is_told(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with somebody_writes():
        async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
            await reader.go("#20")
            monkeypatch.setattr("tui_reader.state.connection.PATIENCE", 0.5)
            reader.main.store.close()  # what is asked from now on waits so long
            await reader.press("m", "b")
        assert "data.db" in str(reader.app.return_value)


async def test_words_that_are_taken_out_again_are_not_wanted_any_more(shelf: Path) -> None:
    with somebody_writes():
        async with reading(shelf) as reader:
            await written(reader, "no")
            await reader.shows("Not kept, but a goes on with your words")
            await reader.press("a")
            await reader.shows("Esc or Ctrl+S keeps it")
            await reader.press("backspace", "backspace", "escape")
            await reader.until(lambda: not reader.app.screen.is_modal, "the note to be closed")
        assert "could not be kept" not in str(reader.app.return_value)


async def test_where_nothing_lasts_a_note_says_so(shelf: Path) -> None:
    data_folder().parent.mkdir(parents=True, exist_ok=True)
    data_folder().write_text("a file where the folder should be")
    async with reading(shelf) as reader:
        await written(reader, "rocks")
        await reader.shows("Only until you quit: The note is kept")
