from hypothesis import given
from hypothesis import strategies as st

from tui_reader.history import History, with_query

HISTORY = ["lantern", "lantern storm", "speaker:omer", "Lambda"]


def test_the_newest_comes_first_and_the_oldest_stays() -> None:
    recall = History(HISTORY).recall("", "")
    assert [recall.older() for _ in range(5)] == [
        "Lambda", "speaker:omer", "lantern storm", "lantern", "lantern",
    ]  # fmt: skip


def test_what_is_typed_chooses_among_them_and_comes_back() -> None:
    recall = History(HISTORY).recall("la", "la")
    assert [recall.older(), recall.older(), recall.older()] == [
        "Lambda",
        "lantern storm",
        "lantern",
    ]
    assert [recall.newer() for _ in range(4)] == ["lantern storm", "Lambda", "la", None]


def test_what_is_typed_is_not_offered_again() -> None:
    assert History(HISTORY).recall("lantern", "lantern").older() == "lantern storm"


def test_where_nothing_fits_what_is_typed_stays() -> None:
    recall = History(HISTORY).recall("zz", "zz")
    assert (recall.older(), recall.query, recall.newer()) == ("zz", "zz", None)


def test_a_query_is_there_once_as_the_newest() -> None:
    history = History(HISTORY)
    assert history.add("lantern")
    assert list(history) == ["lantern storm", "speaker:omer", "Lambda", "lantern"]
    assert not history.add("lantern")


def test_what_is_nothing_or_far_too_long_is_not_kept() -> None:
    assert with_query(HISTORY, "") == tuple(HISTORY)
    assert with_query(HISTORY, "x" * 5_000) == tuple(HISTORY)


@given(st.lists(st.text("abc", min_size=1, max_size=6), max_size=400))
def test_the_last_two_hundred_are_kept(queries: list[str]) -> None:
    history = History()
    for query in queries:
        history.add(query)
    kept = list(history)
    assert kept == list(dict.fromkeys(reversed(queries)))[:200][::-1]
