"""The screen as one likes it: only some turns, wide or narrow text, nothing but the transcript."""

from pathlib import Path

from tests.ui.screen import Reader, reading
from tests.ui.test_sizes import resize
from tui_reader import state
from tui_reader.config import Settings
from tui_reader.layout import Gutter
from tui_reader.state import State

SHORT = """WEBVTT

00:00.000 --> 00:04.000
<v Mara>So the harbour bell rang all night and nobody in the town knew who was at the rope.

00:04.000 --> 00:05.000
<v Wen>Yeah.

00:05.000 --> 00:09.000
<v Mara>In the morning we found the gull.

00:09.000 --> 00:10.000
<v Tobias>Mm.
"""


def short(folder: Path) -> Path:
    file = folder / "bell.vtt"
    file.write_text(SHORT)
    return file


def widest(reader: Reader) -> int:
    """The cells of the longest row of words in sight."""
    rows = (line.rpartition("▎ ")[2] for line in reader.lines(reader.page) if "▎ " in line)
    return max(len(row.rstrip(" ▁▂▃▄▅▆▇█")) for row in rows)


# Only some turns


async def test_turns_of_a_word_are_folded_then_only_long_ones_are_shown(tmp_path: Path) -> None:
    async with reading(short(tmp_path)) as reader:
        await reader.press("L")
        await reader.says("single word are folded")
        assert "Yeah." not in reader.text
        assert "we found the gull" in reader.words
        assert "2 of 4 turns ─ no single words" in reader.text
        await reader.press("L")
        await reader.says("25 words or more")
        assert "0 of 4 turns ─ long turns" in reader.text
        await reader.press("L")
        await reader.says("any length")
        assert "Yeah." in reader.words


async def test_what_stands_above_the_first_turn_stays_where_turns_are_folded(
    tmp_path: Path,
) -> None:
    async with reading(short(tmp_path)) as reader:
        title = reader.lines(reader.page)[0]
        await reader.press("L")
        assert reader.lines(reader.page)[0] == title
        await reader.press("G", "home")
        assert reader.lines(reader.page)[0] == title


async def test_only_some_speakers_are_shown_until_escape(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        reader.main.show_speakers(["Mara"])
        await reader.says("only Mara")
        assert reader.main.speakers_shown == (frozenset({"Mara"}), frozenset())
        assert "of 61 turns ─ only Mara ─" in reader.text
        assert "Tobias ▎" not in reader.text
        await reader.press("j")
        assert "only Mara" in reader.status
        await reader.press("escape")
        await reader.says("All turns again")
        assert "Tobias ▎" in reader.text


async def test_filters_work_together_and_go_one_by_one(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.go("#30")
        here, before = reader.here, reader.lines(reader.page)
        reader.main.show_speakers(hidden=["Wen"])
        await reader.press("L")
        await reader.search('"watch 3*"')
        await reader.press("enter", "&")
        assert "─ hits, without Wen, no single words ─" in reader.text
        counts = []
        for _ in range(3):
            await reader.press("escape")
            counts.append(reader.text.partition(" turns ─ ")[0].rpartition("─ ")[2])
        assert [count.split()[-3:-2] for count in counts[:1]] == [["41"]]
        assert reader.counter, "the search is still on"
        await reader.press("escape")
        assert reader.counter == ""
        await reader.go("#30")
        assert (reader.here, reader.lines(reader.page)) == (here, before)


async def test_a_hidden_hit_is_shown_when_one_goes_there_and_not_while_one_types(
    shelf: Path,
) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        reader.main.show_speakers(["Mara"])
        await reader.search("lantern speaker:wen")
        await reader.until(lambda: reader.counter == "1/1", "a hit of somebody else")
        assert "only Mara" in reader.text
        await reader.press("enter")
        await reader.says("all turns are shown again")
        assert reader.current_hits == ["lantern"]


async def test_a_speaker_who_is_not_there_is_not_waited_for(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("j", "enter")
        await reader.opens("The keepers of the rock")
        reader.main.show_speakers(["Tobias"])
        await reader.press("L")
        assert "only Tobias, no single words" in reader.text
        await reader.press("K")
        await reader.opens("#12 Bread before dawn")
        await reader.says("Not one turn here is by Tobias")
        assert "only Tobias" not in reader.lines(reader.page)[0]
        assert reader.main.turn_filter.in_words == "no single words", "that makes sense anywhere"


async def test_what_is_shown_in_passing_ends_no_filter(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("j", "enter")
        await reader.opens("The keepers of the rock")
        reader.main.show_speakers(["Tobias"])
        await reader.press("h", "k")
        await reader.opens("#12 Bread before dawn")
        assert "only Tobias" not in reader.text
        await reader.press("j")
        await reader.opens("The keepers of the rock")
        assert "─ only Tobias ─" in reader.text
        await reader.press("k")
        await reader.opens("#12 Bread before dawn")
        await reader.press("enter", "h", "j")
        await reader.opens("The keepers of the rock")
        assert "only Tobias" not in reader.text, "one has read on where he is not"


async def test_a_click_on_what_is_folded_shows_no_more_than_it_takes(tmp_path: Path) -> None:
    async with reading(short(tmp_path)) as reader:
        reader.main.show_speakers(hidden=["Tobias"])
        await reader.press("L")
        await reader.pilot.click(offset=reader.cell("⋯ 1 turn", reader.page))
        await reader.shows("Yeah.")
        assert "without Tobias ─" in reader.text


# Wide and narrow


async def test_text_is_as_wide_as_one_likes_and_the_words_on_top_stay(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt", (80, 24)) as reader:
        await reader.go("#20")
        top = reader.top.split()[0]
        await reader.press(*["minus"] * 5)
        await reader.says("cells wide")
        assert widest(reader) <= reader.page.text_width < 60
        assert top in reader.top.split()
        await reader.press("equals_sign")
        await reader.says("The usual width")
        assert top in reader.top.split()
        assert reader.page.text_width == 92
        await reader.press("plus")
        await reader.says("no room for wider text")
    assert state.load().text_width is None


async def test_a_wide_window_has_room_for_wide_text(shelf: Path) -> None:
    async with reading(shelf / "bakery.md", (160, 24)) as reader:
        await reader.press("plus", "plus")
        assert reader.page.text_width == 100
        await reader.press(*["minus"] * 30)
        await reader.says("never narrower")
        assert reader.page.text_width == 24


async def test_what_was_arranged_is_there_the_next_time(shelf: Path) -> None:
    async with reading(shelf) as reader:
        titles = reader.titles
        await reader.press("full_stop", "k", "enter")
        await reader.opens("The keepers of the rock")
        await reader.press("minus", "T")
        await reader.app.workers.wait_for_complete()
        width = reader.page.text_width
    async with reading(shelf, remembered=state.load()) as reader:
        assert reader.titles == titles[::-1]
        assert reader.page.text_width == width
        assert reader.page.times is Gutter.CUE


async def test_nonsense_that_is_remembered_does_no_harm(shelf: Path) -> None:
    remembered = State(order="by heart", gutter="golden")
    async with reading(shelf, remembered=remembered) as reader:
        assert reader.page.times is Gutter.TURN
        assert reader.titles[0] == "#12 Bread before dawn"


async def test_a_setting_wins_over_what_is_remembered(shelf: Path) -> None:
    settings = Settings(gutter="none", text_width=60, long_turn=3)
    remembered = State(gutter="cue", text_width=120)
    async with reading(
        shelf / "2024-05-03-lighthouse.vtt", remembered=remembered, settings=settings
    ) as reader:
        assert (reader.page.times, reader.page.text_width) == (Gutter.NONE, 60)
        await reader.press("minus", "equals_sign")
        assert reader.page.text_width == 60
        await reader.press("L", "L")
        await reader.says("3 words or more")


# Nothing but the transcript


async def test_zen_has_nothing_but_the_transcript(shelf: Path) -> None:
    async with reading(shelf, (120, 24)) as reader:
        await reader.press("j", "enter")
        await reader.opens("The keepers of the rock")
        await reader.go("#20")
        top = reader.top[:20]
        await reader.press("z")
        await reader.says("Nothing but the transcript")
        await reader.press("j")
        assert "Search" not in reader.text
        assert "Episodes" not in reader.text
        assert "│" not in reader.text.replace("▎", "")
        assert "palette" not in reader.status
        await reader.press("k")
        assert reader.top.startswith(top)
        await reader.press("z")
        await reader.shows("Episodes")
        assert reader.top.startswith(top)


async def test_in_zen_the_text_stands_in_the_middle(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt", (160, 24)) as reader:
        await reader.press("minus", "minus", "z", "j")
        await reader.until(reader.is_laid_out, "the page in the middle")
        rows = [row for row in reader.rows if "▎" in row]
        before = min(len(row) - len(row.lstrip()) for row in rows)
        assert before > 15
        await resize(reader, 60, 20)
        await reader.until(lambda: not reader.page.styles.padding.left, "no margin")
        await reader.press("z")
        await resize(reader, 160, 24)
        assert not reader.page.styles.padding.left


async def test_zen_is_left_by_what_needs_the_rest(shelf: Path) -> None:
    async with reading(shelf, (100, 24)) as reader:
        await reader.press("j", "enter")
        for key in ("escape", "q", "tab", "slash"):
            await reader.press("z")
            assert "Episodes" not in reader.text
            await reader.press(key)
            await reader.shows("Episodes")
            assert reader.app.is_running
            await reader.press("escape")
            await reader.press("l") if reader.is_in(reader.episodes) else None


async def test_motions_and_jumps_work_in_zen(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt", (40, 12)) as reader:
        await reader.press("z")
        await reader.go("#30")
        assert "Watch 29 began" in reader.words
        await reader.press("}", "G", "ctrl+o")
        assert "Watch 30 began" in reader.words
        assert len(reader.lines(reader.page)) == 12
        await reader.press("y")
        await reader.says("Copied")


async def test_zen_needs_something_to_show(tmp_path: Path) -> None:
    empty = tmp_path / "empty.vtt"
    empty.write_text("WEBVTT\n")
    async with reading(empty) as reader:
        await reader.press("z", "z", "L", "plus", "minus", "equals_sign", "t", "escape")
        assert reader.app.is_running


# The chapter


async def test_the_status_line_tells_the_chapter_where_it_has_room(shelf: Path) -> None:
    async with reading(shelf / "bakery.md", (100, 20)) as reader:
        await reader.press("]")
        assert "The dough" in reader.status
        assert "help" in reader.status
        await resize(reader, 40, 20)
        assert "The dough" not in reader.status
