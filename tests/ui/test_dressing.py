"""Themes, colours, times beside the text, the help and the palette."""

from pathlib import Path

import pytest
from rich.style import Style

from tests.ui.screen import Reader, reading
from tui_reader import state
from tui_reader.ui.keymap import palette


async def test_times_stand_beside_the_turns_or_the_cues_or_nowhere(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt", (64, 30)) as reader:
        await reader.go("#42")
        assert "41:00" in reader.lines(reader.page)[0]
        await reader.press("T")
        await reader.says("per cue")
        shown = "\n".join(reader.lines(reader.page))
        assert "42:08" in shown
        assert reader.top.startswith("At last somebody")
        await reader.press("T")
        await reader.says("No times")
        shown = "\n".join(reader.lines(reader.page))
        assert "41:00" not in shown
        assert "Wen" in shown
        await reader.press("T")
        await reader.says("per turn")
        assert "41:00" in reader.lines(reader.page)[0]


async def test_a_transcript_without_times_has_none_to_show(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("T")
        await reader.says("no times")


async def test_a_theme_is_taken_and_remembered(shelf: Path) -> None:
    async with reading(shelf, theme="nord") as reader:
        assert reader.app.theme == "nord"
        before = name_colour(reader, "Mara")
        await reader.press("c")
        await reader.says("Theme: ")
        after = reader.app.theme
        assert after != "nord"
        assert name_colour(reader, "Mara") is not None
        assert before is not None
        await reader.app.workers.wait_for_complete()
        assert state.load().theme == after


async def test_a_remembered_theme_that_is_gone_is_no_trouble(shelf: Path) -> None:
    async with reading(shelf, theme="never heard of") as reader:
        assert reader.app.theme in reader.app.available_themes


async def test_every_theme_paints(shelf: Path) -> None:
    async with reading(shelf / "2023-01-20-meeting.txt") as reader:
        await reader.search("minutes")
        await reader.press("enter")
        for name in sorted(reader.app.available_themes):
            reader.app.theme = name
            await reader.pilot.pause()
            assert reader.hits == ["minutes"] * 3, name


async def test_a_person_has_the_same_colour_in_every_episode(shelf: Path) -> None:
    async with reading(shelf) as reader:
        first = name_colour(reader, "Mara")
        assert first != name_colour(reader, "Łukasz Piekarz")
        await reader.press("j")
        await reader.opens("The keepers of the rock")
        assert name_colour(reader, "Mara") == first
        colours = {name_colour(reader, name) for name in ("Mara", "Tobias", "Wen")}
        assert len(colours) == 3


async def test_no_color_means_none(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(shelf) as reader:
        assert "Łukasz Piekarz" in reader.text
        await reader.search("lantern")
        await reader.press("enter")
        for strip in reader.strips:
            for _, style, _ in strip:
                assert style is None or style.color is None or is_grey(style), strip.text


async def test_the_palette_runs_a_command(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("enter", "ctrl+p")
        await reader.shows("Next turn")
        await reader.paste("same speaker, next")
        await reader.until(lambda: "Next turn" not in reader.text, "what fits only")
        await reader.press("enter")
        await reader.until(lambda: "turn 1/5" in reader.status, "the turn")


async def test_every_command_of_the_palette_can_be_run(shelf: Path) -> None:
    async with reading(shelf) as reader:
        for command in palette():
            if command.id in ("quit", "back", "edit"):
                continue
            assert await reader.app.run_action(command.action, reader.main), command.id
            await reader.pilot.pause()
            await reader.press("escape")
            assert reader.app.screen is reader.main, command.id


def name_colour(reader: Reader, name: str) -> str | None:
    """The colour a speaker's name has on the page."""
    for strip in reader.strips:
        for text, style, _ in strip:
            if text.strip(" ▎") == name and style is not None and style.color is not None:
                return str(style.color.get_truecolor().hex)
    return None


def is_grey(style: Style) -> bool:
    assert style.color is not None
    red, green, blue = style.color.get_truecolor()
    return red == green == blue
