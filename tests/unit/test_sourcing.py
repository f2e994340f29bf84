"""The line of a source that has the words one reads."""

import html
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats import Format, formats
from tui_reader.model import Metadata, Place, Transcript, Turn
from tui_reader.sourcing import source_place

SAMPLES = [(fmt, sample.text) for fmt in formats() for sample in fmt.samples]


def line(source: str, number: int) -> str:
    return source.split("\n")[number - 1]


def test_words_behind_a_cue_break_are_found_on_their_own_line() -> None:
    source = (
        "WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Ada>Good morning\n\n"
        "2\n00:02.000 --> 00:03.000 align:start\n<v Ada>from the <i>allotment</i>.\n"
    )
    transcript = Transcript(turns=(Turn("Good morning from the allotment.", "Ada", line=5),))
    assert source_place(source, transcript, Place(0, 0)) == (5, 7)
    assert source_place(source, transcript, Place(0, 13)) == (9, 7)
    assert source_place(source, transcript, Place(0, 25)) == (9, 19), "from inside a word"


def test_words_that_come_back_are_told_apart_by_how_many_came_before() -> None:
    source = "Yes.\nYes.\nYes.\nNo."
    transcript = Transcript(turns=(Turn("Yes. Yes. Yes. No."),))
    lines = [source_place(source, transcript, Place(0, offset)).line for offset in (0, 5, 10, 15)]
    assert lines == [1, 2, 3, 4]


def test_turns_of_one_long_line_are_told_apart_by_their_order() -> None:
    said = ["Fine, thanks, and you?", "Fine.", "Łucja says: fine.", "Fine."]
    source = json.dumps({"utterances": [{"text": text, "start": n} for n, text in enumerate(said)]})
    transcript = Transcript(turns=tuple(Turn(text, line=1) for text in said))
    columns = [source_place(source, transcript, Place(n)).column for n in range(len(said))]
    assert columns == sorted(set(columns))
    assert source[columns[2] :].startswith(r"\u0141ucja")


@pytest.mark.parametrize(
    "source",
    [
        r'{"text": "Ja, Gr\u00fc\u00dfe\naus K\u00F6ln"}',
        "<p>Ja, Gr&uuml;&#223;e<br>aus K&#xF6;ln</p>",
        "Ja,\n00:12\nGrüße aus\n\n**Köln**",
    ],
)
def test_words_are_known_however_they_are_written(source: str) -> None:
    transcript = Transcript(turns=(Turn("Ja, Grüße aus Köln"),))
    for offset, written in ((4, "Gr"), (14, "K")):
        number, column = source_place(source, transcript, Place(0, offset))
        assert line(source, number)[column:].startswith(written)


def test_writing_without_spaces_is_found_in_the_middle() -> None:
    transcript = Transcript(turns=(Turn("今日は天気がいいですね"),))
    assert source_place("1\n今日は\n天気が\nいいですね", transcript, Place(0, 6)) == (4, 0)


def test_where_the_words_are_not_it_is_the_line_of_the_turn() -> None:
    transcript = Transcript(turns=(Turn("One."), Turn("Two.", line=3)))
    assert source_place("a\nb\nc\nd", transcript, Place(1)) == (3, 0)
    assert source_place("", transcript, Place(1)) == (1, 0), "of another file than was read"
    assert source_place("a\nb\nc", transcript, Place(9)) == (3, 0), "of more turns than there are"


def test_notes_are_found_by_their_words_else_it_is_the_top() -> None:
    source = "---\ntitle: Beans\n---\n\nWhat *we* grew.\n"
    transcript = Transcript(Metadata(title="Beans"), (Turn("Hm.", line=9),), (), "What *we* grew.")
    assert source_place(source, transcript, Place(-1)).line == 2
    assert source_place(source, transcript, Place(-1, 8)).line == 5
    assert source_place("---\n", transcript, Place(-1, 8)) == (1, 0)


@pytest.mark.parametrize(("fmt", "source"), SAMPLES, ids=lambda value: getattr(value, "name", ""))
def test_the_word_one_is_at_stands_there_in_every_format(fmt: Format, source: str) -> None:
    transcript = fmt.parse(source)
    for number, turn in enumerate(transcript.turns):
        for word in re.finditer(r"[^\W\d_]{2,}", turn.text):
            found = source_place(source, transcript, Place(number, word.start()))
            there = _plain(line(source, found.line)[found.column :])
            assert there.casefold().startswith(word[0].casefold()[:4]), (number, word[0])


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=4), st.integers(-1, 9))
def test_any_source_has_some_line(source: str, texts: list[str], turn: int) -> None:
    transcript = Transcript(turns=tuple(Turn(text, line=n * 3 + 1) for n, text in enumerate(texts)))
    found = source_place(source, transcript, Place(turn, 5))
    assert found.line >= 1
    assert found.column >= 0


def _plain(text: str) -> str:
    """`text` with the escapes of JSON and the entities of HTML read."""
    unescaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)
    return html.unescape(unescaped)
