"""Which keys commands have, once somebody has chosen some."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.config.checking import read_settings
from tui_reader.config.document import as_toml
from tui_reader.ui.chosen import chosen, in_short, theme_names
from tui_reader.ui.command_table import COMMANDS, meet
from tui_reader.ui.remapping import Remapped, default_keys, remapped

BY_ID = {command.id: command for command in COMMANDS}


def asked(*lines: str) -> Remapped:
    return remapped(read_settings("\n".join(["[keys]", *lines])))


def test_without_keys_nothing_changes() -> None:
    assert remapped(read_settings("")) == Remapped({})


def test_a_command_has_the_keys_that_were_chosen_and_no_others() -> None:
    found = asked('next-turn = ["Ctrl+N", "F5"]')
    assert found == Remapped({"next-turn": ("ctrl+n", "f5")}, [], [])


def test_a_chosen_key_is_taken_from_whom_it_was_and_that_is_told() -> None:
    found = asked('next-turn = "j"')
    assert found.keys == {"next-turn": ("j",), "line-down": ("down",), "list-down": ("down",)}
    assert not found.problems
    assert found.notes == [
        "config.toml, line 2: j is for next-turn now, and no longer for line-down.",
        "config.toml, line 2: j is for next-turn now, and no longer for list-down.",
    ]


def test_a_command_that_loses_its_only_key_is_told_of() -> None:
    found = asked('next-turn = "n"')
    assert found.keys["next-hit"] == ()
    assert found.problems == [
        "config.toml, line 2: n is for next-turn now, and no longer for next-hit,"
        " which has no key left. next-hit = [] says that it is meant."
    ]
    assert asked('next-turn = "n"', "next-hit = []").problems == []


def test_a_key_may_do_something_else_in_another_place() -> None:
    found = asked('line-down = "x"', 'list-down = "x"', "toggle-read = []")
    assert (found.problems, found.notes) == ([], [])


def test_two_commands_may_change_their_keys() -> None:
    found = asked('next-hit = "N"', 'previous-hit = "n"')
    assert found.keys == {"next-hit": ("N",), "previous-hit": ("n",)}
    assert not found.problems


def test_of_two_that_were_given_one_key_the_first_has_it_and_both_lines_are_told() -> None:
    found = asked('next-turn = "F5"', 'next-section = ["F5", "F6"]')
    assert found.keys == {"next-turn": ("f5",), "next-section": ("f6",)}
    assert found.problems == [
        "config.toml, line 3: F5 is for next-turn already in line 2, so not for next-section."
    ]


def test_who_was_given_nothing_that_is_free_keeps_the_keys_of_before() -> None:
    found = asked('next-turn = "F5"', 'next-section = "F5"')
    assert "next-section" not in found.keys


def test_an_unknown_command_is_told_with_the_nearest() -> None:
    assert asked('next-trun = "j"').problems == [
        "config.toml, line 2: there is no command next-trun. Is next-turn meant?"
    ]


def test_what_is_no_key_is_told_and_the_others_are_taken() -> None:
    found = asked('next-turn = ["gg", "F5", "Ctrl+I"]')
    assert found.keys == {"next-turn": ("f5",)}
    assert len(found.problems) == 2
    assert "gg is no key" in found.problems[0]
    assert "cannot tell Ctrl+I from Tab" in found.problems[1]


def test_a_theme_that_is_not_there_is_told_with_the_nearest() -> None:
    found = chosen(read_settings('[screen]\ntheme = "gruvbocks"'), theme_names())
    assert found.theme is None
    assert found.problems == [
        'config.toml, line 2: there is no theme "gruvbocks". Is gruvbox meant?'
    ]


def test_many_problems_are_told_in_one_sentence() -> None:
    assert in_short([]) == ()
    assert in_short(["one."]) == ("one.",)
    assert in_short(["one.", "two."]) == (
        "2 problems (tui-reader config --check tells them): one.",
    )


_some_keys = st.lists(
    st.sampled_from([*"abjkngG/?", "Ctrl+F", "F5", "Space", "gg", "Esc", "Down"]), max_size=3
)


@given(st.dictionaries(st.sampled_from([*BY_ID, "nothing"]), _some_keys, max_size=8))
def test_whatever_is_chosen_no_key_does_two_things_in_one_place(
    wanted: dict[str, list[str]],
) -> None:
    lines = [f"{name} = {as_toml(keys)}" for name, keys in wanted.items()]
    found = asked(*lines)
    keys = {command.id: found.keys.get(command.id, default_keys(command)) for command in COMMANDS}
    for command in COMMANDS:
        for other in COMMANDS:
            touched = command.id in found.keys or other.id in found.keys
            if command.id < other.id and touched and meet(command.where, other.where):
                assert not set(keys[command.id]) & set(keys[other.id])
