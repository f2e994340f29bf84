"""What a search found, in the list: hit by hit, in its order, and what is only similar."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from rich.segment import Segment

from tests.ui.screen import Reader, reading
from tui_reader.ui import similar_search
from tui_reader.ui.colours import SpeakerColours
from tui_reader.ui.entries import Entries, Entry
from tui_reader.ui.result_listing import ResultListing
from tui_reader.ui.result_rows import ResultRows
from tui_reader.ui.styling import Brush
from tui_reader.widening import Kind
from tui_reader.widening.suggesting import Suggestion


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> tuple[Suggestion, ...]:
    """What is offered where nothing was found, whatever it was."""
    offered = Suggestion("lantern", "lantern", 3), Suggestion("storm", "storm", 2)
    monkeypatch.setattr(similar_search, "suggest", lambda query, index, **options: list(offered))
    return offered


async def test_every_episode_has_its_count_and_its_best_hits_as_they_were_said(shelf: Path) -> None:
    async with reading(shelf, (130, 30)) as reader:
        await reader.search("minutes")
        assert reader.found == [
            "meeting 3",
            "00:05 Wen The minutes say that the lantern was…",
            "00:14 Ilse The minutes also say that I…",
            "01:20 Wen Then the minutes are complete.",
        ]
        await reader.shows("Wen 2 · Ilse 1")


async def test_the_cursor_goes_from_hit_to_hit_and_shows_each(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("lantern")
        await reader.until(lambda: reader.current_hits == ["lantern"], "the first hit")
        await reader.press("down")
        assert reader.is_in(reader.episodes)
        seen = {reader.open_title}
        for counter in ("2/3 in 3 episodes", "3/3 in 3 episodes"):
            await reader.press("j")
            await reader.until(partial(counts, reader, counter), counter)
            await reader.until(lambda: reader.current_hits == ["lantern"], "the hit")
            seen.add(reader.open_title)
        assert len(seen) == 3
        last = reader.open_title
        await reader.press("home", "end", "enter")
        await reader.opens(last)
        assert reader.is_in(reader.page)
        assert reader.current_hits == ["lantern"]


def counts(reader: Reader, counter: str) -> bool:
    return reader.counter == counter


async def test_with_n_the_cursor_of_the_list_goes_along(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("the")
        await reader.press("enter")
        for _ in range(8):
            await reader.press("n")
            await reader.until(lambda: reader.current_hits, "a hit")
            await reader.until(lambda: reader.open_title[:9] in heading_of(reader), "its heading")


def heading_of(reader: Reader) -> str:
    """The last title above the cursor of the list."""
    rows = reader.lines(reader.episodes)
    marked = next(n for n, row in enumerate(rows) if " ".join(row.split()) == reader.cursor)
    return next(row for row in reversed(rows[:marked]) if row[2] != " ")


async def test_a_click_on_a_hit_reads_on_there(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("minutes")
        await reader.pilot.click(offset=reader.cell("01:20", reader.episodes))
        assert reader.is_in(reader.page)
        await reader.until(lambda: reader.here.startswith("Then the minutes"), "that hit")
        assert reader.counter == "3/3 in 1 episode"


async def test_one_key_puts_the_episodes_in_the_order_of_their_dates(shelf: Path) -> None:
    def titles(found: Iterable[str]) -> list[str]:
        return [row[:4] for row in found if row[:4] in ("#12 ", "The ", "meet")]

    async with reading(shelf) as reader:
        await reader.search("lantern")
        await reader.press("down", "comma")
        await reader.shows("3 of 3 ─ newest first")
        assert titles(reader.found) == ["#12 ", "The ", "meet"]
        await reader.press("full_stop")
        await reader.shows("3 of 3 ─ oldest first")
        assert titles(reader.found) == ["meet", "The ", "#12 "]
        await reader.press("end", "enter", "n")
        await reader.opens("meeting")
        await reader.press("tab", "comma")
        await reader.shows("3 of 3 ─ relevance")


async def test_what_is_only_similar_comes_under_a_label_of_its_own(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("barometre")
        await reader.until(lambda: "similar" in reader.counter, "what is similar")
        assert reader.found[0].startswith("No hits")
        assert "near spellings" in "\n".join(reader.found)
        await reader.until(lambda: "barometer" in reader.current_hits, "the word that is meant")
        await reader.press("enter")
        assert reader.is_in(reader.page)
        before = reader.here
        await reader.press("n")
        assert reader.here != before
        assert "barometer" in reader.current_hits


async def test_enter_waits_for_what_is_similar_where_there_is_nothing_else(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("slash")
        await reader.burst("barometre")
        await reader.press("enter")
        await reader.until(lambda: reader.is_in(reader.page), "the transcript")
        await reader.until(lambda: "barometer" in reader.current_hits, "the word that is meant")


async def test_in_one_episode_too_the_similar_is_found(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.search("barometre")
        await reader.until(lambda: "similar" in reader.counter, "what is similar")
        await reader.press("enter", "n")
        assert "barometer" in reader.current_hits


@pytest.mark.usefixtures("instead")
async def test_where_nothing_was_found_tab_takes_what_there_is(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("zeppelin")
        await reader.says("Tab takes lantern.")
        assert reader.found == ["No hits. Tab tries:", "lantern 3", "storm 2"]
        await reader.press("tab")
        await reader.until(lambda: "in 3 episodes" in reader.counter, "its hits")
        assert "lantern" in reader.rows[0]
        assert not reader.is_in(reader.page), "one types on"


@pytest.mark.usefixtures("instead")
async def test_down_and_enter_choose_another_one(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("zeppelin")
        await reader.shows("Tab tries:")
        await reader.press("down", "j", "enter")
        await reader.until(lambda: "in 2 episodes" in reader.counter, "its hits")
        assert "storm" in reader.rows[0]
        assert reader.is_in(reader.episodes)


async def test_what_cannot_be_understood_makes_no_noise_until_enter(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.search("minutes")
        await reader.paste(" /(/")
        await reader.until(lambda: reader.counter == "…", "no answer")
        assert "meeting 3" in reader.found, "what was found before is still there"
        await reader.press("enter")
        await reader.says("Here: ")
        assert not reader.is_in(reader.page)
        await reader.press("end", *["backspace"] * 4)
        await reader.until(lambda: reader.counter == "1/3 in 1 episode", "an answer again")


async def test_whoever_waits_for_an_answer_is_told(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go_on = Event(), Event()

    async with reading(shelf) as reader:
        growing = reader.main.library.index.growing

        def slowly(*args: object, **options: object) -> object:
            asked.set()
            go_on.wait(10)
            return growing(*args, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(reader.main.library.index, "growing", slowly)
        await reader.press("slash", "m")
        await reader.until(asked.is_set, "the question")
        await reader.until(lambda: reader.counter == "searching …", "an excuse")
        go_on.set()
        await reader.until(lambda: "in 2 episodes" in reader.counter, "the answer")


def talks(count: int) -> Iterator[tuple[str, str]]:
    """Recordings of three turns each, all about one word."""
    for number in range(count):
        turns = (f"Ann (00:{second:02})\n\nThe kettle of {number}." for second in (1, 20, 40))
        yield f"talk-{number:03}.txt", "\n\n".join(turns)


async def test_words_far_down_a_long_list_are_fetched_when_one_gets_there(tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    folder.mkdir()
    for name, text in talks(120):
        (folder / name).write_text(text)
    async with reading(folder) as reader:
        await reader.search("kettle")
        await reader.until(lambda: reader.counter == "1/360 in 120 episodes", "all hits")
        await reader.press("down", "end")
        await reader.until(lambda: "kettle" in reader.cursor, "the words of the last hit")
        assert not any(row.endswith("…") and "kettle" not in row for row in reader.found)


async def test_what_was_found_stays_until_it_is_known_what_is_similar(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go_on = Event(), Event()

    def slowly(*args: object, **options: object) -> list[Suggestion]:
        asked.set()
        go_on.wait(10)
        return []

    monkeypatch.setattr(similar_search, "suggest", slowly)
    async with reading(shelf) as reader:
        await reader.search("minutes")
        await reader.paste("xyzzy")
        await reader.until(asked.is_set, "the question what is similar")
        assert reader.found[0] == "meeting 3"
        assert reader.counter == "…"
        go_on.set()
        await reader.until(lambda: reader.counter != "…", "the answer")
        assert reader.found[0] != "meeting 3"
        assert not reader.episodes.has_class("-outdated")


async def test_tab_takes_a_whole_word(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Suggestion('storm "the lantern*"', "lantern", 1)
    monkeypatch.setattr(similar_search, "suggest", lambda query, index, **options: [begun])
    async with reading(shelf) as reader:
        await reader.search("zeppelin")
        await reader.says("Tab takes lantern.")
        await reader.press("tab")
        assert 'storm "the lantern"' in reader.rows[0]


async def test_only_the_hits_one_is_among_have_the_mark_of_the_open_episode(shelf: Path) -> None:
    kinds = (None, *Kind)
    rows = ResultRows(Entries(Entry(7, 1, 2, 2, (2,), 2, kind) for kind in kinds))
    listing = ResultListing(rows, {}, lambda number: None)
    listing.open_number = 7
    async with reading(shelf) as reader:
        brush = Brush(reader.episodes, SpeakerColours())
        for cursor in range(len(kinds)):
            listing.cursor = cursor
            heading, _ = listing.extent(cursor)
            painted = [text_of(listing.paint(y, 40, brush)) for y in range(listing.rows)]
            marked = [y for y, text in enumerate(painted) if "▸" in text]
            assert marked == [heading + (cursor > 0)], "below the label of its kind"


def text_of(pieces: Iterable[Segment]) -> str:
    return "".join(piece.text for piece in pieces)


async def test_who_speaks_in_one_episode_is_told_apart_by_colour_in_the_list_too(
    tmp_path: Path,
) -> None:
    alike = ("Nora Quill", "Łucja Wrzesień")  # who would choose the same colour, each for herself
    lines = [f"{alike[n % 2]}: I heard the oystercatcher {n} times." for n in range(4)]
    (tmp_path / "b.txt").write_text("\n\n".join(lines))
    (tmp_path / "a.txt").write_text("Somebody: Nothing here.\n\nElse: Nor here.\n")
    async with reading(tmp_path, (130, 30)) as reader:
        await reader.search("oystercatcher")
        await reader.shows("Łucja I heard")
        area = reader.episodes.content_region
        rows = [reader.episodes.render_line(y) for y in range(area.height)]
        colours = {
            text.strip(): style.color
            for row in rows
            for text, style, _ in row
            if style and text.strip() in ("Nora", "Łucja")
        }
        assert len(set(colours.values())) == 2
