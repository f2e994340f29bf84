import re
import shutil
import subprocess
from collections.abc import Callable

import pytest

from tests.unit.conftest import Ran
from tui_reader.cli import COMMANDS
from tui_reader.cli.takes import commands

Run = Callable[..., Ran]


def plain(page: str) -> str:
    """What one reads of a page in roff."""
    page = re.sub(r"\\f[BRI]|\\&", "", page)
    return page.replace(r"\-", "-").replace(r"\e", "\\")


def test_the_page_has_every_command_and_every_option(run: Run) -> None:
    ran = run("man")
    assert (ran.code, ran.err) == (0, "")
    page = plain(ran.out)
    for name in COMMANDS:
        assert f"tui-reader {name}" in page
    for command in commands():
        for option in command.options:
            assert all(name in page for name in option.names)
            assert option.help[1:] in page


@pytest.mark.parametrize(
    "name", ["NO_COLOR", "VISUAL", "EDITOR", "BROWSER", "XDG_CONFIG_HOME", "config.toml", "130"]
)
def test_the_page_has_files_environment_and_exit_codes(run: Run, name: str) -> None:
    assert name in plain(run("man").out)


def test_what_can_be_asked_for_is_told_once(run: Run) -> None:
    assert run("man").out.lower().count("one of md, txt, vtt, srt, json, html") == 1


def test_no_line_of_text_is_taken_for_a_request(run: Run) -> None:
    requests = {line.split()[0] for line in run("man").lines if line.startswith(".")}
    assert requests <= {".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi"}


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not here")
def test_groff_finds_nothing_wrong_with_the_page(run: Run) -> None:
    ran = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-Kutf8"],
        input=run("man").out,
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line for line in ran.stderr.splitlines() if "break" not in line] == []
    assert "--max-count" in re.sub(r".\x08|\x1b\[\d*m", "", ran.stdout)


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str], run: Run) -> None:
    with pytest.raises(SystemExit):
        run("--help")
    shown = capsys.readouterr().out
    assert all(re.search(rf"^  {name}\b", shown, re.MULTILINE) for name in COMMANDS)
