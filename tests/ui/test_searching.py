"""Searching, in the open episode and in the library."""

from functools import partial
from pathlib import Path

import pytest

from tests.ui.screen import Reader, reading
from tui_reader.ui.reports import Searched
from tui_reader.ui.results import Results
from tui_reader.ui.scope import Scope
from tui_reader.ui.search_bar import SearchBar


async def test_a_search_in_the_episode_is_live_and_escape_leads_back(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.go("#20")
        await reader.press("j")
        before = reader.lines(reader.page)
        await reader.press("slash", "l", "a", "n")
        assert reader.scope == "episode"
        await reader.until(lambda: reader.counter == "1/1", "one hit")
        assert reader.current_hits == ["lantern"]
        assert "At last somebody" in reader.words
        await reader.press("x")
        await reader.until(lambda: reader.counter == "no hits", "no hits")
        assert reader.hits == []
        await reader.press("escape")
        assert reader.lines(reader.page) == before
        assert reader.counter == ""
        assert "/ to search" in reader.rows[0]
        assert reader.is_in(reader.page)


async def test_escape_leads_back_to_the_very_rows(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.go("#20")
        await reader.pilot.click(offset=reader.cell("Watch 22"))
        before = reader.lines(reader.page)
        await reader.search("lantern")
        await reader.press("escape")
        assert reader.lines(reader.page) == before


async def test_escape_leads_back_to_them_where_the_list_took_room_for_its_hits(shelf: Path) -> None:
    async with reading(shelf, (130, 30)) as reader:
        await reader.press("enter", "J")
        await reader.opens("The keepers of the rock")
        await reader.go("#20")
        await reader.pilot.click(offset=reader.cell("Watch 22"))
        before = reader.lines(reader.page)
        await reader.search("storm lantern", key="S")
        await reader.until(lambda: reader.lines(reader.page) != before, "the hit")
        await reader.press("escape")
        await reader.until(lambda: reader.lines(reader.page) == before, "the rows there were")


async def test_hit_by_hit_and_round_the_end(shelf: Path) -> None:
    async with reading(shelf / "2023-01-20-meeting.txt") as reader:
        await reader.search("minutes")
        await reader.press("enter")
        assert reader.is_in(reader.page)
        assert reader.counter == "1/3"
        assert reader.hits == ["minutes"] * 3
        for key, counter, words in [
            ("n", "2/3", "The minutes also"),
            ("n", "3/3", "Then the minutes"),
            ("N", "2/3", "The minutes also"),
            ("n", "3/3", "Then the minutes"),
        ]:
            await reader.press(key)
            assert (reader.counter, reader.current_hits) == (counter, ["minutes"])
            assert reader.here.startswith(words)
        await reader.press("n")
        await reader.says("beginning again")
        assert reader.counter == "1/3"
        await reader.press("N")
        await reader.says("end again")
        assert reader.counter == "3/3"
        await reader.press("escape")
        assert (reader.counter, reader.hits) == ("", [])
        assert reader.here.startswith("Then the minutes"), "escape in the text stays where one is"
        await reader.press("n")
        await reader.until(lambda: reader.hits == ["minutes"] * 3, "the last search again")


async def test_a_search_in_the_library_shows_where_the_hits_are(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("storm")
        assert reader.scope == "library"
        await reader.until(lambda: reader.counter == "1/2 in 2 episodes", "two hits")
        listed = "\n".join(reader.lines(reader.episodes))
        assert "2 of 3 ─ relevance" in reader.text
        assert "meeting" not in listed
        assert listed.count("storm") == 2
        await reader.press("enter")
        assert reader.is_in(reader.page)
        await reader.until(lambda: reader.current_hits == ["storm"], "the hit on the page")
        first = reader.here
        await reader.press("n")
        await reader.until(lambda: reader.counter == "2/2 in 2 episodes", "the second episode")
        await reader.until(lambda: reader.current_hits == ["storm"], "its hit")
        assert reader.here != first
        await reader.press("n")
        await reader.says("beginning again")
        await reader.until(lambda: reader.here == first, "the first hit again")
        await reader.press("tab", "j", "enter")
        await reader.until(lambda: reader.counter == "2/2 in 2 episodes", "the hit in the list")
        await reader.until(lambda: reader.current_hits == ["storm"], "its hit again")
        await reader.press("escape")
        assert len(reader.titles) == 3
        assert reader.hits == []


async def test_escape_from_a_library_search_leads_back_to_the_episode_and_the_list(
    shelf: Path,
) -> None:
    async with reading(shelf) as reader:
        await reader.press("enter", "J")
        await reader.opens("The keepers of the rock")
        await reader.go("#30")
        before = reader.lines(reader.page)
        await reader.search("objected", key="S")
        await reader.opens("meeting")
        assert reader.scope == "library"
        await reader.press("escape")
        await reader.until(lambda: reader.lines(reader.page) == before, "the place one was at")
        assert reader.is_in(reader.page)
        assert len(reader.titles) == 3


async def test_the_scope_can_be_switched_while_one_types(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("enter")
        await reader.search("lantern")
        assert (reader.scope, reader.counter) == ("episode", "1/1")
        await reader.press("ctrl+t")
        await reader.until(lambda: "in 3 episodes" in reader.counter, "the library's hits")
        assert reader.scope == "library"
        await reader.press("ctrl+t")
        await reader.until(lambda: reader.counter == "1/1", "the episode's hits")
        assert len(reader.titles) == 3


async def test_a_phrase_is_found_across_a_cue_break(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search('"storm lantern and"')
        await reader.until(lambda: reader.counter == "0/0" or "1/1" in reader.counter, "a hit")
        assert reader.counter == "1/1 in 1 episode"


async def test_letters_need_no_strokes_and_names_can_be_asked_for(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("speaker:lukasz")
        await reader.until(lambda: reader.counter == "1/3 in 1 episode", "his three turns")
        assert "Łukasz Piekarz" in reader.text
        await reader.press("n")
        assert not reader.is_in(reader.page), "an n that is typed is a letter"
        await reader.press("backspace", "enter", "n")
        assert reader.counter == "2/3 in 1 episode"
        assert reader.here.startswith("It gets fed at four.")


async def test_without_a_search_there_is_no_next_hit(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("n")
        await reader.says("press / first")
        await reader.press("N")
        await reader.says("press / first")


async def test_what_is_nowhere_is_said(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("zeppelin")
        assert reader.counter == "no hits"
        assert "No hits" in "\n".join(reader.lines(reader.episodes))
        await reader.press("enter")
        await reader.says("Nothing in the library has zeppelin")
        await reader.press("escape")
        assert len(reader.titles) == 3


async def test_a_query_that_says_nothing_yet_is_no_error(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("slash", '"', "-", "space")
        await reader.until(lambda: reader.counter == "…", "a sign of waiting for more")
        assert len(reader.titles) == 3


async def test_an_answer_to_an_older_query_never_replaces_a_newer_one(shelf: Path) -> None:
    async with reading(shelf / "2023-01-20-meeting.txt") as reader:
        await reader.search("minutes")
        await reader.until(lambda: reader.counter == "1/3", "three hits")
        reader.main.post_message(Searched(Results("lantern", Scope.EPISODE), live=True))
        reader.main.post_message(Searched(Results("minutes", Scope.LIBRARY), live=True))
        await reader.pilot.pause()
        assert reader.counter == "1/3"
        assert reader.hits == ["minutes"] * 3


async def test_a_search_goes_along_to_the_next_episode(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("enter")
        await reader.search("lantern")
        await reader.press("enter", "J")
        await reader.opens("The keepers of the rock")
        await reader.until(lambda: reader.counter == "0/1", "the hits of the other episode")
        await reader.press("n")
        assert reader.current_hits == ["lantern"]


async def test_a_search_typed_in_one_burst_is_a_search(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.burst("/quiet minutes")
        assert reader.app.is_running
        assert "quiet minutes" in reader.rows[0]
        await reader.press("escape", "tab")
        await reader.burst("/oven")
        await reader.until(lambda: reader.counter == "1/1", "the hit")


async def test_the_next_hit_passes_over_no_word_of_a_long_turn(tmp_path: Path) -> None:
    said = " ".join(f"word {n}" if n % 150 else f"zebra number {n // 150}" for n in range(1, 451))
    file = tmp_path / "talk.txt"
    file.write_text(
        f"Ilse (00:01)\nOne. {said}\n\nWen (05:00)\nA zebra at last.\n\nIlse (05:10)\nYes.\n",
        encoding="utf-8",
    )
    async with reading(file, (80, 16)) as reader:
        await reader.search("zebra")
        await reader.press("enter")
        for words, counter in [
            ("zebra number 1", "1/2"),
            ("zebra number 2", "1/2"),
            ("zebra number 3", "1/2"),
            ("A zebra at last", "2/2"),
        ]:
            await reader.until(partial(contains, reader, words), words)
            assert reader.counter == counter
            await reader.press("n")


def contains(reader: Reader, words: str) -> bool:
    return words in reader.words


async def test_enter_takes_the_last_word_as_a_whole_one(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(
        "Ilse (00:01)\nA tape.\n\nWen (00:05)\nTwo tapes.\n\nIlse (00:09)\nThree tapeworms.\n",
        encoding="utf-8",
    )
    async with reading(file) as reader:
        await reader.search("tape")
        assert reader.counter == "1/3"
        await reader.press("enter")
        await reader.until(lambda: reader.counter == "1/1", "the whole word only")
        await reader.press("escape")
        await reader.search("tapew")
        await reader.press("enter")
        await reader.until(lambda: reader.counter == "1/1", "a beginning, where no word is whole")
        await reader.press("escape", "n")
        await reader.until(lambda: reader.counter == "1/1", "the same search again")


async def test_enter_takes_no_hit_away_that_is_in_sight(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(
        "Ilse (00:01)\nTwo tapes.\n\nWen (00:05)\nA tape.\n\nIlse (00:09)\nYes.\n", encoding="utf-8"
    )
    async with reading(file) as reader:
        await reader.search("tape")
        assert reader.current_hits == ["tapes"]
        await reader.press("enter", "n")
        await reader.until(lambda: reader.counter == "2/2", "both, since the first was seen")


async def test_an_emptied_query_shows_again_where_one_was(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("enter", "J")
        await reader.opens("The keepers of the rock")
        await reader.go("#30")
        before = reader.lines(reader.page)
        await reader.search("objected", key="S")
        await reader.opens("meeting")
        await reader.press(*["backspace"] * len("objected"))
        await reader.until(lambda: reader.lines(reader.page) == before, "the place one was at")
        assert len(reader.titles) == 3
        await reader.paste("lantern")
        await reader.until(lambda: "/3 in 3" in reader.counter, "an answer: the bar is still open")


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("lantern OR", "OR needs something to look for after it. Here: lantern ▸OR"),
        ("(lantern OR", "OR needs something to look for after it."),
        ("lantern)", "This parenthesis closes nothing."),
        ("lantern tag:", "tag: needs a word"),
        ("tag:", "tag: needs a word"),
        ("after:2024-13", "after: needs a year"),
        ("/(/", "Here: /(▸/"),
    ],
)
async def test_what_is_wrong_with_a_query_is_told_on_enter(
    shelf: Path, query: str, reason: str
) -> None:
    async with reading(shelf) as reader:
        await reader.search(query)
        await reader.press("enter")
        await reader.says(reason)
        assert not reader.is_in(reader.page)


@pytest.mark.parametrize("query", ['"storm lant', "(storm lantern", "/l[ai]ntern", '("storm lant'])
async def test_what_is_not_closed_is_searched_all_the_same(shelf: Path, query: str) -> None:
    async with reading(shelf) as reader:
        await reader.search(query)
        await reader.press("enter")
        await reader.until(lambda: reader.is_in(reader.page), "the transcript")
        await reader.until(lambda: "lantern" in "".join(reader.current_hits), "the hit")


async def test_keys_typed_ahead_while_episodes_open_are_not_lost(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text("Ann (00:01)\n\nThe kettle.\n")
    async with reading(tmp_path) as reader:
        await reader.search("kettle")
        await reader.until(lambda: reader.counter == "1/12 in 12 episodes", "all hits")
        await reader.press("enter")
        await reader.burst("n" * 9)
        await reader.until(lambda: reader.counter == "10/12 in 12 episodes", "the tenth hit")
        await reader.burst("NNN")
        await reader.until(lambda: reader.counter == "7/12 in 12 episodes", "three back")


async def test_what_the_library_has_instead_of_the_episode_is_said(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("enter")
        await reader.search("=objected")
        await reader.press("enter")
        await reader.says("Nothing in this episode has =objected. 1 in the library: Ctrl+T.")


async def test_the_counter_never_tells_a_place_that_is_not_shown(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    show_count = SearchBar.show_count

    def show_and_tell(bar: SearchBar, count: str, *, none: bool = False) -> None:
        told.append(count)
        show_count(bar, count, none=none)

    async with reading(shelf) as reader:
        await reader.press("enter", "J")
        await reader.opens("The keepers of the rock")
        await reader.press("G")
        monkeypatch.setattr(SearchBar, "show_count", show_and_tell)
        await reader.search("lantern", key="S")
        await reader.until(lambda: reader.counter == "1/3 in 3 episodes", "the best hit")
        assert {count for count in told if count} <= {"3 in 3 episodes", "1/3 in 3 episodes"}, told
