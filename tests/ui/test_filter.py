"""Showing only the turns that have what is searched."""

from pathlib import Path

from tests.ui.screen import Reader, reading


def turns_of(reader: Reader) -> list[str]:
    """What stands on the rows of the page, without the gutter."""
    return [line.strip("▸ ") for line in reader.lines(reader.page) if line]


async def test_only_the_turns_with_hits_and_all_again(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.go("#20")
        await reader.press("j")
        await reader.search('"watch 5*"')
        await reader.until(lambda: reader.counter == "2/11", "eleven turns")
        await reader.press("enter")
        before = reader.lines(reader.page)
        await reader.press("&")
        await reader.says("& or Esc shows all")
        assert "11 of 61 turns" in reader.text
        assert "⋯ 44 turns" in reader.text
        assert "Watch 51 began" in reader.words
        assert "Watch 49 began" not in reader.words
        assert reader.here.startswith("Watch 50")
        await reader.press("&")
        await reader.says("All turns")
        assert reader.lines(reader.page) == before
        assert reader.counter == "2/11"


async def test_where_one_is_stays_though_it_is_hidden_meanwhile(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.search("lantern")
        await reader.press("enter")
        await reader.until(lambda: reader.counter == "1/1", "the hit")
        await reader.go("#20")
        await reader.press("j")
        before = reader.lines(reader.page)
        await reader.press("&")
        assert reader.here.startswith("At last somebody lit")
        await reader.press("&")
        assert reader.lines(reader.page) == before


async def test_where_one_has_gone_stays_too(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.search("barometer speaker:mara")
        await reader.press("enter", "&", "}", "}", "k", "k")
        place, row = reader.page.place, reader.page.row
        assert row == 2
        await reader.press("&")
        assert (reader.page.place, reader.page.row) == (place, row)


async def test_escape_shows_all_before_it_leaves_the_search(shelf: Path) -> None:
    async with reading(shelf / "2023-01-20-meeting.txt") as reader:
        await reader.search("objected")
        await reader.press("enter", "&")
        assert turns_of(reader) == [
            "⋯ 1 turn",
            "00:14  Ilse ▎ The minutes also say that I objected.",
            "⋯ 1 turn",
        ]
        await reader.press("escape")
        assert "⋯" not in reader.text
        assert reader.hits == ["objected"]
        assert reader.counter == "1/1"
        await reader.press("escape")
        assert (reader.hits, reader.counter) == ([], "")
        await reader.press("escape")
        assert reader.app.is_running


async def test_without_a_search_one_is_begun_and_filters_from_the_first_letter(
    shelf: Path,
) -> None:
    async with reading(shelf) as reader:
        await reader.press("J")
        await reader.opens("The keepers of the rock")
        before = reader.lines(reader.page)
        await reader.press("&")
        assert reader.scope == "episode"
        await reader.burst("lant")
        await reader.until(lambda: reader.counter == "1/1", "the hit")
        assert turns_of(reader)[0] == "⋯ 41 turns"
        await reader.burst("x")
        await reader.until(lambda: reader.counter == "no hits", "no hit")
        assert turns_of(reader) == ["⋯ none of 61 turns"]
        await reader.press(*["backspace"] * 5)
        await reader.until(lambda: "⋯" not in "".join(turns_of(reader)), "all, as nothing is typed")
        await reader.burst("lant")
        await reader.until(lambda: turns_of(reader)[0] == "⋯ 41 turns", "the hit again")
        await reader.press("escape")
        assert reader.lines(reader.page) == before
        assert reader.is_in(reader.episodes)
        await reader.search("lant")
        await reader.until(lambda: "in 3 episodes" in reader.counter, "the library")
        assert "⋯" not in reader.text, "a search of its own filters nothing"


async def test_enter_reads_on_in_the_filtered_page(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt", (80, 16)) as reader:
        await reader.press("&")
        await reader.paste("barometer speaker:wen")
        await reader.press("enter")
        await reader.until(lambda: reader.counter == "1/19", "nineteen turns")
        assert "19 of 61 turns" in reader.text
        assert reader.is_in(reader.page)
        for key, counter in [("n", "2/19"), ("n", "3/19"), ("}", "4/19"), ("{", "3/19")]:
            await reader.press(key)
            assert reader.counter == counter, key
        await reader.press("N", "N", "N")
        await reader.says("end again")
        assert reader.counter == "19/19"
        await reader.press("y")
        await reader.says("Copied")
        await reader.pilot.resize_terminal(40, 20)
        await reader.until(reader.is_laid_out, "the narrow page")
        assert "19 of 61 turns" in reader.text
        assert "Watch 59 began" in reader.words


async def test_a_jump_to_a_hidden_turn_shows_all_again(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.search("barometer speaker:mara")
        await reader.press("enter", "&")
        await reader.go("#6")
        assert "of 61 turns ─" not in reader.text
        await reader.says("all turns are shown again")
        await reader.press("&")
        await reader.go("#7")
        assert "of 61 turns ─" in reader.text, "a turn that is shown needs no other page"
        await reader.press("g", "g")
        assert reader.here.startswith("Watch 0")


async def test_the_filter_goes_along_into_other_episodes(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("lantern")
        await reader.press("enter")
        await reader.until(lambda: reader.counter.startswith("1/3"), "the first of three")
        await reader.press("&")
        assert "1 of 5 turns" in reader.text or "1 of 3 turns" in reader.text
        titles = {reader.open_title}
        for _ in range(2):
            await reader.press("n")
            await reader.until(lambda: reader.open_title not in titles, "the next episode")
            titles.add(reader.open_title)
            await reader.until(lambda: reader.current_hits == ["lantern"], "its hit")
            assert "⋯" in reader.text
        assert len(titles) == 3


async def test_words_are_selected_across_a_gap_with_an_ellipsis(shelf: Path) -> None:
    async with reading(shelf / "2023-01-20-meeting.txt") as reader:
        await reader.search("speaker:wen")
        await reader.press("enter", "&")
        start = reader.cell("The minutes say", reader.page)
        x, y = reader.cell("complete", reader.page)
        await reader.drag(start, (x + 7, y))
        await reader.press("y")
        assert reader.app.clipboard == (
            "Wen: The minutes say that the lantern was lent out.\n\n[…]\n\n"
            "Wen: Then the minutes are complete"
        )


async def test_a_click_on_what_is_skipped_shows_it(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.search("lantern")
        await reader.press("enter", "&")
        await reader.pilot.click(offset=reader.cell("⋯ 19 turns", reader.page))
        await reader.until(lambda: "⋯" not in "".join(turns_of(reader)), "all turns")
        assert reader.here.startswith("Watch 42")


async def test_without_a_transcript_there_is_nothing_to_filter(tmp_path: Path) -> None:
    empty = tmp_path / "empty.vtt"
    empty.write_text("WEBVTT\n")
    async with reading(empty) as reader:
        await reader.press("&", "x", "enter", "escape", "escape")
        assert reader.app.is_running
