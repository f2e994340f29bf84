"""The mouse does what hands expect, and nothing else."""

from pathlib import Path

from tests.ui.screen import reading


async def test_a_click_on_an_episode_reads_it(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.pilot.click(offset=reader.cell("The keepers"))
        await reader.opens("The keepers of the rock")
        await reader.pilot.click(offset=reader.cell("2023-01-20"))
        await reader.opens("meeting")


async def test_a_click_on_a_turn_is_a_place_to_be(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.pilot.click(offset=reader.cell("Watch 3"))
        assert reader.here.startswith("Watch 3 ")
        assert "turn 4/61" in reader.status
        await reader.press("y")
        assert reader.app.clipboard.startswith("Watch 3 began")


async def test_the_wheel_scrolls(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.wheel(reader.page, 4)
        down = reader.page.scroll_offset.y
        assert down > 0
        await reader.wheel(reader.page, -4)
        assert reader.page.scroll_offset.y == 0


async def test_words_are_selected_and_copied_without_what_stands_beside_them(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt", (72, 24)) as reader:
        first, last = reader.cell("look at"), reader.cell("of watch 0")
        assert first[1] != last[1], "the selection is to go over rows"
        await reader.drag(first, (last[0] + len("of watch") - 1, last[1]))
        await reader.press("y")
        assert reader.app.clipboard == (
            "look at the barometer and a cup of something hot, then came the log, "
            "and the log of watch"
        )
        await reader.press("Y")
        assert reader.app.clipboard.endswith(
            "of watch” — Mara, “The keepers of the rock”, 2024-05-03, 00:00"
        )


async def test_a_selection_over_turns_says_who_speaks(shelf: Path) -> None:
    async with reading(shelf / "2023-01-20-meeting.txt") as reader:
        last = reader.cell("I objected.")
        await reader.drag(reader.cell("lantern was"), (last[0] + len("I objected.") - 1, last[1]))
        await reader.press("y")
        assert reader.app.clipboard == (
            "lantern was lent out.\n\nIlse: The minutes also say that I objected."
        )


async def test_a_selection_may_begin_and_end_in_the_gutter(shelf: Path) -> None:
    async with reading(shelf / "2023-01-20-meeting.txt") as reader:
        time, name = reader.cell("00:14"), reader.cell("Then the minutes")
        await reader.drag((time[0] + 1, time[1]), (name[0] - 8, name[1]))
        await reader.press("y")
        assert reader.app.clipboard == "The minutes also say that I objected."


async def test_wide_letters_are_selected_as_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "tea.txt"
    file.write_text("Ren (00:01)\n\n今日は良い天気ですね then tea.\n\nMio (00:05)\n\nYes.\n")
    async with reading(file) as reader:
        start = reader.cell("今日は")
        await reader.drag((start[0] + 6, start[1]), (start[0] + 12, start[1]))
        await reader.press("y")
        assert reader.app.clipboard == "良い天気"


async def test_a_link_on_the_page_shows_its_address_first(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.pilot.click(offset=reader.cell("a recipe"))
        await reader.shows("https://bread.example/rye")
        await reader.press("escape")
        await reader.pilot.click(offset=reader.cell("What bakers"))
        await reader.pilot.pause()
        assert "https://" not in reader.text


async def test_the_scope_is_a_button(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.pilot.click(offset=reader.cell("library ▾"))
        assert reader.scope == "episode"
