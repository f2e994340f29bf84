"""What the columns of a table are."""

import pytest

from tui_reader.formats.data.shapes import shape_of
from tui_reader.formats.data.tables import table


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        (
            "Sprecher;Startzeit;Endzeit;Text\nAda;00:00:01;00:00:02;Cold?\nBen;00:00:03;00:00:04;Yes.",
            ";",
        ),
        (
            "Clip,Start Timecode,End Timecode,Speaker,Text\n1,0:00:01,0:00:02,Ada,Cold?\n"
            "2,0:00:03,0:00:04,Ben,Yes.",
            ",",
        ),
        (
            "Speaker Name,Start Time,End Time,Text\nAda,00:00:01:12,00:00:02:24,Cold?\n"
            "Ben,00:00:03:00,00:00:04:02,Yes.",
            ",",
        ),
        ("Timespan,Content,Speaker\n0:00:01 - 0:00:02,Cold?,Ada\n0:00:03 - 0:00:04,Yes.,Ben", ","),
        (
            "Tier\tBegin Time - hh:mm:ss.ms\tEnd Time - hh:mm:ss.ms\tAnnotation\n"
            "Ada\t00:00:01.000\t00:00:02.000\tCold?\nBen\t00:00:03.000\t00:00:04.000\tYes.",
            "\t",
        ),
        (
            "Ada\t\t00:00:01.000\t1.000\t00:00:02.500\t2.500\t00:00:01.500\t1.500\tCold?\n"
            "Ben\t\t00:00:03.000\t3.000\t00:00:04.000\t4.000\t00:00:01.000\t1.000\tYes.",
            "\t",
        ),
    ],
    ids=["german", "timecodes", "frames", "spans", "headed tiers", "tiers"],
)
def test_columns_are_told_however_a_program_writes_them(text: str, delimiter: str) -> None:
    shape = shape_of(text, delimiter)
    assert shape is not None
    transcript = table(text, shape)
    assert [(t.speaker, t.start, t.text) for t in transcript.turns] == [
        ("Ada", 1000, "Cold?"),
        ("Ben", 3000, "Yes."),
    ]
    assert transcript.turns[0].end in (2000, 2500)
    assert not transcript.problems


@pytest.mark.parametrize(
    "text",
    [
        "Time,Name,Text\n10:00,Ada,Call her\n11:00,Ben,Write to him\n",
        "chr1,100,200,gene\nchr1,300,400,gene\n",
        "1.5,2.5,a,b,c\n2.5,3.5,d,e,f\n",
    ],
)
def test_tasks_and_measurements_are_no_transcripts(text: str) -> None:
    assert shape_of(text, ",") is None
