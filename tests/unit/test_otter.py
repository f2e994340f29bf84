import pytest

from tui_reader.formats import detect
from tui_reader.formats.otter import FORMAT

_TALK = (
    "Anna Nowak  0:00  \nHello.\n\nBo  0:04  \nHi.\n\n  0:09  \nWho's that?\n\n"
    "Transcribed by https://otter.ai\n"
)


def test_two_spaces_before_a_time_say_who_speaks() -> None:
    turns = FORMAT.parse(_TALK).turns
    assert [(turn.speaker, turn.start) for turn in turns[:2]] == [("Anna Nowak", 0), ("Bo", 4_000)]


def test_nobody_is_named_where_the_name_is_missing() -> None:
    assert FORMAT.parse(_TALK).turns[2].speaker is None


def test_the_line_that_says_who_transcribed_is_a_note() -> None:
    transcript = FORMAT.parse(_TALK)
    assert transcript.notes == "Transcribed by https://otter.ai"
    assert transcript.turns[-1].text == "Who's that?"


def test_one_space_is_enough_for_a_name_that_comes_back() -> None:
    text = "Speaker 1 0:01\nOne.\n\nSpeaker 2 0:02\nTwo.\n\nSpeaker 1 0:03\nWe met at 12:05\n"
    text += "\nSpeaker 2 0:04\nAh.\n"
    assert detect(text).name == "otter"
    turns = FORMAT.parse(text).turns
    assert [turn.text for turn in turns] == ["One.", "Two.", "We met at 12:05", "Ah."]


def test_paragraphs_of_one_speaker_in_a_row_are_one_turn() -> None:
    words = "It rained all day, and all night, and nobody knew when it would end. " * 4
    text = f"Ann  0:01  \n{words}\n\nAnn  1:01  \n{words}\n\nBo  2:01  \nOh.\n"
    first, second = FORMAT.parse(text).turns
    assert first.text == f"{words.strip()}\n\n{words.strip()}"
    assert [mark.time for mark in first.marks] == [1_000, 61_000]
    assert second.speaker == "Bo"


@pytest.mark.parametrize(
    "text",
    [
        "Contents\n\nRain    0:00\nA roof    3:57\nBuckets    12:30\n",
        "We left at  12:05\nand were back by  13:10\nwith fish\n",
    ],
)
def test_times_at_line_ends_alone_are_no_talk(text: str) -> None:
    assert detect(text).name != "otter"


@pytest.mark.parametrize("form", ["{} | {}", "{} — {}", "{}  {} AM"])
def test_what_stands_between_name_and_time_is_no_part_of_the_name(form: str) -> None:
    said = [("Ann Lee", "10:05"), ("Bo", "10:06"), ("Ann Lee", "10:07")]
    text = "\n\n".join(f"{form.format(*head)}\nWell, yes." for head in said)
    assert FORMAT.parse(text).speakers == ("Ann Lee", "Bo")


def test_a_time_of_day_of_twelve_hours_is_read_whole() -> None:
    text = "Ann  12:05 AM\nYes.\n\nBo  1:30 PM\nNo.\n\nAnn  1:31 PM\nOh.\n"
    minutes = [(turn.start or 0) // 60_000 for turn in FORMAT.parse(text).turns]
    assert minutes == [5, 13 * 60 + 30, 13 * 60 + 31]


def test_the_date_above_a_meeting_is_nobody() -> None:
    above = "Sync\nMon, Mar 4, 2024 10:01AM • 12:33\n\n"
    text = f"{above}Ann  0:03\nYes.\n\nBo  0:05\nNo.\n\nAnn  0:09\nOh.\n"
    assert FORMAT.parse(text).speakers == ("Ann", "Bo")
