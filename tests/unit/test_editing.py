"""Which editor is started, and with which words."""

import sys
from pathlib import Path

import pytest

from tui_reader.editing import check_editable, edit, editor_command
from tui_reader.errors import PathError, ReaderError

TALK = Path("/talks/one.vtt")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+12", "/talks/one.vtt"]),
        ("/usr/bin/nvim -u NONE", ["/usr/bin/nvim", "-u", "NONE", "+12", "/talks/one.vtt"]),
        ("nano", ["nano", "+12", "/talks/one.vtt"]),
        ("emacs -nw", ["emacs", "-nw", "+12", "/talks/one.vtt"]),
        ("kak", ["kak", "+12", "/talks/one.vtt"]),
        ("hx", ["hx", "/talks/one.vtt:12"]),
        ("subl -w", ["subl", "-w", "/talks/one.vtt:12"]),
        ("code", ["code", "--wait", "--goto", "/talks/one.vtt:12"]),
        ("code -w", ["code", "-w", "--goto", "/talks/one.vtt:12"]),
        ("'my editor' --fast", ["my editor", "--fast", "/talks/one.vtt"]),
        ("vim; rm -rf ~", ["vim;", "rm", "-rf", "~", "/talks/one.vtt"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: str, command: list[str]) -> None:
    assert editor_command(TALK, 12, {"EDITOR": editor}) == command


def test_visual_goes_before_editor() -> None:
    assert editor_command(TALK, 1, {"VISUAL": "vi", "EDITOR": "ed"})[0] == "vi"
    assert editor_command(TALK, 1, {"VISUAL": " ", "EDITOR": "ed"})[0] == "ed"


def test_a_name_that_looks_like_an_option_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert editor_command(Path("-c quit.vtt"), 1, {"EDITOR": "vi"})[-1] == f"{tmp_path}/-c quit.vtt"


def test_without_a_wish_it_is_what_is_there() -> None:
    assert editor_command(TALK, 3, {}, lambda name: name)[0] == "nano"
    assert editor_command(TALK, 3, {}, lambda name: name if name == "vi" else None)[0] == "vi"
    with pytest.raises(ReaderError, match="no editor here"):
        editor_command(TALK, 3, {}, lambda name: None)


def test_a_variable_that_names_no_editor_is_told() -> None:
    with pytest.raises(ReaderError, match="EDITOR names no editor"):
        editor_command(TALK, 1, {"EDITOR": "vi 'unclosed"})


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["/no/such/editor"], "could not be started"),
        ([sys.executable, "-c", "raise SystemExit(3)"], r"ended with an error \(3\)"),
    ],
)
def test_an_editor_that_fails_is_told(command: list[str], told: str) -> None:
    with pytest.raises(ReaderError, match=told):
        edit(command)


@pytest.mark.parametrize("name", ["-", "talk.vtt.gz", "talk.XZ"])
def test_what_is_no_plain_file_is_not_edited(name: str) -> None:
    with pytest.raises(PathError):
        check_editable(Path(name))
    check_editable(Path("talk.vtt"))
