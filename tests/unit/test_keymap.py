from collections import Counter

import pytest

from tui_reader.ui.app import ReaderApp
from tui_reader.ui.dialogs import SourceScreen
from tui_reader.ui.episode_list import EpisodeList
from tui_reader.ui.keymap import COMMANDS, Command, Where, bindings, footer, palette, pretty_keys
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.transcript_view import TranscriptView

BY_ID = {command.id: command for command in COMMANDS}


def test_every_command_has_an_id_and_a_sentence_of_its_own() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert all(command.help and command.label for command in COMMANDS)


@pytest.mark.parametrize("pane", [Where.MOVE, Where.LIST])
def test_no_key_means_two_things_in_one_pane(pane: Where) -> None:
    other = Where.LIST if pane is Where.MOVE else Where.MOVE
    keys = Counter(
        key
        for command in COMMANDS
        if command.where not in (other, Where.SOURCE) and command.keys
        for key in command.keys.split(",")
    )
    assert {key for key, count in keys.items() if count > 1} == set()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_be_done(command: Command) -> None:
    name = f"action_{command.action.removeprefix('app.').partition('(')[0]}"
    doers = {Where.MOVE: TranscriptView, Where.LIST: EpisodeList, Where.SOURCE: SourceScreen}
    doer = doers.get(command.where, MainScreen)
    assert hasattr(ReaderApp if command.action.startswith("app.") else doer, name)


def test_what_has_no_keys_is_in_the_palette() -> None:
    assert {command.id for command in COMMANDS if not command.keys} <= {one.id for one in palette()}
    assert pretty_keys(BY_ID["left-out"]) == ""


def test_in_the_source_no_key_means_two_things() -> None:
    commands = [command for command in COMMANDS if command.where in (Where.MOVE, Where.SOURCE)]
    keys = Counter(key for command in commands for key in command.keys.split(","))
    assert max(keys.values()) == 1


def test_escape_never_quits() -> None:
    quitting = [command for command in COMMANDS if "quit" in command.action]
    assert "escape" not in ",".join(command.keys for command in quitting)
    assert BY_ID["leave"].keys == "escape"


@pytest.mark.parametrize(
    ("id", "keys"),
    [
        ("page-down", "Space f PgDn Ctrl+F"),
        ("previous-turn", "{"),
        ("sort", ","),
        ("leave", "Esc"),
        ("other-pane", "Tab Shift+Tab"),
        ("to-list", "h ←"),
        ("bottom", "G End"),
        ("help", "? F1"),
    ],
)
def test_keys_are_written_as_people_write_them(id: str, keys: str) -> None:  # noqa: A002
    assert pretty_keys(BY_ID[id]) == keys


def test_bindings_can_be_given_other_keys_by_their_id() -> None:
    for where in Where:
        ids = [getattr(binding, "id", None) for binding in bindings(where)]
        assert ids == [one.id for one in COMMANDS if one.where is where and one.keys]


def test_footer_and_palette_are_parts_of_the_table() -> None:
    keys = {key for command in COMMANDS for key in pretty_keys(command).split()}
    assert all(key in keys for key, _ in footer())
    assert ("?", "help") in footer()
    assert set(palette()) < set(COMMANDS)
