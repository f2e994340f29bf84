"""What a file of settings says, and what is said about it."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader import config
from tui_reader.config import Settings
from tui_reader.config.checking import read_settings
from tui_reader.config.document import KeyRow, as_toml, example, in_force, setting_rows
from tui_reader.config.lenient import read
from tui_reader.config.loading import config_file
from tui_reader.config.table import SETTINGS
from tui_reader.harmless import is_harmless

WHOLE = """\
[screen]
theme = "nord"
gutter = "cue"
text-width = 72
list-width = 40

[reading]
long-turn = 40

[copying]
citation = "{text} ({speaker})"
copy = "{text}"

[playing]
player = "mpv --speed=1.5"

[keys]
next-turn = ["Ctrl+N", "F5"]
help = []
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "config" / "tui-reader"
    folder.mkdir(parents=True)
    return folder


def problems(text: str) -> list[str]:
    return [told.removeprefix("config.toml, ") for told in read_settings(text).problems]


def test_every_setting_is_taken_and_has_its_line() -> None:
    settings = read_settings(WHOLE)
    assert settings == Settings(
        theme="nord",
        gutter="cue",
        text_width=72,
        list_width=40,
        long_turn=40,
        citation="{text} ({speaker})",
        player=("mpv", "--speed=1.5"),
        keys={"next-turn": ("Ctrl+N", "F5"), "help": ()},
        lines=settings.lines,
    )
    written = WHOLE.splitlines()
    for path, line in settings.lines.items():
        assert written[line - 1].startswith(path.partition(".")[2])
    assert len(settings.lines) == len(SETTINGS) + 2


@pytest.mark.parametrize(
    "text",
    [
        'screen.theme = "nord"',
        'screen = { theme = "nord" }',
        '[ screen ]\r\n"theme" = "nord"\r\n',
        "[screen]\ntheme = '''nord'''",
    ],
)
def test_toml_may_be_written_in_any_way(text: str) -> None:
    settings = read_settings(text)
    assert (settings.theme, settings.problems) == ("nord", ())
    assert settings.lines["screen.theme"] in (1, 2)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            '[screen]\ntext-width = "wide"',
            'line 2: text-width is "wide"; it takes a whole number of cells, 40 or more.',
        ),
        ("[screen]\ntext-width = 12", "line 2: text-width is 12; it takes a whole number"),
        ("[screen]\ntext-width = true", "line 2: text-width is true; it takes"),
        (
            '[screen]\ngutter = "cues"',
            'line 2: gutter is "cues"; it takes "turn", "cue" or "none".',
        ),
        ("[screen]\ntheme = 3", "line 2: theme is 3; it takes the name of a theme, in quotes."),
        ("[playing]\nplayer = []", "line 2: player is a list; it takes a program"),
        ("[playing]\nplayer = 'mpv \"x'", "line 2: player is not used. A quote in it is not"),
        ("[playing]\nplayer = ''", 'line 2: player is ""; it takes a program'),
        (
            "[copying]\ncopy = '{txt}'",
            "line 2: copy is not used. There is no {txt}: what can be named is {text}, {speaker}",
        ),
        ("[copying]\ncopy = '[{text}'", "line 2: copy is not used. A square bracket is not"),
        ("\n[screen]\nthme = 'x'", "line 3: [screen] has no setting thme. Is theme meant?"),
        (
            "[screen]\ntext_width = 72",
            "line 2: [screen] has no setting text_width. Is text-width meant?",
        ),
        ("theme = 'x'", "line 1: theme belongs below [screen]."),
        ("[screen]\nlong-turn = 12", "line 2: long-turn belongs below [reading]."),
        ("[scren]\nx = 1", "line 1: there is no section [scren]. Is screen meant?"),
        ("\nscren.x.y = 1", "line 2: there is no section [scren]. Is screen meant?"),
        ("thene = 'x'", "line 1: there is no setting thene. Is theme meant?"),
        ("screen = 3", "line 1: screen is a section, written [screen]."),
        ("[keys]\nhelp = 3", 'line 2: help is 3; it takes a key such as "g"'),
        ("[keys]\nhelp = ['g', 3]", "line 2: help is a list; it takes a key"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, sentence: str) -> None:
    (told,) = problems(text)
    assert told.startswith(sentence)


def test_what_is_wrong_can_do_nothing_to_a_terminal() -> None:
    told = " ".join(problems('[screen]\ngutter = "\u202eab\\u001b]0;\\u0007"\n"\u2066x" = 1\n'))
    assert "␛]0;␇" in told
    assert is_harmless(told)


def test_what_is_wrong_costs_nothing_else() -> None:
    settings = read_settings(WHOLE.replace("72", '"wide"').replace('"cue"', "3"))
    assert (settings.text_width, settings.gutter) == (None, None)
    assert (settings.theme, settings.list_width, settings.long_turn) == ("nord", 40, 40)
    assert [told[:19] for told in settings.problems] == [
        "config.toml, line 3",
        "config.toml, line 4",
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("gutter = cue", 'gutter is a text, which stands in quotes: gutter = "…". It is left out.'),
        ('gutter = "cue', "a quote is not closed. It is left out."),
        ("gutter cue", 'this is no setting, which is written like theme = "nord". It is left out.'),
        ('theme = "again"', "theme is there twice. It is left out."),
        ("gutter = [", "this is not written as TOML has it"),
        ("gutter = " + "9" * 5000, "a line of 5,009 characters is no setting. It is left out."),
        ("gutter" + ".a" * 9000 + " = 1", "a line of 18,010 characters is no setting."),
    ],
)
def test_a_line_that_is_no_toml_costs_itself_alone(line: str, sentence: str) -> None:
    below = '\ntext-width = 72\n[keys]\nhelp = "h"'
    settings = read_settings(f'[screen]\ntheme = "nord"\n{line}{below}')
    assert (settings.theme, settings.text_width) == ("nord", 72)
    assert settings.keys == {"help": ("h",)}
    (told,) = settings.problems
    assert told.startswith(f"config.toml, line 3: {sentence}")


def test_a_header_that_is_broken_costs_what_stands_below_it() -> None:
    settings = read_settings('[screen\ntheme = "nord"\n[reading]\nlong-turn = 40\n')
    assert (settings.theme, settings.long_turn) == (None, 40)
    assert "line 1" in settings.problems[0]


def test_a_section_that_is_there_twice_is_told() -> None:
    (told,) = problems('[screen]\ntheme = "a"\n[screen]\ngutter = "cue"\n')
    assert told == "line 3: [screen] is there twice. What stands below it is left out."


def test_a_file_of_something_else_is_given_up_soon() -> None:
    settings = read_settings("Lorem ipsum dolor sit amet, and more of it.\n" * 500)
    assert 5 < len(settings.problems) < 20
    assert settings.problems[-1].endswith("The rest is left out.")


@given(st.text(alphabet="[]{}=.,\"'#\\ \nab1-", max_size=60))
def test_any_text_has_settings_or_problems(text: str) -> None:
    values, wrong = read(text)
    try:
        assert values == tomllib.loads(text)
        assert not wrong
    except ValueError:
        assert wrong
    read_settings(text)


@pytest.mark.parametrize("cut", range(0, len(WHOLE), 7))
def test_a_file_that_is_cut_off_says_what_it_can(cut: int) -> None:
    settings = read_settings(WHOLE[:cut])
    assert len(settings.problems) <= 1
    if cut > WHOLE.index("gutter"):
        assert settings.theme == "nord"


# The file


def test_without_a_file_nothing_is_chosen_and_nothing_is_said() -> None:
    assert config.load() == Settings()


def test_the_file_is_read(home: Path) -> None:
    (home / "config.toml").write_text(WHOLE, encoding="utf-8")
    assert config.load() == read_settings(WHOLE)
    (home / "config.toml").write_text(WHOLE, encoding="utf-8-sig")
    assert config.load().theme == "nord"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"[screen]\n# gr\xfcn\n", "line 2 is not in UTF-8"),
        (WHOLE.encode("utf-16"), "is not in UTF-8"),
        (b"#" * 10_000_000, "it is too long for settings (10,000,000 bytes)"),
    ],
)
def test_a_file_that_is_none_is_told(home: Path, content: bytes, why: str) -> None:
    (home / "config.toml").write_bytes(content)
    settings = config.load()
    assert settings.theme is None
    (told,) = settings.problems
    assert why in told
    assert str(home / "config.toml") in told


def test_a_folder_in_its_place_is_told(home: Path) -> None:
    (home / "config.toml").mkdir()
    assert config.load().problems == (f"{config_file()} is not used: it is a folder.",)


def test_a_link_to_nowhere_is_as_no_file(home: Path) -> None:
    (home / "config.toml").symlink_to(home / "gone")
    assert config.load() == Settings()


def test_a_file_that_may_not_be_read_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "config.toml").write_text(WHOLE)

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert config.load().problems == (f"{config_file()} is not used: Permission denied.",)


# What is written about settings


KEYS = (KeyRow("search", ("/",), "Search"), KeyRow("left-out", (), "Files left out"))


def test_the_example_chooses_nothing_and_describes_everything() -> None:
    text = example(KEYS)
    assert read_settings(text) == Settings()
    assert all(f"# {setting.name} = " in text for setting in SETTINGS)
    assert all(len(line) <= 100 for line in text.splitlines())


def test_the_example_can_be_taken_up_line_by_line() -> None:
    lines = [
        line.removeprefix("# ") if " = " in line and line[2:].partition(" ")[0].islower() else line
        for line in example(KEYS).splitlines()
    ]
    settings = read_settings("\n".join(lines))
    assert settings.problems == ()
    assert set(settings.lines) == {
        *(setting.path for setting in SETTINGS), "keys.search", "keys.left-out",
    }  # fmt: skip


def test_what_is_in_force_says_where_it_is_from() -> None:
    settings = read_settings('[screen]\ntheme = "nord"\n')
    text = in_force(settings, {"gutter": "cue", "theme": "dracula"}, KEYS, "# here")
    assert 'theme = "nord"  # config.toml, line 2' in text
    assert 'gutter = "cue"  # remembered' in text
    assert "long-turn = 25  # default" in text
    assert 'search = "/"  # default' in text
    again = read_settings(text)
    assert again.problems == ()
    assert (again.theme, again.gutter, again.citation) == ("nord", "cue", Settings().citation)


@given(st.text())
def test_any_text_is_written_so_that_it_is_read_again(text: str) -> None:
    text = "".join(c for c in text if not "\ud800" <= c <= "\udfff")
    written = as_toml(text)
    assert tomllib.loads(f"x = {written}") == {"x": text}
    assert "\x1b" not in written


def test_every_setting_has_a_row() -> None:
    rows = list(setting_rows())
    assert [path for path, _, _ in rows] == [setting.path for setting in SETTINGS]
    assert all(about and first for _, about, first in rows)
