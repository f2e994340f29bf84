import pytest

from tui_reader.formats import detect
from tui_reader.formats.sbv import FORMAT

_FIRST = "0:00:01.000,0:00:02.000\nOne.\n\n"


def test_times_and_words_are_read() -> None:
    (turn,) = FORMAT.parse(_FIRST + "0:00:02.000,0:00:03.500\nTwo,\n10,000 of them.\n").turns
    assert (turn.text, turn.end) == ("One. Two, 10,000 of them.", 3_500)
    assert [time for _, time in turn.marks] == [1_000, 2_000]


def test_a_break_within_a_line_is_a_space() -> None:
    assert FORMAT.parse(_FIRST.replace("One.", "One[br]more")).turns[0].text == "One more"


@pytest.mark.parametrize("broken", ["0:00:13.f89,0:00:15.489", "0:00:13.489,0:00:1x.000"])
def test_the_words_below_a_broken_time_are_kept(broken: str) -> None:
    transcript = FORMAT.parse(f"{_FIRST}{broken}\nTwo.\n")
    assert " ".join(turn.text for turn in transcript.turns) == "One. Two."
    assert [problem.line for problem in transcript.problems] == [4]


def test_words_without_a_time_are_kept_and_told() -> None:
    transcript = FORMAT.parse(f"A talk\n\n{_FIRST}Two.\n")
    assert " ".join(turn.text for turn in transcript.turns) == "A talk One. Two."
    assert [problem.line for problem in transcript.problems] == [1, 3]


def test_content_tells_it() -> None:
    assert detect(_FIRST, ".txt").name == "sbv"
    assert FORMAT.sniff("Something else\nas long\n" * 20 + _FIRST) == 0
