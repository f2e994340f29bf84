import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.matching import Hit
from tui_reader.model import Place
from tui_reader.ui.results import EpisodeResult, Results, Scope
from tui_reader.ui.search_session import SearchSession, Step

LIBRARY = {7: (0, 4), 3: (2, 5, 9), 1: (8,)}


def session(scope: Scope, opened: int | None) -> SearchSession:
    """A search that found LIBRARY, with one of its episodes open."""
    hits = tuple(Hit(turn, ()) for turn in LIBRARY.get(opened or 0, ()))
    episodes = {number: EpisodeResult(turns) for number, turns in LIBRARY.items()}
    results = Results("beans", scope, hits, episodes if scope is Scope.LIBRARY else {})
    return SearchSession("beans", scope, results)


def test_in_an_episode_the_hits_go_round() -> None:
    search = session(Scope.EPISODE, 3)
    assert search.step(3, -1, 1) == Step(3, 2)
    assert search.step(3, 2, 1) == Step(3, 5)
    assert search.step(3, 9, 1) == Step(3, 2, wrapped=True)
    assert search.step(3, 2, -1) == Step(3, 9, wrapped=True)


def test_in_a_library_they_go_on_into_the_next_episode() -> None:
    search = session(Scope.LIBRARY, 3)
    assert search.step(3, 5, 1) == Step(3, 9)
    assert search.step(3, 9, 1) == Step(1, 8)
    assert search.step(3, 2, -1) == Step(7, 4)


def test_behind_the_last_of_a_library_is_the_first() -> None:
    assert session(Scope.LIBRARY, 1).step(1, 8, 1) == Step(7, 0, wrapped=True)
    assert session(Scope.LIBRARY, 7).step(7, 0, -1) == Step(1, 8, wrapped=True)


def test_from_an_episode_without_hits_they_begin_at_the_most_relevant() -> None:
    assert session(Scope.LIBRARY, 99).step(99, 5, 1) == Step(7, 0)
    assert session(Scope.LIBRARY, None).step(None, -1, -1) == Step(1, 8)


@pytest.mark.parametrize("results", [None, Results("x", Scope.LIBRARY)])
def test_where_nothing_is_found_there_is_no_step(results: Results | None) -> None:
    assert SearchSession("x", Scope.LIBRARY, results).step(3, 0, 1) is None


@given(st.sampled_from([1, -1]))
def test_stepping_on_leads_through_every_hit_once(direction: int) -> None:
    number: int | None = 3
    turn, seen = 5, []
    for _ in range(6):
        step = session(Scope.LIBRARY, number).step(number, turn, 1 if direction > 0 else -1)
        assert step is not None
        number, turn = step.number, step.turn
        seen.append((number, turn))
    assert sorted(seen) == sorted((n, turn) for n, turns in LIBRARY.items() for turn in turns)
    assert seen[-1] == (3, 5)


def test_the_counter_says_which_of_how_many() -> None:
    assert session(Scope.EPISODE, 3).counter(3, Place(5, 4)) == "2/3"
    assert session(Scope.LIBRARY, 3).counter(3, Place(5)) == "4/6 in 3 episodes"
    assert SearchSession().counter(3, Place(5)) == ""
    assert (
        SearchSession("x", Scope.EPISODE, Results("x", Scope.EPISODE)).counter(None, Place(0))
        == "no hits"
    )


def test_while_one_types_the_next_hit_from_here_is_shown() -> None:
    search = session(Scope.EPISODE, 3)
    for here, shown in [(-1, 2), (2, 2), (3, 5), (10, 2)]:
        found = search.first(Place(here))
        assert found is not None
        assert found.turn == shown
    assert SearchSession("x").first(Place(0)) is None


def test_a_search_that_is_over_has_nothing_left() -> None:
    search = session(Scope.LIBRARY, 3)
    search.clear()
    assert search == SearchSession(scope=Scope.LIBRARY)
    assert search.in_library is None
