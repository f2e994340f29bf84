"""Every word on the screen can be read, in every theme that the reader offers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tests.ui.screen import Reader, reading
from tui_reader.ui.colours import contrast
from tui_reader.ui.themes import THEMES

MIXED = sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)
GREAT = [theme.name for theme in THEMES]


def faint(reader: Reader, least: float) -> Iterator[str]:
    """The words that have less contrast than `least`, and how much; of a panel only its own."""
    screen = reader.app.screen
    area = screen.children[0].region if screen.is_modal else screen.region
    for y, strip in list(enumerate(reader.strips))[area.y : area.bottom]:
        for text, style, _ in strip.crop(area.x, area.right):
            if style is None or not any(map(str.isalnum, text)):
                continue
            words, ground = style.color, style.bgcolor
            if words is None or ground is None or not (words.triplet and ground.triplet):
                yield f"row {y}: {text!r} has no colours of its own"
                continue
            if style.reverse:
                words, ground = ground, words
            found = contrast(Color.from_rich_color(words), Color.from_rich_color(ground))
            if found < least:
                yield f"row {y}: {text!r} {words.triplet} on {ground.triplet}: {found:.2f}"


async def look(reader: Reader, themes: list[str], least: float) -> list[str]:
    """What cannot be read well on the screen as it is, in any of these themes."""
    found = []
    for theme in themes:
        reader.app.theme = theme
        await reader.pilot.pause()
        found += [f"{theme}, {told}" for told in faint(reader, least)]
    return found


LOOKS = [(MIXED, 4.5), (GREAT, 7.0)]
SOME = [(["atom-one-dark", "solarized-light", "textual-dark", "textual-light"], 4.5), (GREAT, 7.0)]


@pytest.mark.parametrize(("themes", "least"), LOOKS)
async def test_list_and_page_can_be_read(shelf: Path, themes: list[str], least: float) -> None:
    (shelf / "empty.vtt").write_text("")
    async with reading(shelf, (120, 24)) as reader:
        found = await look(reader, themes, least)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("themes", "least"), LOOKS)
async def test_what_was_found_can_be_read(shelf: Path, themes: list[str], least: float) -> None:
    async with reading(shelf, (140, 24)) as reader:
        await reader.search("lantern", key="S")
        await reader.until(lambda: "in 3 episodes" in reader.counter, "the hits")
        await reader.press("enter")
        await reader.until(lambda: reader.current_hits, "a hit")
        found = await look(reader, themes, least)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("themes", "least"), SOME)
async def test_a_list_of_hits_can_be_read(shelf: Path, themes: list[str], least: float) -> None:
    async with reading(shelf, (140, 24)) as reader:
        await reader.search("lantern", key="S")
        await reader.until(lambda: "in 3 episodes" in reader.counter, "the hits")
        await reader.press("down", "j")
        found = await look(reader, themes, least)
        await reader.press("slash")
        await reader.paste("zzzzzz")
        await reader.until(lambda: "no hits" in reader.counter, "no hits")
        found += await look(reader, themes, least)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("themes", "least"), SOME)
async def test_what_is_selected_can_be_read(shelf: Path, themes: list[str], least: float) -> None:
    async with reading(shelf / "bakery.md", (100, 24)) as reader:
        x, y = reader.cell("The oven hums", reader.page)
        await reader.drag(reader.cell("There is", reader.page), (x + 9, y))
        found = await look(reader, themes, least)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", ["atom-one-dark", "solarized-light", GREAT[0]])
async def test_every_panel_can_be_read(shelf: Path, theme: str) -> None:
    async with reading(shelf / "bakery.md", (100, 30), theme=theme) as reader:
        found = []
        for key in ("t", "g", "question_mark", "i", "o", "V", "s", "B"):
            await reader.press(key)
            await reader.app.workers.wait_for_complete()
            await reader.until(lambda: reader.app.screen.is_modal, f"a panel at {key}")
            await reader.pilot.pause()
            least = 7.0 if theme in GREAT else 4.5
            found += [f"{key}: {told}" for told in faint(reader, least)]
            await reader.press("escape")
            await reader.until(lambda: not reader.app.screen.is_modal, "the page again")
    assert not found, "\n".join(found)
