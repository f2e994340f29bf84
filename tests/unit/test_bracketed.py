import pytest

from tui_reader.formats import detect
from tui_reader.formats.bracketed import FORMAT


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee [0:01]: One.\nBo [0:02]: Two.\n",
        "Ann Lee (0:01): One.\nBo (0:02): Two.\n",
        "Ann Lee: [00:00:01] One.\nBo: [00:00:02] Two.\n",
    ],
)
def test_a_name_and_a_time_before_a_colon_say_who_speaks(text: str) -> None:
    assert detect(text).name == "bracketed-text"
    first, second = FORMAT.parse(text).turns
    assert (first.speaker, first.start, first.text) == ("Ann Lee", 1_000, "One.")
    assert (second.speaker, second.line) == ("Bo", 2)


def test_the_words_may_stand_below() -> None:
    first, _ = FORMAT.parse("Ann [0:01]:\nOne.\nTwo.\n\nThree.\n\nBo [0:02]: Four.\n").turns
    assert first.text == "One. Two.\n\nThree."


def test_a_role_behind_the_name_is_part_of_it() -> None:
    first, _ = FORMAT.parse("Ann (Host) [0:01]: One.\nBo [0:02]: Two.\n").turns
    assert first.speaker == "Ann (Host)"


def test_what_stands_above_is_about_the_talk() -> None:
    transcript = FORMAT.parse("On rain\n5 May 2024\n\nAnn [0:01]: One.\nBo [0:02]: Two.\n")
    assert transcript.metadata.title == "On rain"
    assert str(transcript.metadata.date) == "2024-05-05"
    assert transcript.notes == "On rain\n5 May 2024"


def test_a_sentence_with_a_time_is_nobody() -> None:
    text = "and then we left (12:05): it rained.\nand we came back (12:10): it snowed.\n"
    assert detect(text).name == "prose"


@pytest.mark.parametrize("form", ["{} 00:{:02}: {}", "{}:\t00:{:02}\t{}"])
def test_the_time_needs_no_brackets_where_most_lines_have_one(form: str) -> None:
    said = [("Ann", "Is it far?"), ("Bo", "An hour."), ("Ann", "By boat?")]
    text = "\n\n".join(form.format(name, n, words) for n, (name, words) in enumerate(said))
    assert detect(text).name == "bracketed-text"
    turns = FORMAT.parse(text).turns
    assert [(turn.speaker, turn.text) for turn in turns] == said
    assert [turn.start for turn in turns] == [0, 1_000, 2_000]


def test_a_turn_that_begins_with_a_time_of_day_begins_with_words() -> None:
    text = "Ann: 10:30 is fine.\n\nBo: Good.\n\nAnn: Or 11.\n\nBo: No.\n\nAnn: Why?\n\nBo: So.\n"
    assert detect(text).name == "labelled-text"
