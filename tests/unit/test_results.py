from tui_reader.matching import Hit, Span
from tui_reader.ui.results import EpisodeResult, Results, Scope

HITS = (Hit(2, (Span(0, 3),)), Hit(5, ()), Hit(9, (Span(4, 5),)))
IN_EPISODE = Results("beans", Scope.EPISODE, HITS)
IN_LIBRARY = Results(
    "beans",
    Scope.LIBRARY,
    HITS,
    {7: EpisodeResult((0, 4)), 3: EpisodeResult((2, 5, 9)), 1: EpisodeResult((8,))},
)


def hit(turn: int, direction: int, *, inclusive: bool = False) -> int | None:
    found = IN_EPISODE.hit_from(turn, direction, inclusive=inclusive)
    return None if found is None else found.turn


def test_the_hits_around_a_turn() -> None:
    assert [hit(turn, 1) for turn in (-1, 2, 3, 9)] == [2, 5, 5, None]
    assert [hit(turn, -1) for turn in (99, 9, 4, 2)] == [9, 5, 2, None]
    assert [hit(turn, 1, inclusive=True) for turn in (2, 3)] == [2, 5]
    assert [hit(turn, -1, inclusive=True) for turn in (2, 3, 1)] == [2, 2, None]


def test_how_many_there_are_where_it_was_searched() -> None:
    assert IN_EPISODE.total == 3
    assert IN_LIBRARY.total == 6
    assert Results("x", Scope.LIBRARY, HITS).total == 0


def test_which_of_them_one_is_at() -> None:
    assert [IN_EPISODE.position(3, turn) for turn in (-1, 2, 4, 5, 20)] == [0, 1, 1, 2, 3]
    assert [IN_LIBRARY.position(3, turn) for turn in (-1, 2, 20)] == [2, 3, 5]
    assert IN_LIBRARY.position(99, 5) == 0


def test_the_episodes_with_hits_follow_one_another_by_relevance() -> None:
    assert [IN_LIBRARY.episode_from(number, 1) for number in (7, 3, 1)] == [3, 1, None]
    assert [IN_LIBRARY.episode_from(number, -1) for number in (1, 3, 7)] == [3, 7, None]
    assert IN_LIBRARY.episode_from(99, 1) == IN_LIBRARY.episode_from(None, 1) == 7
    assert IN_LIBRARY.episode_from(99, -1) == 1
    assert Results("x", Scope.LIBRARY).episode_from(None, 1) is None


def test_the_words_around_the_first_hit_fit_and_are_marked() -> None:
    text = "It was late in spring when the beans came up at last, all of them."
    start = text.index("beans")
    result = EpisodeResult((4,), "Ann", 61_000, text, (Span(start, start + 5),))
    shown = result.shown(24)
    assert len(shown.text) <= 24
    assert [shown.text[span.start : span.end] for span in shown.spans] == ["beans"]
    assert result.said == "01:01 Ann"
    assert EpisodeResult((4,)).said == ""


def test_there_are_two_scopes() -> None:
    assert Scope.EPISODE.other is Scope.LIBRARY
    assert Scope.LIBRARY.other is Scope.EPISODE
