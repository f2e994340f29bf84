from tests.bench.row import Figure
from tests.bench.table import growth, table


def cells(printed: str) -> list[list[str]]:
    """The cells of every line of a table but its rule."""
    lines = [line for line in printed.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_a_goal_is_met_where_the_ratio_is_not_above_it() -> None:
    figures = [Figure("met", 0.5, 1.0, 0.5), Figure("missed", 0.6, 1.0, 0.5), Figure("free", 0.6)]
    _, *lines = cells(table(figures))
    assert lines == [
        ["met", "500.00 ms", "1.00 s", "0.50 ×", "≤ 0.5 ×", "yes"],
        ["missed", "600.00 ms", "1.00 s", "0.60 ×", "≤ 0.5 ×", "NO"],
        ["free", "600.00 ms", "–", "–", "–", "–"],
    ]


def test_the_columns_of_a_table_stand_below_each_other() -> None:
    printed = table([Figure("short", 1.0), Figure("a good deal longer", 2e9, unit="bytes")])
    assert len({len(line) for line in printed.splitlines()}) == 1


def test_what_a_reader_has_to_know_stands_below_the_table() -> None:
    assert table([Figure("one", 1.0, note="by sample")]).endswith("\n\n- one: by sample")


def test_growth_has_a_column_for_each_size_and_a_line_for_what_has_several() -> None:
    small = [Figure("searched", 0.002, 0.004), Figure("once only", 1.0)]
    large = [Figure("searched", 0.02, 0.004), Figure("kept", 2e6, unit="bytes")]
    huge = [Figure("searched", 0.2), Figure("kept", 2e7, 1e6, unit="bytes")]
    assert cells(growth({100: small, 1_000: large, 10_000: huge})) == [
        ["what", "100 h", "1,000 h", "10,000 h"],
        ["searched", "2.00 ms (0.50 ×)", "20.00 ms (5.00 ×)", "200.00 ms"],
        ["kept", "–", "2.0 MB", "20.0 MB (20 ×)"],
    ]
