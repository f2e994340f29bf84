"""The rows of a source at any width."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_reader.model import Problem
from tui_reader.source_text import SourceRow, SourceRows, SourceText


def painted(rows: SourceRows) -> list[str]:
    return [words(rows, rows.row(y)) for y in range(len(rows))]


def words(rows: SourceRows, row: SourceRow) -> str:
    if row.message:
        return row.message[row.start : row.end]
    return rows.source.piece(row.line, row.start, row.end)


def test_lines_are_those_of_the_file_and_long_ones_go_on_below() -> None:
    rows = SourceRows(SourceText("one\n\nfour and five\n"), 6)
    assert painted(rows) == ["one", "", "four ", "and ", "five"]
    assert [rows.row(y).line for y in range(len(rows))] == [1, 2, 3, 3, 3]
    assert rows.row_of(3, 7) == 3


def test_spaces_at_the_end_of_a_line_begin_no_row() -> None:
    assert painted(SourceRows(SourceText("ab \nc"), 2)) == ["ab ", "c"]


def test_a_long_line_is_cut_wherever_that_is() -> None:
    rows = SourceRows(SourceText("ab cd " * 2_000), 4)
    assert painted(rows)[:2] == ["ab c", "d ab"]


def test_what_was_odd_stands_below_its_line_and_of_the_whole_file_on_top() -> None:
    problems = (Problem(2, "left out: b"), Problem(0, "a guess"), Problem(99, "beyond"))
    rows = SourceRows(SourceText("a\nb\nc", problems), 20)
    assert painted(rows) == ["a guess", "a", "b", "left out: b", "c", "beyond"]
    assert rows.source.odd == [0, 2, 3]
    assert rows.row_of(2) == 2


def test_a_line_of_five_megabytes_is_cut_where_it_is_looked_at() -> None:
    source = SourceText("ab" * 2_500_000)
    rows = SourceRows(source, 100)
    assert len(rows) == 50_000
    assert rows.row(40_000) == (1, 4_000_000, 4_000_100, "")
    assert rows.row_of(1, 4_000_050) == 40_000


TEXTS = st.text(st.sampled_from("ab\tł語🙂é\u0301\n\x0b\u2028"), max_size=60)


@given(TEXTS, st.integers(2, 9), st.lists(st.tuples(st.integers(0, 9), st.text("xy ", max_size=9))))
def test_every_character_stands_on_one_row_that_has_room_for_it(
    text: str, width: int, told: list[tuple[int, str]]
) -> None:
    source = SourceText(text, [Problem(line, message.strip() or "x") for line, message in told])
    rows = SourceRows(source, width)
    lines = [""] * len(source)
    for y in range(len(rows)):
        row = rows.row(y)
        if not row.message:
            assert cell_len(words(rows, row).rstrip()) <= width
            assert rows.row_of(row.line, row.start) == y
            lines[row.line - 1] += words(rows, row)
    assert "\n".join(lines) == text.removesuffix("\n")
