from hypothesis import given
from hypothesis import strategies as st

from tests.unit.marks_and_notes import entry, identity
from tui_reader.marking.listing import Listing, arranged, grouped, title

BREAD = identity("Bread before dawn", "/talks/bread.md", show="Night shift")
LIGHT = identity("The keepers of the rock", "/talks/light.vtt")
DOUGH = entry(1, about=BREAD, quote="The dough is older.", speaker="Łukasz", text="Ask him!")
OVEN = entry(2, about=BREAD, letter="o", quote="The oven hums.", speaker="Mara")
LANTERN = entry(3, about=LIGHT, quote="The storm lantern.", speaker="Wen", text="[b]x[/b]", day=2)


def test_the_open_episode_comes_first_and_then_what_was_written_last() -> None:
    assert arranged([OVEN, DOUGH, LANTERN]) == [LANTERN, DOUGH, OVEN]
    assert arranged([OVEN, DOUGH, LANTERN], here={2}) == [DOUGH, OVEN, LANTERN]


def test_entries_are_put_together_by_episode() -> None:
    groups = grouped(arranged([OVEN, DOUGH, LANTERN]))
    assert [(group.title, len(group.entries)) for group in groups] == [
        ("The keepers of the rock", 1),
        ("Bread before dawn", 2),
    ]


def test_two_episodes_of_one_title_stay_two() -> None:
    again = entry(4, about=identity("Bread before dawn", "/talks/again.md"))
    assert len(grouped(arranged([DOUGH, again, OVEN]))) == 2


def test_words_are_looked_for_in_note_quote_speaker_title_and_show() -> None:
    listing = Listing([DOUGH, OVEN, LANTERN])
    found = {text: [one.id for one in listing.having(text)] for text in (
        "ask", "dough", "lukasz", "before dawn", "NIGHT shift", "mara oven", "[b]", "  ", "nowhere"
    )}  # fmt: skip
    assert found == {
        "ask": [1],
        "dough": [1],
        "lukasz": [1],
        "before dawn": [1, 2],
        "NIGHT shift": [1, 2],
        "mara oven": [2],
        "[b]": [3],
        "  ": [1, 2, 3],
        "nowhere": [],
    }


def test_an_episode_without_a_title_is_called_by_its_file() -> None:
    assert title(entry(about=identity("", "/talks/2024.vtt"))) == "2024.vtt"


@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=6), st.text())
def test_what_is_filtered_is_some_of_what_there_is(kept: list[tuple[str, str]], text: str) -> None:
    entries = [entry(n, quote=quote, text=note) for n, (quote, note) in enumerate(kept)]
    listing = Listing(entries)
    found = listing.having(text)
    assert [one for one in entries if one in found] == found
    assert listing.having("") == entries
