"""The panel of marks and notes."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.ui.screen import Reader, reading
from tui_reader.anchoring import Anchor
from tui_reader.identity import Identity
from tui_reader.state import Store
from tui_reader.ui.dialogs.notebook import NotebookDialog
from tui_reader.ui.notes_list import NotesList

BREAD, LIGHT = "#12 Bread before dawn", "The keepers of the rock"


@pytest.fixture
def kept(shelf: Path) -> Path:
    """The shelf, with a mark and two notes on the bakery and a note on the lighthouse."""
    store = Store()
    bread = Identity(shelf / "bakery.md", "", (), BREAD, None, "2024-06-01")
    light = Identity(shelf / "2024-05-03-lighthouse.vtt", "", (), LIGHT, None, "2024-05-03")
    book, lukasz = store.notebook, "Łukasz Piekarz"

    def at(turn: int, words: str) -> Anchor:
        return Anchor(turn, 0, None, "", words, None)

    oven = at(3, "The oven hums when it is warm enough.")
    book.mark("o", bread, oven, "The oven hums when it is warm enough.", "Mara", None)
    dough = at(0, "The dough is older than I am.")
    book.note(bread, dough, None, "The dough is older than I am.", lukasz, None, "How old?\nAsk.")
    gone = at(1, "Nothing of the kind was ever said by anybody in a bakery.")
    book.note(bread, gone, None, "Nothing of the kind\x1b[2J.", "Mara", None, "[b]Gone[/b]")
    storm = at(41, "At last somebody lit the storm lantern and the boats turned back.")
    book.note(light, storm, None, "At last somebody lit it.", "Wen", 2_460_000, "The storm!")
    store.close()
    return shelf


def panel(reader: Reader) -> NotebookDialog:
    assert isinstance(reader.app.screen, NotebookDialog)
    return reader.app.screen


def rows(reader: Reader) -> Sequence[str]:
    """The rows of the list, without the blanks around them."""
    area = panel(reader).query_one(NotesList).region
    lines = (row[area.x : area.right].strip() for row in reader.rows[area.y : area.bottom])
    return [" ".join(line.split()) for line in lines if line]


async def opened(reader: Reader) -> None:
    await reader.press("B")
    await reader.shows("Marks and notes ─ ")


async def in_bread(reader: Reader) -> None:
    await reader.opens(BREAD)
    await reader.until(lambda: len(reader.main.located) == 3, "what is kept of it")


async def test_all_is_listed_this_episode_first(kept: Path) -> None:
    async with reading(kept) as reader:
        await in_bread(reader)
        await opened(reader)
        assert rows(reader) == [
            "#12 Bread before dawn 2024-06-01",
            "✎ Łukasz Piekarz The dough is older than I am.",
            "How old? Ask.",
            "✎ words gone Mara Nothing of the kind␛[2J.",
            "[b]Gone[/b]",
            "o Mara The oven hums when it is warm enough.",
            "The keepers of the rock 2024-05-03",
            "✎ 41:00 Wen At last somebody lit it.",
            "The storm!",
        ]


async def test_enter_goes_there_in_any_episode(kept: Path) -> None:
    async with reading(kept) as reader:
        await in_bread(reader)
        await opened(reader)
        await reader.press("j", "j", "enter")
        await reader.until(lambda: "The oven hums" in reader.here, "the mark")
        await opened(reader)
        await reader.press("G", "enter")
        await reader.opens(LIGHT)
        await reader.until(lambda: reader.page.place.turn == 41, "the note")
        await reader.press("apostrophe", "apostrophe")
        await reader.opens(BREAD)


async def test_what_cannot_be_found_again_is_told_and_read_whole(kept: Path) -> None:
    async with reading(kept) as reader:
        await in_bread(reader)
        await opened(reader)
        await reader.press("j")
        await reader.shows("These words are not in the transcript any more")
        await reader.press("enter")
        await reader.says("The words of this note are not in")


async def test_a_file_that_is_gone_is_told(kept: Path) -> None:
    (kept / "2024-05-03-lighthouse.vtt").unlink()
    async with reading(kept) as reader:
        await in_bread(reader)
        await opened(reader)
        await reader.press("G")
        await reader.shows("✎   41:00  file gone  Wen")
        await reader.shows("Its file is gone:")


async def test_words_filter_at_every_key_and_esc_shows_all(kept: Path) -> None:
    async with reading(kept) as reader:
        await in_bread(reader)
        await opened(reader)
        await reader.burst("/lukasz")
        await reader.shows("1 of 4")
        await reader.shows("Enter to the list ─ Esc shows all")
        assert rows(reader)[1:] == [
            "✎ Łukasz Piekarz The dough is older than I am.",
            "How old? Ask.",
        ]
        await reader.press("down", "slash", "space", *"nowhere")
        await reader.shows("None has all of these words")
        await reader.press("escape")
        await reader.shows("Marks and notes ─ 4")
        assert isinstance(reader.app.focused, NotesList)
        await reader.shows("/ filters")
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is reader.main, "the page")


async def test_twice_d_deletes_and_u_brings_back_what_was_deleted_one_after_the_other(
    kept: Path,
) -> None:
    async with reading(kept) as reader:
        await in_bread(reader)
        await opened(reader)
        await reader.press("d")
        await reader.shows("d once more deletes it")
        await reader.press("j", "d")
        await reader.shows("d once more deletes it")
        assert len(rows(reader)) == 9, "other keys in between, and nothing is deleted"
        await reader.press("escape")
        await reader.press("B")
        await reader.burst("ddGdd")
        await reader.shows("Marks and notes ─ 2")
        await reader.shows("Deleted: u brings it back")
        await reader.press("escape")
        await reader.until(lambda: len(reader.main.located) == 2, "the rest")
        await opened(reader)
        await reader.press("u")
        await reader.shows("The storm!")
        await reader.press("u")
        await reader.shows("How old?")
        await reader.press("u")
        await reader.shows("Nothing was deleted")


async def test_keys_in_a_burst_delete_one_after_the_other(kept: Path) -> None:
    async with reading(kept) as reader:
        await in_bread(reader)
        await opened(reader)
        await reader.burst("ddddu")
        await reader.shows("Marks and notes ─ 3")
        assert "[b]Gone[/b]" in rows(reader) and "How old? Ask." not in rows(reader)


async def test_a_note_is_changed_in_the_panel(kept: Path) -> None:
    async with reading(kept) as reader:
        await in_bread(reader)
        await opened(reader)
        await reader.press("a", *" Now.", "escape")
        await reader.shows("The note is changed")
        assert "How old? Ask. Now." in rows(reader)
        await reader.press("j", "j", "a")
        await reader.shows("Only notes have a text")


async def test_what_is_shown_is_exported(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "out" / "mine.md"
    async with reading(kept) as reader:
        await in_bread(reader)
        await opened(reader)
        await reader.press("slash", *"storm", "enter", "e")
        await reader.shows("tui-reader-notes.md")
        await reader.press("ctrl+u")
        await reader.paste(str(file))
        await reader.press("enter")
        await reader.until(file.exists, "the file")
        await reader.shows("Written:")
        text = file.read_text("utf-8")
        assert text.startswith("# Marks and notes\n\n## The keepers of the rock\n\n> At last")
        assert "The storm!" in text and "dough" not in text
        file.write_text("Mine now.")
        await reader.press("e", "enter")
        await reader.shows("it stays as it is.")
        assert file.read_text() == "Mine now."


async def test_nothing_kept_says_how_to_keep_something(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("B")
        await reader.shows("Nothing is kept yet: m sets a mark, a writes a note.")
        await reader.press("d", "d", "a", "e", "enter", "u")
        await reader.shows("Nothing was deleted")


@pytest.mark.parametrize("size", [(40, 20), (120, 40)])
async def test_the_panel_reads_well_at_any_size(kept: Path, size: tuple[int, int]) -> None:
    async with reading(kept, size) as reader:
        await in_bread(reader)
        await opened(reader)
        assert all(len(row) <= size[0] for row in reader.rows)
        assert "Enter goes" in reader.status and "Esc closes" in reader.status
        assert any(row.startswith("✎ Łukasz") for row in rows(reader))
        await reader.press("tab", "j", "tab", "k")
        await reader.pilot.click(offset=reader.cell("At last", panel(reader).query_one(NotesList)))
        await reader.opens(LIGHT)


async def test_thousands_are_there_at_once(shelf: Path) -> None:
    book = Store().notebook
    about = Identity(shelf / "bakery.md", "", (), BREAD, None, None)
    for turn in range(300):
        where = Anchor(turn, 0, turn * 1000, "", f"words {turn}", None)
        book.note(about, where, None, f"words {turn}", "Mara", turn * 1000, f"note {turn}")
    async with reading(shelf) as reader:
        await opened(reader)
        await reader.press("G")
        await reader.shows("note 299")
        await reader.press("slash", *"note 123")
        await reader.shows("1 of 300")


async def test_what_is_open_is_not_gone_whatever_its_file_is_called_now(shelf: Path) -> None:
    file, moved = shelf / "2024-05-03-lighthouse.vtt", shelf / "storm.vtt"
    async with reading(file) as reader:
        await reader.go("41:00")
        await reader.press("a")
        await reader.paste("The storm!")
        await reader.press("escape")
        await reader.says("The note is kept")
    moved.write_text(file.read_text().replace("a cup of something hot", "a mug of tea"))
    file.unlink()
    async with reading(moved) as reader:
        await reader.until(lambda: reader.main.located, "the note")
        await opened(reader)
        await reader.shows("The storm!")
        assert "file gone" not in reader.text
