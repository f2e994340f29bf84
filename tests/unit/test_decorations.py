import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.pages import timed, transcripts
from tui_reader.filtered import FilteredPage
from tui_reader.layout import Layout
from tui_reader.model import Place, Transcript
from tui_reader.page import Page
from tui_reader.ui.decorations import Decorations, lead

PAGE = Page(timed(4))


@pytest.mark.parametrize("width", [30, 100])
def test_signs_stand_where_turns_begin_and_letters_at_their_words(width: int) -> None:
    rows = Layout(PAGE, width)
    signs = Decorations(((Place(1), "a"), (Place(2, 20), "B")), frozenset([1, 3])).signs(rows)
    second, third, fourth = (PAGE.blocks_of_turns[turn] for turn in (1, 2, 3))
    assert signs[rows.top(second)] == "a✎"
    assert signs[rows.top(fourth)] == "✎"
    inside = rows.row_of(third, 20)
    where = rows.top(third) if inside == rows.text_top(third) else inside
    assert signs[where] == "B"


def test_what_is_hidden_has_no_sign() -> None:
    rows = Layout(FilteredPage(PAGE, [2]), 100)
    assert Decorations(((Place(1), "a"),), frozenset([0, 3])).signs(rows) == {}
    assert list(Decorations(((Place(2), "a"),)).signs(rows).values()) == ["a"]


@given(transcripts(least=1), st.integers(10, 120), st.data())
def test_every_sign_is_on_a_row_of_the_page(
    transcript: Transcript, width: int, data: st.DataObject
) -> None:
    rows = Layout(Page(transcript), width)
    turns = st.integers(-1, len(transcript.turns) - 1)
    marks = data.draw(st.lists(st.builds(Place, turns, st.integers(0, 300)), max_size=4))
    notes = data.draw(st.frozensets(st.integers(0, len(transcript.turns) - 1)))
    signs = Decorations(tuple((place, "a") for place in marks), notes).signs(rows)
    assert all(0 <= row < len(rows) for row in signs)
    assert sum("✎" in sign for sign in signs.values()) == len(notes)


@pytest.mark.parametrize(
    ("here", "selected", "signs", "shown"),
    [
        (False, False, "", "   "),
        (False, False, "a", "a  "),
        (False, False, "a✎", "a✎ "),
        (True, False, "", "▸  "),
        (True, True, "✎", "▸✎ "),
        (False, True, "a✎", "┃a "),
    ],
)
def test_two_cells_hold_what_is_most_to_know_and_touch_no_words(
    here: bool, selected: bool, signs: str, shown: str
) -> None:
    assert lead(here=here, selected=selected, signs=signs) == shown
