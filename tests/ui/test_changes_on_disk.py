"""Files that change while one reads."""

from pathlib import Path

import pytest

from tests.ui.screen import Reader, reading
from tui_reader.library import library
from tui_reader.request import Opening
from tui_reader.ui import episode_list

FIRST = "00:00.000 --> 00:00.500\n<v Eve>A new first turn.\n\n"


def without_scrollbar(reader: Reader) -> list[str]:
    return [row.rstrip(" ▁▂▃▄▅▆▇█") for row in reader.lines(reader.page)]


async def test_words_stay_where_they_are_though_the_file_has_changed(shelf: Path) -> None:
    path = shelf / "2024-05-03-lighthouse.vtt"
    async with reading(shelf, at=Opening(path)) as reader:
        await reader.go("#20")
        await reader.press("j", "j", "j")
        rows = without_scrollbar(reader)
        head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
        path.write_text(f"{head}\n\n{FIRST}{rest}", encoding="utf-8")
        await reader.until(lambda: "/62" in reader.status, "one turn more")
        await reader.until(lambda: without_scrollbar(reader) == rows, "the very rows")
        assert "indexing" not in reader.status


async def test_episodes_come_and_go_in_the_list(shelf: Path) -> None:
    async with reading(shelf) as reader:
        new = shelf / "2025-01-01-newcomer.txt"
        new.write_text("Ann: Hello.\n\nBob: Hello.\n", encoding="utf-8")
        await reader.shows("newcomer")
        new.rename(shelf / "2025-01-01-latecomer.txt")
        await reader.shows("latecomer")
        assert "newcomer" not in "\n".join(reader.lines(reader.episodes))


async def test_a_search_takes_in_what_has_changed(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("storm")
        await reader.until(lambda: reader.counter.startswith("1/2"), "two hits")
        path = shelf / "2025-01-01-newcomer.txt"
        path.write_text("Ann: Another storm.\n\nBob: Hello.\n", encoding="utf-8")
        await reader.until(lambda: "/3 in 3" in reader.counter, "a hit more")
        path.unlink()
        await reader.until(lambda: "/2 in 2" in reader.counter, "a hit less")


async def test_a_file_that_goes_can_be_read_to_its_end(shelf: Path) -> None:
    path = shelf / "2024-05-03-lighthouse.vtt"
    async with reading(shelf, at=Opening(path)) as reader:
        path.unlink()
        await reader.says("is gone")
        await reader.go("#20")
        assert "Watch 19" in reader.words
        assert "lighthouse" not in "\n".join(reader.lines(reader.episodes))


async def test_the_open_episode_is_read_on_where_its_folder_goes(shelf: Path) -> None:
    old, new = shelf / "old", shelf / "new"
    old.mkdir()
    for path in (path for path in shelf.iterdir() if path.is_file()):
        path.rename(old / path.name)
    async with reading(shelf) as reader:
        await reader.press("enter", "J")
        await reader.opens("The keepers of the rock")
        await reader.go("#20")
        told: list[str] = []
        reader.main.status.watch(reader.main.status, "message", told.append, init=False)
        rows = without_scrollbar(reader)
        old.rename(new)
        await reader.until(lambda: is_below(reader, new), "the episodes in the new folder")
        assert not any("gone" in sentence for sentence in told)
        assert without_scrollbar(reader) == rows
        assert "▸ The keepers" in "\n".join(reader.lines(reader.episodes))
        await reader.press("J")
        await reader.opens("meeting")
        await reader.press("ctrl+o", "ctrl+o", "ctrl+o")
        await reader.opens("#12 Bread before dawn")


CAPTIONS = (
    "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Mara>The oven is lit at three.\n\n"
    "00:05.000 --> 00:09.000\n<v Wen>And the bread is out by six.\n"
)
POST = "---\ntitle: Bread\ntags: [rye]\n---\nHow a bakery spends the night.\n"


async def test_captions_that_come_to_a_post_are_read_with_it(tmp_path: Path) -> None:
    (tmp_path / "talk.md").write_text(POST)
    async with reading(tmp_path) as reader:
        await reader.opens("Bread")
        (tmp_path / "talk.vtt").write_text(CAPTIONS)
        await reader.shows("The oven is lit at three.")
        assert "How a bakery spends the night." in reader.text
        assert reader.main.opened and reader.main.opened.path.name == "talk.vtt"
        (tmp_path / "talk.md").unlink()
        await reader.until(lambda: "How a bakery" not in reader.text, "the captions alone")
        assert "The oven is lit at three." in reader.text


async def test_a_file_that_comes_when_all_else_is_gone_is_in_the_list(tmp_path: Path) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(CAPTIONS)
    async with reading(tmp_path) as reader:
        await reader.opens("talk")
        path.unlink()
        await reader.says("is gone")
        (tmp_path / "minutes.txt").write_text("Ann: Hello.\n\nBob: Hello.\n")
        await reader.shows("minutes")
        await reader.press("tab", "G", "enter")
        await reader.opens("minutes")


async def test_two_talks_that_are_called_alike_are_both_in_the_list(tmp_path: Path) -> None:
    (tmp_path / "notes.vtt").write_text(CAPTIONS)
    (tmp_path / "notes.md").write_text("# Monday\n\nThe boiler has to be looked at again.\n")
    async with reading(tmp_path) as reader:
        await reader.shows("Episodes ─ 2")
        assert "Monday" in "\n".join(reader.lines(reader.episodes))


def is_below(reader: Reader, folder: Path) -> bool:
    shown = reader.episodes.shown
    return len(shown) == 3 and all(episode.path.parent == folder for episode in shown)


async def test_a_long_list_says_how_many_episodes_it_has_once_they_are_in_it(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(episode_list, "_LONG", 1)
    async with reading(shelf) as reader:
        await reader.shows("Episodes ─ 3")
        (shelf / "2025-01-01-newcomer.txt").write_text("Ann: Hello.\n\nBob: Hello.\n")
        await reader.shows("Episodes ─ 4")


async def test_a_long_list_is_in_order_before_its_first_episode_is_opened(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(episode_list, "_LONG", 1)
    monkeypatch.setattr(episode_list, "_ARRANGE_AFTER", 1_000)
    monkeypatch.setattr(library, "_LOT_BYTES", (1, 1))
    async with reading(shelf) as reader:
        await reader.shows("Episodes ─ 3")
        assert reader.open_title.startswith(reader.titles[0])
