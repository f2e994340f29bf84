import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tui_reader.cli import COMMANDS
from tui_reader.cli.takes import commands

Run = Callable[..., Ran]

BASH = shutil.which("bash")
ZSH = shutil.which("zsh")
FISH = shutil.which("fish")

needs_bash = pytest.mark.skipif(BASH is None, reason="bash is not here")
needs_zsh = pytest.mark.skipif(ZSH is None, reason="zsh is not here")
needs_fish = pytest.mark.skipif(FISH is None, reason="fish is not here")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with a file whose name has a blank."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "long talk.vtt").write_text("")
    (folder / "other.md").write_text("")
    return folder


def script(run: Run, folder: Path, shell: str) -> Path:
    """The script for a shell, in a file."""
    ran = run("completions", shell)
    assert (ran.code, ran.err) == (0, "")
    file = folder / f"script.{shell}"
    file.write_text(ran.out, encoding="utf-8")
    return file


def asked(command: list[str], folder: Path) -> list[str]:
    ran = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
        env={"HOME": str(folder), "ZDOTDIR": str(folder), "PATH": "/usr/bin:/bin", "TERM": "dumb"},
    )
    assert ran.stderr == ""
    return ran.stdout.splitlines()


@pytest.fixture
def bash(run: Run, tmp_path: Path, shelf: Path) -> Callable[[str], list[str]]:
    """What bash offers behind what was typed."""
    file = script(run, tmp_path, "bash")

    def complete(typed: str) -> list[str]:
        words = typed.split(" ")
        quoted = " ".join(f"'{word}'" for word in words)
        previous = words[-2] if len(words) > 1 else ""
        lines = [
            f"source {file}",
            f"COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}",
            f"_tui_reader tui-reader '{words[-1]}' '{previous}'",
            'printf "%s\\n" "${COMPREPLY[@]}"',
        ]
        return asked([str(BASH), "--norc", "-c", "\n".join(lines)], shelf)

    return complete


@pytest.mark.parametrize(
    "shell",
    [
        pytest.param("bash", marks=needs_bash),
        pytest.param("zsh", marks=needs_zsh),
        pytest.param("fish", marks=needs_fish),
    ],
)
def test_the_shell_finds_nothing_wrong_with_its_script(
    run: Run, tmp_path: Path, shell: str
) -> None:
    assert (
        asked([str(shutil.which(shell)), "-n", str(script(run, tmp_path, shell))], tmp_path) == []
    )


@needs_bash
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("tui-reader gr", ["grep"]),
        ("tui-reader show --", ["--help", "--json", "--from", "--to"]),
        ("tui-reader grep --sort ", ["file", "relevance", "time"]),
        ("tui-reader grep --sort re", ["relevance"]),
        ("tui-reader grep --max-count ", [""]),
        ("tui-reader export --to j", ["json"]),
        ("tui-reader export -o o", ["other.md"]),
        ("tui-reader completions ", ["bash", "zsh", "fish"]),
        ("tui-reader completions z", ["zsh"]),
        ("tui-reader --no", ["--no-cache"]),
        ("tui-reader ls o", ["other.md"]),
        ("tui-reader ls ", ["long talk.vtt", "other.md"]),
        ("tui-reader long", ["long talk.vtt"]),
        ("tui-reader config ", [""]),
    ],
)
def test_bash_completes(bash: Callable[[str], list[str]], typed: str, offered: list[str]) -> None:
    assert sorted(bash(typed)) == sorted(offered)


@needs_bash
def test_bash_offers_every_command_and_every_option(bash: Callable[[str], list[str]]) -> None:
    assert set(COMMANDS) <= set(bash("tui-reader "))
    for command in commands():
        names = {name for option in command.options for name in option.names}
        line = f"tui-reader {command.name} -" if command.name else "tui-reader -"
        assert set(bash(line)) == names


@needs_fish
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("tui-reader gr", ["grep"]),
        ("tui-reader grep --sort ", ["file", "relevance", "time"]),
        ("tui-reader completions ", ["bash", "zsh", "fish"]),
        ("tui-reader show --fr", ["--from"]),
        ("tui-reader ls o", ["other.md"]),
    ],
)
def test_fish_completes(
    run: Run, tmp_path: Path, shelf: Path, typed: str, offered: list[str]
) -> None:
    file = script(run, tmp_path, "fish")
    asks = f'source {file}; complete -C "{typed}"'
    found = asked([str(FISH), "--no-config", "-c", asks], shelf)
    assert sorted(line.partition("\t")[0] for line in found) == sorted(offered)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_option_and_choice_is_in_every_script(run: Run, shell: str) -> None:
    printed = run("completions", shell).out
    for command in commands():
        assert command.name in printed
        for option in command.options:
            assert all(name.lstrip("-") in printed for name in option.names)
            assert all(choice in printed for choice in option.choices)


def test_another_shell_is_refused_with_those_there_are(run: Run) -> None:
    ran = run("completions", "csh")
    assert ran.code == 2
    assert "bash" in ran.err
