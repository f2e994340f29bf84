from itertools import combinations

import pytest

from tui_reader.ui.app import ReaderApp
from tui_reader.ui.command_table import meet
from tui_reader.ui.dialogs import SourceScreen
from tui_reader.ui.dialogs.notebook import NotebookDialog
from tui_reader.ui.dialogs.speakers import SpeakersDialog
from tui_reader.ui.episode_list import EpisodeList
from tui_reader.ui.keymap import (
    COMMANDS,
    Command,
    Keymap,
    Where,
    bindings,
    borrowed,
    footer,
    palette,
    pretty_keys,
)
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.transcript_view import TranscriptView

DOERS = {
    Where.MOVE: TranscriptView,
    Where.LIST: EpisodeList,
    Where.SOURCE: SourceScreen,
    Where.PEOPLE: SpeakersDialog,
    Where.NOTES: NotebookDialog,
}

BY_ID = {command.id: command for command in COMMANDS}


def test_every_command_has_an_id_and_a_sentence_of_its_own() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert all(command.help and command.label for command in COMMANDS)


def test_no_key_means_two_things_in_one_place() -> None:
    for command, other in combinations(COMMANDS, 2):
        if meet(command.where, other.where):
            shared = set(command.keys.split(",")) & set(other.keys.split(",")) - {""}
            assert not shared, (command.id, other.id)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_be_done(command: Command) -> None:
    owner, _, action = command.action.partition("(")[0].rpartition(".")
    name = f"action_{action}"
    doers = {"app": ReaderApp, "screen": MainScreen, "": DOERS.get(command.where, MainScreen)}
    assert hasattr(doers[owner], name)


def test_what_has_no_keys_is_in_the_palette() -> None:
    assert {command.id for command in COMMANDS if not command.keys} <= {one.id for one in palette()}
    assert pretty_keys(BY_ID["left-out"]) == ""


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
        assert ids == [one.id for one in COMMANDS if one.where is where]


def test_footer_and_palette_are_parts_of_the_table() -> None:
    keys = {key for command in COMMANDS for key in pretty_keys(command).split()}
    assert all(key in keys for key, _ in footer())
    assert ("?", "help") in footer()
    assert set(palette()) < set(COMMANDS)


def test_other_keys_stand_wherever_keys_are_named() -> None:
    keymap = Keymap({"copy": ("ctrl+k", "f6"), "help": (), "go-to": ("f5",)})
    table = {command.id: command for command in keymap.commands}
    assert pretty_keys(table["copy"]) == "Ctrl+K F6"
    assert table["select"].help.endswith("Ctrl+K, Y and a take them")
    assert table["top"].help == "To the top (also F5 g)"
    assert ("Ctrl+K", "copy") in keymap.footer
    assert "help" not in dict(map(reversed, keymap.footer))  # type: ignore[arg-type]
    assert keymap.first("next-hit") == "n"
    assert keymap.first("help") == "“Help”"


def test_what_is_no_command_in_braces_stays() -> None:
    assert Keymap().named("{search} or {this}") == "/ or {this}"


def test_every_sentence_names_keys_that_there_are() -> None:
    assert not [command.id for command in Keymap().commands if "{" in command.help]


def test_a_borrowed_key_is_that_of_the_command() -> None:
    binding = borrowed("line-down", "scroll(1)", "Down")
    assert binding.id == "line-down"
    assert {"j", "down"} <= set(binding.key.split(","))
