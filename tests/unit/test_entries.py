from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.found import LIBRARY, entry
from tui_reader.ui.entries import Entries, HitOrder, Spotted
from tui_reader.widening import Kind

FOUND = Entries(
    [
        *(entry(number, turns) for number, turns in LIBRARY.items()),
        entry(3, (1, 7), Kind.SPELLINGS),
        entry(8, (6,), Kind.SPELLINGS),
        entry(7, (2,), Kind.MOST),
    ]
)
DATES = {7: date(2024, 5, 1), 3: date(2023, 1, 1), 8: date(2024, 1, 1)}


def episodes(entries: Entries) -> list[int]:
    return [found.episode for found in entries]


def test_an_episode_stands_there_once_for_every_kind_of_hit() -> None:
    assert FOUND.number(None, 3) == 1
    assert FOUND.number(Kind.SPELLINGS, 3) == 3
    assert FOUND.number(Kind.MOST, 3) is None


def test_what_is_shown_is_numbered_through_the_list() -> None:
    shown = [FOUND.of_shown(number) for number in range(FOUND.shown)]
    assert shown[:3] == [Spotted(None, 7, 0), Spotted(None, 7, 4), Spotted(None, 3, 2)]
    assert shown[-1] == Spotted(Kind.MOST, 7, 2)
    assert [FOUND.nearest(hit) for hit in shown] == list(range(FOUND.shown))


def test_a_hit_that_is_not_shown_is_near_the_one_before_it() -> None:
    assert FOUND.nearest(Spotted(None, 3, 11)) == FOUND.nearest(Spotted(None, 3, 9))
    assert FOUND.nearest(Spotted(None, 3, 0)) == FOUND.nearest(Spotted(None, 3, 2))
    assert FOUND.nearest(Spotted(None, 99, 0)) is None


def test_by_date_every_kind_stays_together_and_the_undated_come_last() -> None:
    newest = FOUND.arranged(HitOrder(by_date=True), DATES.get)
    oldest = FOUND.arranged(HitOrder(by_date=True, oldest_first=True), DATES.get)
    assert episodes(newest) == [7, 3, 1, 8, 3, 7]
    assert episodes(oldest) == [3, 7, 1, 3, 8, 7]
    assert episodes(FOUND.arranged(HitOrder(), DATES.get)) == episodes(FOUND)


def test_the_two_orders_and_their_ways() -> None:
    assert str(HitOrder()) == "relevance"
    assert str(HitOrder().next) == "newest first"
    assert str(HitOrder().next.reversed) == "oldest first"
    assert HitOrder().next.next == HitOrder()
    assert str(HitOrder().reversed) == "newest first", "nobody wants the least relevant first"


@given(st.lists(st.integers(1, 5), max_size=30))
def test_sums_are_those_of_the_entries_before(counts: list[int]) -> None:
    entries = Entries(entry(number, range(count)) for number, count in enumerate(counts))
    for number in range(len(counts) + 1):
        assert entries.hits_before(number) == sum(counts[:number])
        assert entries.shown_before(number) == sum(min(3, count) for count in counts[:number])
    assert entries.total == sum(counts)
