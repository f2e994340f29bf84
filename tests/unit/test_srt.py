import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats import detect
from tui_reader.formats.srt import FORMAT
from tui_reader.model import Transcript

_FIRST = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n"


def _read(text: str) -> Transcript:
    return FORMAT.parse(text)


def _cues(text: str) -> list[tuple[int | None, str]]:
    """The words of each cue behind its time, as the marks of the turns tell them apart."""
    found: list[tuple[int | None, str]] = []
    for turn in _read(text).turns:
        ends = [*(mark.offset for mark in turn.marks[1:]), len(turn.text)]
        if not turn.marks:
            found.append((None, turn.text))
        for (offset, time), end in zip(turn.marks, ends, strict=False):
            found.append((time, turn.text[offset:end].strip()))
    return found


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("00:00:05,500 --> 00:00:06,000", 5_500),
        ("00:00:05.5 --> 00:00:06", 5_500),
        ("0:00:05,05 --> 0:00:06,00", 5_050),
        ("00:05,500 --> 00:06,000", 5_500),
        ("00 : 00 : 05,500 --> 00 : 00 : 06,000", 5_500),
        ("00:00:05:500 --> 00:00:06:000", 5_500),
        ("00:00:05:12 --> 00:00:06:00", 5_000),
        ("00:00:05,500 -> 00:00:06,000", 5_500),
        ("00:00:05,500 → 00:00:06,000", 5_500),
        ("00:00:05,500 --&gt; 00:00:06,000", 5_500),
        ("00:00:05,500-->00:00:06,000", 5_500),
        ("00:00:05,500 --> 00:00:06,000  X1:40 X2:600 Y1:20 Y2:50", 5_500),
        ("7 00:00:05,500 --> 00:00:06,000", 5_500),
    ],
)
def test_times_are_read_however_they_are_written(line: str, start: int) -> None:
    assert _cues(f"{_FIRST}2\n{line}\nTwo.\n") == [(1_000, "One."), (start, "Two.")]


@pytest.mark.parametrize("number", ["2\n", "", "1\n", "0\n", "7\n", "2.\n", "#2\n", "b2-4\n"])
def test_numbers_may_be_wrong_or_missing(number: str) -> None:
    text = f"{_FIRST}{number}00:00:02,000 --> 00:00:03,000\nTwo."
    assert _cues(text) == [(1_000, "One."), (2_000, "Two.")]


@pytest.mark.parametrize("numbers", [(1, 2, 3), (1, 1, 1), (0, 1, 2), ("", "", "")])
@pytest.mark.parametrize("gap", ["", "\n", "\n\n"])
def test_empty_lines_between_cues_may_be_missing(numbers: tuple[object, ...], gap: str) -> None:
    times = (f"00:00:0{n},000 --> 00:00:0{n},900" for n in (1, 2, 3))
    text = "".join(
        f"{number}\n{time}\nWords.\n{gap}".lstrip()
        for number, time in zip(numbers, times, strict=True)
    )
    assert _cues(text) == [(1_000, "Words."), (2_000, "Words."), (3_000, "Words.")]


@pytest.mark.parametrize("numbers", [("1\n", "\n2\n"), ("1\n", "2\n"), ("", "\n"), ("", "")])
def test_a_number_that_is_said_is_kept(numbers: tuple[str, str]) -> None:
    first, second = numbers
    asked = f"{first}00:00:01,000 --> 00:00:02,000\nHow much?\n42\n"
    assert _cues(f"{asked}{second}00:00:02,000 --> 00:00:03,000\nOh.\n") == [
        (1_000, "How much? 42"),
        (2_000, "Oh."),
    ]


def test_a_cue_that_says_nothing_but_a_number_is_kept() -> None:
    said = "\n\n".join(f"00:00:0{n},000 --> 00:00:0{n},900\n{n}" for n in range(1, 5))
    assert [words for _, words in _cues(said)] == ["1", "2", "3", "4"]


def test_empty_lines_within_a_cue_are_told() -> None:
    transcript = _read("1\n00:00:01,000 --> 00:00:02,000\nOne\n\nand more.\n")
    assert transcript.turns[0].text == "One and more."
    assert len(transcript.problems) == 1


def test_text_on_the_line_of_the_times_and_behind_an_empty_line_is_read() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000 One\n\n2\n\n00:00:02,000 --> 00:00:03,000\n\nTwo.\n"
    assert _cues(text) == [(1_000, "One"), (2_000, "Two.")]


def test_the_words_below_a_broken_time_are_kept() -> None:
    transcript = _read(f"{_FIRST}2\n00:0O:0x,000 --> 00:00:04,000\nTwo.\n")
    assert transcript.turns[0].text == "One. Two."
    assert len(transcript.turns[0].marks) == 1
    (problem,) = transcript.problems
    assert problem.line == 6
    assert "00:0O:0x,000" in problem.message


def test_a_cue_without_a_time_is_kept_and_told() -> None:
    transcript = _read(f"{_FIRST}2\nTwo.\n\n3\n00:00:03,000 --> 00:00:04,000\nThree.\n")
    assert transcript.turns[0].text == "One. Two. Three."
    assert [problem.line for problem in transcript.problems] == [5]


def test_words_above_the_first_time_are_kept_and_told() -> None:
    transcript = _read("A talk\n\n" + _FIRST)
    assert transcript.turns[0].text == "A talk One."
    assert [problem.line for problem in transcript.problems] == [1]


def test_tags_and_entities_are_no_words() -> None:
    said = (
        '{\\an8}<font color="#fff"><b>Salt &amp;&nbsp;pepper</b></font>{i}: a &lt; b{/i} {laughs}'
    )
    (turn,) = _read(f"1\n00:00:01,000 --> 00:00:02,000\n{said}\n").turns
    assert turn.text == "Salt & pepper: a < b {laughs}"


def test_files_joined_in_the_middle_of_a_line_are_read() -> None:
    joined = "1\n00:00:01,000 --> 00:00:02,000\nOne.\ufeff1\n00:00:01,000 --> 00:00:02,000\nTwo.\n"
    transcript = _read(joined)
    assert [turn.text for turn in transcript.turns] == ["One. Two."]
    assert transcript.problems == ()


def test_times_that_make_no_sense_are_told() -> None:
    transcript = _read(
        "1\n-00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:09,000 --> 00:00:05,000\nTwo.\n"
    )
    assert [(turn.start, turn.end) for turn in transcript.turns] == [(0, 2_000), (9_000, None)]
    assert len(transcript.problems) == 3


def test_speakers_are_found_before_their_words() -> None:
    text = _FIRST.replace("One.", "Ann: One.") + "2\n00:00:02,000 --> 00:00:03,000\nand more.\n\n"
    text += (
        "3\n00:00:03,000 --> 00:00:04,000\nBob: Two.\n\n4\n00:00:04,000 --> 00:00:05,000\nAnn: I"
    )
    assert _read(text).speakers == ("Ann", "Bob")


def test_a_voice_of_webvtt_is_a_speaker_here_too() -> None:
    assert _read(_FIRST.replace("One.", "<v Ann Lee>One.")).speakers == ("Ann Lee",)


@pytest.mark.parametrize("suffix", [".srt", ".vtt", ".txt", ""])
def test_content_tells_it_whatever_its_name(suffix: str) -> None:
    assert detect(_FIRST, suffix).name == "srt"
    assert detect(_FIRST.replace(",", "."), suffix).name == "srt"


def test_an_article_about_it_is_none() -> None:
    article = "An article.\n\n" + "Some words about it.\n" * 40 + _FIRST * 2
    assert FORMAT.sniff(article) == 0


@given(
    st.lists(st.sampled_from(["word", "two words", "7", "", " ", "a -> b", "10:30"]), max_size=9)
)
def test_no_word_is_lost(said: list[str]) -> None:
    text = "".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\nSo {words} it is\n\n"
        for n, words in enumerate(said, start=1)
    )
    wanted = [word for words in said for word in f"So {words} it is".split()]
    assert [word for turn in _read(text).turns for word in turn.text.split()] == wanted
