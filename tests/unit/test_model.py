from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Mark, Metadata, Place, Transcript, Turn

_TALK = Transcript(
    turns=(
        Turn("Hello there. Yes.", "Ann", 1_000, 5_000, (Mark(0, 1_000), Mark(13, 4_000))),
        Turn("Aside"),
        Turn("Hi.", "Bo", 6_000, 7_000, (Mark(0, 6_000),)),
        Turn("Again", "Ann"),
    )
)


def test_a_time_leads_to_the_words_spoken_then() -> None:
    assert _TALK.place_at(4_500) == Place(0, 13)
    assert _TALK.place_at(6_000) == Place(2, 0)
    assert _TALK.place_at(99_000) == Place(2, 0)


def test_a_time_before_the_first_word_leads_to_the_first_word() -> None:
    assert _TALK.place_at(0) == Place(0, 0)


def test_words_without_a_time_have_that_of_the_words_before() -> None:
    assert _TALK.time_of(Place(1, 2)) == 4_000
    assert _TALK.time_of(Place(3, 0)) == 6_000
    assert _TALK.time_of(Place(0, 12)) == 1_000
    assert _TALK.time_of(Place(-1)) is None


def test_times_that_run_backwards_keep_the_order_of_the_file() -> None:
    starts = (1_000, 9_000, 4_000, 10_000)
    talk = Transcript(turns=tuple(Turn(str(time), start=time) for time in starts))
    assert talk.place_at(5_000) == Place(0)
    assert talk.place_at(9_500) == Place(2)
    assert talk.place_at(10_000) == Place(3)


@given(st.lists(st.integers(0, 100)), st.integers(0, 100))
def test_any_time_leads_to_a_turn_that_exists(starts: list[int], time: int) -> None:
    talk = Transcript(turns=tuple(Turn("x", start=start) for start in starts))
    place = talk.place_at(time)
    assert place.turn in range(max(len(starts), 1))


def test_speakers_come_in_the_order_of_their_first_words() -> None:
    assert _TALK.speakers == ("Ann", "Bo")


def test_the_duration_is_what_the_post_says_or_the_last_time_there_is() -> None:
    assert _TALK.duration == 7_000
    assert Transcript(Metadata(duration=9_000), _TALK.turns).duration == 9_000
    assert Transcript().duration is None
    assert not Transcript(turns=(Turn("x"),)).timed
    assert _TALK.timed


def test_a_time_in_the_middle_of_a_turn_leads_to_its_words() -> None:
    talk = Transcript(
        turns=(Turn("One.", "Ann"), Turn("Two [lost 0:09] on.", "Bo", marks=(Mark(4, 9_000),)))
    )
    assert talk.timed
    assert talk.place_at(10_000) == Place(1, 4)
    assert talk.time_of(Place(1, 2)) is None
    assert talk.time_of(Place(1, 5)) == 9_000
