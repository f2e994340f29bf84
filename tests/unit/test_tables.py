"""Tables with tabs, commas and semicolons."""

import pytest

from tui_reader.formats import detect
from tui_reader.formats.data.rows import rows
from tui_reader.model import Transcript


def _read(text: str, name: str) -> Transcript:
    fmt = detect(text)
    assert fmt.name == name
    return fmt.parse(text)


def test_whispers_table_is_in_milliseconds_however_short() -> None:
    transcript = _read("start\tend\ttext\n0\t940\tGood day\n", "tsv")
    assert (transcript.turns[0].start, transcript.turns[0].end) == (0, 940)


def test_quotation_marks_between_tabs_are_what_somebody_says() -> None:
    text = 'start\tend\ttext\n0\t900\t"We go,\n900\t1500\tshe said, "home."\n'
    transcript = _read(text, "tsv")
    assert transcript.turns[0].text == '"We go, she said, "home."'


def test_labels_of_audacity_are_in_seconds() -> None:
    transcript = _read("0.000000\t1.500000\tGate\n4.25\t6.0\tHill\n", "tsv")
    assert [(turn.start, turn.text) for turn in transcript.turns] == [(0, "Gate"), (4250, "Hill")]


def test_labels_of_whisperx_name_speakers_in_double_brackets() -> None:
    transcript = _read("0.0\t1.5\t[[SPEAKER_00]]Who?\n1.6\t2.0\t[[SPEAKER_01]] Me.\n", "tsv")
    assert transcript.speakers == ("SPEAKER_00", "SPEAKER_01")
    assert transcript.turns[1].text == "Me."


@pytest.mark.parametrize(
    "text",
    [
        "start,end,speaker,text\n1,2.5,Ada,Cold?\n3,4,Ben,Very.\n",
        "Text;Speaker;Start time\nCold?;Ada;00:00:01\nVery.;Ben;00:00:03\n",
        '"speaker","start (s)","transcript"\n"Ada","1","Cold?"\n"Ben","3","Very."\n',
        "start_ms|speaker_name|sentence\n1000|Ada|Cold?\n3000|Ben|Very.\n",
        "1.0,2.5,Ada,Cold?\n3.0,4.5,Ben,Very.\n",
    ],
)
def test_columns_may_have_any_order_and_many_names(text: str) -> None:
    turns = _read(text, "csv").turns
    assert [(turn.speaker, turn.start, turn.text) for turn in turns] == [
        ("Ada", 1000, "Cold?"),
        ("Ben", 3000, "Very."),
    ]


def test_commas_that_nobody_quoted_stay_in_the_text() -> None:
    turns = _read("start,end,text\n0.5,2,Well, well, well\n2,3,So\n", "csv").turns
    assert turns[0].text == "Well, well, well So"


def test_a_quoted_text_may_go_over_lines() -> None:
    text = 'start,text\n0.5,"He said ""no"",\nand went."\n2.5,Oh.\n9.5,Yes.\n'
    turns = _read(text, "csv").turns
    assert [(turn.line, turn.text) for turn in turns] == [
        (2, 'He said "no", and went. Oh. Yes.'),
    ]


def test_a_line_without_a_time_goes_on_and_is_told() -> None:
    text = "start\tend\ttext\n0\t900\tWe go\nhome\n900\t1500\tnow.\n"
    transcript = _read(text, "tsv")
    assert transcript.turns[0].text == "We go home now."
    assert [problem.line for problem in transcript.problems] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "name,amount,price\nApples,3,5\nPears,4,6\n",
        "date,amount,text\n2024-05-01,3.5,Coffee\n",
        "start,end\n1,2\n",
        "Well, so it is.\nYes, it is, indeed.\n",
        "0:00:01.000,0:00:03.500\nSo it is.\n",
        "id\ttext\n1\tone\n2\ttwo\n",
        "1.5,2.5,3.5\n2.5,3.5,4.5\n",
    ],
)
def test_other_tables_are_no_transcripts(text: str) -> None:
    assert detect(text, ".csv").name not in ("csv", "tsv")


def test_rows_know_their_lines() -> None:
    found = list(rows('a,"b\nc"\n\n"open,d\n', ","))
    assert [(row.line, row.fields) for row in found] == [
        (1, ("a", "b\nc")),
        (4, ('"open', "d")),
    ]


def test_a_row_that_lacks_a_field_loses_its_words_but_not_silently() -> None:
    text = "start,end,speaker,text\n1,2,Ada,Cold?\n3,4,Very cold.\n5,6,Ben,Indeed.\n"
    (problem,) = _read(text, "csv").problems
    assert problem == (3, "a row that is too short left out: “3 4 Very cold.”")


def test_silence_is_no_problem() -> None:
    text = "start,end,speaker,text\n1,2,Ada,Cold?\n3,4,Ben,\n5,6,Ben,Indeed.\n"
    assert not _read(text, "csv").problems
