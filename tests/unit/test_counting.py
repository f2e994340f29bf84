"""Numbers of things."""

import pytest

from tui_reader.counting import counted


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "0 turns"), (1, "1 turn"), (2, "2 turns"), (1204, "1,204 turns")],
)
def test_one_is_one_and_thousands_are_set_apart(number: int, told: str) -> None:
    assert counted(number, "turn") == told


def test_a_word_may_have_a_plural_of_its_own() -> None:
    assert [counted(n, "entry", "entries") for n in (1, 2)] == ["1 entry", "2 entries"]
