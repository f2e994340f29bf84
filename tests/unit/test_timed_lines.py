import pytest

from tui_reader.formats import detect
from tui_reader.formats.timed_lines import FORMAT
from tui_reader.model import Mark


def test_lines_without_names_flow_together_and_keep_their_times() -> None:
    (turn,) = FORMAT.parse("00:00:01 One day\n\n00:00:04 it rained.\n").turns
    assert turn.text == "One day it rained."
    assert turn.marks == (Mark(0, 1_000), Mark(8, 4_000))


@pytest.mark.parametrize(
    "text",
    [
        "[00:01] Ann: One.\n[00:02] Bo: Two.\n[00:03] Ann: Three.\n",
        "00:00:01 Ann: One.\n00:00:02 Bo: Two.\n00:00:03 Ann: Three.\n",
        "(0:01) Ann: One.\n(0:02) Bo: Two.\n(0:03) Ann: Three.\n",
        "[00:01 - 00:02] Ann: One.\n[00:02 - 00:03] Bo: Two.\n[00:03 - 00:04] Ann: Three.\n",
        "0:01\nAnn: One.\n0:02\nBo: Two.\n0:03\nAnn: Three.\n",
        "[00:00:01.00] - Ann\nOne.\n\n[00:00:02.00] - Bo\nTwo.\n\n[00:00:03.00] - Ann\nThree.\n",
    ],
)
def test_names_behind_times_are_speakers(text: str) -> None:
    assert detect(text).name == "timed-text"
    turns = FORMAT.parse(text).turns
    assert [(turn.speaker, turn.start, turn.text) for turn in turns] == [
        ("Ann", 1_000, "One."),
        ("Bo", 2_000, "Two."),
        ("Ann", 3_000, "Three."),
    ]


def test_a_line_without_a_time_belongs_to_the_one_before() -> None:
    (turn,) = FORMAT.parse("00:01 One\nday\n00:04 it rained.\n").turns
    assert turn.text == "One day it rained."


def test_a_time_without_a_name_goes_on_with_the_same_speaker() -> None:
    text = "[0:01] Ann: One.\n[0:02] And two.\n[0:03] Bo: Three.\n[0:04] Ann: Four.\n"
    assert [turn.text for turn in FORMAT.parse(text).turns] == ["One. And two.", "Three.", "Four."]


def test_paragraphs_below_a_time_stay_paragraphs() -> None:
    text = "[0:01] Ann: One.\n\nAnd two.\n\n[0:03] Bo: Three.\n\n[0:04] Ann: Four.\n"
    assert FORMAT.parse(text).turns[0].text == "One.\n\nAnd two."


def test_words_before_any_colon_are_no_names() -> None:
    text = "0:01 The thing is: rain.\n0:02 What I mean: snow.\n0:03 Note: hail.\n"
    assert FORMAT.parse(text).speakers == ()


def test_times_that_run_backwards_keep_the_order_of_the_file() -> None:
    (turn,) = FORMAT.parse("0:01 One.\n0:09 Two.\n0:05 Three.\n").turns
    assert turn.text == "One. Two. Three."
    assert [mark.time for mark in turn.marks] == [1_000, 9_000, 5_000]


def test_times_without_words_are_left_out_and_told() -> None:
    transcript = FORMAT.parse("0:01 One.\n0:02\n0:03\n0:04 Two.\n")
    assert transcript.turns[0].text == "One. Two."
    assert [(problem.line, problem.message[:7]) for problem in transcript.problems] == [
        (2, "2 times")
    ]


def test_subtitles_with_colons_break_lines_with_bars() -> None:
    (turn,) = FORMAT.parse("0:00:01:One|day\n0:00:04:it rained.\n").turns
    assert turn.text == "One day it rained."


def test_what_is_said_twice_stays() -> None:
    (turn,) = FORMAT.parse("0:01 Yes.\n0:02 Yes.\n0:03 Yes.\n0:04 Yes.\n").turns
    assert turn.text == "Yes. Yes. Yes. Yes."


def test_a_very_long_line_is_a_line() -> None:
    words = "word " * 1_000
    first, second = FORMAT.parse(f"0:01 {words}\n0:02 end\n").turns
    assert len(first.text.split()) == 1_000
    assert second.start == 2_000


@pytest.mark.parametrize(
    "text",
    [
        "time,name\n00:00:05,Ann\n00:00:08,Bo\n00:00:09,Ann\n",
        "3:15 And there was rain.\n3:16 And more.\n4:1 It stopped.\n4:2 At last.\n",
        "9:00 Breakfast\n10:30 First talk\n12:00 Lunch\n14:00 Second talk\n",
        "It began\n12:05 as ever,\nand ended\n14:10 or so.\nThen\nwe\nleft.\n",
    ],
)
def test_tables_verses_and_plans_are_no_talks(text: str) -> None:
    assert detect(text).name == "prose"


@pytest.mark.parametrize(
    "form",
    [
        "[{t}] <{n}> {w}",
        "{t}\t{n}\t{w}",
        "{t} - 09:00\n{n}\n{w}\n",
        "{n}\n({t})\n{w}",
        "[{t}.500] - {n}\n{w}\n",
    ],
)
def test_names_stand_behind_below_or_above_the_times(form: str) -> None:
    said = [("Ann", "Is it far?"), ("Bo", "An hour."), ("Ann", "By boat?"), ("Bo", "By bus.")]
    text = "\n".join(form.format(t=f"00:0{k}:00", n=n, w=w) for k, (n, w) in enumerate(said))
    assert detect(text).name == "timed-text"
    transcript = FORMAT.parse(text)
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == said
    assert [(turn.start or 0) // 1000 for turn in transcript.turns] == [0, 60, 120, 180]


def test_a_time_that_is_spelt_out_below_is_no_words() -> None:
    text = "0:03\n3 seconds\nSo we\n1:07\n1 minute, 7 seconds\nwent on\n1:11\nand on.\n"
    assert detect(text).name == "timed-text"
    assert " ".join(turn.text for turn in FORMAT.parse(text).turns) == "So we went on and on."


def test_what_a_program_logs_is_no_talk() -> None:
    text = "".join(f"[10:0{n}:11] INFO: wrote {n} rows\n" for n in range(9))
    assert detect(text).name == "prose"


def test_a_company_in_brackets_is_part_of_a_name() -> None:
    text = "0:00 - Ann (Acme)\n  Hi.\n\n0:09 - Bo\n  Hello.\n\n0:12 - Ann (Acme)\n  So.\n"
    assert FORMAT.parse(text).speakers == ("Ann (Acme)", "Bo")
