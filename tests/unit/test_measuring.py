from tests.bench.measuring import alternate, slow


def test_the_sides_take_turns_and_each_gets_its_own_median() -> None:
    turns = []

    def side(name: str, figures: list[float]) -> float:
        turns.append(name)
        return figures.pop()

    ours, rival = [9.0, 1.0, 2.0], [5.0, 7.0, 6.0]
    medians = alternate(lambda: side("ours", ours), lambda: side("rival", rival), runs=3)
    assert medians == (2.0, 6.0)
    assert turns == ["ours", "rival"] * 3


def test_one_figure_in_twenty_is_slower_than_the_slow_one() -> None:
    assert slow([float(n) for n in range(100, 0, -1)]) == 95.0
    assert slow([3.0]) == 3.0
