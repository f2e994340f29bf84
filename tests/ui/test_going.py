"""Asking where to go."""

from pathlib import Path

import pytest

from tests.ui.screen import reading


async def test_every_way_to_name_a_place(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt", (100, 16)) as reader:
        for asked, begins, status in [
            ("41:00", "At last somebody", "turn 42/61"),
            ("12:34", "then came the log", "12:08"),
            ("0:10:00", "Watch 10 ", "10:00"),
            ("+90", "then came the log", "turn 12/61"),
            ("-1:00", "then came the log", "turn 11/61"),
            ("50%", "then came the log", "turn 31/61"),
            ("#42", "At last somebody", "41:00"),
        ]:
            await reader.go(asked)
            assert status in reader.status, asked
            assert begins in reader.words, asked


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("soon", "“soon” is no place to go to"),
        ("12:99", "“12:99” is no place to go to"),
        ("+x", "“+x” is no place to go to"),
        ("#62", "There is no turn #62"),
        ("#0", "There is no turn #0"),
    ],
)
async def test_what_is_no_place_is_told_and_can_be_corrected(
    shelf: Path, asked: str, sentence: str
) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.go(asked)
        await reader.shows(sentence)
        await reader.press(*["backspace"] * len(asked))
        assert sentence not in reader.text
        await reader.paste("#3")
        await reader.press("enter")
        assert "turn 3/61" in reader.status


async def test_a_transcript_without_times_says_so(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.go("12:34")
        await reader.shows("This transcript has no times")
        await reader.press("escape")
        assert "5 turns" in reader.status
        await reader.go("#2")
        assert "turn 2/5 · Mara" in reader.status


async def test_nothing_asked_and_escape_lead_nowhere(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.go("#20")
        for keys in (["g", "enter"], ["g", "5", "escape"]):
            await reader.press(*keys)
            assert "turn 20/61" in reader.status
            assert "Go to" not in reader.text


async def test_keys_typed_in_one_burst_are_all_taken(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.press("G")
        await reader.burst("g41:00")
        await reader.press("enter")
        assert "turn 42/61" in reader.status
        await reader.burst("gg")
        assert reader.page.scroll_offset.y == 0
        assert "where to?" not in reader.text
