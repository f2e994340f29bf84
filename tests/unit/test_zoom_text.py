from tui_reader.formats import detect
from tui_reader.formats.zoom_text import FORMAT


def test_a_tab_stands_between_name_and_time() -> None:
    text = "Ann Lee\t00:00:05\nOne.\n\nBo\t00:00:09\nTwo.\n"
    assert detect(text).name == "zoom-text"
    first, second = FORMAT.parse(text).turns
    assert (first.speaker, first.start, first.text) == ("Ann Lee", 5_000, "One.")
    assert (second.speaker, second.line) == ("Bo", 4)


def test_captions_saved_in_a_meeting_have_the_time_of_day() -> None:
    turns = FORMAT.parse("[Ann Lee] 14:03:05\nOne.\n\n[Ann Lee] 14:03:08\nTwo.\n").turns
    assert [(turn.speaker, turn.start, turn.text) for turn in turns] == [
        ("Ann Lee", 50_585_000, "One. Two.")
    ]


def test_the_chat_of_a_meeting_is_read_as_a_talk() -> None:
    turns = FORMAT.parse(
        "14:03:05 From Ann Lee to Everyone:\n\tSee https://example.org\n"
        "14:03:09\t From  Bo : Thanks\n"
    ).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Ann Lee", "See https://example.org"),
        ("Bo", "Thanks"),
    ]
