"""The help: all of it, and what of it somebody looks for."""

from pathlib import Path

import pytest

from tests.ui.screen import Reader, reading
from tui_reader.config.checking import read_settings
from tui_reader.ui.keymap import Keymap, pretty_keys


async def open_help(reader: Reader) -> None:
    await reader.press("question_mark")
    await reader.shows("Esc closes")


async def test_the_help_has_every_key(shelf: Path) -> None:
    async with reading(shelf, (100, 200)) as reader:
        await open_help(reader)
        shown = " ".join(reader.text.split())
        for command in (command for command in Keymap().commands if command.keys):
            for key in pretty_keys(command).split():
                assert key in shown, command.id
            first_words = " ".join(command.help.split()[:3])
            assert first_words in shown, command.id
        await reader.press("escape")
        assert "Esc closes" not in reader.text


async def test_the_help_is_left_by_the_key_that_brought_it(shelf: Path) -> None:
    async with reading(shelf, (60, 20)) as reader:
        await reader.press("f1")
        before = reader.text
        await reader.press("space")
        assert reader.text != before
        await reader.press("question_mark")
        assert "Esc closes" not in reader.text
        assert reader.app.is_running


async def test_what_is_typed_leaves_only_what_has_it(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await open_help(reader)
        await reader.press("slash")
        await reader.burst("same speaker")
        await reader.shows("The next turn of the same speaker")
        await reader.until(lambda: "One line down" not in reader.text, "the rest to go")
        assert "Jumping" in reader.text
        assert "Finding" not in reader.text


async def test_a_key_is_found_by_itself(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await open_help(reader)
        await reader.press("slash", "z")
        await reader.until(lambda: "One line down" not in reader.text, "the rest to go")
        assert "Nothing but the transcript" in reader.text
        await reader.press("backspace")
        await reader.burst("ctrl+t")
        await reader.shows("Switch the search")


async def test_escape_shows_all_again_and_then_closes(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await open_help(reader)
        await reader.press("slash")
        await reader.burst("theme")
        await reader.shows("Esc shows all")
        await reader.press("enter", "escape")
        await reader.shows("One line down")
        assert "Esc closes" in reader.text
        await reader.press("escape")
        assert "Esc closes" not in reader.text


async def test_what_nothing_has_is_told(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await open_help(reader)
        await reader.press("slash")
        await reader.burst("xylophone")
        await reader.shows("Nothing in the help has that.")


async def test_the_help_scrolls_while_one_types(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await open_help(reader)
        await reader.press("slash")
        await reader.press("pagedown")
        await reader.until(lambda: "One line down" not in reader.text, "the next page")
        await reader.press("pageup")
        await reader.shows("One line down")


@pytest.mark.parametrize("size", [(40, 20), (34, 12)])
async def test_a_small_screen_has_help_too(shelf: Path, size: tuple[int, int]) -> None:
    async with reading(shelf, size) as reader:
        await reader.press("question_mark")
        await reader.shows("One line")
        assert all(len(row) <= size[0] for row in reader.rows)
        await reader.press("slash")
        await reader.burst("quit at")
        await reader.shows("Quit at once")


async def test_the_help_has_the_keys_as_they_are(shelf: Path) -> None:
    settings = read_settings('[keys]\nquit = "F10"\nnext-turn = []\ncopy = "Ctrl+K"\n')
    async with reading(shelf, (100, 200), settings=settings) as reader:
        await open_help(reader)
        shown = {line.strip(" │┃█▁▂▃▄▅▆▇") for line in reader.rows}
        assert any("F10" in line and line.endswith("Quit at once") for line in shown)
        assert not any(line.endswith("The next turn") for line in shown)
        assert "words; then Ctrl+K or Y" in reader.text
