import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.library import Episode
from tui_reader.model import Metadata
from tui_reader.ordering import Order, arrange


def episode(
    number: int,
    title: str = "",
    day: int | None = None,
    duration: int | None = None,
    show: str | None = None,
    error: str | None = None,
) -> Episode:
    date = None if day is None else datetime.date(2024, 1, day)
    about = Metadata(title=title, date=date, show=show)
    return Episode(number, Path(f"{number}.txt"), metadata=about, duration=duration, error=error)


SHELF = [
    episode(0, "beans", 3, 9000, "Żuraw"),
    episode(1, "Ćwikła", 9, None, "allotment"),
    episode(2, "Apples", None, 30_000),
    episode(3, "zest", 1, 100, "Beet"),
]


@pytest.mark.parametrize(
    ("by", "usual", "reversed_"),
    [
        ("date", [1, 0, 3, 2], [3, 0, 1, 2]),
        ("title", [2, 0, 1, 3], [3, 1, 0, 2]),
        ("duration", [2, 0, 3, 1], [3, 0, 2, 1]),
        ("show", [1, 3, 0, 2], [0, 3, 1, 2]),
    ],
)
def test_episodes_are_sorted_and_what_is_unknown_comes_last(
    by: str, usual: list[int], reversed_: list[int]
) -> None:
    assert [one.number for one in arrange(SHELF, Order(by))] == usual
    assert [one.number for one in arrange(SHELF, Order(by).reversed)] == reversed_


def test_files_that_could_not_be_read_are_at_the_very_end() -> None:
    shelf = [episode(0, "a", error="It is empty."), episode(1, "b"), episode(2, "c", 5)]
    assert [one.number for one in arrange(shelf, Order())] == [2, 1, 0]


def test_the_orders_come_round_and_say_what_they_are() -> None:
    order = Order()
    said = []
    for _ in range(4):
        said += [str(order), str(order.reversed)]
        order = order.next
    assert order == Order()
    assert len(set(said)) == 8


episodes = st.lists(
    st.tuples(
        st.text(max_size=3),
        st.none() | st.integers(1, 28),
        st.none() | st.integers(0, 9),
        st.none() | st.text(max_size=2),
    ),
    max_size=9,
).map(lambda rows: [episode(n, *row) for n, row in enumerate(rows)])


@given(episodes, st.sampled_from(["date", "title", "duration", "show"]), st.booleans())
def test_no_episode_is_lost_whatever_order_they_came_in(
    shelf: list[Episode], by: str, other_way: bool
) -> None:
    order = Order(by, other_way)
    found = arrange(shelf, order)
    assert sorted(one.number for one in found) == list(range(len(shelf)))
    assert arrange(reversed(found), order) == found
