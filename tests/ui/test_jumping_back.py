"""The way back after a jump."""

from pathlib import Path

from tests.ui.screen import Reader, reading

LIGHTHOUSE = "2024-05-03-lighthouse.vtt"


async def test_back_to_the_very_rows_and_forward_again(shelf: Path) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.go("#20")
        await reader.press("j", "j")
        before = reader.lines(reader.page)
        await reader.go("41:00")
        there = reader.lines(reader.page)
        await reader.press("ctrl+o")
        assert reader.lines(reader.page) == before
        await reader.press("alt+right")
        assert reader.lines(reader.page) == there
        await reader.press("alt+left")
        assert reader.lines(reader.page) == before
        await reader.press("ctrl+o", "ctrl+o")
        await reader.says("Nothing to go back to")
        await reader.press("alt+right", "alt+right", "alt+right")
        await reader.says("Nothing to go forward to")


async def test_all_hits_in_a_row_are_one_jump(shelf: Path) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.go("#20")
        await reader.search("barometer")
        await reader.press("enter", "n", "n", "n")
        assert "turn 23/61" in reader.status
        await reader.press("}", "}", "}", "n", "n")
        assert "turn 28/61" in reader.status
        await reader.press("ctrl+o")
        assert "turn 26/61" in reader.status, "where one had read on"
        await reader.press("ctrl+o")
        assert "turn 20/61" in reader.status, "where the search began"


async def test_moving_by_rows_and_turns_is_no_jump(shelf: Path) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.press("}", "}", "{", ")", "(", "space", "d", "b", "j", "ctrl+o")
        await reader.says("Nothing to go back to")


async def test_the_edges_are_jumps(shelf: Path) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.go("#20")
        before = reader.lines(reader.page)
        await reader.press("G")
        assert "turn 61/61" in reader.status
        await reader.press("home", "ctrl+o", "ctrl+o")
        assert reader.lines(reader.page) == before


async def test_escape_from_a_search_is_no_jump(shelf: Path) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.search("lantern")
        await reader.press("escape", "ctrl+o")
        await reader.says("Nothing to go back to")


async def test_back_into_another_episode(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("enter", "J")
        await reader.opens("The keepers of the rock")
        await reader.go("#30")
        await reader.press("k")
        before = reader.lines(reader.page)
        await reader.press("J")
        await reader.opens("meeting")
        await reader.press("ctrl+o")
        await reader.until(lambda: reader.lines(reader.page) == before, "the place one was at")
        await reader.press("alt+right")
        await reader.opens("meeting")
        await reader.press("ctrl+o", "ctrl+o")
        await reader.until(lambda: "turn 1/61" in reader.status or top(reader), "its beginning")
        await reader.press("ctrl+o")
        await reader.opens("#12 Bread before dawn")


def top(reader: Reader) -> bool:
    return reader.page.scroll_offset.y == 0


async def test_what_was_opened_from_the_list_is_a_jump(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("enter", "J")
        await reader.opens("The keepers of the rock")
        await reader.go("#30")
        before = reader.lines(reader.page)
        await reader.press("tab", "home")
        await reader.opens("#12 Bread before dawn")
        await reader.press("G")
        await reader.opens("meeting")
        await reader.press("enter")
        await reader.until(lambda: reader.is_in(reader.page), "the transcript")
        await reader.press("ctrl+o")
        await reader.until(lambda: reader.lines(reader.page) == before, "the place one was at")
        assert reader.is_in(reader.page)


async def test_back_from_a_hit_in_another_episode(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("enter", "J")
        await reader.opens("The keepers of the rock")
        await reader.go("#30")
        before = reader.lines(reader.page)
        await reader.search("objected", key="S")
        await reader.opens("meeting")
        await reader.press("enter")
        await reader.until(lambda: reader.current_hits == ["objected"], "the hit")
        await reader.press("ctrl+o")
        await reader.until(lambda: reader.lines(reader.page) == before, "the place one was at")
        await reader.press("alt+right")
        await reader.opens("meeting")
        await reader.until(lambda: reader.hits == ["objected"], "the hit again")


async def test_back_from_hits_to_the_list_s_own_episode(shelf: Path) -> None:
    async with reading(shelf) as reader:
        before = reader.lines(reader.page)
        await reader.search("minutes")
        await reader.press("enter", "n", "n")
        await reader.until(lambda: reader.here.startswith("Then the minutes"), "the last hit")
        await reader.press("ctrl+o")
        await reader.until(lambda: reader.lines(reader.page) == before, "the first episode")
        assert reader.is_in(reader.page)


async def test_back_to_a_hidden_turn_shows_all_again(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("enter", "J")
        await reader.opens("The keepers of the rock")
        await reader.go("#30")
        await reader.search("lantern", key="S")
        await reader.press("enter")
        await reader.until(lambda: reader.current_hits == ["lantern"], "a hit")
        await reader.press("&")
        assert "⋯" in reader.text
        await reader.press("ctrl+o")
        await reader.says("all turns are shown again")
        assert reader.here.startswith("Watch 29")


async def test_while_one_types_a_query_nothing_jumps(shelf: Path) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.go("#20")
        await reader.search("lantern")
        await reader.press("ctrl+o", "alt+left")
        assert reader.current_hits == ["lantern"]
        assert not reader.is_in(reader.page)


async def test_a_search_left_in_its_list_leads_back_to_where_it_was_begun(shelf: Path) -> None:
    async with reading(shelf) as reader:
        before = await look_around_in_the_hits(reader)
        await reader.press("escape")
        await reader.until(lambda: reader.lines(reader.page) == before, "the place one was at")
        assert reader.is_in(reader.page)
        assert len(reader.titles) == 3


async def test_back_from_the_list_of_hits(shelf: Path) -> None:
    async with reading(shelf) as reader:
        before = await look_around_in_the_hits(reader)
        await reader.press("ctrl+o")
        await reader.until(lambda: reader.lines(reader.page) == before, "the place one was at")
        assert reader.is_in(reader.page)


async def look_around_in_the_hits(reader: Reader) -> list[str]:
    """Leave a place for the hits of the library; what was to be seen at it."""
    await reader.press("enter", "J")
    await reader.opens("The keepers of the rock")
    await reader.go("#30")
    before = reader.lines(reader.page)
    await reader.search("minutes", key="S")
    await reader.opens("meeting")
    await reader.press("down", "j", "j")
    await reader.until(lambda: reader.here.startswith("Then the minutes"), "the last hit")
    assert reader.is_in(reader.episodes)
    return before


async def test_a_search_after_a_result_was_read_leads_back_to_that_result(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await look_around_in_the_hits(reader)
        await reader.press("enter")
        await reader.until(lambda: reader.is_in(reader.page), "the transcript")
        await reader.search("oven", key="S")
        await reader.opens("#12 Bread before dawn")
        await reader.press("escape")
        await reader.opens("meeting")
        await reader.until(lambda: reader.here.startswith("Then the minutes"), "the result")
