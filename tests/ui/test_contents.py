"""The contents of an episode, to go to a part of it."""

from pathlib import Path

import pytest

from tests.ui.screen import Reader, reading
from tui_reader.ui.dialogs.contents import ContentsDialog


def panel(reader: Reader) -> list[str]:
    """The parts that are shown."""
    area = reader.app.screen.query_one("#contents-parts").region
    rows = (row[area.x : area.right].rstrip() for row in reader.rows[area.y : area.bottom])
    return [row for row in rows if row]


def cursor(reader: Reader) -> str:
    parts = reader.app.screen.query_one("#contents-parts")
    return panel(reader)[parts.listing.cursor].strip()  # type: ignore[attr-defined]


async def test_one_goes_to_a_part_and_back_again(shelf: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        before = reader.lines(reader.page)
        await reader.press("t")
        assert panel(reader) == [
            "▸ Notes", "    Links", "  Transcript", "    Transcript", "    The dough",
            "    The oven",
        ]  # fmt: skip
        await reader.press("pagedown", "pagedown", "enter")
        assert reader.here.startswith("The oven hums")
        await reader.press("t")
        assert cursor(reader) == "▸   The oven", "where one is"
        await reader.press("escape", "ctrl+o")
        assert reader.lines(reader.page) == before


async def test_what_is_typed_filters_and_escape_takes_it_back(shelf: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        await reader.burst("toven")
        assert panel(reader) == ["    The oven"]
        await reader.press("escape")
        assert len(panel(reader)) == 6
        await reader.press("escape")
        await reader.press("t", "slash", *"dough", "enter")
        assert reader.here.startswith("The dough is older")
        await reader.press("t", "slash", *"zzz", "enter")
        assert isinstance(reader.app.screen, ContentsDialog), "there is nothing to go to"
        await reader.press("escape", "escape")
        assert not isinstance(reader.app.screen, ContentsDialog)


async def test_the_cursor_moves_while_one_types(shelf: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        await reader.press("t", "slash", *"the", "down")
        assert cursor(reader).strip("▸ ") == "The oven"
        await reader.press("up", "enter")
        assert reader.here.startswith("The dough")


async def test_without_chapters_there_are_times_to_go_to(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.press("t")
        assert panel(reader)[1].startswith("    05:00  Wen: Watch 5 began")
        await reader.burst("30:00")
        await reader.press("enter")
        assert reader.here.startswith("Watch 30 began")
        await reader.press("t", "escape")
        assert not isinstance(reader.app.screen, ContentsDialog)


async def test_a_part_is_clicked(shelf: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        await reader.press("t")
        await reader.pilot.click(offset=reader.cell("    The oven", None))
        await reader.until(lambda: reader.here.startswith("The oven hums"), "the oven")


async def test_a_chapter_is_gone_to_by_number(shelf: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        await reader.go("c3")
        assert reader.here.startswith("The oven hums")
        await reader.press("g")
        await reader.paste("c9")
        await reader.press("enter")
        assert "this transcript has chapters c1" in reader.text


async def test_a_hidden_part_is_shown(shelf: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        reader.main.show_speakers(["Łukasz Piekarz"])
        await reader.press("t", "pagedown", "pagedown", "enter")
        await reader.says("all turns are shown again")
        assert reader.here.startswith("The oven hums")


@pytest.mark.parametrize("size", [(40, 12), (20, 6), (1, 1)])
async def test_it_opens_at_any_size(shelf: Path, size: tuple[int, int]) -> None:
    async with reading(shelf / "bakery.md", size) as reader:
        await reader.press("t", "down", "slash", "o", "enter")
        assert all(len(row) <= size[0] for row in reader.rows)
        assert reader.app.is_running
