"""Windows of any size, and what stays where it is when they change."""

from pathlib import Path

import pytest

from tests.ui.screen import Reader, reading


async def resize(reader: Reader, width: int, height: int) -> None:
    await reader.pilot.resize_terminal(width, height)
    await reader.until(
        lambda: reader.app.size == (width, height) and reader.page.size.width <= width,
        f"a window of {width} columns",
    )
    await reader.pilot.pause()


async def test_the_words_on_top_stay_there_through_any_sizes(shelf: Path) -> None:
    async with reading(shelf, (100, 30)) as reader:
        await reader.press("j", "enter")
        await reader.opens("The keepers of the rock")
        await reader.go("#30")
        await reader.press("j")
        before = reader.lines(reader.page)
        first = reader.top.split()[0]
        for width, height in [(80, 24), (60, 20), (40, 12), (200, 50), (72, 30)]:
            await resize(reader, width, height)
            assert first in reader.top.split(), f"{width} columns"
        await resize(reader, 100, 30)
        assert reader.lines(reader.page) == before


async def test_forty_columns_have_room_for_one_pane(shelf: Path) -> None:
    async with reading(shelf, (40, 14)) as reader:
        assert reader.titles == ["#12 Bread before dawn", "The keepers of the rock", "meeting"]
        assert "What bakers say" not in reader.text
        await reader.press("j", "enter")
        await reader.shows("Watch 0 began")
        assert "#12 Bread" not in reader.text
        assert all(len(row) <= 40 for row in reader.rows)
        await reader.press("q")
        await reader.shows("#12 Bread before dawn")
        assert reader.app.is_running
        await reader.press("tab")
        await reader.shows("Watch 0 began")
        await reader.press("tab")
        await reader.shows("#12 Bread before dawn")
        await reader.press("q")
        assert not reader.app.is_running


async def test_a_search_at_forty_columns(shelf: Path) -> None:
    async with reading(shelf, (40, 14)) as reader:
        await reader.search("storm")
        await reader.until(lambda: reader.counter.startswith("1/2"), "two hits")
        assert "lit the storm lantern" in reader.text
        await reader.press("enter")
        await reader.until(lambda: reader.current_hits == ["storm"], "the hit on the page")
        await reader.press("n")
        await reader.until(lambda: reader.counter.startswith("2/2"), "the other hit")
        await reader.until(lambda: reader.current_hits == ["storm"], "the other hit on the page")


@pytest.mark.parametrize("size", [(20, 6), (10, 4), (1, 1), (40, 12), (200, 60)])
async def test_it_starts_and_moves_at_any_size(shelf: Path, size: tuple[int, int]) -> None:
    async with reading(shelf, size) as reader:
        await reader.press("j", "enter", "space", "}", "n", "T")
        assert all(len(row) <= size[0] for row in reader.rows)
        assert len(reader.rows) == size[1]


async def test_the_place_one_is_at_is_in_sight_after_a_resize(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt", (100, 30)) as reader:
        await reader.go("#30")
        await reader.pilot.click(offset=reader.cell("Watch 34"))
        await resize(reader, 44, 16)
        await reader.press("y")
        said = reader.app.clipboard
        assert said[:9] in reader.words, "y copies what can be seen"


@pytest.mark.parametrize("key", ["t", "g", "question_mark", "i", "o", "s", "B", "V", "a", "E", "z"])
async def test_every_panel_fits_into_forty_columns(shelf: Path, key: str) -> None:
    async with reading(shelf / "bakery.md", (40, 14)) as reader:
        await reader.press(key)
        await reader.app.workers.wait_for_complete()
        await reader.pilot.pause()
        assert all(len(row) <= 40 for row in reader.rows)
        if reader.app.screen.is_modal:
            panel = reader.app.screen.children[0].region
            assert 30 <= panel.width <= 40
            assert panel.bottom <= 14
        await reader.press("escape", "escape")
        assert reader.app.is_running


async def test_the_chapter_gives_way_before_the_place_does(shelf: Path) -> None:
    async with reading(shelf / "bakery.md", (120, 14)) as reader:
        await reader.press("]")
        for width in (120, 90, 72, 60, 50, 40, 30):
            await resize(reader, width, 14)
            assert reader.status.startswith(" turn 1/5 · Łukasz"), f"{width} columns"
            assert "The dough" in reader.status or width < 72
