import pytest

from tui_reader.formats.written.events import Heard, anchors, heard, is_event, is_quoted
from tui_reader.model import Mark


@pytest.mark.parametrize(
    "name", ["Break", "BREAK", "Ad break", "Music", "[Theme music]", "Jingle", "Sponsor", "Clip 2"]
)
def test_sounds_and_breaks_are_no_speakers(name: str) -> None:
    assert is_event(name)


@pytest.mark.parametrize("name", ["Ann", "Adam", "Clippy", "Sponsored Sam", "Melody Music", "Q"])
def test_people_are_no_sounds(name: str) -> None:
    assert not is_event(name)


def test_a_clip_has_words_of_its_own_and_a_break_has_none() -> None:
    assert is_quoted("Clip")
    assert is_quoted("Sponsor")
    assert not is_quoted("Break")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (r"\[41:28\]", 2_488_000, None),
        (r"\[9:59.06\]", 599_060, None),
        (r"\[50:35\] to \[50:53\]", 3_035_000, 3_053_000),
        ("[0:41:28:12]", 2_488_000, None),
        (r"\[41::28\]", 2_488_000, None),
        (r"\ \[41:28]\ ", 2_488_000, None),
        (": (41:28)", 2_488_000, None),
    ],
)
def test_the_time_of_a_break_is_found_however_it_is_written(
    text: str, start: int, end: int | None
) -> None:
    assert heard(text) == Heard(start, end, "")


def test_words_behind_the_name_of_a_break_are_kept() -> None:
    assert heard("brought to you by 10:10 Mills") == Heard(
        None, None, "brought to you by 10:10 Mills"
    )


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("x [niesłyszalne 00:15:40] y", (Mark(2, 940_000),)),
        ("[inaudible 10:05] [crosstalk 1:02:03]", (Mark(0, 605_000), Mark(18, 3_723_000))),
        ("so (unintelligible 0:12) it", (Mark(3, 12_000),)),
        ("so [04:01] it", (Mark(3, 241_000),)),
        ("[unintelligible 00:12:03.55]", (Mark(0, 723_550),)),
        ("[at 10:30] (at 10:30) (10:30) 10:30", ()),
        ("[we met there again around 10:30]", ()),
    ],
)
def test_a_time_in_brackets_tells_where_one_is(text: str, marks: tuple[Mark, ...]) -> None:
    assert anchors(text) == marks
