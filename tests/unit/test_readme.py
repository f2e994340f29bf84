import json
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest

from tests.readme import README, renewed
from tests.unit.conftest import Ran
from tui_reader.anchoring import anchor
from tui_reader.cli import COMMANDS, main
from tui_reader.finding import sample_library
from tui_reader.identity import identity
from tui_reader.library import open_file
from tui_reader.model import Place
from tui_reader.query import parse
from tui_reader.state import Store

Run = Callable[..., Ran]

TEXT = README.read_text(encoding="utf-8")


def blocks(language: str) -> Iterator[list[str]]:
    """The lines of every fenced block in a language."""
    for match in re.finditer(r"^```(\w*)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE):
        if match[1] == language:
            yield match[2].splitlines()


def commands() -> Iterator[list[str]]:
    """The arguments of every call of the program that is shown."""
    for line in (line for block in blocks("sh") for line in block):
        words = shlex.shlex(line, posix=True, punctuation_chars="|&")
        words.whitespace_split = True
        for piped, command in groupby(words, lambda word: set(word) <= set("|&")):
            name, *arguments = command
            if not piped and name == "tui-reader":
                yield arguments


def table(first: str) -> list[list[str]]:
    """The cells of the table whose heading begins with `first`, without the heading."""
    start = TEXT.index(f"\n| {first} |") + 1
    rows = TEXT[start:].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files that the examples are about."""
    shutil.copytree(sample_library(), tmp_path / "podcasts")
    (captions,) = sample_library().glob("*hands.vtt")
    shutil.copy(captions, tmp_path / "talk.vtt")
    monkeypatch.chdir(tmp_path)
    transcript = open_file(Path("podcasts", captions.name)).transcript
    who = identity(Path("podcasts", captions.name), transcript)
    start = anchor(transcript, Place(0))
    Store().notebook.note(
        who, start, None, transcript.turns[0].text, None, None, "A good beginning."
    )


def test_the_tables_are_those_of_the_program() -> None:
    assert renewed(TEXT) == TEXT


def test_a_mark_that_is_missing_is_told() -> None:
    with pytest.raises(ValueError, match="keys"):
        renewed(TEXT.replace("<!-- keys -->", ""))


def test_it_begins_with_how_to_install_and_how_to_test() -> None:
    first, second, *_ = blocks("sh")
    assert first == ["pip install . && tui-reader"]
    assert second == ["pip install -e '.[dev]' && pytest"]


@pytest.mark.parametrize("arguments", list(commands()), ids=shlex.join)
def test_every_command_that_is_shown_works(arguments: list[str], desk: None, run: Run) -> None:
    ran = run(*arguments)
    if arguments and arguments[0] in COMMANDS:
        assert (ran.code, ran.err) == (0, "")
        assert ran.out
    else:  # the interface has no terminal here, and so refuses what it would have taken
        assert ran.code == 2
        assert "Reading needs a terminal" in ran.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_shown_and_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert any(arguments[:1] == [name] for arguments in commands())
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert f"tui-reader {name}" in capsys.readouterr().out


def test_the_output_that_is_shown_is_what_is_printed(desk: None, run: Run) -> None:
    (shown,) = next(lines for lines in blocks("") if len(lines) == 1)
    assert run("grep", "taped", "talk.vtt").lines[0] == shown


@pytest.mark.parametrize(
    "form", re.findall("`(.+?)`", "\n".join(row[0] for row in table("You type")))
)
def test_every_form_of_query_is_understood_and_finds_something(form: str, run: Run) -> None:
    assert parse(str(parse(form))) == parse(form)
    assert run("grep", "--", form, sample_library()).code == 0


@pytest.mark.parametrize("command", ["show", "ls", "grep", "doctor"])
def test_the_fields_of_the_json_are_those_that_are_named(
    command: str, desk: None, run: Run
) -> None:
    asked = {
        "show": ["talk.vtt"],
        "ls": ["podcasts"],
        "grep": ["tape", "podcasts"],
        "doctor": ["podcasts"],
    }
    named = {cells[0]: cells[1] for cells in table("Command | Fields")}[f"`{command}`"]
    printed = json.loads(run(command, "--json", *asked[command]).lines[0])
    assert named.replace("`", "").split() == list(printed)


def test_everything_it_leads_to_exists() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (README.parent / target).exists(), target


def test_every_module_it_names_exists() -> None:
    layout = next(lines for lines in blocks("") if lines[0] == "tui_reader/")
    for line in layout:
        for name in line.removeprefix("  ").partition("  ")[0].split():
            folder = README.parent / ("tui_reader" if line.startswith(" ") else "")
            assert (folder / name).is_dir() or (folder / f"{name}.py").is_file(), name
