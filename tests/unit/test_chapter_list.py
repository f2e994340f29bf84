import pytest

from tui_reader.formats import detect
from tui_reader.formats.chapter_list import FORMAT


def test_a_list_of_times_and_titles_is_chapters_and_no_talk() -> None:
    text = "Episode 12\n\n0:00 Intro\n3:57 - A roof\n12:30 Buckets\n"
    assert detect(text).name == "chapter-list"
    transcript = FORMAT.parse(text)
    assert transcript.turns == ()
    assert [(section.title, section.time) for section in transcript.sections] == [
        ("Intro", 0),
        ("A roof", 237_000),
        ("Buckets", 750_000),
    ]
    assert transcript.metadata.title == "Episode 12"


@pytest.mark.parametrize(
    "text",
    [
        "0:00 It rains.\n1:30 It still rains.\n3:00 And so it goes.\n",
        "0:00 one word\n0:02 and the next\n0:04 and so on\n",
        "[0:00] Ann: it rains\n[0:30] Bo: more rain\n[1:00] Ann: and snow\n",
    ],
)
def test_what_is_said_is_no_list(text: str) -> None:
    assert detect(text).name == "timed-text"


def test_sentences_around_the_list_can_be_read() -> None:
    transcript = FORMAT.parse(
        "On leaks\n\nWhat to do when it rains.\n\n"
        "0:00 Rain\n3:57 A roof\n12:30 Buckets\n20:00 Sun\n"
    )
    assert [turn.text for turn in transcript.turns] == ["What to do when it rains."]
    assert (transcript.metadata.title, transcript.notes) == ("On leaks", "On leaks")
    assert [section.time for section in transcript.sections] == [0, 237_000, 750_000, 1_200_000]
