"""Searching again for what was searched before."""

from pathlib import Path

from tests.ui.screen import Reader, reading
from tui_reader import state
from tui_reader.ui.search_bar import SearchBar


def typed(reader: Reader) -> str:
    return reader.main.query_one(SearchBar).text


async def search_and_read(reader: Reader, *queries: str) -> None:
    for query in queries:
        await reader.search(query)
        await reader.press("enter", "escape")


async def test_arrow_up_brings_back_what_was_searched(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await search_and_read(reader, "lantern", "barometer", "log watch")
        await reader.press("slash", "up")
        assert typed(reader) == "log watch"
        await reader.until(lambda: reader.counter, "an answer to it")
        await reader.press("up", "up", "up")
        assert typed(reader) == "lantern"
        await reader.until(lambda: reader.counter == "1/1", "an answer to it")
        await reader.press("down")
        assert typed(reader) == "barometer"
        await reader.press("down", "down")
        assert typed(reader) == ""
        assert not reader.is_in(reader.page)
        await reader.press("down")
        assert reader.is_in(reader.page), "from what is typed, arrow down leads to the results"


async def test_what_is_typed_chooses_among_them(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await search_and_read(reader, "lantern", "barometer", "log")
        await reader.press("slash", "l", "up")
        assert typed(reader) == "log"
        await reader.press("up")
        assert typed(reader) == "lantern"
        await reader.press("x", "up")
        assert typed(reader) == "lanternx", "nothing begins like that"
        await reader.press("escape")


async def test_a_search_that_is_opened_again_can_be_typed_over_or_walked_from(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await search_and_read(reader, "lantern")
        await reader.search("log")
        await reader.press("enter", "slash", "up")
        assert typed(reader) == "lantern"


async def test_a_query_is_kept_when_it_is_read_on_at_and_not_before(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("lantern")
        await reader.press("escape")
        await reader.search("zeppelin")
        await reader.press("enter", "escape")
        await reader.app.workers.wait_for_complete()
        assert state.load().searches == ()
        await reader.search("storm")
        await reader.press("down", "enter")
        await reader.until(lambda: reader.is_in(reader.page), "a result to be opened")
        await reader.press("escape")
        await reader.search("watch", key="S")
        await reader.press("down", "n", "n")
        await reader.app.workers.wait_for_complete()
        assert state.load().searches == ("storm", "watch")


async def test_the_next_run_remembers_and_so_does_a_reader_beside_it(shelf: Path) -> None:
    talk = shelf / "2024-05-03-lighthouse.vtt"
    async with reading(talk) as reader:
        await search_and_read(reader, "lantern")
        await reader.app.workers.wait_for_complete()
        async with reading(talk) as other:
            await search_and_read(other, "barometer")
        await search_and_read(reader, "log")
        await reader.app.workers.wait_for_complete()
    assert state.load().searches == ("lantern", "barometer", "log")
    async with reading(talk, remembered=state.load()) as reader:
        await reader.press("slash", "up", "up")
        assert typed(reader) == "barometer"


async def test_a_folder_that_cannot_be_written_is_told_and_forgets_nothing_meanwhile(
    shelf: Path, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "state").write_text("a file where a folder should be")
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.search("lantern")
        await reader.press("enter")
        await reader.says("Nothing will be remembered (state.db: Not a directory)")
        await reader.press("slash", "up")
        assert typed(reader) == "lantern"


async def test_who_says_how_often_what_is_searched(shelf: Path) -> None:
    async with reading(shelf / "2023-01-20-meeting.txt") as reader:
        await reader.press("i")
        assert "hit" not in reader.text
        await reader.press("escape")
        await reader.search("minutes")
        await reader.press("enter", "i")
        await reader.shows("3 hits for minutes: Wen 2 · Ilse 1")


async def test_the_next_run_goes_on_with_the_last_search(shelf: Path) -> None:
    remembered = state.State(searches=("storm", "lantern"))
    async with reading(shelf, remembered=remembered) as reader:
        await reader.press("n")
        await reader.until(lambda: reader.counter == "1/3 in 3 episodes", "the last search")
        assert typed(reader) == "lantern"
