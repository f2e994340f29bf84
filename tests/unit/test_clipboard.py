import sys
from pathlib import Path

import pytest

from tui_reader.clipboard import TERMINAL_LIMIT, copiers, copy_with, fits_terminal

EVERY = frozenset({"wl-copy", "xclip", "xsel", "pbcopy", "tmux"})


def found(name: str) -> str | None:
    return f"/bin/{name}" if name in EVERY else None


def program(folder: Path, name: str, body: str) -> str:
    """A program that does as `body`, a few lines of Python, says."""
    file = folder / name
    file.write_text(f"#!{sys.executable}\nimport sys, time, os\n{body}\n")
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize(
    ("variables", "platform", "expected"),
    [
        ({}, "linux", []),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel"]),
        ({"DISPLAY": "", "TMUX": "/tmp/t,1,0"}, "linux", ["tmux"]),
        ({"TMUX": "/tmp/t,1,0"}, "darwin", ["pbcopy", "tmux"]),
    ],
)
def test_a_program_is_asked_where_it_has_a_clipboard_to_reach(
    variables: dict[str, str], platform: str, expected: list[str]
) -> None:
    assert [command[0] for command in copiers(variables, platform, found)] == expected


def test_a_program_that_is_not_installed_is_not_asked() -> None:
    assert copiers({"DISPLAY": ":0"}, "linux", lambda name: None) == []


def test_the_text_arrives_as_it_is(tmp_path: Path) -> None:
    goes_to = tmp_path / "clipboard"
    write = program(tmp_path, "copy", "open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())")
    text = "Żółć; $(rm -r) `x` 'y'\n" * 10_000
    given = copy_with([[write, str(goes_to)]], text)
    assert given.by == write
    assert goes_to.read_bytes() == text.encode()


def test_the_next_program_is_asked_where_one_cannot(tmp_path: Path) -> None:
    broken = program(tmp_path, "broken", "sys.exit(3)")
    fine = program(tmp_path, "fine", "sys.stdin.read()")
    given = copy_with([[broken], [fine]], "Tea.")
    assert given.by == fine
    assert given.failed == (f"{broken} ended with an error (3)",)


def test_why_nobody_took_it_is_told(tmp_path: Path) -> None:
    broken = program(tmp_path, "broken", "sys.exit(1)")
    given = copy_with([[broken], [str(tmp_path / "nowhere")]], "Tea.")
    assert given.by is None
    assert "ended with an error (1)" in given.failed[0]
    assert "could not be started" in given.failed[1]


def test_a_program_that_takes_nothing_is_not_waited_for(tmp_path: Path) -> None:
    stuck = program(tmp_path, "stuck", "time.sleep(60)")
    given = copy_with([[stuck]], "Tea." * 100_000, patience=0.5)
    assert given.by is None
    assert given.failed == (f"{stuck} does not answer",)


def test_a_program_that_stays_behind_does_not_hold_anybody_up(tmp_path: Path) -> None:
    goes_to = tmp_path / "clipboard"
    stays = program(
        tmp_path,
        "stays",
        "text = sys.stdin.read()\nif os.fork():\n    sys.exit(0)\n"
        f"open({str(goes_to)!r}, 'w').write(text)\ntime.sleep(3)",
    )
    assert copy_with([[stays]], "Tea.", patience=2.5).by == stays


def test_a_long_text_may_be_more_than_a_terminal_takes() -> None:
    assert fits_terminal("a" * (TERMINAL_LIMIT // 4 * 3))
    assert not fits_terminal("a" * (TERMINAL_LIMIT // 4 * 3 + 1))
    assert not fits_terminal("ż" * (TERMINAL_LIMIT // 2))
