from tests.unit.pages import timed, turn
from tui_reader.filtered import FilteredPage
from tui_reader.model import Metadata, Place, Section, Transcript
from tui_reader.page import Page
from tui_reader.ui.whereabouts import pane_title, place_in_words

ESSAY = Transcript(Metadata(title="An essay"), (turn("One."), turn("Two.")))


def test_a_title_tells_what_there_is_room_for() -> None:
    assert pane_title(Page(timed(4)), narrow=False) == "A talk ─ 2 speakers ─ 04:00"
    assert pane_title(Page(timed(4)), narrow=True) == "A talk ─ 04:00"
    assert pane_title(Page(ESSAY), narrow=False) == "An essay"


def test_where_turns_are_hidden_the_title_begins_with_how_many_are_left() -> None:
    assert pane_title(FilteredPage(Page(timed(4)), [2]), narrow=True) == "1 of 4 turns ─ A talk"
    assert pane_title(FilteredPage(Page(ESSAY), []), narrow=True) == "0 of 2 paragraphs ─ An essay"
    assert (
        pane_title(FilteredPage(Page(timed(4)), [2]), narrow=False, turns_shown="only Ann")
        == "1 of 4 turns ─ only Ann ─ A talk"
    )


def test_a_place_is_told_by_time_turn_and_speaker() -> None:
    assert place_in_words(timed(4), Place(1), narrow=False) == "01:00 / 04:00 · turn 2/4 · Bo"
    assert place_in_words(timed(4), Place(1), narrow=True) == "01:00 · turn 2/4 · Bo"
    assert place_in_words(ESSAY, Place(1), narrow=False) == "turn 2/2"


def test_above_the_first_turn_one_is_told_how_long_it_is() -> None:
    assert place_in_words(timed(4), Place(-1), narrow=False) == "4 turns"
    assert place_in_words(ESSAY, Place(-1), narrow=False) == "2 paragraphs"


def test_where_nothing_is_said_there_may_be_chapters() -> None:
    assert place_in_words(Transcript(), Place(0), narrow=False) == ""
    chapters = Transcript(sections=(Section("Start", 0, 0), Section("End", 0, 9_000)))
    assert place_in_words(chapters, Place(0), narrow=False) == "2 chapters"
