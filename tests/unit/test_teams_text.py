from tui_reader.formats import detect
from tui_reader.formats.teams_text import FORMAT


def test_the_time_stands_in_words_below_the_name() -> None:
    text = "Ann Lee\n12 minutes 5 seconds\nOne.\n\nBo\n1 hour 1 minute 5 seconds\nTwo.\n"
    assert detect(text).name == "teams-text"
    turns = FORMAT.parse(text).turns
    assert [(turn.speaker, turn.start, turn.text) for turn in turns] == [
        ("Ann Lee", 725_000, "One."),
        ("Bo", 3_665_000, "Two."),
    ]


def test_what_is_repeated_for_those_who_listen_to_a_page_is_there_once() -> None:
    text = "Ann\n0 minutes 3 seconds\n0:03\nAnn 0 minutes 3 seconds\nOne.\n"
    text += "Ann 0 minutes 5 seconds\nTwo.\nBo\n0 minutes 7 seconds\n0:07\n"
    text += "Bo 0 minutes 7 seconds\nGive me 5 minutes\n"
    turns = FORMAT.parse(text).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Ann", "One. Two."),
        ("Bo", "Give me 5 minutes"),
    ]


def test_older_documents_have_short_numbers_and_an_arrow() -> None:
    text = "0:0:3.50 --> 0:0:5.0\nAnn\nOne.\n\n0:0:5.0 --> 0:0:6.250\nBo\nTwo.\n"
    assert detect(text).name == "teams-text"
    first, second = FORMAT.parse(text).turns
    assert (first.speaker, first.start, first.text) == ("Ann", 3_500, "One.")
    assert second.end == 6_250


def test_a_clock_may_stand_below_the_name() -> None:
    text = "Ann\n0:03\nOne.\n\nBo\n0:05\nTwo.\n\nAnn\n0:07\nThree.\n"
    assert detect(text).name == "teams-text"
    assert [turn.speaker for turn in FORMAT.parse(text).turns] == ["Ann", "Bo", "Ann"]


def test_the_time_below_a_name_may_have_an_end() -> None:
    text = "Ann\n00:00 - 00:12\nFar?\n\nBo\n00:12 - 00:20\nNo.\n\nAnn\n00:20 - 00:30\nOh.\n"
    assert detect(text).name == "teams-text"
    assert [(turn.speaker, turn.start) for turn in FORMAT.parse(text).turns] == [
        ("Ann", 0),
        ("Bo", 12_000),
        ("Ann", 20_000),
    ]
