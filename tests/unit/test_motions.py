from hypothesis import given
from hypothesis import strategies as st

from tests.unit.pages import transcripts, turn
from tui_reader.filtered import FilteredPage
from tui_reader.model import Place, Section, Transcript
from tui_reader.motions import next_section, next_turn, next_turn_of_speaker
from tui_reader.page import Page

SPEAKERS = ["Ann", "Bo", None, "Ann", "Bo", "Ann"]
TALK = Page(
    Transcript(
        turns=tuple(turn("Some words.", speaker) for speaker in SPEAKERS),
        sections=(Section("End", 4), Section("Middle", 2), Section("Lost", 9)),
    )
)


def test_the_next_turn_and_the_one_before() -> None:
    assert next_turn(TALK, Place(-1, 5), 1) == Place(0)
    assert next_turn(TALK, Place(2, 4), 1) == Place(3)
    assert next_turn(TALK, Place(2), -1) == Place(1)
    assert next_turn(TALK, Place(5), 1) is None
    assert next_turn(TALK, Place(0), -1) is None


def test_backwards_inside_a_turn_is_its_own_beginning() -> None:
    assert next_turn(TALK, Place(2, 4), -1) == Place(2)


def test_the_turns_of_who_speaks_here() -> None:
    assert next_turn_of_speaker(TALK, Place(0), 1) == Place(3)
    assert next_turn_of_speaker(TALK, Place(3), 1) == Place(5)
    assert next_turn_of_speaker(TALK, Place(5), 1) is None
    assert next_turn_of_speaker(TALK, Place(4), -1) == Place(1)
    assert next_turn_of_speaker(TALK, Place(1), -1) is None


def test_where_nobody_is_named_anybody_comes_next() -> None:
    assert next_turn_of_speaker(TALK, Place(2), 1) == Place(3)
    assert next_turn_of_speaker(TALK, Place(2), -1) == Place(1)
    assert next_turn_of_speaker(TALK, Place(-1), 1) == Place(0)


def test_sections_in_the_order_of_the_page() -> None:
    assert next_section(TALK, Place(-1), 1) == Place(2)
    assert next_section(TALK, Place(2), 1) == Place(4)
    assert next_section(TALK, Place(4), 1) is None
    assert next_section(TALK, Place(4, 3), -1) == Place(4)
    assert next_section(TALK, Place(4), -1) == Place(2)
    assert next_section(TALK, Place(1), -1) is None


def test_turns_that_are_hidden_are_passed_over() -> None:
    some = FilteredPage(TALK, [0, 3, 5])
    assert next_turn(some, Place(0), 1) == Place(3)
    assert next_turn(some, Place(3, 2), -1) == Place(3)
    assert next_turn(some, Place(3), -1) == Place(0)
    assert next_turn(some, Place(4), 1) == Place(5)
    assert next_turn(some, Place(4, 3), -1) == Place(3)
    assert next_turn_of_speaker(FilteredPage(TALK, [0, 1, 5]), Place(0), 1) == Place(5)
    assert next_turn_of_speaker(FilteredPage(TALK, [0, 1]), Place(0), 1) is None


def test_a_section_begins_with_the_first_of_its_turns_that_is_shown() -> None:
    some = FilteredPage(TALK, [0, 3, 5])
    assert next_section(some, Place(0), 1) == Place(3)
    assert next_section(some, Place(3), 1) == Place(5)
    assert next_section(some, Place(5), -1) == Place(3)
    assert next_section(FilteredPage(TALK, [0, 5]), Place(0), 1) == Place(5)
    assert next_section(FilteredPage(TALK, [0, 3]), Place(3), 1) is None


@given(transcripts(), st.integers(-1, 9), st.sets(st.integers(0, 7)) | st.none())
def test_there_and_back_is_where_one_was(
    transcript: Transcript, number: int, some: set[int] | None
) -> None:
    page = Page(transcript) if some is None else FilteredPage(Page(transcript), some)
    here = Place(min(number, len(transcript.turns) - 1))
    for motion in (next_turn, next_section, next_turn_of_speaker):
        there = motion(page, here, 1)
        if there is not None:
            assert there > here
            assert there.turn in page.shown
            back = motion(page, there, -1)
            assert back is None or back < there
