import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.talks import talk, who
from tui_reader.anchoring import anchor
from tui_reader.errors import PathError
from tui_reader.folders import data_folder
from tui_reader.identity import Identity
from tui_reader.model import Place
from tui_reader.state import Entry, Kind, Notebook, Store

ONE, OTHER = who("/a.vtt", 1), who("/b.vtt", 2)


@pytest.fixture
def notebook() -> Iterator[Notebook]:
    store = Store()
    yield store.notebook
    store.close()


def mark(notebook: Notebook, letter: str, identity: Identity = ONE, turn: int = 3) -> Entry:
    place = anchor(talk(1), Place(turn))
    return notebook.mark(letter, identity, place, "The lantern was out.", "Ada", 15_000)


def note(notebook: Notebook, text: str, identity: Identity = ONE, turn: int = 3) -> Entry:
    start, end = anchor(talk(1), Place(turn)), anchor(talk(1), Place(turn + 1, 9))
    return notebook.note(identity, start, end, "Ada: Out?\n\nBo: Out.", None, None, text)


def test_what_was_written_is_there_again(notebook: Notebook) -> None:
    made = [
        mark(notebook, "a", turn=5),
        note(notebook, "Łódź \0 \ud800"),
        mark(notebook, "Z", OTHER),
    ]
    assert [each.kind for each in made] == [Kind.MARK, Kind.NOTE, Kind.MARK]
    assert made[0].letter == "a"
    assert made[0].end is None
    assert made[1].text == "Łódź \0 \ufffd"
    assert made[1].end == anchor(talk(1), Place(4, 9))
    assert made[0].created.utcoffset() is not None
    other = Store()
    assert other.notebook.entries() == [made[1], made[0], made[2]], "by title, then by place"
    assert other.notebook.entries(ONE) == [made[1], made[0]]
    assert other.notebook.entries(who("/c.vtt", 3)) == []
    other.close()


def test_a_small_letter_is_the_episodes_own(notebook: Notebook) -> None:
    here, there = mark(notebook, "a"), mark(notebook, "a", OTHER)
    assert notebook.marked("a", ONE) == here
    assert notebook.marked("a", OTHER) == there
    assert notebook.marked("b", ONE) is None
    assert notebook.marked("a", None) is None


def test_a_letter_is_taken_from_where_it_was(notebook: Notebook) -> None:
    before, after = mark(notebook, "a"), mark(notebook, "a", turn=9)
    assert notebook.entries() == [after]
    assert notebook.restore(before.id) == before
    assert notebook.marked("a", ONE) == before
    assert notebook.entries() == [before]


def test_a_capital_is_one_of_the_whole_library(notebook: Notebook) -> None:
    mark(notebook, "A")
    there = mark(notebook, "A", OTHER)
    assert notebook.marked("A", None) == there
    assert notebook.marked("A", ONE) == there
    assert notebook.entries() == [there]


def test_what_was_deleted_can_be_restored(notebook: Notebook) -> None:
    written = note(notebook, "Ask about the lamp.")
    notebook.delete(written.id)
    assert notebook.entries() == []
    assert notebook.restore(written.id) == written
    assert notebook.restore(written.id) == written, "once more does nothing"
    assert notebook.entries() == [written]


def test_only_what_was_deleted_long_ago_is_gone_for_good(notebook: Notebook) -> None:
    first, last, stays = (note(notebook, text) for text in ("one", "two", "three"))
    notebook.delete(first.id)
    notebook.delete(last.id)
    with sqlite3.connect(data_folder() / "data.db") as connection:
        connection.execute(
            "UPDATE entries SET deleted = '2020-01-01T00:00:00+00:00' WHERE id = ?", (first.id,)
        )
    notebook.clear_out()
    assert notebook.entries() == [stays]
    assert notebook.restore(last.id).text == "two"
    with pytest.raises(PathError, match="not there any more"):
        notebook.restore(first.id)


def test_a_note_gets_another_text(notebook: Notebook) -> None:
    written = note(notebook, "Ask.")
    changed = notebook.change(written.id, "Ask twice.")
    assert changed.text == "Ask twice."
    assert changed.created == written.created <= changed.changed
    with pytest.raises(PathError):
        notebook.change(999, "nothing")


def test_notes_go_with_the_words_and_not_with_the_file(notebook: Notebook) -> None:
    written = note(notebook, "Ask.")
    moved, other_file = who("/there/a.vtt", 1), who("/there/other.txt", 1)._replace(traits="")
    other_words = who("/a.vtt", 2)
    assert notebook.entries(moved) == [written]
    assert notebook.entries(other_file) == [written]
    assert notebook.entries(other_words) == []
    new = note(notebook, "Of the new one.", other_words)
    assert notebook.entries(other_words) == [new]
    assert [entry.text for entry in notebook.entries(moved)] == ["Ask."]
    assert {entry.text for entry in notebook.entries()} == {"Ask.", "Of the new one."}


def test_an_episode_that_is_seen_elsewhere_is_known_to_be_there(notebook: Notebook) -> None:
    note(notebook, "Ask.")
    notebook.seen(who("/there/a.vtt", 1)._replace(title="A better title"))
    notebook.seen(who("/nothing of.vtt", 3))
    (entry,) = notebook.entries()
    assert entry.identity.path == Path("/there/a.vtt")
    assert entry.identity.title == "A better title"
    notebook.seen(who("/a.vtt", 1))
    assert notebook.entries()[0].identity.path == Path("/a.vtt")


def test_what_was_said_of_an_episode_before_it_was_opened_is_its_own_afterwards(
    notebook: Notebook,
) -> None:
    written = note(notebook, "Ask.")
    listed = who("/renamed.vtt", 1)._replace(sketch=(), traits="by its new name")
    notebook.set_read(listed, True)
    assert notebook.entries(listed) == [], "nothing tells yet that it is the same"
    opened = who("/renamed.vtt", 1)._replace(traits="by its new name")
    assert [entry.id for entry in notebook.entries(opened)] == [written.id]
    notebook.seen(opened)
    assert [entry.id for entry in notebook.entries(listed)] == [written.id]
    assert notebook.read().of(listed) is True
    assert notebook.read().of(ONE) is True


def test_two_marks_of_what_turns_out_to_be_one_episode_are_both_still_there(
    notebook: Notebook,
) -> None:
    mark(notebook, "a")
    empty = who("/draft.vtt", 1)._replace(sketch=(), traits="")
    mark(notebook, "a", empty)
    note(notebook, "Ask.", empty)
    notebook.seen(who("/draft.vtt", 1)._replace(traits=""))
    assert len(notebook.entries(ONE)) == 2
    assert len(notebook.entries()) == 3


def test_whether_an_episode_was_read_is_told_for_a_whole_list(notebook: Notebook) -> None:
    notebook.set_read(ONE, True)
    notebook.set_read(OTHER, True)
    notebook.set_read(OTHER, False)
    read = notebook.read()
    assert [read.of(who(path, seed)) for path, seed in (("/a.vtt", 1), ("/b.vtt", 2))] == [
        True,
        False,
    ]
    assert read.of(who("/moved.vtt", 1)._replace(sketch=())) is True
    assert read.of(who("/c.vtt", 3)) is None


def test_many_are_marked_at_once_and_as_they_were_before(notebook: Notebook) -> None:
    notebook.set_read(OTHER, False)
    three = who("/c.vtt", 3)
    notebook.set_all_read((each, True) for each in (ONE, OTHER, three))
    notebook.set_all_read(((ONE, None), (OTHER, False)))
    read = notebook.read()
    assert [read.of(each) for each in (ONE, OTHER, three)] == [None, False, True]


def test_two_readers_that_write_at_once_lose_nothing() -> None:
    from concurrent.futures import ThreadPoolExecutor

    stores = [Store(), Store(), Store()]

    def write(number: int) -> Entry:
        return note(stores[number % 3].notebook, f"note {number}")

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(write, range(60)))
    texts = {entry.text for entry in stores[0].notebook.entries(ONE)}
    assert texts == {f"note {number}" for number in range(60)}
    for store in stores:
        assert store.problems == ()
        store.close()
