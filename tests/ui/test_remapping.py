"""Keys that somebody has chosen: what they do, where they are named, and what is told of them."""

from pathlib import Path

from tests.ui.screen import reading
from tui_reader.config.checking import read_settings
from tui_reader.state import State


def keys(*lines: str) -> str:
    return "\n".join(["[keys]", *lines, ""])


async def test_a_key_of_ones_own_does_what_it_is_for(shelf: Path) -> None:
    settings = read_settings(keys('next-turn = "Ctrl+N"'))
    async with reading(shelf, settings=settings) as reader:
        await reader.press("enter", "ctrl+n")
        await reader.until(lambda: "turn 1/" in reader.status, "the next turn")
        await reader.press("right_curly_bracket")
        assert "turn 1/" in reader.status


async def test_the_command_that_loses_a_key_does_not_answer_to_it(shelf: Path) -> None:
    settings = read_settings(keys('next-turn = "j"'))
    async with reading(shelf, (100, 12), settings=settings) as reader:
        await reader.press("enter", "j")
        await reader.until(lambda: "turn 1/" in reader.status, "the next turn")
        top = reader.top
        await reader.press("down")
        await reader.until(lambda: reader.top != top, "the next line")


async def test_several_keys_and_keys_that_open_an_input(shelf: Path) -> None:
    settings = read_settings(keys('search = ["Ctrl+F", "s"]', 'go-to = ":"'))
    async with reading(shelf, settings=settings) as reader:
        await reader.press("s")
        await reader.burst("sons")
        assert reader.main.bar.text == "sons"
        await reader.press("escape", "enter", "ctrl+f", "x")
        assert reader.main.bar.text == "x"
        await reader.press("escape", "enter", "colon")
        await reader.shows("where to?")


async def test_what_opens_an_input_is_text_in_an_input(shelf: Path) -> None:
    settings = read_settings(keys('search = "o"', 'links = "O"'))
    async with reading(shelf, settings=settings) as reader:
        await reader.press("o")
        await reader.burst("foo")
        assert reader.main.bar.text == "foo"


async def test_a_command_may_have_no_key(shelf: Path) -> None:
    settings = read_settings(keys("help = []"))
    async with reading(shelf, settings=settings) as reader:
        await reader.press("question_mark", "f1")
        assert reader.app.screen is reader.main
        assert "help" not in reader.status
        await reader.press("ctrl+p")
        await reader.paste("this help")
        await reader.shows("This help")


async def test_a_command_without_keys_may_have_one(shelf: Path) -> None:
    settings = read_settings(keys('left-out = "F9"'))
    async with reading(shelf, settings=settings) as reader:
        await reader.press("f9")
        await reader.shows("Every file is in the list.")


async def test_footer_bar_and_palette_name_the_keys_there_are(shelf: Path) -> None:
    settings = read_settings(keys('search = "F3"', 'help = "F2"', 'copy = "Alt+C"'))
    async with reading(shelf, settings=settings) as reader:
        assert "F2 help" in reader.status
        assert "F3 search" in reader.status
        assert "F3 to search" in reader.rows[0]
        await reader.press("ctrl+p")
        await reader.paste("copy")
        await reader.shows("Copy  Alt+C")


async def test_sentences_name_the_keys_there_are(shelf: Path) -> None:
    settings = read_settings(keys('filter = "F4"', 'leave = ["F8", "Esc"]', 'search = "F3"'))
    async with reading(shelf, settings=settings) as reader:
        await reader.press("n")
        await reader.says("press F3 first")
        await reader.press("enter")
        await reader.search("the", key="f3")
        await reader.press("enter", "f4")
        await reader.says("F4 or F8 shows all")


async def test_dialogs_answer_to_the_keys_that_were_chosen(shelf: Path) -> None:
    settings = read_settings(keys('line-down = "n"', 'next-hit = "j"', 'back = "F10"'))
    async with reading(shelf, (60, 14), settings=settings) as reader:
        await reader.press("question_mark")
        await reader.shows("Esc closes")
        before = reader.text
        await reader.press("j")
        assert reader.text == before
        await reader.press("n")
        assert reader.text != before
        await reader.press("f10")
        assert reader.app.screen is reader.main


async def test_the_source_answers_to_the_keys_that_were_chosen(shelf: Path) -> None:
    settings = read_settings(keys('edit-line = "F4"', 'leave-source = "x"', 'source = "F5"'))
    async with reading(shelf, settings=settings) as reader:
        await reader.press("enter", "f5")
        await reader.shows("F4 edits ─ x closes")
        await reader.press("escape")
        assert reader.app.screen is not reader.main
        await reader.press("x")
        assert reader.app.screen is reader.main


async def test_what_is_wrong_is_told_and_the_rest_works(shelf: Path) -> None:
    settings = read_settings(keys('next-trun = "j"', 'help = "F2"') + '[screen]\ntheme = "nrod"\n')
    async with reading(shelf, settings=settings) as reader:
        await reader.says("2 problems (tui-reader config --check tells them): config.toml, line 2")
        await reader.press("f2")
        await reader.shows("Esc closes")


async def test_one_thing_that_is_wrong_is_told_whole(shelf: Path) -> None:
    settings = read_settings('[screen]\ntheme = "nrod"\n')
    async with reading(shelf, settings=settings) as reader:
        await reader.says('config.toml, line 2: there is no theme "nrod". Is nord meant?')


async def test_the_chosen_theme_wins_over_the_remembered_one(shelf: Path) -> None:
    settings = read_settings('[screen]\ntheme = "nord"\n')
    async with reading(shelf, settings=settings, remembered=State(theme="dracula")) as reader:
        assert reader.app.theme == "nord"


async def test_the_list_is_as_wide_as_was_chosen(shelf: Path) -> None:
    settings = read_settings("[screen]\nlist-width = 44\n")
    async with reading(shelf, settings=settings) as reader:
        assert reader.episodes.outer_size.width == 44
        await reader.search("the")
        assert reader.episodes.outer_size.width == 44


async def test_a_list_too_wide_leaves_room_for_words(shelf: Path) -> None:
    settings = read_settings("[screen]\nlist-width = 400\n")
    async with reading(shelf, settings=settings) as reader:
        assert reader.page.outer_size.width >= 25
    async with reading(shelf, (40, 20), settings=settings) as reader:
        assert reader.episodes.outer_size.width == 40


async def test_the_screen_can_be_drawn_anew(shelf: Path) -> None:
    async with reading(shelf) as reader:
        before = reader.text
        await reader.press("ctrl+l")
        assert reader.text == before


async def test_a_key_that_is_no_text_works_in_the_search_bar(shelf: Path) -> None:
    settings = read_settings(keys('next-hit = "F3"'))
    async with reading(shelf, settings=settings) as reader:
        await reader.search("the")
        await reader.press("f3")
        await reader.until(lambda: reader.current_hits, "the first hit")
        assert reader.main.bar.has_focus_within


async def test_what_opens_an_input_is_text_in_the_input_of_a_panel(shelf: Path) -> None:
    settings = read_settings(keys('filter-notes = "o"', 'change-note = "f"'))
    async with reading(shelf, settings=settings) as reader:
        await reader.press("B", "o")
        await reader.burst("foo")
        await reader.shows("foo")
