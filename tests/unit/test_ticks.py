from rich.color import Color

from tui_reader.ui.ticks import HIT, KEPT, Ticks, ticked

RED, BLUE = Color.parse("red"), Color.parse("blue")


def bar(*kinds: Ticks, size: int = 10, rows: int = 100) -> list[tuple[str, str | None]]:
    """The cells of a bar that have a tick or not, with their colours."""
    segments = ticked(*kinds).render_bar(size, rows, 20).segments
    return [
        (segment.text, segment.style.color.name if segment.style and segment.style.color else None)
        for segment in segments
    ]


def test_every_kind_has_a_sign_and_a_colour_of_its_own() -> None:
    cells = bar(Ticks([35], KEPT, BLUE), Ticks([55, 99], HIT, RED))
    assert cells[3] == ("◂", "blue")
    assert cells[5] == ("━", "red")
    assert cells[9] == ("━", "red")
    assert [n for n, (text, _) in enumerate(cells) if text in "◂━"] == [3, 5, 9]


def test_where_two_kinds_fall_together_both_are_seen() -> None:
    assert bar(Ticks([31], KEPT, BLUE), Ticks([38], HIT, RED))[3] == ("╋", "red")
    assert bar(Ticks([31, 38], HIT, RED))[3] == ("━", "red")


def test_rows_beyond_the_bar_do_no_harm() -> None:
    assert bar(Ticks([500], HIT, RED), rows=100)[9] == ("━", "red")
    assert bar(Ticks([0], HIT, RED), rows=0)[0][0] == "━"
