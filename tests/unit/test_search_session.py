import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.found import LIBRARY, hits, in_episode, in_library, similar, wide
from tui_reader.matching import Hit, Span
from tui_reader.model import Place
from tui_reader.ui.entries import HitOrder
from tui_reader.ui.results import Results, Similar
from tui_reader.ui.scope import Scope
from tui_reader.ui.search_session import SearchSession, Step
from tui_reader.widening import Kind
from tui_reader.widening.suggesting import Suggestion

SIMILAR = similar(wide(Kind.SPELLINGS, (8, 6), (3, 1), (3, 7)), wide(Kind.MOST, (7, 2)))


def undated(number: int) -> datetime.date | None:
    return None


def session(
    results: Results, opened: int | None = None, also: Similar | None = None
) -> SearchSession:
    """A search that found `results`, with one of the episodes open."""
    search = SearchSession(results.text, results.scope)
    search.take(results)
    if also is not None:
        search.take_similar(also)
    open_episode(search, opened)
    return search


def open_episode(search: SearchSession, number: int | None) -> None:
    found = search.results
    if found is not None and found.scope is Scope.EPISODE:
        search.take_hits(found.hits)
    else:
        search.take_hits(hits(*LIBRARY.get(number or 0, ())))
    search.arrange(number, undated)


def test_in_an_episode_the_hits_go_round() -> None:
    search = session(in_episode(2, 5, 9), 3)
    assert search.step(3, -1, 1) == Step(3, 2)
    assert search.step(3, 2, 1) == Step(3, 5)
    assert search.step(3, 9, 1) == Step(3, 2, wrapped=True)
    assert search.step(3, 2, -1) == Step(3, 9, wrapped=True)


def test_an_episode_needs_no_number_to_be_searched() -> None:
    search = session(in_episode(2, 5), None)
    assert search.step(None, 2, 1) == Step(None, 5)
    assert search.counter(None, Place(5)) == "2/2"


def test_in_a_library_they_go_on_into_the_next_episode() -> None:
    search = session(in_library(), 3)
    assert search.step(3, 5, 1) == Step(3, 9)
    assert search.step(3, 11, 1) == Step(1, 8)
    assert search.step(3, 2, -1) == Step(7, 4)


def test_behind_the_last_of_a_library_is_the_first() -> None:
    assert session(in_library(), 1).step(1, 8, 1) == Step(7, 0, wrapped=True)
    assert session(in_library(), 7).step(7, 0, -1) == Step(1, 8, wrapped=True)


def test_from_an_episode_without_hits_they_begin_at_the_most_relevant() -> None:
    assert session(in_library(), 99).step(99, 5, 1) == Step(7, 0)
    assert session(in_library(), None).step(None, -1, -1) == Step(1, 8)


@pytest.mark.parametrize("results", [in_episode(), Results("x", Scope.LIBRARY)])
def test_where_nothing_is_found_there_is_no_step(results: Results) -> None:
    assert session(results).step(3, 0, 1) is None
    assert SearchSession("x").step(3, 0, 1) is None


def test_behind_what_was_typed_comes_what_is_similar() -> None:
    search = session(in_library(), 1, SIMILAR)
    assert search.step(1, 8, 1) == Step(8, 6, kind=Kind.SPELLINGS)
    open_episode(search, 8)
    assert search.step(8, 6, 1) == Step(3, 1, kind=Kind.SPELLINGS)
    assert search.step(8, 6, -1) == Step(1, 8)


def test_among_similar_hits_one_passes_over_the_others_of_the_episode() -> None:
    search = session(in_library(), 3, SIMILAR)
    assert search.step(3, 1, 1) == Step(3, 7, kind=Kind.SPELLINGS)
    assert search.step(3, 2, 1) == Step(3, 5)
    assert search.step(3, 7, 1) == Step(7, 2, kind=Kind.MOST)


def test_between_hits_one_goes_on_with_the_kind_one_came_for() -> None:
    search = session(in_library(), 3, SIMILAR)
    assert search.step(3, 3, 1) == Step(3, 5)
    search.kind = Kind.SPELLINGS
    assert search.step(3, 3, 1) == Step(3, 7, kind=Kind.SPELLINGS)


def test_what_is_similar_in_an_episode_is_of_that_episode_alone() -> None:
    search = session(in_episode(2), 3, similar(*SIMILAR.groups, scope=Scope.EPISODE))
    assert search.step(3, 2, 1) == Step(3, 1, kind=Kind.SPELLINGS)
    assert search.step(3, 7, 1) == Step(3, 2, wrapped=True)
    assert search.counter(3, Place(7)) == "1 +2/2 similar"


@given(st.sampled_from([1, -1]), st.booleans())
def test_stepping_on_leads_through_every_hit_once(direction: int, widened: bool) -> None:
    search = session(in_library(), 3, SIMILAR if widened else None)
    number: int | None = 3
    turn, seen = 5, []
    for _ in range(search.entries.total):
        step = search.step(number, turn, 1 if direction > 0 else -1)
        assert step is not None
        number, turn, search.kind = step.number, step.turn, step.kind
        open_episode(search, number)
        seen.append((number, turn))
    wanted = [(n, turn) for n, turns in LIBRARY.items() for turn in turns]
    also = [(hit.episode, hit.turn) for group in SIMILAR.groups for hit in group.hits]
    assert sorted(seen) == sorted(wanted + also * widened)
    assert seen[-1] == (3, 5)


def test_the_counter_says_which_of_how_many() -> None:
    assert session(in_episode(2, 5, 9), 3).counter(3, Place(5, 4)) == "2/3"
    assert session(in_library(), 3).counter(3, Place(5)) == "4/7 in 3 episodes"
    assert session(in_library(), 99).counter(99, Place(5)) == "0/7 in 3 episodes"
    assert SearchSession().counter(3, Place(5)) == ""
    assert session(in_episode()).counter(None, Place(0)) == "no hits"


def test_the_counter_tells_apart_what_is_only_similar() -> None:
    search = session(in_library(), 3, SIMILAR)
    assert search.counter(3, Place(5)) == "4/7 +4 similar"
    assert search.counter(3, Place(7)) == "7 +3/4 similar"
    nothing = session(Results("beans", Scope.LIBRARY), 3, SIMILAR)
    nothing.take_hits(())
    assert nothing.counter(3, Place(7)) == "3/4 similar"
    assert nothing.counter(99, Place(7)) == "4 similar"


def test_by_date_the_hits_go_another_way() -> None:
    dates = {7: datetime.date(2023, 1, 1), 3: datetime.date(2024, 1, 1)}
    search = session(in_library(), 3)
    search.order = HitOrder(by_date=True)
    search.arrange(3, dates.get)
    assert search.step(3, 11, 1) == Step(7, 0)
    assert search.counter(3, Place(5)) == "2/7 in 3 episodes"


def test_while_one_types_the_next_hit_from_here_is_shown() -> None:
    search = session(in_episode(2, 5, 9), 3)
    assert [search.first(3, Place(turn)) for turn in (-1, 2, 3, 10)] == [2, 2, 5, 2]
    assert SearchSession("x").first(3, Place(0)) is None


def test_what_is_similar_is_so_to_one_query_only() -> None:
    search = session(in_library(), 3, SIMILAR)
    search.take(in_library())
    assert search.similar is SIMILAR, "the same search, answered again"
    search.take(in_library("beams"))
    assert search.similar is None


def test_something_else_is_offered_where_nothing_was_found() -> None:
    instead = Suggestion("beams", "beams", 3)
    offered = similar(suggestions=(instead,))
    assert list(session(Results("beans", Scope.LIBRARY), 3, offered).suggestions) == [instead]
    assert list(session(in_library(), 3, offered).suggestions) == []


def test_every_kind_of_hit_is_highlighted_also_where_it_goes_on_in_the_next_turn() -> None:
    search = session(in_library(), 3, SIMILAR)
    search.take_hits((Hit(5, (Span(8, 9),), (Span(0, 4),)), Hit(6, (Span(7, 9),))))
    assert [(hit.turn, hit.spans) for hit in search.highlights(3)] == [
        (1, (Span(0, 2),)),
        (5, (Span(8, 9),)),
        (6, (Span(0, 4), Span(7, 9))),
        (7, (Span(0, 2),)),
    ]
    assert search.spans(3, 6) == (Span(7, 9),)
    assert search.is_hit(3, 7)
    assert not search.is_hit(3, 8)


def test_a_search_that_is_over_has_nothing_left() -> None:
    search = session(in_library(), 3, SIMILAR)
    search.clear()
    assert search.in_library is None
    assert not search.highlights(3)
    assert search.counter(3, Place(5)) == ""
    assert search.step(3, 5, 1) is None
