from tui_reader.formats import detect
from tui_reader.formats.davinci import FORMAT


def test_frames_are_no_milliseconds() -> None:
    (turn,) = FORMAT.parse("[00:00:03:18 - 00:00:08:24]\nSpeaker 1\n One.\n").turns
    assert (turn.speaker, turn.start, turn.end, turn.text) == ("Speaker 1", 3_000, 8_000, "One.")


def test_times_without_brackets_or_with_semicolons_are_read() -> None:
    text = "00:00:00:00 - 00:00:03:12\nAnn\nOne.\n\n00;00;03;12 - 00;00;05;00\nBo\nTwo.\n"
    text += "\n00;00;05;12 - 00;00;07;00\nAnn\nThree.\nBo\nFour.\n\n"
    text += "00;00;08;00 - 00;00;09;00\nBo\nFive.\n"
    assert detect(text).name == "davinci"
    turns = FORMAT.parse(text).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Ann", "One."),
        ("Bo", "Two."),
        ("Ann", "Three. Bo Four."),
        ("Bo", "Five."),
    ]


def test_a_line_of_words_is_no_name() -> None:
    text = "[00:00:01:00 - 00:00:03:00]\nThe lamp\n[00:00:03:00 - 00:00:05:00]\nwent out.\n"
    (turn,) = FORMAT.parse(text).turns
    assert (turn.speaker, turn.text) == (None, "The lamp went out.")
