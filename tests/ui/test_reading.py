"""Opening episodes and moving about in them by keys."""

from pathlib import Path

from tests.ui.screen import reading
from tui_reader.request import Opening


async def test_a_folder_is_a_list_of_episodes_and_the_newest_is_shown(shelf: Path) -> None:
    async with reading(shelf) as reader:
        assert reader.titles == ["#12 Bread before dawn", "The keepers of the rock", "meeting"]
        assert "2024-05-03 · 1:00:17" in reader.text
        assert reader.open_title == "#12 Bread before dawn"
        assert "What bakers say" in reader.words
        assert "5 turns" in reader.status
        assert reader.is_in(reader.episodes)


async def test_the_cursor_previews_and_enter_reads(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("j")
        await reader.opens("The keepers of the rock")
        assert reader.is_in(reader.episodes)
        await reader.press("G")
        await reader.opens("meeting")
        await reader.press("k", "enter")
        await reader.opens("The keepers of the rock")
        assert reader.is_in(reader.page)
        await reader.press("tab")
        assert reader.is_in(reader.episodes)
        await reader.press("tab", "h")
        assert reader.is_in(reader.episodes)


async def test_lines_and_pages(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        height = reader.page.content_region.height
        page = reader.page

        async def moves(key: str, rows: int) -> None:
            before = page.scroll_offset.y
            await reader.press(key)
            assert page.scroll_offset.y - before == rows, key

        await moves("k", 0)
        await moves("j", 1)
        await moves("down", 1)
        await moves("k", -1)
        last_before = reader.lines(page)[-2]
        await moves("space", height - 2)
        assert reader.lines(page)[0].split("▎")[-1] == last_before.split("▎")[-1]
        await moves("d", height // 2)
        await moves("u", -(height // 2))
        await moves("b", 2 - height)
        await reader.press("G")
        assert "the log of watch 60 says" in reader.words
        assert page.scroll_offset.y == page.max_scroll_y
        await moves("j", 0)
        await reader.press("home")
        assert page.scroll_offset.y == 0
        await reader.press("end", "g", "g")
        assert page.scroll_offset.y == 0
        assert reader.is_in(page)


async def test_the_place_in_the_status_line_is_where_one_reads(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.press("space")
        assert "/ 1:00:17 · turn " in reader.status
        number = int(reader.status.partition("turn ")[2].partition("/")[0])
        assert f"Watch {number - 1} " in reader.words or f"watch {number - 1} " in reader.words
        await reader.press("G")
        assert "turn 61/61" in reader.status


async def test_turn_by_turn(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.press("{")
        await reader.says("no turn before")
        await reader.press("}", "}")
        assert reader.top.startswith("Watch 1 ")
        assert reader.here.startswith("Watch 1 ")
        assert "01:00 / 1:00:17 · turn 2/61 · Tobias" in reader.status
        await reader.press(")")
        assert reader.top.startswith("Watch 4 ")
        await reader.press(")", "(", "(")
        assert reader.top.startswith("Watch 1 ")
        await reader.press("(")
        await reader.says("no turn of this speaker before")
        await reader.press("j", "}")
        assert reader.top.startswith("Watch 2 "), "a turn that has been scrolled into is one's own"
        await reader.press("]")
        await reader.says("no section after")


async def test_the_last_turns_are_reached_though_the_page_cannot_scroll_to_them(
    shelf: Path,
) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.go("#59")
        await reader.press("}", "}")
        assert reader.here.startswith("Watch 60 ")
        await reader.press("}")
        await reader.says("no turn after")
        await reader.press("{")
        assert reader.here.startswith("Watch 59 ")


async def test_section_by_section(shelf: Path) -> None:
    async with reading(shelf, (100, 9)) as reader:
        await reader.press("tab", "]", "]")
        assert reader.here.startswith("The oven hums")
        assert "   The oven" in reader.lines(reader.page)[:2], "a heading is shown with its turn"
        await reader.press("[")
        assert reader.here.startswith("The dough is older")
        await reader.press("[")
        await reader.says("no section before")


async def test_episodes_follow_one_another_without_leaving_the_transcript(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("enter", "J")
        await reader.opens("The keepers of the rock")
        await reader.press("J")
        await reader.opens("meeting")
        await reader.press("J")
        await reader.says("last episode")
        await reader.press("K")
        await reader.opens("The keepers of the rock")
        assert reader.is_in(reader.page)


async def test_the_list_can_be_sorted_otherwise(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("comma")
        assert reader.titles == ["#12 Bread before dawn", "meeting", "The keepers of the rock"]
        await reader.press("full_stop")
        assert reader.titles == ["The keepers of the rock", "meeting", "#12 Bread before dawn"]


async def test_a_file_can_be_opened_at_a_time(shelf: Path) -> None:
    file = shelf / "2024-05-03-lighthouse.vtt"
    async with reading([shelf], at=Opening(file, 12 * 60_000 + 34_000)) as reader:
        await reader.shows("watch 12 says that")
        assert "12:08 / 1:00:17 · turn 13/61" in reader.status
        assert reader.is_in(reader.page)
        await reader.press("K")
        await reader.opens("#12 Bread before dawn")


async def test_an_untimed_file_opened_at_a_time_says_so(shelf: Path) -> None:
    async with reading([shelf], at=Opening(shelf / "bakery.md", 60_000)) as reader:
        await reader.says("no times")
        await reader.shows("The dough is older")


async def test_one_file_has_the_whole_screen(shelf: Path) -> None:
    async with reading(shelf / "2023-01-20-meeting.txt") as reader:
        assert "Episodes" not in reader.text
        assert reader.is_in(reader.page)
        await reader.press("tab", "h", "j")
        assert reader.is_in(reader.page)


async def test_standard_input_is_read() -> None:
    said = b"Ada (00:01)\n\nOut of a pipe.\n\nBo (00:04)\n\nInto the light.\n"
    async with reading(Path("-"), stdin=said) as reader:
        await reader.shows("Out of a pipe.")


async def test_q_quits_from_the_list_and_escape_never_does(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("escape", "escape", "tab", "escape")
        assert reader.app.is_running
        await reader.press("q")
        assert reader.app.return_code == 0
