from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.jumps import Jumps, Stop
from tui_reader.model import Place

A, B, C = Stop(1, Place(5)), Stop(1, Place(60)), Stop(2, Place(0))


def test_back_and_forward_again_over_episodes() -> None:
    jumps = Jumps()
    jumps.leave(A)
    jumps.leave(B)
    assert jumps.go(C, -1) == B
    assert jumps.go(B, -1) == A
    assert jumps.go(A, -1) is None
    assert jumps.go(A, 1) == B
    assert jumps.go(B, 1) == C
    assert jumps.go(C, 1) is None


def test_a_new_jump_ends_the_way_forward() -> None:
    jumps = Jumps()
    jumps.leave(A)
    assert jumps.go(B, -1) == A
    jumps.leave(A)
    assert jumps.go(C, 1) is None
    assert jumps.go(C, -1) == A


def test_one_comes_back_to_where_one_had_wandered_to() -> None:
    jumps = Jumps()
    jumps.leave(A)
    assert jumps.go(B, -1) == A
    assert jumps.go(C, 1) == B
    assert jumps.go(B, -1) == C


def test_the_same_place_of_another_file_is_another() -> None:
    jumps = Jumps()
    jumps.leave(A._replace(other=Path("talk.srt")))
    jumps.leave(A._replace(row=3))
    assert jumps.go(A, -1) == A._replace(other=Path("talk.srt"))


def test_a_place_that_one_is_at_already_is_passed_over() -> None:
    jumps = Jumps()
    jumps.leave(A)
    jumps.leave(B)
    assert jumps.go(B._replace(row=7), -1) == A


def test_the_same_place_left_twice_is_one_stop() -> None:
    jumps = Jumps()
    jumps.leave(A)
    jumps.leave(B)
    jumps.leave(B._replace(row=3))
    assert jumps.go(C, -1) == B._replace(row=3)
    assert jumps.go(B, -1) == A


def test_between_two_places_one_goes_to_and_fro() -> None:
    jumps = Jumps()
    assert jumps.swap(A) is None
    jumps.leave(A)
    jumps.leave(B)
    assert jumps.swap(C) == B
    assert jumps.swap(B) == C
    assert jumps.swap(C._replace(row=4)) == B
    assert jumps.go(B, -1) == C._replace(row=4)
    assert jumps.go(C, -1) == A, "what was before stays"


@given(st.lists(st.integers(0, 5), max_size=300))
def test_all_the_way_back_and_forth_ends_where_one_was(numbers: list[int]) -> None:
    jumps = Jumps()
    for number in numbers:
        jumps.leave(Stop(1, Place(number)))
    start = here = Stop(2, Place(9))
    steps = 0
    while (stop := jumps.go(here, -1)) is not None:
        here, steps = stop, steps + 1
    assert steps <= 100
    for _ in range(steps):
        stop = jumps.go(here, 1)
        assert stop is not None
        here = stop
    assert here == start


def test_both_ways_lead_to_an_episode_under_its_new_number() -> None:
    jumps = Jumps()
    jumps.leave(Stop(1, Place(4)))
    jumps.go(Stop(2, Place(0)), -1)
    jumps.renumber(2, 7)
    assert jumps.go(Stop(1, Place(4)), 1) == Stop(7, Place(0))
    jumps.renumber(1, 8)
    assert jumps.go(Stop(7, Place(0)), -1) == Stop(8, Place(4))
