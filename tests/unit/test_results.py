from tests.unit.found import LIBRARY, in_episode, in_library, similar, wide
from tui_reader.matching import Span
from tui_reader.ui.results import Results, Said
from tui_reader.ui.scope import Scope
from tui_reader.widening import Kind


def test_how_many_there_are_where_it_was_searched() -> None:
    assert in_episode(2, 5, 9).total == 3
    assert in_library().total == sum(map(len, LIBRARY.values()))
    assert Results("x", Scope.LIBRARY, in_episode(2).hits).total == 0


def test_the_words_around_a_hit_fit_and_are_marked() -> None:
    text = "It was late in spring when the beans came up at last, all of them."
    start = text.index("beans")
    shown = Said("Ann", 61_000, text, (Span(start, start + 5),)).shown(24)
    assert len(shown.text) <= 24
    assert [shown.text[span.start : span.end] for span in shown.spans] == ["beans"]


def test_there_are_two_scopes() -> None:
    assert Scope.EPISODE.other is Scope.LIBRARY
    assert Scope.LIBRARY.other is Scope.EPISODE


def test_similar_hits_are_told_by_episode_that_with_the_best_one_first() -> None:
    found = similar(
        wide(Kind.SPELLINGS, (8, 6), (3, 9), (8, 1), (8, 4), (8, 2)), wide(Kind.MOST, (3, 2))
    )
    spelled, other, most = found.entries()
    assert (spelled.episode, spelled.total, spelled.first, spelled.last) == (8, 4, 1, 6)
    assert (spelled.shown, spelled.best) == ((1, 4, 6), 6), "the best three, as they were said"
    assert (other.kind, other.episode, other.shown) == (Kind.SPELLINGS, 3, (9,))
    assert (most.kind, most.episode, most.shown) == (Kind.MOST, 3, (2,))
    assert [hit.turn for hit in found.hits(Kind.SPELLINGS, 8)] == [1, 2, 4, 6]
    assert found.hits(Kind.MOST, 8) == ()


def test_what_a_kind_has_no_room_for_is_told_once() -> None:
    group = wide(Kind.SPELLINGS, (8, 6), (3, 9))._replace(others=7)
    assert [entry.others for entry in similar(group).entries()] == [7, 0]
