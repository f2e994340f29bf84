import gzip
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
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
from tui_reader.library import reading as reading_module
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
    def stumbling(path: Path, *, named: bool) -> Loaded:
        if path.name.startswith("2"):
            raise ZeroDivisionError("a slip")
        return load(path, named=named)

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


BEANS = """\
WEBVTT

00:01.000 --> 00:05.000
The beans are in flower.

00:06.000 --> 00:09.000
The squash is still to be sown.
"""
BEANS_POST = "---\ntitle: Beans\nshow: Garden hour\n---\n\nA talk about beans.\n"
BEANS_TEXT = "The beans are in flower. The squash is still to be sown.\n"


def write(folder: Path, **files: str) -> None:
    """Files called `beans`, by their endings."""
    for ending, content in files.items():
        (folder / f"beans.{ending.replace('_', '.')}").write_text(content, encoding="utf-8")


def test_files_of_one_episode_are_one_and_found_once(tmp_path: Path) -> None:
    write(tmp_path, md=BEANS_POST, txt=BEANS_TEXT, vtt=BEANS)
    library = built(tmp_path)
    (beans,) = library.episodes
    assert beans.path.name == "beans.vtt"
    assert {path.name for path in beans.others} == {"beans.md", "beans.txt"}
    assert (beans.title, beans.metadata.show) == ("Beans", "Garden hour")
    assert len(library.index.hits(parse("flower"), beans.number, about=library.about)) == 1


def test_what_is_opened_is_what_was_indexed_and_the_others_are_there_too(tmp_path: Path) -> None:
    write(tmp_path, md=BEANS_POST, txt=BEANS_TEXT, vtt=BEANS)
    library = built(tmp_path)
    (beans,) = library.episodes
    whole = library.open(beans).transcript
    assert len(whole.turns) == beans.turns
    assert (whole.metadata.title, "about beans" in whole.notes) == ("Beans", True)
    text = library.open(beans, tmp_path / "beans.txt").transcript
    assert not text.timed
    assert "squash" in text.turns[0].text


def test_workers_join_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, md=BEANS_POST, vtt=BEANS, pl_vtt=BEANS.replace("beans", "fasole"))
    (tmp_path / "notes.md").write_text("Call the plumber about that leaking tap.")
    (tmp_path / "notes.vtt").write_text(BEANS)
    here = built(tmp_path)
    assert [episode.number for episode in here.episodes] == [0, 3, 4]
    monkeypatch.setattr(workers, "ALONE", -1)
    assert built(tmp_path).episodes == here.episodes


def test_one_of_several_files_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path, srt="", vtt=BEANS)
    library = built(tmp_path)
    (beans,) = library.episodes
    assert (beans.path.name, beans.error, beans.problems) == ("beans.vtt", None, 1)
    assert [path.name for path in beans.others] == ["beans.srt"]
    problem = library.open(beans).transcript.problems[0]
    assert "beans.srt is empty: read without it" in problem.message


def test_a_deadly_file_costs_none_of_those_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reading_here(
        task: Callable[..., object],
        pack: Callable[..., object],
        files: Iterable[tuple[int, tuple[Path, ...]]],
        *_: object,
        lost: Callable[..., object],
        **__: object,
    ) -> Iterator[object]:
        """As workers do, where `beans.md` is one that no process survives."""
        for number, paths in files:
            deadly = any(path.name == "beans.md" for path in paths)
            yield pack([lost(number, paths, "broke it") if deadly else task(number, paths)])

    monkeypatch.setattr(reading_module, "packed", reading_here)
    monkeypatch.setattr(
        reading_module,
        "each",
        lambda task, files, stopped, lost: reading_here(task, list, files, lost=lost),
    )
    write(tmp_path, md=BEANS_POST, srt="", vtt=BEANS)
    library = built(tmp_path)
    errors = {episode.path.name: episode.error for episode in library.episodes}
    assert "broke it" in (errors.pop("beans.md") or "")
    assert "is empty" in (errors.pop("beans.srt") or "")
    assert errors == {"beans.vtt": None}
    assert [library[number].path.name for number in has(library, "flower")] == ["beans.vtt"]


def test_of_files_that_cannot_be_read_each_says_why(tmp_path: Path) -> None:
    write(tmp_path, md="", vtt="WEBVTT\n")
    markdown, captions = sorted(built(tmp_path).episodes, key=lambda episode: episode.path.name)
    assert "beans.md is empty" in (markdown.error or "")
    assert "beans.vtt holds no words" in (captions.error or "")
    assert markdown.others == captions.others == ()


def test_what_a_folder_says_about_itself_is_no_episode(tmp_path: Path) -> None:
    write(tmp_path, vtt=BEANS)
    for name in ("README.md", "LICENSE.txt", "requirements-dev.txt", "robots.txt"):
        (tmp_path / name).write_text("Words about the allotment, and how to get there.")
    library = built(tmp_path)
    assert [episode.path.name for episode in library.episodes] == ["beans.vtt"]
    assert len(library.strangers) == 4
    assert built(tmp_path / "README.md").episodes[0].error is None, "it was named"
    (tmp_path / "README.md").write_text("**Ada:** How are the beans?\n\n**Bo:** In flower.\n")
    assert len(built(tmp_path).episodes) == 2, "somebody talks in it"


def test_files_that_are_no_transcripts_are_strangers_and_not_found(tmp_path: Path) -> None:
    write(tmp_path, vtt=BEANS, json='{"beans": "squash"}')
    (tmp_path / "package.json").write_text('{"name": "beans"}')
    batches = list((library := Library([tmp_path])).build())
    assert batches[-1].done == batches[-1].total == 2
    assert sorted(path.name for path, _ in library.strangers) == ["beans.json", "package.json"]
    assert all("no transcript" in reason for _, reason in library.strangers)
    (beans,) = library.episodes
    assert beans.others == ()
    assert has(library, "beans") == [beans.number]


def test_a_library_of_strangers_says_so(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('{"name": "beans"}')
    assert "one.json" in built(tmp_path).left_out[0].message
    (tmp_path / "two.json").write_text('{"name": "beans"}')
    assert "None of the 2 files" in built(tmp_path).left_out[0].message


def test_a_file_that_is_named_is_read_whatever_it_holds(tmp_path: Path) -> None:
    write(tmp_path, vtt=BEANS, json='{"beans": "squash"}')
    library = built(tmp_path / "beans.json")
    assert [episode.path.name for episode in library.episodes] == ["beans.json"]
    assert library.strangers == ()


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


def others(library: Library, number: int) -> set[str]:
    return {path.name for path in library[number].others}


def test_a_file_that_joins_an_episode_leaves_it_its_number(tmp_path: Path) -> None:
    write(tmp_path, vtt=BEANS)
    with watched(tmp_path) as (library, batches):
        write(tmp_path, md=BEANS_POST)
        until(batches, lambda: others(library, 0) == {"beans.md"})
        assert titles(library) == ["Beans"]
        write(tmp_path, srt="1\n00:00:01,000 --> 00:00:05,000\nADA: The beans are in flower.\n")
        until(batches, lambda: len(others(library, 0)) == 2)
        assert has(library, "flower") == [0]


def test_the_episode_goes_on_without_its_main_file(tmp_path: Path) -> None:
    write(tmp_path, md=BEANS_POST, txt=BEANS_TEXT, vtt=BEANS)
    with watched(tmp_path) as (library, batches):
        (tmp_path / "beans.vtt").unlink()
        until(batches, lambda: library[0].path.name == "beans.txt")
        assert has(library, "flower") == [0]
        (tmp_path / "beans.md").unlink()
        until(batches, lambda: library[0].others == ())
        assert titles(library) == ["beans"]
        write(tmp_path, md=BEANS_POST, vtt=BEANS)
        until(batches, lambda: len(others(library, 0)) == 2)
        assert has(library, "flower") == [0]
        assert len(library) == 1


def test_a_file_that_becomes_another_talk_leaves_the_episode(tmp_path: Path) -> None:
    write(tmp_path, txt=BEANS_TEXT, vtt=BEANS)
    with watched(tmp_path) as (library, batches):
        write(tmp_path, txt="Call that plumber about a leaking tap tomorrow.\n")
        until(batches, lambda: len(library) == 2)
        assert (has(library, "flower"), has(library, "plumber") != [0]) == ([0], True)
        assert library[0].path.name == "beans.vtt"
        write(tmp_path, txt=BEANS_TEXT)
        until(batches, lambda: len(library) == 1)
        assert has(library, "plumber") == []
        assert has(library, "flower") == [0]


def test_a_packed_file_is_noticed(tmp_path: Path) -> None:
    write(tmp_path, vtt=BEANS)
    with watched(tmp_path) as (library, batches):
        (tmp_path / "frost.vtt.gz").write_bytes(gzip.compress(BEANS.encode()))
        until(batches, lambda: len(library) == 2)
        assert has(library, "flower") == [0, 1]


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
