"""Coming back to where one was, and the list that tells how far one is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.ui.screen import Reader, reading
from tests.ui.talks import LIGHTHOUSE
from tui_reader import state
from tui_reader.anchoring.leaving import Return
from tui_reader.identity import identity
from tui_reader.library import open_file
from tui_reader.request import Opening
from tui_reader.state import Kept, Store
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.open_episode import OpenEpisode
from tui_reader.ui.screens import places

KEEPERS, BREAD, HARBOUR = "The keepers of the rock", "#12 Bread before dawn", "meeting"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a second."""
    monkeypatch.setattr(places, "KEPT_AFTER", 0.03)


@pytest.fixture
def lighthouse(shelf: Path) -> Path:
    return shelf / "2024-05-03-lighthouse.vtt"


def kept(file: Path) -> Kept | None:
    """What any reader finds kept of a file."""
    store = Store()
    found = store.places.get(identity(file, open_file(file).transcript))
    store.close()
    return found


def is_read(file: Path) -> bool | None:
    store = Store()
    found = store.notebook.read().of(identity(file, open_file(file).transcript))
    store.close()
    return found


async def keeps(reader: Reader, file: Path, what: Callable[[Kept], object]) -> None:
    def is_kept() -> object:
        found = kept(file)
        return found is not None and what(found)

    await reader.until(is_kept, "the place to be kept")


def facts(reader: Reader) -> list[str]:
    """The rows of the list that tell about the episodes."""
    return [line for line in reader.lines(reader.episodes)[1::2] if line.strip()]


async def test_one_comes_back_to_the_very_row(lighthouse: Path) -> None:
    async with reading(lighthouse) as reader:
        await reader.press("space", "space", "j")
        before = reader.lines(reader.page)
    async with reading(lighthouse) as reader:
        assert reader.lines(reader.page) == before
    async with reading(lighthouse, size=(60, 20)) as reader:
        top = next(filter(None, before)).rpartition("▎ ")[2]
        assert top[:20] in " ".join(reader.lines(reader.page)[:3]), "the same words on top"


async def test_where_one_has_gone_is_marked_as_it_was(lighthouse: Path) -> None:
    async with reading(lighthouse) as reader:
        await reader.go("30:00")
        await reader.press("k", "k")
        before = reader.lines(reader.page)
        assert reader.here.startswith("Watch 30")
    async with reading(lighthouse) as reader:
        assert reader.here.startswith("Watch 30")
        assert reader.lines(reader.page) == before


async def test_the_place_is_kept_while_one_reads(lighthouse: Path) -> None:
    async with reading(lighthouse) as reader:
        await reader.go("30:00")
        await keeps(reader, lighthouse, lambda found: found.anchor.turn == 30)
        await reader.go("40:00")
        await keeps(reader, lighthouse, lambda found: found.anchor.turn == 40)


async def test_a_place_that_was_asked_for_comes_first(lighthouse: Path, shelf: Path) -> None:
    async with reading(lighthouse) as reader:
        await reader.go("30:00")
    async with reading(shelf, at=Opening(lighthouse, 600_000)) as reader:
        assert reader.here.startswith("Watch 10")
        await reader.press("}")
    async with reading(lighthouse) as reader:
        await reader.until(lambda: reader.here.startswith("Watch 11"), "where one was last")
        await reader.search("lantern")
        await reader.press("enter")
        await reader.until(lambda: "storm lantern" in reader.words, "the hit")


async def test_looking_through_the_list_keeps_nothing(shelf: Path, lighthouse: Path) -> None:
    async with reading(lighthouse) as reader:
        await reader.go("30:00")
    before = kept(lighthouse)
    async with reading(shelf) as reader:
        await reader.press("j")
        await reader.opens(KEEPERS)
        assert reader.words.startswith("Watch 30"), "shown where one was"
        await reader.press("j", "k")
        await reader.opens(KEEPERS)
        await reader.press("j", "k", "k")
        await reader.opens(BREAD)
        await reader.app.workers.wait_for_complete()
    assert kept(lighthouse) == before
    assert kept(shelf / "bakery.md") is None
    assert is_read(shelf / "bakery.md") is None
    assert state.load().episode == lighthouse


async def test_a_search_that_is_left_keeps_nothing_of_what_it_showed(
    shelf: Path, lighthouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(lighthouse) as reader:
        await reader.go("30:00")
    before, is_wanted = kept(lighthouse), Event()
    place_kept = MainScreen.place_kept

    def slowly(screen: MainScreen, opened: OpenEpisode) -> Return | None:
        if screen.focused is screen.transcript:
            is_wanted.wait()
        return place_kept(screen, opened)

    async with reading(shelf, size=(120, 30)) as reader:
        await reader.press("tab")
        await keeps(reader, shelf / "bakery.md", lambda found: True)
        await reader.search("barometer", key="S")
        await reader.opens(KEEPERS)
        await reader.until(lambda: reader.current_hits, "a hit to be shown")
        monkeypatch.setattr(MainScreen, "place_kept", slowly)
        before_list = reader.page.size.width
        await reader.press("escape")
        await reader.until(lambda: reader.page.size.width > before_list, "the list to be narrow")
        await reader.until(reader.is_laid_out, "the page to be as wide")
        is_wanted.set()
        await reader.opens(BREAD)
        await reader.app.workers.wait_for_complete()
    assert kept(lighthouse) == before


async def test_whoever_goes_to_the_transcript_and_stays_reads_there(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("tab")
        await keeps(reader, shelf / "bakery.md", lambda found: True)
    assert state.load().episode == shelf / "bakery.md"


async def test_passing_through_keeps_nothing(
    shelf: Path, lighthouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "KEPT_AFTER", 60.0)
    async with reading(shelf) as reader:
        await reader.press("tab", "J")
        await reader.opens(KEEPERS)
        await reader.press("J")
        await reader.opens(HARBOUR)
    assert kept(lighthouse) is None


async def test_a_place_is_kept_as_one_leaves(
    shelf: Path, lighthouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "KEPT_AFTER", 60.0)
    async with reading(shelf) as reader:
        await reader.press("tab", "J")
        await reader.opens(KEEPERS)
        await reader.go("30:00")
        await reader.press("J")
        await reader.opens(HARBOUR)
        await keeps(reader, lighthouse, lambda found: found.anchor.turn == 30)
        await reader.press("K")
        await reader.opens(KEEPERS)
        assert reader.here.startswith("Watch 30")
        await reader.go("20:00")
    found = kept(lighthouse)
    assert found is not None
    assert found.anchor.turn == 20, "and as one quits"


async def test_a_place_is_kept_before_one_goes_to_the_shell(
    lighthouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "KEPT_AFTER", 60.0)
    async with reading(lighthouse) as reader:
        await reader.go("30:00")
        assert kept(lighthouse) is None
        reader.app.app_suspend_signal.publish(reader.app)
        await keeps(reader, lighthouse, lambda found: found.anchor.turn == 30)


async def test_a_file_that_was_edited_and_moved_opens_at_its_words(
    shelf: Path, lighthouse: Path
) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await reader.go("30:00")
    text = LIGHTHOUSE.replace("Watch 2 began", "Watch number two began")
    lighthouse.unlink()
    moved = shelf / "renamed.vtt"
    moved.write_text(text.replace("WEBVTT - The keepers of the rock", "WEBVTT - Rock"))
    async with reading(shelf, at=Opening(moved)) as reader:
        assert reader.here.startswith("Watch 30")


async def test_words_that_are_gone_leave_their_time_and_a_sentence(lighthouse: Path) -> None:
    async with reading(lighthouse) as reader:
        await reader.go("30:00")
    text = LIGHTHOUSE
    for number in range(25, 36):
        text = text.replace(f"Watch {number} began with a look at the barometer", "Nothing was")
        text = text.replace(f"then came the log, and the log of watch {number} says", "all agree")
        text = text.replace("a cup of something hot,", "quite some rain, and", 1)
    lighthouse.write_text(text)
    async with reading(lighthouse) as reader:
        await reader.says("this is the same time")
        assert reader.page.place.turn == 30


async def test_the_list_tells_how_far_one_is_and_what_was_read(
    shelf: Path, lighthouse: Path
) -> None:
    async with reading(shelf) as reader:
        assert not any("%" in row or "✓" in row for row in facts(reader))
        await reader.press("j", "enter")
        await reader.opens(KEEPERS)
        await reader.go("30:00")
        await reader.until(lambda: "49 % ·" in facts(reader)[1], "how far one is")
        assert facts(reader)[1].startswith("  49 % · ")
        await reader.press("G")
        await reader.until(lambda: facts(reader)[1].startswith("✓ "), "the tick")
        assert "%" not in facts(reader)[1]
    assert is_read(lighthouse) is True
    async with reading(shelf) as reader:
        await reader.until(lambda: facts(reader)[1].startswith("✓ "), "the tick")


async def test_a_narrow_list_has_room_for_it(shelf: Path, lighthouse: Path) -> None:
    async with reading(shelf, size=(80, 24), at=Opening(lighthouse)) as reader:
        await reader.go("30:00")
        await reader.until(lambda: "49 %" in reader.text, "how far one is")
        assert any(row.strip().startswith("49 % · 2024-05-03") for row in facts(reader))


async def test_an_episode_is_marked_as_read_and_as_unread(shelf: Path) -> None:
    bakery = shelf / "bakery.md"
    async with reading(shelf) as reader:
        await reader.press("x")
        await reader.says(f"Marked as read: {BREAD}")
        await reader.until(lambda: facts(reader)[0].startswith("✓ "), "the tick")
        assert is_read(bakery) is True
        await reader.press("x")
        await reader.says(f"Marked as not read yet: {BREAD}")
        await reader.until(lambda: not facts(reader)[0].startswith("✓ "), "no tick")
        assert is_read(bakery) is False
        await reader.press("j", "x")
        await reader.says(f"Marked as read: {KEEPERS}")


async def test_what_was_marked_as_unread_at_its_end_stays_so(lighthouse: Path) -> None:
    async with reading(lighthouse) as reader:
        await reader.press("G")
        await reader.until(lambda: is_read(lighthouse), "it to be read")
        await reader.press("x")
        await reader.until(lambda: is_read(lighthouse) is False, "it to be unread")
        await reader.press("k", "j")
        await keeps(reader, lighthouse, lambda found: found.progress == 1.0)
        await reader.app.workers.wait_for_complete()
    assert is_read(lighthouse) is False


async def test_all_are_marked_as_read_and_that_is_taken_back(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("x")
        await reader.until(lambda: facts(reader)[0].startswith("✓ "), "the tick")
        await reader.press("X")
        await reader.says("Marked 2 episodes as read; once more takes it back.")
        await reader.until(lambda: all(row.startswith("✓") for row in facts(reader)), "ticks")
        await reader.press("X")
        await reader.says("2 marked as before.")
        ticks = [True, False, False]
        await reader.until(
            lambda: [row.startswith("✓") for row in facts(reader)] == ticks, "the ticks as before"
        )
        assert is_read(shelf / "2024-05-03-lighthouse.vtt") is None
        await reader.press("X")
        await reader.says("Marked 2 episodes")
        await reader.press("x", "X")
        await reader.says("Marked 1 episode as read")


async def test_keys_that_come_faster_than_the_disk_are_done_in_their_order(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.burst("xxx")
        await reader.app.workers.wait_for_complete()
        assert is_read(shelf / "bakery.md") is True
        await reader.burst("XXXXx")
        await reader.app.workers.wait_for_complete()
        await reader.until(lambda: not any("✓" in row for row in facts(reader)), "no tick")
    assert is_read(shelf / "bakery.md") is False
    assert is_read(shelf / "2023-01-20-meeting.txt") is None


async def test_hits_are_not_the_list(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("the")
        await reader.press("enter", "h", "X")
        await reader.says("leave the search to mark all")


async def test_another_reader_keeps_its_own_place_and_each_sees_the_others(
    shelf: Path, lighthouse: Path
) -> None:
    async with reading(shelf) as reader:
        store = Store()
        store.notebook.set_read(identity(lighthouse, open_file(lighthouse).transcript), True)
        store.close()
        await reader.press("x")
        await reader.until(lambda: facts(reader)[1].startswith("✓ "), "the other's tick")


async def test_a_damaged_memory_is_told_and_one_reads_on(shelf: Path, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "data" / "tui-reader"
    folder.mkdir(parents=True)
    (folder / "data.db").write_text("not a database")
    async with reading(shelf) as reader:
        await reader.shows("Set aside as data.damaged-1.db")
        await reader.press("x")
        await reader.until(lambda: facts(reader)[0].startswith("✓ "), "the tick")
    assert (folder / "data.damaged-1.db").read_text() == "not a database"


async def test_the_last_episode_is_where_the_cursor_of_the_list_is(
    shelf: Path, lighthouse: Path
) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await reader.go("30:00")
    remembered = replace(state.load(), library=(shelf,))
    assert remembered.episode == lighthouse
    async with reading(shelf, at=Opening(lighthouse), remembered=remembered) as reader:
        assert KEEPERS in reader.cursor
        assert reader.here.startswith("Watch 30")
        assert reader.is_in(reader.page)
