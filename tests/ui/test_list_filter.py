"""Only some episodes in the list."""

from pathlib import Path

from tests.ui.screen import Reader, reading
from tests.ui.test_sizes import resize


def named(reader: Reader) -> list[str]:
    return [episode.title for episode in reader.episodes.shown]


async def test_the_list_is_cut_down_while_one_types(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("backslash", *"keep")
        assert named(reader) == ["The keepers of the rock"]
        assert "Episodes ─ 1 of 3 ─ keep ─" in reader.text
        assert reader.open_title == "#12 Bread before dawn", "nothing is opened while one types"
        await reader.press("enter")
        assert reader.is_in(reader.episodes)
        await reader.opens("The keepers of the rock")
        await reader.press("escape")
        await reader.says("All episodes again")
        assert len(named(reader)) == 3
        assert "Episodes ─ 3 ──" in reader.text, "and of what was typed nothing is left"


async def test_every_letter_typed_in_one_go_is_there(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.burst("\\gsa/")
        await reader.until(lambda: reader.episodes.shelf.typed == "gsa/", "all of it")


async def test_it_knows_speakers_tags_and_dates_in_any_order(shelf: Path) -> None:
    async with reading(shelf) as reader:
        for typed, found in [
            ("LUKASZ bread", ["#12 Bread before dawn"]),
            ("#night", ["#12 Bread before dawn"]),
            ("2023", ["meeting"]),
            ("mara", ["#12 Bread before dawn", "The keepers of the rock"]),
        ]:
            await reader.press("backslash")
            await reader.paste(typed)
            await reader.until(lambda found=found: named(reader) == found, typed)  # type: ignore[misc]
            await reader.press("escape")
            assert len(named(reader)) == 3


async def test_escape_leads_back_to_where_the_cursor_was(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("j")
        await reader.opens("The keepers of the rock")
        cursor = reader.cursor
        await reader.press("backslash", *"meet", "escape")
        assert reader.cursor == cursor
        assert reader.is_in(reader.episodes)


async def test_nothing_that_fits_is_said(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("backslash", *"zzz", "enter")
        await reader.says("No episode has “zzz”")
        assert "Episodes ─ 0 of 3" in reader.text
        await reader.press("j", "enter", "J", "escape")
        assert len(named(reader)) == 3


async def test_a_filter_goes_on_where_it_was_left(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("backslash", *"mar", "enter")
        assert len(named(reader)) == 2
        await reader.press("full_stop")
        assert named(reader) == ["The keepers of the rock", "#12 Bread before dawn"]
        await reader.press("backslash", "end", "backspace", "enter")
        assert reader.episodes.shelf.typed == "ma"


async def test_a_search_has_a_list_of_its_own(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("backslash", *"meet", "enter")
        await reader.search("lantern")
        await reader.until(lambda: "in 3 episodes" in reader.counter, "all of the library")
        await reader.press("enter", "h", "backslash")
        await reader.says("This list is what was found")
        await reader.press("escape")
        assert "Episodes ─ 1 of 3" in reader.text


async def test_episodes_that_come_later_are_filtered_too(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("backslash", *"lantern", "enter")
        (shelf / "2025-01-01-lantern-night.txt").write_text("Ann: Hello.\n\nBo: Good night.\n")
        await reader.press("R")
        await reader.until(lambda: reader.episodes.shelf.count in ("0 of 3", "1 of 4"), "a count")


async def test_the_line_stands_below_the_list_at_any_size(shelf: Path) -> None:
    async with reading(shelf, (100, 20)) as reader:
        await reader.press("backslash", *"mara")
        for width, height in [(100, 20), (40, 12), (72, 10), (30, 8)]:
            await resize(reader, width, height)
            row = next(row for row in reader.rows[-3:] if "mara" in row)
            assert row.strip("│ ").startswith("mara"), f"{width} columns"
            assert any("keepers" in row for row in reader.rows) or height < 10
        await reader.press("tab")
        await reader.until(lambda: reader.is_in(reader.episodes), "the list")
        assert not reader.main.query("#list-filter")
