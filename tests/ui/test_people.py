"""The panel of speakers: whom to show, who they are, who they may be."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.ui.screen import Reader, reading
from tui_reader.people import EVERYWHERE, People, Where
from tui_reader.request import Opening

SAME_TALK = [
    "the barometer fell all night and nobody could say why it should have done so in spring",
    "we wrote every hour into the log until the ink froze and then we used a pencil instead",
    "a keeper who sleeps in his watch is a keeper who wakes on the rocks as my father said",
]


def captions(*speakers: str) -> str:
    """Captions of one and the same talk, whoever is said to speak."""
    cues = []
    for number, text in enumerate(SAME_TALK * 1):
        time = f"00:{number:02}:00.000 --> 00:{number:02}:50.000"
        cues.append(f"{time}\n<v {speakers[number % len(speakers)]}>{text}\n")
    return "\n".join(["WEBVTT\n", *cues])


@pytest.fixture
def lighthouse(shelf: Path) -> Path:
    return shelf / "2024-05-03-lighthouse.vtt"


async def opened(reader: Reader) -> None:
    """Open the panel, and wait until nobody looks for suggestions any more."""
    await reader.press("s")
    await reader.shows("Speakers")
    await reader.app.workers.wait_for_complete()
    await reader.pilot.pause()


async def renamed(reader: Reader, name: str, *keys: str) -> None:
    """Give whoever is at the cursor a name; `keys` choose how far it holds."""
    await reader.press("r")
    await reader.shows("Who is")
    await reader.press("ctrl+u")
    await reader.paste(name)
    await reader.press(*keys, "enter")
    await reader.until(lambda: "takes it back" in reader.text or "people.toml" in reader.text,
                       "an answer")  # fmt: skip
    await reader.app.workers.wait_for_complete()
    await reader.pilot.pause()


def shown(reader: Reader) -> tuple[set[str], set[str]]:
    """Who alone is shown, and who is hidden."""
    only, hidden = reader.main.speakers_shown
    return set(only), set(hidden)


def speakers(reader: Reader) -> Sequence[str]:
    """Who speaks on the page."""
    page = reader.page.page
    return page.transcript.speakers if page else ()


async def test_the_panel_says_who_speaks_how_much(shelf: Path, lighthouse: Path) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await opened(reader)
        row = next(row for row in reader.rows if "Mara" in row and "turns" in row)
        assert "21 turns" in row
        assert "words" in row
        assert "34%" in row
        assert "█" in row
        assert "Space only" in reader.text
        await reader.press("escape")
        assert "Space only" not in reader.text


async def test_shares_are_of_words_where_there_are_no_times(shelf: Path) -> None:
    async with reading(shelf, at=Opening(shelf / "bakery.md")) as reader:
        await opened(reader)
        assert "shares of words" in reader.text


@pytest.mark.parametrize("size", [(40, 20), (60, 15), (100, 30)])
async def test_the_panel_fits(shelf: Path, lighthouse: Path, size: tuple[int, int]) -> None:
    async with reading(shelf, size, at=Opening(lighthouse)) as reader:
        await opened(reader)
        for name in ("Mara", "Tobias", "Wen"):
            assert any(name in row and "%" in row for row in reader.rows)
        assert "Esc" in reader.text


async def test_space_shows_only_one_and_another_too_and_0_everybody(
    shelf: Path, lighthouse: Path
) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await opened(reader)
        await reader.press("space")
        assert shown(reader) == ({"Mara"}, set())
        await reader.press("j", "space")
        assert shown(reader) == ({"Mara", "Tobias"}, set())
        await reader.press("3")
        assert shown(reader) == ({"Wen"}, set())
        assert any("●" in row and "Wen" in row for row in reader.rows)
        await reader.press("0")
        assert shown(reader) == (set(), set())


async def test_h_hides_one_but_never_everybody(shelf: Path, lighthouse: Path) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await opened(reader)
        await reader.press("h", "j", "h")
        assert shown(reader) == (set(), {"Mara", "Tobias"})
        await reader.press("j", "h")
        assert "Somebody has to stay." in reader.text
        await reader.press("escape")
        assert "Watch 2 began" in reader.words
        assert "Watch 1 began" not in reader.words


async def test_enter_goes_to_the_next_turn_of_somebody(shelf: Path, lighthouse: Path) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await opened(reader)
        await reader.press("j", "j", "enter")
        await reader.until(lambda: "Watch 2 began" in reader.here, "the turn of Wen")
        await reader.press("s", "G", "enter")
        await reader.until(lambda: "Watch 5 began" in reader.here, "the one after")


async def test_a_new_name_is_everywhere_at_once_and_the_place_stays(
    shelf: Path, lighthouse: Path
) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await reader.press("f", "f")
        before, row = reader.page.place, reader.page.row
        await opened(reader)
        await reader.press("j")
        await renamed(reader, "Bartek Latarnik")
        await reader.until(lambda: "Bartek Latarnik" in speakers(reader), "the name")
        assert (reader.page.place, reader.page.row) == (before, row)
        assert "Bartek Latarnik" in reader.text
        await reader.press("escape")
        await reader.search("speaker:latarnik", key="S")
        await reader.until(lambda: "20" in reader.counter, "the hits")
        await reader.press("escape")
        await reader.search("speaker:tobias ", key="S")
        await reader.until(lambda: reader.counter.startswith("no hits"), "nobody")
    assert People.load().called("Tobias", Path("/any.vtt"), None) == "Bartek Latarnik"


async def test_a_search_that_is_on_follows_the_names(shelf: Path, lighthouse: Path) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await reader.search("speaker:mara", key="S")
        await reader.until(lambda: "in 2 episodes" in reader.counter, "both Maras")
        await reader.press("enter")
        await opened(reader)
        await renamed(reader, "Marianne", "shift+tab")
        await reader.until(lambda: "in 2 episodes" not in reader.counter, "fewer")
        await reader.press("u")
        await reader.until(lambda: "in 2 episodes" in reader.counter, "both again")


async def test_undo_takes_names_back_one_by_one(shelf: Path, lighthouse: Path) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await opened(reader)
        await renamed(reader, "Maria")
        await renamed(reader, "Marysia")
        assert speakers(reader)[0] == "Marysia"
        await reader.press("u")
        await reader.until(lambda: speakers(reader)[0] == "Maria", "the name before")
        await reader.press("u")
        await reader.until(lambda: speakers(reader)[0] == "Mara", "the label")
        await reader.press("u")
        await reader.shows("nothing to be undone")
    assert not People.load().file.exists()


async def test_two_are_said_to_be_the_same_person(shelf: Path, lighthouse: Path) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await opened(reader)
        await reader.press("equals_sign")
        await reader.shows("Mara is the same person as")
        await reader.press("enter")
        await reader.shows("Who is Mara?")
        await reader.press("enter")
        await reader.until(lambda: speakers(reader) == ("Tobias", "Wen"), "two people")
        assert "41 turns" in reader.text


async def test_only_somebody_stays_only_them_under_their_new_name(
    shelf: Path, lighthouse: Path
) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await opened(reader)
        await reader.press("space")
        await renamed(reader, "Maria")
        assert shown(reader) == ({"Maria"}, set())


async def test_a_name_can_hold_in_this_episode_alone(shelf: Path, lighthouse: Path) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await opened(reader)
        await renamed(reader, "Maria", "shift+tab")
    people = People.load()
    assert people.called("Mara", lighthouse, None) == "Maria"
    assert people.called("Mara", shelf / "bakery.md", None) == "Mara"


async def test_the_names_of_an_episode_go_with_its_file(
    shelf: Path, lighthouse: Path, tmp_path: Path
) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await opened(reader)
        await renamed(reader, "Maria", "shift+tab")
        await reader.press("escape", "j")
    moved = (tmp_path / "elsewhere" / "keepers.txt").absolute()
    shelf.rename(moved.parent)
    (moved.parent / lighthouse.name).rename(moved)
    async with reading(moved) as reader:
        await reader.shows("Maria")
        await reader.until(lambda: "Mara" not in reader.lines(reader.page), "the names")
    people = People.load()
    assert people.called("Mara", moved, None) == "Maria"
    assert people.called("Mara", lighthouse, None) == "Mara", "there is one rule, not two"


async def test_the_whole_library_is_behind_tab(shelf: Path, lighthouse: Path) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await opened(reader)
        await reader.press("tab")
        row = next(row for row in reader.rows if "Mara" in row and "episodes" in row)
        assert "2 episodes" in row
        assert "words" in row, "they are sorted by them"
        await reader.press("home")
        await renamed(reader, "Marianne")
        await reader.until(lambda: "Marianne" in speakers(reader), "the name")
    assert People.load().called("Mara", shelf / "bakery.md", None) == "Marianne"


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    """One talk in two files, of which one knows who speaks."""
    folder = tmp_path / "twice"
    folder.mkdir()
    (folder / "captions.vtt").write_text(captions("Speaker 1", "Speaker 2", "Speaker 2"))
    (folder / "export.vtt").write_text(captions("Ada", "Bo", "Bo"))
    return folder


async def test_the_same_recording_elsewhere_knows_who_it_is(twice: Path) -> None:
    async with reading(twice, at=Opening(twice / "captions.vtt")) as reader:
        await opened(reader)
        await reader.shows("Speaker 1 is Ada")
        await reader.shows("phrases are Bo's in export")
        assert speakers(reader) == ("Speaker 1", "Speaker 2")
        await reader.press("G", "home", "down", "down", "up", "end", "enter")
        await reader.until(lambda: speakers(reader) == ("Speaker 1", "Bo"), "Bo")
        await reader.until(lambda: "Speaker 2 is Bo" not in reader.text, "one suggestion less")
    people = People.load()
    assert people.called("Speaker 2", twice / "captions.vtt", None) == "Bo"
    assert people.called("Speaker 2", twice / "another.vtt", None) == "Speaker 2"


async def test_suggestions_are_taken_one_after_the_other_as_people_become_one(
    tmp_path: Path,
) -> None:
    (tmp_path / "captions.vtt").write_text(captions("Speaker 1", "Speaker 2", "Speaker 3"))
    (tmp_path / "export.vtt").write_text(captions("Ada", "Ada", "Bo"))
    async with reading(tmp_path, at=Opening(tmp_path / "captions.vtt")) as reader:
        await opened(reader)
        await reader.shows("Speaker 3 is Bo")
        await reader.press("down", "down", "down", "enter")
        await reader.until(lambda: speakers(reader)[0] == "Ada", "the first")
        await reader.until(lambda: "Speaker 1 is Ada" not in reader.text, "one suggestion less")
        await reader.press("enter")
        await reader.until(lambda: speakers(reader) == ("Ada", "Speaker 3"), "the second")
        await reader.until(lambda: "Speaker 2 is Ada" not in reader.text, "two less")
        await reader.press("enter")
        await reader.until(lambda: speakers(reader) == ("Ada", "Bo"), "the third")


async def test_where_nobody_is_named_the_library_is_shown(shelf: Path) -> None:
    (shelf / "essay.txt").write_text("An essay about lamps.\n\nNobody says it.\n")
    async with reading(shelf, at=Opening(shelf / "essay.txt")) as reader:
        await opened(reader)
        assert "Speakers of the library" in reader.text
        assert "Ilse" in reader.text
        await reader.press("tab")
        assert "Nobody is named in this episode." in reader.text
        await reader.press("space")
        assert shown(reader) == (set(), set())


async def test_nothing_is_suggested_where_nothing_speaks_for_it(
    shelf: Path, lighthouse: Path
) -> None:
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await opened(reader)
        assert "May be" not in reader.text


async def test_names_written_by_hand_are_there_from_the_start_and_followed(
    shelf: Path, lighthouse: Path
) -> None:
    people = People.load()
    people.call("Mara", "Maria")
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        assert speakers(reader)[0] == "Maria"
        assert "Maria" in reader.words or "Maria" in reader.text
        people.call("Maria", "Mary", EVERYWHERE, [])
        await reader.press("s")
        await reader.until(lambda: speakers(reader)[0] == "Mary", "the other name")
        await reader.press("escape")
        people.call("Wen", "Wenceslas")
        await reader.press("J")
        await reader.opens("meeting")
        await reader.until(lambda: speakers(reader) == ("Wenceslas", "Ilse"), "the third name")
        await reader.press("K")
        await reader.opens("The keepers of the rock")
        await reader.until(lambda: speakers(reader) == ("Mary", "Tobias", "Wenceslas"), "all")


async def test_a_damaged_file_is_told_of_and_left_alone(shelf: Path, lighthouse: Path) -> None:
    file = People.load().file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[[person]]\nname = "Mar')
    async with reading(shelf, at=Opening(lighthouse)) as reader:
        await reader.says("people.toml, line 2")
        await opened(reader)
        await renamed(reader, "Maria")
        assert "people.toml, line 2" in reader.text
        assert speakers(reader)[0] == "Mara"
    assert file.read_text() == '[[person]]\nname = "Mar'


async def test_a_person_has_one_colour_whatever_their_label(shelf: Path, lighthouse: Path) -> None:
    People.load().call("Wen", "Ilse", Where.episode(lighthouse))

    def colours(reader: Reader) -> set[str]:
        """The colours that her name is written in, on the page."""
        strips = [reader.page.render_line(y) for y in range(reader.page.size.height)]
        looks = [style for strip in strips for text, style, _ in strip if "Ilse" in text and style]
        return {look.color.name for look in looks if look.color and look.bold}

    async with reading(shelf, at=Opening(lighthouse)) as reader:
        before = colours(reader)
        await reader.press("J")
        await reader.opens("meeting")
        assert len(before) == 1
        assert colours(reader) == before


async def test_hostile_labels_are_shown_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "odd.vtt").write_text(captions("[b]Ada[/b]", "[@click=app.quit]Bo"))
    async with reading(folder, at=Opening(folder / "odd.vtt")) as reader:
        await opened(reader)
        assert "[b]Ada[/b]" in reader.text
        await reader.press("r")
        await reader.shows("Who is [b]Ada[/b]?")
