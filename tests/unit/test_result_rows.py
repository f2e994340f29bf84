from hypothesis import given
from hypothesis import strategies as st

from tests.unit.found import LIBRARY, entry
from tui_reader.ui.entries import Entries, Entry
from tui_reader.ui.result_rows import ResultRows, RowKind
from tui_reader.widening import Kind
from tui_reader.widening.suggesting import Suggestion

EXACT = [entry(number, turns) for number, turns in LIBRARY.items()]
SIMILAR = [
    entry(3, (1, 7), Kind.SPELLINGS),
    entry(8, (6,), Kind.SPELLINGS),
    entry(7, (2,), Kind.MOST),
]
INSTEAD = (Suggestion("beans", "beans", 41), Suggestion("beams", "beams", 2))


def drawn(rows: ResultRows) -> list[str]:
    """The list, a word a row."""
    words = []
    for y in range(len(rows)):
        row = rows.row(y)
        match row.kind:
            case RowKind.HEADING:
                words.append(f"= {rows.entries[row.number].episode}")
            case RowKind.HIT if row.hit:
                words.append(f"{row.hit.episode}.{row.hit.turn}")
            case RowKind.LABEL if kind := rows.entries[row.number].kind:
                words.append(f"{kind.name} {rows.hits_of_kind(row.number)}")
            case RowKind.SUGGESTION:
                words.append(rows.suggestions[row.number].words)
            case RowKind.NOTHING:
                words.append("nothing")
    return words


def test_every_episode_has_a_heading_and_up_to_three_hits() -> None:
    assert drawn(ResultRows(Entries(EXACT))) == [
        "= 7", "7.0", "7.4",
        "= 3", "3.2", "3.5", "3.9",
        "= 1", "1.8",
    ]  # fmt: skip


def test_what_is_only_similar_comes_after_it_under_a_label_of_its_kind() -> None:
    assert drawn(ResultRows(Entries([EXACT[2], *SIMILAR]), INSTEAD)) == [
        "= 1", "1.8",
        "SPELLINGS 3", "= 3", "3.1", "3.7", "= 8", "8.6",
        "MOST 1", "= 7", "7.2",
    ]  # fmt: skip


def test_what_the_list_has_no_room_for_is_counted_by_kind() -> None:
    cut = [SIMILAR[0]._replace(others=40), *SIMILAR[1:]]
    rows = ResultRows(Entries([EXACT[2], *cut]))
    assert [(rows.hits_of_kind(n), rows.others_of_kind(n)) for n in (1, 3)] == [(3, 40), (1, 0)]


def test_where_nothing_was_found_it_says_so_and_offers_something_else() -> None:
    assert drawn(ResultRows(Entries())) == ["nothing"]
    assert drawn(ResultRows(Entries(), INSTEAD)) == ["nothing", "beans", "beams"]
    assert drawn(ResultRows(Entries(SIMILAR[2:]), INSTEAD)) == [
        "nothing", "beans", "beams", "MOST 1", "= 7", "7.2",
    ]  # fmt: skip


def test_a_row_belongs_to_the_hit_on_it_and_a_heading_to_its_first() -> None:
    rows = ResultRows(Entries([EXACT[0], *SIMILAR[2:]]))
    assert drawn(rows) == ["= 7", "7.0", "7.4", "MOST 1", "= 7", "7.2"]
    assert [rows.item_at(y) for y in range(6)] == [0, 0, 1, None, 2, 2]


def test_with_the_first_hit_of_an_episode_its_heading_comes_into_sight() -> None:
    rows = ResultRows(Entries([EXACT[0], *SIMILAR[2:]]))
    assert [rows.extent(item) for item in range(rows.items)] == [(0, 2), (2, 3), (3, 6)]
    offering = ResultRows(Entries(), INSTEAD)
    assert [offering.extent(item) for item in range(2)] == [(0, 2), (2, 3)]


def entries_of(shape: list[tuple[int, int]]) -> list[Entry]:
    kinds = (None, *Kind)
    ordered = sorted(shape, key=lambda pair: pair[0])
    return [
        entry(number, range(count), kinds[kind]) for number, (kind, count) in enumerate(ordered)
    ]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=12), st.booleans())
def test_items_and_rows_lead_to_each_other(shape: list[tuple[int, int]], offered: bool) -> None:
    rows = ResultRows(Entries(entries_of(shape)), INSTEAD if offered else ())
    for item in range(rows.items):
        first, end = rows.extent(item)
        assert first < end <= len(rows)
        assert rows.item_at(end - 1) == item
        hit, own = rows.hit(item), rows.row(end - 1)
        assert own.hit == hit
        assert (rows.suggestion(item) is None) is (hit is not None)
        if hit is not None:
            assert rows.find(hit) == item
