import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.talks import talk
from tui_reader.anchoring.leaving import Look, Return, came_back, left
from tui_reader.model import Place, Transcript, Turn

TALK = talk(1)


def back(now: Transcript, look: Look) -> Return | None:
    leave = left(TALK, look)
    return came_back(now, leave.place, leave.top, leave.shift)


@given(st.integers(-1, 39), st.integers(0, 30), st.integers(-3, 0))
def test_one_comes_back_to_the_same_look(turn: int, above: int, shift: int) -> None:
    look = Look(Place(turn), Place(max(-1, turn - above)), shift)
    assert back(TALK, look) == Return(look, is_sure=True)


def test_a_look_moves_with_its_words() -> None:
    more = Transcript(TALK.metadata, (Turn("A word before.", start=0), *TALK.turns))
    found = back(more, Look(Place(9), Place(7, 5), -1))
    assert found == Return(Look(Place(10), Place(8, 5), -1), is_sure=True)


def test_where_only_the_words_on_top_are_left_one_is_there() -> None:
    fewer = Transcript(TALK.metadata, (*TALK.turns[:8], Turn("Others said something else.")))
    assert back(fewer, Look(Place(20), Place(3), -1)) == Return(Look(Place(3), Place(3), -1), True)


def test_words_that_are_gone_leave_their_time_if_there_is_one() -> None:
    other = talk(2)
    assert back(other, Look(Place(20), Place(18))) == Return(Look(Place(20), Place(20)), False)
    untimed = Transcript(turns=tuple(Turn(turn.text) for turn in other.turns))
    assert back(untimed, Look(Place(20), Place(18))) is None
    assert back(Transcript(), Look(Place(20), Place(18))) is None


@pytest.mark.parametrize(
    ("look", "progress"),
    [
        (Look(Place(-1), Place(-1)), 0.0),
        (Look(Place(0), Place(-1)), 0.0),
        (Look(Place(20), Place(15)), 0.5),
        (Look(Place(15), Place(20)), 0.5),
        (Look(Place(39), Place(30)), 39 / 40),
        (Look(Place(39), Place(30), at_end=True), 1.0),
    ],
)
def test_progress_is_the_share_of_the_words_behind_one(look: Look, progress: float) -> None:
    assert left(TALK, look).progress == pytest.approx(progress)


def test_a_long_turn_has_its_own_progress() -> None:
    essay = Transcript(turns=(Turn("one two three four"),))
    assert left(essay, Look(Place(0, 8), Place(0))).progress == 0.5
    assert left(Transcript(), Look(Place(-1), Place(-1))).progress == 0.0
