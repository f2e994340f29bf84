import datetime
from pathlib import Path

from tui_reader.library import Episode
from tui_reader.model import Metadata
from tui_reader.ordering import Order
from tui_reader.speakers import Share
from tui_reader.ui.shelf import Shelf


def episode(number: int, title: str, *speakers: str) -> Episode:
    about = Metadata(title=title, date=datetime.date(2024, 1, 20 - number), tags=("night",))
    shares = tuple(Share(name, 1, 1, None) for name in speakers)
    return Episode(number, Path(f"{number}.txt"), metadata=about, shares=shares)


def shelf() -> Shelf:
    found = Shelf()
    found.put([episode(0, "Żuraw", "Wen"), episode(1, "Crane"), episode(2, "River", "Wen")])
    found.arrange()
    return found


def titles(found: Shelf) -> list[str]:
    return [one.title for one in found.rows.episodes]


def test_episodes_are_found_by_all_that_is_known_of_them() -> None:
    found = shelf()
    for typed, wanted in [
        ("zuraw", ["Żuraw"]),
        ("wen", ["Żuraw", "River"]),
        ("#night wen riv", ["River"]),
        ("2024-01-19", ["Crane"]),
        ("nothing", []),
        (" ", ["Żuraw", "Crane", "River"]),
    ]:
        found.sift(typed)
        assert titles(found) == wanted


def test_it_is_told_how_many_of_how_many_are_shown() -> None:
    found = shelf()
    assert found.count == "3"
    found.sift("wen")
    assert found.count == "2 of 3"


def test_the_cursor_comes_back_to_the_episode_it_was_at() -> None:
    found = shelf()
    found.mark_open(1)
    found.sift("wen")
    assert (found.rows.cursor, found.number) == (0, 1)
    found.sift("")
    assert found.rows.highlighted == found.get(1)


def test_what_comes_and_goes_is_filtered_and_sorted_too() -> None:
    found = shelf()
    found.sift("wen")
    found.put([episode(3, "Dawn", "Wen")])
    found.order = Order("title")
    found.arrange()
    assert titles(found) == ["Dawn", "River", "Żuraw"]
    assert found.drop([0, 99])
    assert not found.drop([99])
    found.arrange()
    assert titles(found) == ["Dawn", "River"]


def test_from_an_episode_that_is_not_shown_one_goes_to_those_that_are() -> None:
    found = shelf()
    found.sift("wen")
    neighbours = [found.neighbour(number, step) for number, step in [(0, 1), (1, 1), (1, -1)]]
    assert [one.title if one else None for one in neighbours] == ["River", "Żuraw", "River"]
    assert found.neighbour(2, 1) is None
    found.sift("nothing")
    assert found.neighbour(1, 1) is None


def test_an_order_is_known_again_by_its_name() -> None:
    for order in (Order(), Order("title"), Order("show", True)):
        assert Order.named(order.name) == order
    assert Order.named("by heart") == Order.named("") == Order()
