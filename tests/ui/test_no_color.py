"""Without colours what matters is told by bold, underlined and reversed words."""

from pathlib import Path

import pytest
from rich.style import Style

from tests.ui.screen import Reader, reading


def styles(reader: Reader) -> list[tuple[str, Style]]:
    return [(text, style or Style()) for strip in reader.strips for text, style, _ in strip]


def coloured(reader: Reader) -> list[str]:
    """The pieces of the screen that ask the terminal for a colour."""
    return [
        text
        for text, style in styles(reader)
        if not all(colour is None or colour.is_default for colour in (style.color, style.bgcolor))
    ]


def looking(reader: Reader, *, reverse: bool = False, underline: bool = False) -> str:
    """The words that are drawn that way."""
    return " ".join(
        text.strip()
        for text, style in styles(reader)
        if bool(style.reverse) == reverse and bool(style.underline) == underline and style.bold
    )


@pytest.fixture
def no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.usefixtures("no_color")
async def test_hits_and_where_one_is_are_told_without_a_colour(shelf: Path) -> None:
    async with reading(shelf, theme="nord") as reader:
        await reader.search("barometer speaker:wen", key="slash")
        await reader.press("enter")
        await reader.until(lambda: reader.current_hits, "a hit")
        assert coloured(reader) == []
        assert "barometer" in looking(reader, reverse=True), "the current hit"
        assert "barometer" in looking(reader, underline=True), "the others"


@pytest.mark.usefixtures("no_color")
async def test_cursor_and_selection_are_told_without_a_colour(shelf: Path) -> None:
    async with reading(shelf) as reader:
        assert "#12 Bread before dawn" in looking(reader, underline=True), "the cursor"
        await reader.press("l", "}", "v", "}")
        await reader.pilot.pause()
        reverse = " ".join(text for text, style in styles(reader) if style.reverse)
        assert "The dough is older" in reverse, "what is selected"
        assert coloured(reader) == []
        await reader.press("escape", "t")
        assert coloured(reader) == []


async def test_a_variable_that_is_set_to_nothing_says_nothing(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with reading(shelf) as reader:
        assert coloured(reader)
