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
