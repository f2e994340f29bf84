"""Writing what one reads to a file, from the screen."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from tests.ui.screen import Reader, reading
from tui_reader.loading import load


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def name(reader: Reader, text: str) -> None:
    """Put another name into the prompt."""
    reader.app.screen.query_one(Input).value = ""
    await reader.paste(text)


async def test_a_form_is_chosen_and_the_file_goes_to_the_current_folder(
    shelf: Path, desk: Path
) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.press("E")
        await reader.shows("WebVTT   captions with voices")
        await reader.shows("2024-05-03-lighthouse.md")
        frame = reader.app.screen.query_one("#export")
        assert str(frame.border_subtitle) == f"in {desk}"
        await name(reader, "..")
        assert str(frame.border_subtitle) == f"in {desk.parent}"
        await name(reader, "2024-05-03-lighthouse.md")
        await reader.press("down", "down", "down")
        await reader.shows("2024-05-03-lighthouse.srt")
        await reader.press("enter")
        await reader.says(f"Exported to {desk}")
    assert [file.name for file in desk.iterdir()] == ["2024-05-03-lighthouse.srt"]
    assert load(desk / "2024-05-03-lighthouse.srt").transcript.speakers == ("Mara", "Tobias", "Wen")


async def test_an_ending_that_is_typed_is_the_form(shelf: Path, desk: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        await reader.press("E")
        await name(reader, "bread.html")
        await reader.press("enter")
        await reader.says("Exported to /")
    assert "<h1>#12 Bread before dawn</h1>" in (desk / "bread.html").read_text()


async def test_what_is_there_is_written_over_only_when_asked_twice(shelf: Path, desk: Path) -> None:
    mine = desk / "mine.txt"
    mine.write_text("Mine.")
    async with reading(shelf / "bakery.md") as reader:
        await reader.press("E")
        await name(reader, "mine.txt")
        await reader.press("enter")
        await reader.shows("mine.txt is there already: Enter once more writes over it.")
        assert mine.read_text() == "Mine."
        await reader.press("escape")
        await reader.press("E")
        await name(reader, "mine.txt")
        await reader.press("enter", "enter")
        await reader.says("Exported to /")
    assert "Nobody feeds me at four." in mine.read_text()


async def test_a_name_that_is_taken_is_not_proposed(shelf: Path, desk: Path) -> None:
    (desk / "bakery.md").write_text("Another.")
    async with reading(shelf / "bakery.md") as reader:
        await reader.press("E")
        await reader.shows("bakery 2.md")


async def test_nothing_is_proposed_beside_the_transcripts(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shelf)
    (tmp_path / "home").mkdir(exist_ok=True)
    async with reading(shelf) as reader:
        await reader.press("E")
        await reader.shows("~/bakery.md")


async def test_captions_are_not_offered_without_times(shelf: Path, desk: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        await reader.press("E")
        await reader.shows("Markdown")
        assert "WebVTT" not in reader.text
        assert "SubRip" not in reader.text


async def test_what_cannot_be_written_is_told(shelf: Path, desk: Path) -> None:
    (desk / "file").write_text("")
    async with reading(shelf / "bakery.md") as reader:
        await reader.press("E")
        await name(reader, "file/bread.md")
        await reader.press("enter")
        await reader.says("file/bread.md cannot be written")


async def test_enter_pressed_twice_writes_once(shelf: Path, desk: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        await reader.press("E")
        await reader.shows("Markdown")
        for _ in range(2):
            reader.app.post_message(events.Key("enter", "\r"))
        await reader.says("Exported to")
    assert len(list(desk.iterdir())) == 1


async def test_escape_writes_nothing(shelf: Path, desk: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        await reader.press("E")
        await reader.shows("Markdown")
        await reader.press("escape")
    assert list(desk.iterdir()) == []


async def test_forty_columns_are_enough(shelf: Path, desk: Path) -> None:
    async with reading(shelf / "bakery.md", (40, 20)) as reader:
        await reader.press("tab", "E")
        await reader.shows("Markdown")
        await reader.press("enter")
        await reader.says("Exported to")
