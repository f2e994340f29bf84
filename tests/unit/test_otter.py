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
