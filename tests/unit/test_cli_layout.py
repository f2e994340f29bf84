import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_reader.cli.console import Console
from tui_reader.cli.layout import Layout, plain_turn, rows
from tui_reader.model import Mark, Turn

LONG = " ".join(f"word{number:03}" for number in range(200))


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch, terminal: None) -> Console:
    monkeypatch.setenv("NO_COLOR", "1")
    return Console()


def test_a_turn_stands_beside_its_time_and_speaker(console: Console) -> None:
    turn = Turn("Some words.", "Ada", 65_000)
    assert list(Layout.of(console, [turn]).whole(turn)) == ["   01:05  Ada   Some words."]


def test_what_no_turn_has_takes_no_room(console: Console) -> None:
    turn = Turn("Some words.")
    assert list(Layout.of(console, [turn]).whole(turn)) == ["Some words."]


def test_on_a_narrow_terminal_the_speaker_stands_above(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    turn = Turn("Some words.", "Ada", 65_000)
    lines = list(Layout.of(Console(), [turn]).whole(turn))
    assert [line.split() for line in lines] == [["01:05", "Ada"], ["Some", "words."]]


def test_a_long_turn_is_cut_to_what_is_near_the_hits_each_piece_with_its_time(
    console: Console,
) -> None:
    turn = Turn(LONG, "Ada", 0, 90_000, (Mark(0, 0), Mark(800, 30_000), Mark(1590, 80_000)))
    hits = [(a, a + 7) for a in (LONG.index("word110"), LONG.index("word199"))]
    lines = list(Layout.of(console, [turn]).excerpt(turn, hits))
    assert "word110" in lines[1]
    assert "word199" in lines[-1]
    assert [line[:16] for line in lines if "Ada" in line] == [
        "   00:00  Ada … ",
        "   00:30  Ada … ",
    ]
    assert [line.endswith(" …") for line in lines] == [False, False, True, False, False]


def test_without_a_hit_in_the_text_its_beginning_is_shown(console: Console) -> None:
    turn = Turn(LONG, "Ada")
    lines = list(Layout.of(console, [turn]).excerpt(turn, ()))
    assert lines[0].startswith("Ada   word000")
    assert len(lines) == 2


@given(
    text=st.text(st.sampled_from("ab łé語🙂e\u0301\n"), min_size=1, max_size=400),
    width=st.integers(14, 120),
    name=st.sampled_from(["", "Bo", "Somebody with a very long name", "語語語"]),
    span=st.tuples(st.integers(0, 400), st.integers(1, 9)),
)
def test_no_line_is_wider_than_the_terminal(
    text: str, width: int, name: str, span: tuple[int, int]
) -> None:
    console = Console()
    console.width = width
    turn = Turn(re.sub(r"\n+", "\n\n", text), name, 1_000)
    layout = Layout.of(console, [turn])
    for lines in (layout.whole(turn), layout.excerpt(turn, [(span[0], sum(span))])):
        assert max(map(cell_len, lines), default=0) <= width


@given(text=st.text(st.sampled_from("ab łé語🙂\n"), max_size=200), width=st.integers(8, 40))
def test_rows_hold_every_word_once(text: str, width: int) -> None:
    shown = "".join(text[a:b] for a, b in rows(text, width))
    assert "".join(shown.split()) == "".join(text.split())


def test_a_turn_for_a_pipe_is_one_line() -> None:
    assert plain_turn(Turn("a\n\nb\tc", "Ada", 3_661_000)) == "[1:01:01] Ada: a b c"
    assert plain_turn(Turn("a")) == "a"


def test_the_width_is_the_terminals(monkeypatch: pytest.MonkeyPatch, terminal: None) -> None:
    monkeypatch.setenv("COLUMNS", "123")
    assert Console().width == 123
    monkeypatch.setenv("COLUMNS", "many")
    monkeypatch.setattr(sys.stdout, "fileno", lambda: -1)
    assert Console().width == 80
