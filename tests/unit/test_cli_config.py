import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tui_reader import state
from tui_reader.state import State
from tui_reader.ui.command_table import COMMANDS

Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "tui-reader" / "config.toml"


@pytest.fixture
def chosen(file: Path) -> Callable[[str], None]:
    def choose(text: str) -> None:
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")

    return choose


def test_it_prints_where_the_file_is(run: Run, file: Path) -> None:
    ran = run("config", "--path")
    assert (ran.code, ran.lines) == (0, [str(file)])


@pytest.mark.parametrize("option", [[], ["--show"]])
def test_it_prints_every_setting_with_where_it_is_from(
    run: Run, chosen: Callable[[str], None], option: list[str]
) -> None:
    state.update(lambda _: State(gutter="cue"))
    chosen('[screen]\ntheme = "nord"\n\n[keys]\ncopy = "Ctrl+K"\n')
    ran = run("config", *option)
    assert (ran.code, ran.err) == (0, "")
    assert 'theme = "nord"  # config.toml, line 2' in ran.lines
    assert 'gutter = "cue"  # remembered' in ran.lines
    assert 'copy = "Ctrl+K"  # config.toml, line 5' in ran.lines
    assert 'copy = "{text}"  # default' in ran.lines


def test_what_it_prints_is_a_file_of_settings(
    run: Run, file: Path, chosen: Callable[[str], None]
) -> None:
    printed = run("config").out
    assert set(tomllib.loads(printed)["keys"]) == {command.id for command in COMMANDS}
    chosen(printed)
    again = run("config", "--check")
    assert (again.code, again.out) == (0, "All is well.\n")


def test_a_key_that_changed_hands_is_shown_where_it_is_now(
    run: Run, chosen: Callable[[str], None]
) -> None:
    chosen('[keys]\nnext-turn = "j"\n')
    printed = run("config").lines
    assert 'next-turn = "j"  # config.toml, line 2' in printed
    assert 'line-down = "Down"  # default' in printed


def test_a_theme_that_is_not_there_is_not_in_force(run: Run, chosen: Callable[[str], None]) -> None:
    state.update(lambda _: State(theme="dracula"))
    chosen('[screen]\ntheme = "nrod"\n')
    ran = run("config")
    assert ran.code == 1
    assert 'theme = "dracula"  # remembered' in ran.lines
    assert "Is nord meant?" in ran.err


def test_check_prints_what_is_wrong_and_says_so_in_its_code(
    run: Run, chosen: Callable[[str], None]
) -> None:
    chosen('[screen]\ntext-width = "wide"\n[keys]\nnext-trun = "j"\n')
    ran = run("config", "--check")
    assert ran.code == 1
    assert [line.partition(": ")[0] for line in ran.lines] == [
        "config.toml, line 2",
        "config.toml, line 4",
    ]


def test_check_tells_of_keys_that_changed_hands_which_is_nothing_wrong(
    run: Run, chosen: Callable[[str], None]
) -> None:
    chosen('[keys]\nnext-turn = "G"\n')
    ran = run("config", "--check")
    assert ran.code == 0
    assert ran.lines == [
        "config.toml, line 2: G is for next-turn now, and no longer for bottom.",
        "config.toml, line 2: G is for next-turn now, and no longer for list-bottom.",
    ]


def test_check_without_a_file_is_well(run: Run) -> None:
    ran = run("config", "--check")
    assert (ran.code, ran.out) == (0, "There is no file: nothing is chosen.\n")


def test_init_writes_a_file_that_describes_every_setting(run: Run, file: Path) -> None:
    ran = run("config", "--init")
    assert ran.code == 0
    assert str(file) in ran.out
    assert '# theme = "nord"' in file.read_text(encoding="utf-8")
    assert run("config", "--check").out == "All is well.\n"


def test_init_writes_over_nothing(run: Run, file: Path, chosen: Callable[[str], None]) -> None:
    chosen("# mine\n")
    ran = run("config", "--init")
    assert (ran.code, ran.out) == (2, "")
    assert "is there already" in ran.err
    assert file.read_text() == "# mine\n"


def test_init_says_where_it_cannot_write(run: Run, file: Path) -> None:
    file.parent.parent.write_text("in the way")
    ran = run("config", "--init")
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_two_wishes_at_once_are_refused(run: Run) -> None:
    assert run("config", "--check", "--path").code == 2
