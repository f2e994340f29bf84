import pytest

from tui_reader.formats.named import FORMAT
from tui_reader.model import Mark, Turn


def _turns(text: str) -> tuple[Turn, ...]:
    return FORMAT.parse(text).turns


def test_a_header_names_the_speaker_and_the_time() -> None:
    first, second = _turns("Ann Lee (59:59)\nOne.\n\nBo (1:00:00)\nTwo.\n")
    assert first == Turn("One.", "Ann Lee", 3_599_000, None, (Mark(0, 3_599_000),), 1)
    assert (second.speaker, second.start, second.line) == ("Bo", 3_600_000, 4)


def test_headers_of_one_speaker_in_a_row_are_turns_of_their_own() -> None:
    assert len(_turns("Ann (0:01)\nOne.\n\nAnn (0:01)\nTwo.\n")) == 2


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("It was not just\n\nthe rain.", "It was not just the rain."),
        ("Well,\n\nI think so.", "Well, I think so."),
        ("Right.\n\nand on it goes", "Right.\n\nand on it goes"),
        (
            "It stopped in the middle\n\nThen it began.",
            "It stopped in the middle\n\nThen it began.",
        ),
        ("one\ntwo", "one two"),
    ],
)
def test_what_was_cut_within_a_sentence_is_joined(said: str, text: str) -> None:
    (turn, _) = _turns(f"Ann (0:01)\n{said}\n\nBo (0:02)\nYes.\n")
    assert turn.text == text


def test_marks_of_sounds_do_not_show() -> None:
    first, second, third = _turns(
        "Ann (0:01)\n⁓ So ⁓ yes ⁓\n\nBo (0:02)\n⁓\n\nWell.\n\nAnn (0:03)\na⁓b\n"
    )
    assert first.text == "So yes"
    assert second.text == "Well."
    assert third.text == "a⁓b"


def test_a_turn_of_nothing_but_a_sound_stays_and_is_told() -> None:
    transcript = FORMAT.parse("Ann (0:01)\n⁓\n\nBo (0:02)\nYes.\n")
    assert [turn.text for turn in transcript.turns] == ["…", "Yes."]
    assert [problem.line for problem in transcript.problems] == [1]


def test_what_stands_above_the_first_header_is_kept() -> None:
    transcript = FORMAT.parse("The walk\nin three parts\n\nAnn (0:01)\nOne.\n\nBo (0:02)\nTwo.\n")
    assert transcript.metadata.title == "The walk"
    assert transcript.notes == "The walk\nin three parts"


def test_a_time_within_a_sentence_is_no_header() -> None:
    turns = _turns(
        "Ann (0:01)\nWe met at noon (12:05) I think.\nAnd? Later (12:10)\n\nBo (0:02)\nYes.\n"
    )
    assert len(turns) == 2


def test_a_time_alone_is_of_who_speaks_already() -> None:
    text = "Ann (00:00):\nOne.\n\n(00:20):\nTwo.\n\nBo (00:30):\nThree.\n"
    assert [(turn.speaker, turn.start) for turn in FORMAT.parse(text).turns] == [
        ("Ann", 0),
        ("Ann", 20_000),
        ("Bo", 30_000),
    ]
