import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

from tui_reader import workers
from tui_reader.errors import FormatError
from tui_reader.finding import STDIN
from tui_reader.index.shard import Shard
from tui_reader.library import Batch, Episode, Library
from tui_reader.library import library as library_module
from tui_reader.library import opening as opening_module
from tui_reader.loading import Loaded, load
from tui_reader.query import parse


def built(*paths: Path, stdin: bytes | None = None) -> Library:
    library = Library(paths, stdin)
    for _ in library.build():
        pass
    return library


def has(library: Library, query: str) -> list[int]:
    """The numbers of the episodes that have what is looked for."""
    found = library.index.search(parse(query), about=library.about)
    return sorted(hits.episode for hits in found)


def titles(library: Library) -> list[str]:
    return [episode.title for episode in library.episodes]


def test_an_episode_says_what_the_list_needs(folder: Path) -> None:
    kitchen = built(folder)[1]
    assert kitchen.title == "#7 Kitchen talk"
    assert kitchen.metadata.date == date(2024, 3, 9)
    assert [share.name for share in kitchen.shares] == ["Łucja Żak", "Bo"]
    assert (kitchen.turns, kitchen.timed, kitchen.duration) == (2, False, None)
    garden = built(folder)[0]
    assert (garden.turns, garden.timed, garden.duration) == (3, True, 74_000)


def test_numbers_follow_the_order_of_the_files(folder: Path) -> None:
    library = built(folder)
    assert [episode.number for episode in library.episodes] == [0, 1, 2]
    assert [episode.path.name[:2] for episode in library.episodes] == ["1 ", "2 ", "10"]
    assert len(library) == 3


def test_batches_count_up_to_the_number_of_files(folder: Path) -> None:
    batches = list(Library([folder]).build())
    assert batches[-1].done == batches[-1].total == 3
    assert sorted(episode.number for batch in batches for episode in batch.episodes) == [0, 1, 2]


def test_what_has_been_read_can_be_searched_by_its_number(folder: Path) -> None:
    library = built(folder)
    assert has(library, "frost") == [0, 2]


def test_workers_come_to_the_same_library(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = built(folder)
    monkeypatch.setattr(workers, "ALONE", -1)
    assert built(folder).episodes == here.episodes


def test_a_file_that_cannot_be_read_is_listed_with_the_reason(folder: Path) -> None:
    (folder / "3 empty.txt").write_bytes(b"")
    (folder / "4 binary.txt").write_bytes(bytes(range(256)) * 20)
    library = built(folder)
    assert len(library) == 5
    assert [episode.number for episode in library.episodes if episode.error] == [2, 3]
    empty = library[2]
    assert empty.title == "3 empty.txt"
    with pytest.raises(FormatError):
        library.open(empty)


def test_a_slip_in_a_parser_costs_one_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbling(path: Path) -> Loaded:
        if path.name.startswith("2"):
            raise ZeroDivisionError("a slip")
        return load(path)

    monkeypatch.setattr(opening_module, "load", stumbling)
    errors = [episode.error or "" for episode in built(folder).episodes]
    assert ["ZeroDivisionError" in error for error in errors] == [False, True, False]


def test_opening_reads_the_whole_transcript(folder: Path) -> None:
    library = built(folder)
    turns = library.open(library[2]).transcript.turns
    assert [turn.speaker for turn in turns] == ["Cleo", "Bo"]


def test_standard_input_is_an_episode_like_any_other(folder: Path) -> None:
    content = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Emil>Is this on?\n"
    library = built(STDIN, folder, stdin=content)
    assert len(library) == 4
    assert library[0].path == STDIN
    assert library.open(library[0]).transcript.turns[0].text == "Is this on?"
    assert has(library, "speaker:emil") == [0]


def test_what_could_not_be_walked_is_told(folder: Path) -> None:
    library = built(folder / "gone", folder)
    assert len(library) == 3
    assert ["gone" in error.message for error in library.left_out] == [True]


def test_a_closed_library_builds_no_further(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "_LOT_FILES", 1)
    library = Library([folder])
    building = library.build()
    assert len(next(building).episodes) == 1
    library.close()
    assert list(building) == []


def test_what_can_be_found_is_known(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "_LOT_FILES", 1)
    library = Library([folder])
    attach = library.index.attach
    unknown: list[int] = []

    def noted(shard: Shard, numbers: Sequence[int]) -> None:
        unknown.extend(number for number in numbers if number not in library._episodes)
        attach(shard, numbers)

    monkeypatch.setattr(library.index, "attach", noted)
    assert len(list(library.build())) == 3
    assert unknown == [], "a search by field would ask about them"
    library.close()


@contextmanager
def watched(folder: Path) -> Iterator[tuple[Library, Queue[Batch]]]:
    """A library that is built and then watched, and the batches that come of it."""
    library, batches = built(folder), Queue[Batch]()

    def watch() -> None:
        for batch in library.watch():
            batches.put(batch)

    thread = Thread(target=watch)
    thread.start()
    try:
        yield library, batches
    finally:
        library.close()
        thread.join()


def until(batches: Queue[Batch], holds: Callable[[], object]) -> None:
    """Take what comes until something holds."""
    while not holds():
        batches.get(timeout=10)


def test_what_changes_on_disk_is_taken_up(folder: Path) -> None:
    with watched(folder) as (library, batches):
        (folder / "3 pond.txt").write_text("Newts in the pond.\n\nAnd more newts.")
        until(batches, lambda: has(library, "newts"))
        (number,) = has(library, "newts")
        assert library[number].title == "3 pond"
        (folder / "3 pond.txt").write_text("Toads in the pond.")
        until(batches, lambda: has(library, "toads"))
        assert has(library, "toads") == [number], "it is the same episode"
        assert has(library, "newts") == []
        (folder / "3 pond.txt").unlink()
        until(batches, lambda: not has(library, "toads"))
        assert "3 pond" not in titles(library)
        assert library[number].title == "3 pond", "whoever reads it still knows what it is"


def are_in(library: Library, query: str, folder: str) -> bool:
    return [library[number].path.parent.name for number in has(library, query)] == [folder]


def test_a_folder_that_moves_takes_its_episodes_along(folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "pond.txt").write_text("Newts in the pond.")
    with watched(folder) as (library, batches):
        for before, after in pairwise(["old", "new", "S01.E02", "3rd.one"]):
            (folder / before).rename(folder / after)
            until(batches, partial(are_in, library, "newts", after))


def test_a_file_is_watched_by_its_name(folder: Path) -> None:
    with watched(folder / "1 garden.vtt") as (library, batches):
        draft = folder / "draft"
        for word in ("hail", "sleet"):
            draft.write_text(f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>{word} in June.\n")
            draft.replace(folder / "1 garden.vtt")  # as editors save
            until(batches, partial(has, library, word))
        assert has(library, "sleet") == [0]
        (folder / "1 garden.vtt").unlink()
        until(batches, lambda: not has(library, "sleet"))


def test_what_changed_before_anybody_watched_is_taken_up(folder: Path) -> None:
    library = built(folder)
    (folder / "1 garden.vtt").unlink()
    assert next(library.watch()).gone == (0,)
    library.close()


def test_a_title_is_never_empty() -> None:
    assert Episode(0, Path("dir/talk\x1b[2J.vtt")).title == "talk␛[2J.vtt"


def test_the_core_does_not_import_the_interface() -> None:
    code = """
import importlib, pkgutil, sys
import tui_reader
def take(package, prefix):
    for module in pkgutil.iter_modules(package.__path__, prefix):
        if module.name not in ("tui_reader.ui", "tui_reader.__main__"):
            taken = importlib.import_module(module.name)
            if module.ispkg:
                take(taken, module.name + ".")
take(tui_reader, "tui_reader.")
from tui_reader.formats import formats
formats()
print(*sorted(name for name in sys.modules if name.partition(".")[0] == "textual"))
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""
