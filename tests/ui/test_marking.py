"""Marks, notes and the selection of turns, as somebody sets and sees them."""

from functools import partial
from pathlib import Path

import pytest

from tests.ui.screen import Reader, reading
from tui_reader.state import Store
from tui_reader.ui.dialogs.note import NoteDialog
from tui_reader.ui.dialogs.notebook import NotebookDialog


def lighthouse(shelf: Path) -> Path:
    return shelf / "2024-05-03-lighthouse.vtt"


def is_at(reader: Reader, turn: int) -> bool:
    return reader.page.place.turn == turn


async def marked(reader: Reader, letter: str) -> None:
    """Set a mark and wait until it is kept."""
    await reader.press("m", letter)
    await reader.says(f"Marked this place: '{letter}")


async def noted(reader: Reader, text: str) -> None:
    """Write a note on the turn one is at."""
    await reader.press("a")
    await reader.until(lambda: isinstance(reader.app.screen, NoteDialog), "the editor")
    await reader.paste(text)
    await reader.press("escape")
    await reader.says("The note is kept")


# Marks


async def test_a_mark_leads_back_to_its_words(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await marked(reader, "a")
        await reader.go("#50")
        await reader.press("apostrophe", "a")
        await reader.until(lambda: reader.page.place.turn == 19, "the mark")
        assert "Watch 19" in reader.here


async def test_back_and_forth_between_here_and_before_the_last_jump(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await reader.go("#50")
        for turn in (19, 49, 19):
            await reader.press("apostrophe", "apostrophe")
            await reader.until(partial(is_at, reader, turn), "the other end")


async def test_what_waits_for_a_letter_says_so_and_takes_the_very_next_key(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await reader.press("m")
        await reader.says("m…  a letter, Esc leaves")
        await reader.press("slash")
        await reader.says("A mark is called by a letter")
        assert reader.is_in(reader.page), "the search bar has not opened"
        await reader.press("apostrophe")
        await reader.says("no marks yet")
        await reader.press("escape")
        await reader.says("Not gone anywhere")
        assert reader.page.place.turn == 19


async def test_both_keys_may_come_in_one_burst(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await reader.burst("}ma}}mB")
        await reader.says("'B")
        await reader.until(lambda: len(reader.main.located) == 2, "both marks")
        assert [(one.entry.letter, one.place.turn) for one in reader.main.located if one.place] == [
            ("a", 20),
            ("B", 22),
        ]


async def test_the_letters_that_are_set_are_shown_with_their_words(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#42")
        await marked(reader, "s")
        await reader.go("#3")
        await marked(reader, "W")
        await reader.press("apostrophe")
        await reader.says("s At last somebody")
        await reader.says("W Watch 2 began")


async def test_a_letter_without_a_mark_is_told(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.press("apostrophe", "x")
        await reader.says("There is no mark x in this episode")
        await reader.press("apostrophe", "X")
        await reader.says("There is no mark X in the library")


async def test_a_capital_leads_into_another_episode_and_back(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.opens("#12 Bread before dawn")
        await reader.press("l")
        await reader.go("#3")
        await marked(reader, "B")
        await reader.press("J")
        await reader.opens("The keepers of the rock")
        await reader.go("#30")
        await reader.press("apostrophe", "B")
        await reader.opens("#12 Bread before dawn")
        await reader.until(lambda: reader.page.place.turn == 2, "the mark")
        await reader.press("apostrophe", "apostrophe")
        await reader.opens("The keepers of the rock")
        await reader.until(lambda: reader.page.place.turn == 29, "where one was")


async def test_a_capital_opens_a_file_that_is_in_no_list(shelf: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        await reader.go("#3")
        await marked(reader, "B")
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#30")
        await reader.press("apostrophe", "B")
        await reader.opens("#12 Bread before dawn")
        await reader.until(lambda: "fed at four" in reader.here, "the words")
        for title in ("The keepers of the rock", "#12 Bread before dawn"):
            await reader.press("apostrophe", "apostrophe")
            await reader.opens(title)


async def test_from_a_file_that_is_in_no_list_one_searches_and_comes_back(
    shelf: Path, tmp_path: Path
) -> None:
    stray = tmp_path / "stray.md"
    stray.write_text((shelf / "bakery.md").read_text())
    (shelf / "bakery.md").unlink()
    async with reading(stray) as reader:
        await reader.go("#3")
        await marked(reader, "B")
    async with reading(shelf) as reader:
        await reader.press("l", "apostrophe", "B")
        await reader.opens("#12 Bread before dawn")
        await reader.search("minutes", key="S")
        await reader.opens("meeting")
        await reader.press("escape")
        await reader.opens("#12 Bread before dawn")
        await reader.until(lambda: "fed at four" in reader.here, "the words")


async def test_a_mark_whose_file_is_gone_is_told(shelf: Path) -> None:
    async with reading(shelf / "bakery.md") as reader:
        await reader.go("#3")
        await marked(reader, "B")
    (shelf / "bakery.md").unlink()
    async with reading(lighthouse(shelf)) as reader:
        await reader.press("apostrophe", "B")
        await reader.says("its file is gone")
        assert reader.open_title == "The keepers of the rock"


async def test_a_mark_leads_to_its_words_in_a_file_of_another_name_and_title(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("41:00")
        await marked(reader, "B")
    text = lighthouse(shelf).read_text().replace("The keepers of the rock", "Another title")
    lighthouse(shelf).unlink()
    (shelf / "storm.vtt").write_text(text)
    async with reading(shelf) as reader:
        await reader.opens("#12 Bread before dawn")
        await reader.press("apostrophe", "B")
        await reader.until(lambda: "storm lantern" in reader.here, "the words")


async def test_a_mark_whose_words_are_gone_is_told_and_stays(tmp_path: Path) -> None:
    said = [
        "Somebody has to wind the clock before the boat comes in.",
        "Nobody ever winds it, and still the boat comes every week.",
        "My grandmother kept the log here, in pencil, for thirty years.",
        "She wrote down every gull that sat on the railing, and its mood.",
        "Paraffin is dear this winter, so the small lamp stays dark.",
        "Then let us play cards by the light of the big one.",
    ]
    file = tmp_path / "rock.txt"

    def write(turns: list[str]) -> None:
        lines = (
            f"Wen (0{n}:00)\n\n{text}\n\nIlse (0{n}:30)\n\nYes.\n" for n, text in enumerate(turns)
        )
        file.write_text("\n".join(lines))

    write(said)
    async with reading(file) as reader:
        await reader.go("#5")
        await marked(reader, "s")
    write([*said[:1], *said[4:]])
    async with reading(file) as reader:
        await reader.press("apostrophe", "s")
        await reader.says("The words of mark s are not in")
        await reader.press("B")
        await reader.shows("words gone")
        await reader.shows("My grandmother kept the log here, in pencil, for thirty years.")


async def test_a_mark_is_where_it_was_after_the_reader_was_left_at_once(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await reader.burst("maQ")
    assert [entry.letter for entry in Store().notebook.entries()] == ["a"]


async def test_nothing_to_mark_is_told(tmp_path: Path) -> None:
    file = tmp_path / "empty.vtt"
    file.write_text("WEBVTT\n")
    async with reading(file) as reader:
        await reader.press("a")
        await reader.says("Go to a turn")
        await reader.press("v")
        await reader.says("Go to a turn")


# Notes


async def test_a_note_is_written_on_a_turn_and_changed(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await reader.burst("aNice")
        await reader.until(lambda: isinstance(reader.app.screen, NoteDialog), "the editor")
        await reader.press("enter", *"and cold")
        await reader.shows("Watch 19 began")
        await reader.press("ctrl+s")
        await reader.says("The note is kept")
        await reader.press("a")
        await reader.shows("and cold")
        await reader.paste(", [b]too[/b]\x1b[2J")
        await reader.press("escape")
        await reader.says("The note is changed")
        texts = [one.entry.text for one in reader.main.located]
        assert texts == ["Nice\nand cold, [b]too[/b]␛[2J"]


async def test_keys_that_come_in_one_burst_write_the_note_on_the_turn_they_lead_to(
    shelf: Path,
) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await reader.burst("}vjaTwo turns")
        await reader.shows("Two turns")
        await reader.press("escape")
        await reader.says("The note is kept")
        (kept,) = reader.main.located
        assert (kept.turns, kept.entry.text) == (range(20, 22), "Two turns")
        await reader.press("home")
        await reader.burst("aG")
        await reader.says("Go to a turn")


@pytest.mark.parametrize("size", [(120, 30), (34, 24)])
async def test_the_editor_tells_that_more_was_said_than_it_shows(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = tmp_path / "talk.vtt"
    much = "Much is said here. " * 60
    talk.write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Short.\n\n"
        f"00:02.000 --> 00:59.000\n<v Bo>{much}\n"
    )
    async with reading(talk, size) as reader:
        await reader.go("0:01")
        await reader.press("a")
        await reader.shows("Esc or Ctrl+S")
        assert "…" not in reader.text
        await reader.press("escape", "}", "a")
        await reader.shows("…")


async def test_an_editor_in_which_nothing_was_typed_leaves_nothing(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await reader.press("a")
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is reader.main, "the page")
    assert Store().notebook.entries() == []


async def test_what_is_typed_is_kept_even_where_the_reader_is_left(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await reader.press("a", *"Mine", "ctrl+q")
    assert [entry.text for entry in Store().notebook.entries()] == ["Mine"]


async def test_an_emptied_note_is_deleted_and_can_be_brought_back(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await noted(reader, "Mine")
        await reader.press("a", *["backspace"] * 4, "escape")
        await reader.says("so it is deleted")
        await reader.press("B", "u")
        await reader.until(lambda: "Mine" in reader.text, "the note")


async def test_marks_and_notes_are_seen_beside_their_words(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await marked(reader, "a")
        await reader.go("#21")
        await noted(reader, "Mine")
        await reader.go("#19")
        await reader.until(lambda: len(reader.main.located) == 2, "both")
        rows = reader.lines(reader.page)
        assert next(row for row in rows if "Watch 19" in row).startswith("a ")
        assert next(row for row in rows if "Watch 20" in row).startswith("✎ ")
        bar = [row[reader.page.region.right - 2] for row in reader.rows[2:-2]]
        assert "◂" in bar


@pytest.mark.parametrize("size", [(40, 20), (100, 30), (160, 40)])
async def test_signs_do_not_move_the_words(shelf: Path, size: tuple[int, int]) -> None:
    async with reading(lighthouse(shelf), size) as reader:
        await reader.go("#20")
        await reader.press("k")
        before = reader.lines(reader.page)
        await marked(reader, "a")
        await noted(reader, "Mine")
        await reader.until(lambda: len(reader.main.located) == 2, "both")
        after = reader.lines(reader.page)
        last = reader.page.content_region.width - 1  # where the scrollbar has its ticks
        assert [row[2:last].rstrip() for row in after] == [row[2:last].rstrip() for row in before]
        assert [row[:2] for row in after] != [row[:2] for row in before]


async def test_hits_and_notes_have_ticks_of_their_own(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#10")
        await noted(reader, "Mine")
        await reader.search("lantern")
        await reader.press("enter")
        bar = {row[reader.page.region.right - 2] for row in reader.rows[2:-2] if len(row) > 98}
        assert {"◂", "━"} <= bar


# Selecting turns


async def test_turns_are_selected_by_every_motion(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#10")
        await reader.press("v")
        await reader.says("1 turn selected")
        await reader.press("j", "}")
        await reader.says("3 turns selected")
        assert reader.main.selected_turns == range(9, 12)
        await reader.press(")")
        await reader.until(lambda: reader.main.selected_turns == range(9, 15), "Wen's next")
        await reader.press("G")
        await reader.until(lambda: reader.main.selected_turns == range(9, 61), "all to the end")
        await reader.go("#5")
        await reader.until(lambda: reader.main.selected_turns == range(4, 10), "upwards")


async def test_what_is_selected_is_seen_without_colour_too(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#10")
        await reader.press("v", "j")
        await reader.says("2 turns")
        marked = [row for row in reader.lines(reader.page) if row[:1] in "▸┃" and row]
        assert "Watch 9" in marked[0] and "Watch 10" in " ".join(marked)
        assert "Watch 11" not in " ".join(marked)
        await reader.press("escape")
        assert reader.main.selected_turns is None
        assert not any(row.startswith("┃") for row in reader.lines(reader.page))


async def test_a_note_is_about_all_that_is_selected(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#10")
        await reader.press("v", "j", "j", "a", *"Three", "escape")
        await reader.says("The note is kept")
        (kept,) = reader.main.located
        assert kept.turns == range(9, 12)
        assert kept.entry.quote.startswith("Mara: Watch 9")
        assert "\n\nWen: Watch 11" in kept.entry.quote
        assert reader.main.selected_turns is None
        await reader.go("#10")
        await reader.press("a")
        await reader.shows("Three")


async def test_a_note_goes_to_the_episode_it_was_begun_on(shelf: Path) -> None:
    file = lighthouse(shelf)
    async with reading(file) as reader:
        await reader.go("#20")
        await reader.press("a", *"Mine")
        opened = reader.main.opened
        file.write_text(file.read_text() + "\n02:00:00.000 --> 02:00:05.000\n<v Mara>Late.\n")
        await reader.until(lambda: reader.main.opened is not opened, "the file, read anew")
        await reader.press("escape")
        await reader.says("The note is kept")
        await reader.until(lambda: len(reader.main.located) == 1, "the note, on the new page")
        assert reader.main.located[0].turns == range(19, 20)


async def test_another_episode_has_nothing_selected(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("l")
        await reader.go("#2")
        await reader.press("v", "J")
        await reader.opens("The keepers of the rock")
        assert reader.main.selected_turns is None


async def test_words_selected_with_the_mouse_are_what_a_note_is_about(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#10")
        start = reader.cell("Watch 9", reader.page)
        end = reader.cell("Watch 11", reader.page)
        await reader.drag(start, (end[0] + 3, end[1]))
        assert reader.page.chosen_turns == range(9, 12)
        await reader.press("a", *"Mouse", "escape")
        await reader.says("The note is kept")
        assert reader.main.located[0].turns == range(9, 12)


async def test_the_panel_can_be_left_and_opened_while_a_mark_is_waited_for(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.press("m", "B")
        await reader.says("'B")
        await reader.press("B")
        await reader.until(lambda: isinstance(reader.app.screen, NotebookDialog), "the panel")


async def test_in_the_search_bar_all_these_keys_are_text(shelf: Path) -> None:
    async with reading(lighthouse(shelf)) as reader:
        await reader.press("slash", *"ma'vaB")
        await reader.until(lambda: reader.main.bar.text == "ma'vaB", "the query")
        assert reader.app.screen is reader.main
        assert reader.main.selected_turns is None


async def test_the_editor_has_room_in_a_small_window(shelf: Path) -> None:
    async with reading(lighthouse(shelf), (40, 20)) as reader:
        await reader.go("#20")
        await reader.press("a", *"Small")
        await reader.shows("Small")
        await reader.shows("Watch 19 began")
        await reader.shows("Esc or Ctrl+S keeps it")
        assert all(len(row) <= 40 for row in reader.rows)


async def test_without_colour_marks_notes_and_selection_are_signs(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(lighthouse(shelf)) as reader:
        await reader.go("#20")
        await marked(reader, "a")
        await noted(reader, "Mine")
        await reader.press("v", "j")
        await reader.says("2 turns")
        rows = reader.lines(reader.page)
        assert any(row.startswith("┃a") for row in rows)
        assert any(row.startswith("┃ ") for row in rows)
