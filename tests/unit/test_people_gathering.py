"""Everybody who speaks in a library."""

from tui_reader.people.gathering import Person, gathered
from tui_reader.speakers import Share


def test_people_are_counted_over_all_episodes_named_ones_first() -> None:
    people = gathered(
        [
            [Share("Speaker 1", 9, 900, 9_000), Share("Ada", 1, 10, 500)],
            [Share("ADA", 2, 20, None), Share("Bo", 5, 100, None)],
            [],
        ]
    )
    assert people == [
        Person("Bo", 1, 5, 100, None),
        Person("Ada", 2, 3, 30, 500),
        Person("Speaker 1", 1, 9, 900, 9_000),
    ]
    assert [person.is_named for person in people] == [True, True, False]
