import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tui_reader.errors import PathError
from tui_reader.state.database import Database, Schema
from tui_reader.state.schemas import MADE, REMEMBERED

STEPS = (
    "CREATE TABLE words (word TEXT)",
    "ALTER TABLE words ADD COLUMN count INTEGER NOT NULL DEFAULT 1;\n"
    "CREATE INDEX by_count ON words (count)",
    "UPDATE words SET count = count + 1",
)


def schema(versions: int = len(STEPS), mark: int = 77) -> Schema:
    return Schema(mark, STEPS[:versions], "NORMAL")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "words.db"


def add(word: str) -> Callable[[sqlite3.Connection], object]:
    return lambda c: c.execute("INSERT INTO words (word) VALUES (?)", (word,))


def words(connection: sqlite3.Connection) -> list[str]:
    return [word for (word,) in connection.execute("SELECT word FROM words ORDER BY rowid")]


def version(file: Path) -> int:
    connection = sqlite3.connect(file)
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(found)


def test_nothing_is_made_before_something_is_asked(file: Path) -> None:
    database = Database(file, schema())
    database.close()
    assert not file.parent.exists()
    database.write(add("lamp"))
    assert database.read(words) == ["lamp"]
    database.close()
    assert os.listdir(file.parent) == ["words.db"]


def test_readers_that_start_at_once_make_it_once(file: Path) -> None:
    databases = [Database(file, schema()) for _ in range(8)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda each: each.write(add("lamp")), databases))
    assert databases[0].read(words) == ["lamp"] * 8
    for database in databases:
        assert database.problems == ()
        database.close()
    assert os.listdir(file.parent) == ["words.db"]


def test_it_is_written_ahead_and_lets_others_read_meanwhile(file: Path) -> None:
    one, other = Database(file, schema()), Database(file, schema())
    one.write(add("lamp"))

    def change(connection: sqlite3.Connection) -> list[str]:
        connection.execute("INSERT INTO words (word) VALUES ('boat')")
        return other.read(words)

    assert one.write(change) == ["lamp"]
    assert other.read(words) == ["lamp", "boat"]
    one.close()
    other.close()


@pytest.mark.parametrize("begun", range(1, len(STEPS) + 1))
def test_every_earlier_version_is_brought_forward(file: Path, begun: int) -> None:
    old = Database(file, schema(begun))
    old.write(add("lamp"))
    old.close()
    assert version(file) == begun
    new = Database(file, schema())
    counts = new.read(lambda c: c.execute("SELECT word, count FROM words").fetchall())
    assert counts == [("lamp", 1 if begun == len(STEPS) else 2)]
    new.close()
    assert version(file) == len(STEPS)


def test_a_step_that_fails_leaves_the_version_before_it(file: Path) -> None:
    Database(file, schema(1)).write(add("lamp"))
    broken = Schema(77, (*STEPS[:1], "DROP TABLE words;\nNONSENSE"), "NORMAL")
    with pytest.raises(PathError):
        Database(file, broken).read(words)
    assert version(file) == 1
    again = Database(file, schema(1))
    assert again.read(words) == ["lamp"]


@pytest.mark.parametrize("known", [MADE, REMEMBERED])
def test_the_databases_of_the_reader_are_sound(file: Path, known: Schema) -> None:
    database = Database(file, known)
    assert database.read(lambda c: c.execute("PRAGMA integrity_check").fetchone()) == ("ok",)
    assert database.read(lambda c: c.execute("PRAGMA journal_mode").fetchone()) == ("wal",)
    database.close()


def test_a_file_of_a_newer_version_is_left_alone(file: Path) -> None:
    newer = Database(file, schema())
    newer.write(add("lamp"))
    newer.close()
    before = file.read_bytes()
    database = Database(file, schema(1))
    database.write(add("boat"))
    assert database.read(words) == ["boat"]
    assert "newer version" in database.problems[0]
    database.close()
    assert file.read_bytes() == before
    assert os.listdir(file.parent) == ["words.db"]


@pytest.mark.parametrize(
    "content",
    [
        b"not a database, though it is as long as one might be" * 9,
        b"SQLite format 3\0" + b"x" * 999,
    ],
)
def test_a_file_that_is_none_is_set_aside_with_what_lies_beside_it(
    file: Path, content: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    file.with_name("words.db-wal").write_bytes(b"log")
    database = Database(file, schema())
    database.write(add("lamp"))
    assert len(database.problems) == 1
    assert "Set aside as words.damaged-1.db" in database.problems[0]
    assert file.with_name("words.damaged-1.db").read_bytes() == content
    assert file.with_name("words.damaged-1.db-wal").read_bytes() == b"log"
    database.close()
    assert Database(file, schema()).read(words) == ["lamp"]


def test_what_was_set_aside_is_never_written_over(file: Path) -> None:
    file.parent.mkdir()
    for number in (1, 2, 3):
        file.write_text(f"damaged, number {number}")
        database = Database(file, schema())
        database.read(words)
        database.close()
        assert file.with_name(f"words.damaged-{number}.db").read_text().endswith(str(number))


def test_the_database_of_another_program_is_set_aside_unharmed(file: Path) -> None:
    file.parent.mkdir()
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = file.read_bytes()
    database = Database(file, schema())
    assert database.read(words) == []
    assert "another program" in database.problems[0]
    assert file.with_name("words.damaged-1.db").read_bytes() == before


def test_pages_that_are_broken_only_further_in_are_noticed_when_they_are_read(file: Path) -> None:
    database = Database(file, schema())
    for _ in range(60):
        database.write(add("lamp" * 500))
    database.close()
    content = bytearray(file.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)
    file.write_bytes(content)
    again = Database(file, schema())
    assert again.read(words) == []
    assert "Set aside" in again.problems[0]
    again.write(add("boat"))
    assert again.read(words) == ["boat"]


def test_a_file_that_was_taken_away_meanwhile_is_made_anew(file: Path) -> None:
    database = Database(file, schema())
    database.write(add("lamp"))
    for path in list(file.parent.iterdir()):
        path.unlink()
    database.write(add("boat"))
    database.close()
    assert Database(file, schema()).read(words) == ["boat"]


def test_where_nothing_can_be_written_all_stays_in_memory(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("in the way")
    database = Database(tmp_path / "folder" / "words.db", schema())
    database.write(add("lamp"))
    assert database.read(words) == ["lamp"]
    assert database.in_memory
    assert "Nothing will be remembered" in database.problems[0]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs rights to be lacking")
def test_a_file_that_may_only_be_read_is_read_and_left(file: Path) -> None:
    database = Database(file, schema())
    database.write(add("lamp"))
    database.close()
    file.chmod(0o400)
    file.parent.chmod(0o500)
    try:
        readonly = Database(file, schema())
        readonly.write(add("boat"))
        assert readonly.read(words) == ["lamp", "boat"]
        assert readonly.problems
    finally:
        file.parent.chmod(0o700)


def test_where_the_log_cannot_be_written_what_was_kept_is_still_read(file: Path) -> None:
    database = Database(file, schema())
    database.write(add("lamp"))
    database.close()
    file.with_name("words.db-wal").mkdir()
    stuck = Database(file, schema())
    stuck.write(add("boat"))
    assert stuck.read(words) == ["lamp", "boat"]
    assert stuck.in_memory
    assert stuck.problems
    file.with_name("words.db-wal").rmdir()
    assert Database(file, schema()).read(words) == ["lamp"]


def test_a_disk_that_is_full_is_a_sentence_and_what_was_there_stays(file: Path) -> None:
    database = Database(file, schema())
    database.write(add("lamp"))
    database.read(lambda c: c.execute("PRAGMA max_page_count=1").fetchone())
    with pytest.raises(PathError, match=r"cannot be used \(.*full\)"):
        database.write(lambda c: [add("x" * 9000)(c) for _ in range(99)])
    assert database.read(words) == ["lamp"]


def test_a_change_that_fails_is_not_made_at_all(file: Path) -> None:
    database = Database(file, schema())

    def change(connection: sqlite3.Connection) -> None:
        add("lamp")(connection)
        raise KeyError("lamp")

    with pytest.raises(KeyError):
        database.write(change)
    assert database.read(words) == []
    database.write(add("boat"))
    assert database.read(words) == ["boat"]


def test_a_file_that_somebody_else_is_writing_is_tried_again_and_not_given_up(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.state.connection.PATIENCE", 0.01)
    file.parent.mkdir()
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    database = Database(file, schema())
    with pytest.raises(PathError, match="another program is writing"):
        database.write(add("lamp"))
    assert database.problems == ()
    holder.execute("ROLLBACK")
    holder.close()
    database.write(add("boat"))
    database.close()
    assert Database(file, schema()).read(words) == ["boat"]


def test_a_file_that_another_reader_has_made_meanwhile_is_not_set_aside(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.parent.mkdir()
    file.write_text("not a database")

    def mended_meanwhile(error: BaseException) -> bool:
        if file.read_bytes().startswith(b"not"):
            file.rename(file.with_name("elsewhere"))
            other = Database(file, schema())
            other.write(add("lamp"))
            other.close()
        return True

    monkeypatch.setattr("tui_reader.state.database.is_damaged", mended_meanwhile)
    database = Database(file, schema())
    assert database.read(words) == ["lamp"]
    assert database.problems == ()


def test_setting_aside_takes_no_name_that_leads_somewhere(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("not a database")
    file.with_name("words.damaged-1.db").symlink_to("nowhere")
    Database(file, schema()).read(words)
    assert file.with_name("words.damaged-1.db").is_symlink()
    assert file.with_name("words.damaged-2.db").read_text() == "not a database"
