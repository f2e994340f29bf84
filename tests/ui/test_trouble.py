"""Files that cannot be read, folders with nothing in them, and work that breaks."""

from pathlib import Path

import pytest

from tests.ui.screen import reading, wait_until
from tui_reader.errors import PathError
from tui_reader.request import ReadRequest
from tui_reader.ui import searching
from tui_reader.ui.app import ReaderApp


async def test_a_bad_file_is_listed_with_its_reason_and_the_others_read(shelf: Path) -> None:
    (shelf / "noise.vtt").write_bytes(bytes(range(256)) * 40)
    (shelf / "nothing.txt").write_bytes(b"")
    async with reading(shelf, (140, 30)) as reader:
        assert len(reader.titles) == 5
        listed = "\n".join(reader.lines(reader.episodes))
        assert "noise.vtt" in listed
        assert "nothing.txt" in listed
        await reader.press("G", "enter")
        await reader.until(lambda: "nothing.txt" in reader.text, "the file")
        await reader.until(lambda: "empty" in reader.text, "the reason")
        await reader.press("k")
        await reader.until(lambda: "not text." in reader.words, "the other reason")
        for key in ("}", "g", "y", "Y", "o", "T", "n", "space", "slash", "escape"):
            await reader.press(key)
        assert reader.app.is_running
        await reader.press("home", "enter")
        await reader.opens("#12 Bread before dawn")
        assert "What bakers say" in reader.words


async def test_a_file_that_goes_away_says_so_when_it_is_opened(shelf: Path) -> None:
    async with reading(shelf) as reader:
        (shelf / "2024-05-03-lighthouse.vtt").unlink()
        await reader.press("j")
        await reader.shows("There is no file")
        assert "What bakers say" not in reader.text, "no words of another episode stand there"
        await reader.press("j")
        await reader.opens("meeting")


async def test_a_folder_without_transcripts_ends_with_a_sentence(tmp_path: Path) -> None:
    app = ReaderApp(ReadRequest((tmp_path,)))
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: not app.is_running, "the end")
    assert app.return_value is not None
    assert str(tmp_path) in app.return_value


async def test_a_path_that_went_away_is_told(shelf: Path) -> None:
    async with reading([shelf, shelf / "gone.vtt"]) as reader:
        await reader.says("There is no ")  # and where, as far as there is room for a path
        assert len(reader.titles) == 3


async def test_what_breaks_in_the_background_is_told(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(shelf) as reader:

        def breaks(*_: object, **more: object) -> None:
            raise RuntimeError("[bold]no[/] such luck")

        monkeypatch.setattr(searching, "run_search", breaks)
        await reader.press("slash", "x")
        await reader.says("RuntimeError: [bold]no[/] such luck")
        await reader.press("escape", "j")
        await reader.opens("The keepers of the rock")


async def test_a_theme_that_cannot_be_remembered_is_told(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui_reader import state

    def fails(_: object) -> None:
        raise PathError("The disk is full, so nothing will be remembered.")

    async with reading(shelf) as reader:
        monkeypatch.setattr(state, "update", fails)
        await reader.press("c")
        await reader.says("The disk is full")


async def test_what_was_wrong_in_a_file_is_told_by_its_line(tmp_path: Path) -> None:
    file = tmp_path / "talk.vtt"
    file.write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ilse>The kettle is on.\n\n"
        "00:xx --> 00:04.000\nnobody knows when\n\n00:05.000 --> 00:06.000\n<v Ilse>Tea.\n",
        encoding="utf-8",
    )
    async with reading(file) as reader:
        await reader.shows("1 problem in the file")
        await reader.press("i")
        await reader.shows("6  a time that cannot be read")
        await reader.press("escape")
        await reader.until(lambda: "cannot be read" not in reader.text, "the page again")
        assert "nobody knows when" in reader.text, "its words are kept"
