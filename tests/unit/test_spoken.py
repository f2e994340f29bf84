"""Which words are spoken at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Mark, Transcript, Turn
from tui_reader.playing.spoken import Spoken, spoken_at

CUES = Turn("One two. Three four.", "Ann", 1_000, 5_000, (Mark(0, 1_000), Mark(9, 3_000)))
WHOLE = Turn("All of it in one.", "Bo", 10_000)
LAST = Turn("The end.", "Ann", 20_000, 22_000)
TALK = Transcript(turns=(CUES, Turn("No time at all."), WHOLE, LAST))


def words(time: int) -> str | None:
    spoken = spoken_at(TALK, time)
    return TALK.turns[spoken.turn].text[spoken.start : spoken.end].strip() if spoken else None


def test_the_cue_that_has_begun_last_is_spoken() -> None:
    assert words(1_000) == words(2_999) == "One two."
    assert words(3_000) == "Three four."


def test_before_the_first_words_nobody_speaks() -> None:
    assert words(0) is words(999) is None


def test_words_are_spoken_until_the_next_begin() -> None:
    assert words(9_999) == "Three four."
    assert words(90_000) == "The end."


def test_a_turn_without_cues_is_spoken_as_a_whole() -> None:
    assert words(10_000) == words(19_000) == "All of it in one."


def test_how_far_it_has_come_is_told_by_the_time() -> None:
    assert spoken_at(TALK, 15_000) == Spoken(2, 0, 17, 8)
    assert spoken_at(TALK, 4_000) == Spoken(0, 9, 20, 14)


def test_without_times_nothing_is_known() -> None:
    assert spoken_at(Transcript(turns=(Turn("Hm."),)), 5) is None
    assert spoken_at(Transcript(), 5) is None


TIMES = st.one_of(st.none(), st.integers(0, 500))
TURNS = st.builds(
    Turn,
    text=st.just("twenty of characters"),
    start=TIMES,
    end=TIMES,
    marks=st.lists(st.builds(Mark, st.integers(0, 19), st.integers(0, 500)), max_size=3).map(
        lambda marks: tuple(sorted(marks))
    ),
)


@given(st.lists(TURNS, max_size=6), st.integers(0, 600))
def test_whatever_the_times_are_it_is_within_a_turn(turns: list[Turn], time: int) -> None:
    spoken = spoken_at(Transcript(turns=tuple(turns)), time)
    if spoken is not None:
        assert 0 <= spoken.turn < len(turns)
        assert 0 <= spoken.start <= spoken.at <= max(spoken.start, spoken.end)


@pytest.mark.parametrize("time", [0, 5_000, 21_000])
def test_it_agrees_with_where_a_jump_to_the_time_leads(time: int) -> None:
    spoken, place = spoken_at(TALK, time), TALK.place_at(time)
    assert spoken is None or (spoken.turn, spoken.start) == place
