import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.ui.command_table import COMMANDS
from tui_reader.ui.key_names import pretty, understood, written

KEYS = sorted({key for command in COMMANDS for key in command.keys.split(",") if key})


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("g", "g"),
        ("G", "G"),
        ("Shift+g", "G"),
        ("Ctrl+F", "ctrl+f"),
        ("control + f", "ctrl+f"),
        ("^F", "ctrl+f"),
        ("PgDn", "pagedown"),
        ("page down", "pagedown"),
        ("pagedown", "pagedown"),
        ("Space", "space"),
        (" ", "space"),
        ("Esc", "escape"),
        ("+", "plus"),
        ("Ctrl++", "ctrl+plus"),
        ("?", "question_mark"),
        ("question_mark", "question_mark"),
        ("\\", "backslash"),
        (",", "comma"),
        ("F5", "f5"),
        ("Alt+Left", "alt+left"),
        ("Alt+←", "alt+left"),
        ("Shift+Ctrl+Left", "ctrl+shift+left"),
        ("é", "é"),
    ],
)
def test_keys_are_understood_as_people_write_them(text: str, key: str) -> None:
    assert understood(text) == key


@pytest.mark.parametrize("key", KEYS)
def test_what_the_help_shows_is_understood(key: str) -> None:
    assert understood(pretty(key)) == understood(key)
    assert understood(written(key)) == understood(key)
    assert written(key).isascii()


@pytest.mark.parametrize("text", ["gg", "", "Hyper+x", "Ctrl+", "\t", "\x1b", "nonsense"])
def test_what_is_no_key_is_told_with_examples(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no key\. Keys are written as the help shows them"):
        understood(text)


@pytest.mark.parametrize(
    ("text", "same"),
    [("Ctrl+I", "Tab"), ("ctrl+m", "Enter"), ("Ctrl+H", "Backspace"), ("Ctrl+[", "Esc")],
)
def test_what_a_terminal_cannot_tell_apart_is_told(text: str, same: str) -> None:
    with pytest.raises(ValueError, match=f"cannot tell .* from {same}"):
        understood(text)


@given(st.text(max_size=12))
def test_any_text_is_a_key_or_is_refused(text: str) -> None:
    try:
        key = understood(text)
    except ValueError:
        return
    assert understood(pretty(key)) == key
