"""One thing while another is on: keys that come at once, selections, keys that wait, filters."""

from pathlib import Path

import pytest
from textual import events

from tests.ui.screen import Reader, reading
from tests.ui.talks import LIGHTHOUSE as WATCHES
from tui_reader.request import Opening

LIGHTHOUSE = "2024-05-03-lighthouse.vtt"
FIRST = "00:00.000 --> 00:00.500\n<v Eve>A new first turn.\n\n"


async def at_once(reader: Reader, *keys: str) -> None:
    """Press keys so fast that all are there before the first has been dealt with."""
    for key in keys:
        reader.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await reader.pilot.pause()


async def test_enter_pressed_twice_chooses_once(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("tui_reader.ui.screens.working.open_link", asked.append)
    async with reading(shelf / "bakery.md") as reader:
        await reader.press("o")
        await reader.shows("How a sourdough wakes")
        await at_once(reader, "enter", "enter")
        await reader.says("Opening https://bread.example/wakes")
        await reader.press("j")
        assert reader.is_in(reader.page)
    assert asked == ["https://bread.example/wakes"]


async def test_enter_pressed_twice_runs_one_command_once(shelf: Path) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.press("ctrl+p")
        await reader.paste("only the transcript")
        await reader.shows("Nothing but the transcript, and all again")
        await at_once(reader, "enter", "enter", "enter")
        await reader.says("Nothing but the transcript")
        assert reader.main.is_zen
        await reader.press("C")
        await reader.shows("dracula")
        await reader.paste("dracula")
        await at_once(reader, "enter", "enter", "enter")
        await reader.until(lambda: reader.app.theme == "dracula", "the theme")
        assert reader.app.screen is reader.main


async def test_esc_pressed_often_leaves_nothing_but_the_panel(shelf: Path) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.press("s")
        await reader.shows("Speakers")
        await at_once(reader, "escape", "escape", "escape")
        await reader.press("j")
        assert reader.is_in(reader.page)


async def test_to_the_list_and_into_zen_at_once_shows_the_transcript(shelf: Path) -> None:
    async with reading(shelf, (60, 20), at=Opening(shelf / LIGHTHOUSE)) as reader:
        await at_once(reader, "tab", "z")
        await reader.shows("Watch 0")
        assert reader.is_in(reader.page)
        await at_once(reader, "z", "tab", "tab", "tab", "tab")
        await reader.shows("Watch 0")
        assert reader.is_in(reader.page)


async def test_a_selection_ends_with_a_sentence_when_the_page_is_read_anew(shelf: Path) -> None:
    path = shelf / LIGHTHOUSE
    async with reading(shelf, at=Opening(path)) as reader:
        await reader.go("#20")
        await reader.press("v", "j", "j")
        await reader.says("3 turns selected")
        path.write_text(WATCHES.replace("\n\n", f"\n\n{FIRST}", 1), encoding="utf-8")
        await reader.says("The selection has ended")
        assert "Watch 19" in reader.here or "Watch 21" in reader.here


async def test_what_is_hidden_is_not_counted_as_selected(shelf: Path) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.go("#1")
        await reader.press("v", *"jjjjjj")
        await reader.says("7 turns selected")
        await reader.press("s", "space", "escape")
        await reader.says("3 turns selected")
        await reader.press("a")
        await reader.shows("00:00 · Mara · 3 turns")


async def test_a_key_that_waits_for_a_letter_does_not_keep_one_from_leaving(shelf: Path) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.press("m", "ctrl+q")
        assert reader.app._exit


async def test_all_read_marks_what_has_come_since_before_it_takes_anything_back(
    shelf: Path,
) -> None:
    async with reading(shelf) as reader:
        await reader.press("X")
        await reader.says("Marked 3 episodes as read")
        (shelf / "newcomer.txt").write_text("Ann: Hello.\n\nBob: Hello.\n", encoding="utf-8")
        await reader.shows("newcomer")
        await reader.press("X")
        await reader.says("Marked 1 episode as read; once more takes it back.")
        await reader.press("X")
        await reader.says("1 marked as before.")


async def test_lines_that_are_pasted_are_lines_of_the_note(shelf: Path) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.go("#2")
        await reader.press("a")
        await reader.paste("one\rtwo\r\nthree")
        await reader.press("escape")
        await reader.says("The note is kept")
        [kept] = reader.main.located
        assert kept.entry.text == "one\ntwo\nthree"


async def test_what_is_pasted_into_the_palette_is_harmless_too(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("ctrl+p")
        await reader.paste("zen\x1b[2J")
        await reader.shows("zen␛[2J")


@pytest.mark.parametrize("size", [(100, 30), (20, 6)])
@pytest.mark.parametrize("keys", [("o",), ("ctrl+p",), ("ctrl+p", "z"), ("C",), ("E",), ("t",)])
async def test_a_list_without_room_is_paged_through_without_harm(
    shelf: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with reading(shelf / "bakery.md", size) as reader:
        for pages in ("pagedown", "pageup"):
            await at_once(reader, *keys, pages)
            await reader.press("pagedown", "pageup", "end", "home", "escape", "escape", "escape")
        assert reader.is_in(reader.page)
