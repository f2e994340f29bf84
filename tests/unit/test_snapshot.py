"""Through the library, as it is used: files, a cache folder, and a second start."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui_reader import loading
from tui_reader.library import Batch, Library
from tui_reader.library import library as library_module
from tui_reader.library import opening as opening_module
from tui_reader.library import snapshot as snapshot_module
from tui_reader.library.sources import Stamp, stamp
from tui_reader.query import parse

OLD = 1_600_000_000


def talk(words: str) -> str:
    return f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Emil>{words}\n"


def write(path: Path, words: str, *, at: int = OLD) -> None:
    path.write_text(talk(words), encoding="utf-8")
    os.utime(path, (at, at))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder. However small a library is it goes there, and no file is too new."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(library_module, "ALONE", -1)
    monkeypatch.setattr("tui_reader.library.sources._TICK", -1)
    return tmp_path / "cache" / "tui-reader"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    for name, words in [("a", "the mill"), ("b", "the river"), ("c", "the bridge")]:
        write(folder / f"{name}.vtt", words)
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that have been read, in the order they were."""
    names: list[str] = []
    load = loading.load

    def noted(path: Path, *, named: bool) -> object:
        names.append(path.name)
        return load(path, named=named)

    monkeypatch.setattr(opening_module, "load", noted)
    return names


def started(*paths: Path) -> Library:
    library = Library(paths, kept=True)
    for _ in library.build():
        pass
    return library


def says(library: Library, query: str) -> list[str]:
    found = library.index.search(parse(query), about=library.about)
    return sorted(library[hits.episode].path.name for hits in found)


@pytest.mark.usefixtures("cache")
def test_a_second_start_reads_nothing_and_finds_the_same(shelf: Path, read: list[str]) -> None:
    first = started(shelf)
    assert read == ["a.vtt", "b.vtt", "c.vtt"]
    second = started(shelf)
    assert len(read) == 3
    assert second.episodes == first.episodes
    assert says(second, "river") == ["b.vtt"]
    assert second.index.turn(1, 0) == first.index.turn(1, 0)


@pytest.mark.usefixtures("cache")
def test_however_the_same_folder_is_named(
    shelf: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    started(shelf)
    monkeypatch.chdir(shelf.parent)
    library = started(Path("shelf"))
    assert len(read) == 3
    assert library[0].path == Path("shelf/a.vtt")


@pytest.mark.usefixtures("cache")
def test_only_what_has_changed_is_read_again(shelf: Path, read: list[str]) -> None:
    write(shelf / "0.vtt", "the dam")
    started(shelf)
    read.clear()
    write(shelf / "b.vtt", "the flood", at=OLD + 1)
    write(shelf / "d.vtt", "the ford")
    (shelf / "c.vtt").unlink()
    library = started(shelf)
    assert sorted(read) == ["b.vtt", "d.vtt"]
    assert says(library, "the") == ["0.vtt", "a.vtt", "b.vtt", "d.vtt"]
    assert says(library, "river") == says(library, "bridge") == []
    assert says(library, "flood") == ["b.vtt"]
    read.clear()
    assert says(started(shelf), "flood OR ford") == ["b.vtt", "d.vtt"]
    assert read == []


@pytest.mark.usefixtures("cache")
def test_the_last_file_of_a_shard_may_be_gone(shelf: Path, read: list[str]) -> None:
    started(shelf)
    (shelf / "c.vtt").unlink()
    for _ in range(2):
        assert says(started(shelf), "the") == says(started(shelf), "-dam") == ["a.vtt", "b.vtt"]
    assert len(read) == 3


@pytest.mark.usefixtures("cache")
def test_a_change_that_keeps_size_and_time_is_seen(shelf: Path, read: list[str]) -> None:
    started(shelf)
    read.clear()
    write(shelf / "b.vtt", "the fleet")
    assert says(started(shelf), "fleet") == ["b.vtt"]
    assert read == ["b.vtt"]


@pytest.mark.usefixtures("cache")
def test_a_link_that_leads_to_the_twin_of_its_file_is_seen(tmp_path: Path, shelf: Path) -> None:
    for name in ("hill", "lake"):
        write(tmp_path / f"{name}.vtt", f"the {name}")
    link = shelf / "link.vtt"
    for name in ("hill", "lake"):
        link.symlink_to(tmp_path / f"{name}.vtt")
        assert says(started(shelf), name) == ["link.vtt"]
        link.unlink()


@pytest.mark.usefixtures("cache")
def test_a_file_that_was_moved_is_where_it_is_now(shelf: Path) -> None:
    started(shelf)
    (shelf / "old").mkdir()
    shutil.move(shelf / "b.vtt", shelf / "old" / "z.vtt")
    library = started(shelf)
    assert says(library, "river") == ["z.vtt"]
    assert [episode.title for episode in library.episodes] == ["a", "c", "z"]


@pytest.mark.usefixtures("cache")
def test_a_file_that_cannot_be_read_is_tried_again(shelf: Path, read: list[str]) -> None:
    (shelf / "b.vtt").write_bytes(b"")
    started(shelf)
    read.clear()
    assert [bool(episode.error) for episode in started(shelf).episodes] == [False, True, False]
    assert read == ["b.vtt"]


def texts(shelf: Path, **files: str) -> None:
    for name, words in files.items():
        path = shelf / name.replace("_", ".")
        path.write_text(words, encoding="utf-8")
        os.utime(path, (OLD, OLD))


@pytest.mark.usefixtures("cache")
def test_an_episode_of_several_files_is_kept_whole(shelf: Path, read: list[str]) -> None:
    texts(shelf, b_md="---\ntitle: Down the river\nshow: Waters\n---\nNotes.\n", b_txt="the river")
    first = started(shelf)
    assert sorted(read) == ["a.vtt", "b.md", "b.txt", "b.vtt", "c.vtt"]
    read.clear()
    second = started(shelf)
    assert read == []
    assert second.episodes == first.episodes
    assert says(second, "river") == ["b.vtt"]
    assert (second.episodes[1].title, len(second.episodes[1].others)) == ("Down the river", 2)


@pytest.mark.usefixtures("cache")
def test_a_file_that_comes_goes_or_changes_has_its_episode_read_again(
    shelf: Path, read: list[str]
) -> None:
    started(shelf)
    for change in ("new", "other", None):
        read.clear()
        if change is None:
            (shelf / "b.md").unlink()
        else:
            texts(shelf, b_md=f"---\ntitle: The {change} river\nshow: Waters\n---\nNotes.\n")
        titles = [episode.title for episode in started(shelf).episodes]
        assert titles == ["a", f"The {change} river" if change else "b", "c"]
        assert sorted(read) == (["b.md", "b.vtt"] if change else ["b.vtt"])


@pytest.mark.usefixtures("cache")
def test_two_episodes_that_are_called_alike_are_kept(shelf: Path, read: list[str]) -> None:
    texts(shelf, b_txt="Call that plumber about a leaking tap tomorrow.")
    first = started(shelf)
    assert len(first) == 4
    read.clear()
    second = started(shelf)
    assert read == []
    assert second.episodes == first.episodes
    assert says(second, "plumber") == ["b.txt"]


@pytest.mark.usefixtures("cache")
def test_what_is_no_transcript_is_not_looked_into_again(shelf: Path, read: list[str]) -> None:
    texts(shelf, b_json='{"name": "river"}', package_json='{"name": "mill"}')
    first = started(shelf)
    assert len(first.strangers) == 2
    read.clear()
    second = started(shelf)
    assert read == []
    assert sorted(second.strangers) == sorted(first.strangers)
    assert second.episodes == first.episodes
    assert says(second, "river") == ["b.vtt"]


def damaged(cache: Path) -> Iterator[None]:
    """Every way in which what is kept can be other than it was."""
    (contents,) = cache.glob("*/contents.json")
    shards = list(cache.glob("*/*.shard"))
    whole = contents.read_bytes()
    for other in (b"", b"{}", b"[]", b"null", whole[: len(whole) // 2], b"[" * 100_000):
        contents.write_bytes(other)
        yield
    seal, _, written = whole.partition(b"\n")
    others: list[object] = [[], [[]], [["/x", 1, 2, 3, 4]], 7]
    for values in others:
        strange = json.loads(written)
        strange["files"] = values
        contents.write_bytes(seal + b"\n" + json.dumps(strange).encode())
        yield
    for other in (whole.replace(b"Emil", b"Emma"), whole.replace(b"1, ", b"2, "), written):
        contents.write_bytes(other)
        yield
    for shard in shards:
        if shard.exists():
            content = bytearray(shard.read_bytes())
            content[len(content) // 2] ^= 0xFF
            shard.write_bytes(content)
            yield
            shard.write_bytes(b"")
            yield
            shard.unlink()
            yield


def test_what_is_damaged_or_foreign_is_made_anew(shelf: Path, cache: Path, read: list[str]) -> None:
    before = started(shelf).episodes
    for _ in damaged(cache):
        read.clear()
        library = started(shelf)
        assert library.episodes == before
        assert says(library, "river") == ["b.vtt"]
        assert sorted(read) == ["a.vtt", "b.vtt", "c.vtt"]
        read.clear()
        assert started(shelf).episodes == before
        assert read == [], "and it is kept again"


def test_another_version_of_the_program_reads_anew(
    shelf: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    started(shelf)
    monkeypatch.setattr(snapshot_module, "program", lambda: "a newer one")
    read.clear()
    started(shelf)
    assert sorted(read) == ["a.vtt", "b.vtt", "c.vtt"]


def test_nothing_is_kept_unless_it_is_wanted(shelf: Path, cache: Path) -> None:
    library = Library([shelf])
    assert len(list(library.build())) == 1
    assert not cache.exists()


def test_a_small_library_is_not_worth_it(
    shelf: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "ALONE", 1_000_000)
    started(shelf)
    assert not cache.exists()


def test_a_cache_that_cannot_be_written_is_told_and_costs_nothing(shelf: Path, cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_bytes(b"a file where the folder should be")
    library = started(shelf)
    assert "cannot be kept" in library.notice
    assert says(library, "river") == ["b.vtt"]
    assert started(shelf).episodes == library.episodes


def test_a_full_disk_leaves_no_half_written_file(
    shelf: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    library = started(shelf)
    assert "No space left on device" in library.notice
    assert says(library, "river") == ["b.vtt"]
    assert [path for path in cache.rglob("*") if path.is_file()] == []


def test_two_readers_on_one_library_harm_nothing(shelf: Path, cache: Path, read: list[str]) -> None:
    one, other = Library([shelf], kept=True), Library([shelf], kept=True)
    building = [one.build(), other.build()]
    batches: list[Batch] = [next(each) for each in building]
    write(shelf / "b.vtt", "the flood", at=OLD + 5)
    assert [list(each) for each in building] == [[], []]
    assert len(batches) == 2
    assert says(one, "river") == says(other, "river") == ["b.vtt"]
    assert says(started(shelf), "flood") == ["b.vtt"]


def test_what_nothing_refers_to_any_more_goes_after_a_while(
    shelf: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(shelf)
    (before,) = cache.glob("*/*.shard")
    for name in ("a", "b", "c"):
        write(shelf / f"{name}.vtt", f"another {name}", at=OLD + 9)
    started(shelf)
    assert before.exists(), "another reader may be about to load it"
    os.utime(before, (OLD, OLD))
    write(shelf / "d.vtt", "the ford")
    started(shelf)
    assert not before.exists()


def test_libraries_that_nobody_opens_any_more_go(tmp_path: Path, shelf: Path, cache: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write(other / "o.vtt", "other words")
    started(other)
    (unused,) = cache.iterdir()
    for path in (*unused.iterdir(), unused):
        os.utime(path, (OLD, OLD))
    started(shelf)
    assert not unused.exists()
    assert len(list(cache.iterdir())) == 1


def test_many_small_shards_become_one(
    shelf: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_module, "_MANY", 3)
    for number in range(4):
        write(shelf / f"more {number}.vtt", f"more {number}")
        started(shelf)
    (contents,) = cache.glob("*/contents.json")
    assert len(json.loads(contents.read_bytes().partition(b"\n")[2])["shards"]) < 3
    assert len(says(started(shelf), "more")) == 4


def test_a_file_just_written_is_not_trusted(tmp_path: Path) -> None:
    path = tmp_path / "new"
    path.write_text("words")
    fresh = stamp(path)
    assert fresh is not None
    assert not fresh.settled
    assert stamp(tmp_path / "gone") is None
    assert Stamp(1, 2, 3, 4) == Stamp(1, 2, 3, 4)
