from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.captions.rolling import unrolled
from tui_reader.turns import Cue


def _cues(*spoken: tuple[int, int, str]) -> list[Cue]:
    return [Cue(start, end, text, None, line) for line, (start, end, text) in enumerate(spoken, 1)]


def _texts(cues: list[Cue]) -> list[str]:
    return [cue.text for cue in unrolled(cues)]


_ROLLING = _cues(
    (0, 2_000, " \nwe start here"),
    (2_000, 2_010, "we start here\n "),
    (2_010, 4_000, "we start here\nand go on"),
    (4_000, 4_010, "and go on\n "),
    (4_010, 6_000, "and go on\nuntil noon"),
    (6_000, 6_010, "until noon\n "),
)


def test_a_line_that_stays_on_the_screen_is_said_once() -> None:
    assert " ".join(" ".join(_texts(_ROLLING)).split()) == "we start here and go on until noon"


def test_every_line_keeps_the_time_it_came_at() -> None:
    assert [cue.start for cue in unrolled(_ROLLING)] == [0, 2_010, 4_010]
    assert [cue.end for cue in unrolled(_ROLLING)] == [2_010, 4_010, 6_010]


def test_three_lines_that_roll_are_taken_once_each() -> None:
    cues = _cues((0, 1, "a"), (1, 2, "a\nb"), (2, 3, "a\nb\nc"), (3, 4, "b\nc\nd"))
    assert _texts(cues) == ["a", "b", "c", "d"]


def test_a_word_said_twice_is_left_twice() -> None:
    cues = [
        *_ROLLING,
        *_cues((6_010, 7_000, "until noon\ntak"), (7_000, 7_010, "tak\n ")),
        *_cues((7_010, 8_000, "tak\ntak"), (8_000, 8_010, "tak\n ")),
        *_cues((9_000, 9_500, " \ntak"), (9_500, 9_510, "tak\n ")),
    ]
    assert [text.strip() for text in _texts(cues)][3:] == ["tak", "tak", "tak"]


def test_what_is_said_again_after_a_silence_is_said_again() -> None:
    cues = [*_ROLLING, *_cues((9_000, 9_900, "until noon"))]
    assert _texts(cues)[-2:] == ["until noon", "until noon"]


def test_answers_that_are_the_same_are_no_rolling_captions() -> None:
    cues = _cues((0, 900, "Yes."), (900, 1_800, "Yes."), (1_800, 2_700, "Yes."))
    assert unrolled(cues) is cues


def test_words_are_never_compared_only_lines() -> None:
    cues = _cues(*((n * 100, n * 100 + 100, "and then and then") for n in range(0, 8, 2)))
    assert unrolled(cues) is cues


def test_a_sentence_written_again_for_each_of_its_words_is_said_once() -> None:
    times = [(0, 300), (300, 350), (350, 700), (700, 1_200)]
    cues = _cues(*((start, end, "the kettle sings") for start, end in times))
    cues += _cues(*((start + 2_000, end + 2_000, "at four") for start, end in times))
    (first, second) = unrolled(cues)
    assert (first.text, first.start, first.end) == ("the kettle sings", 0, 1_200)
    assert (second.text, second.start, second.end) == ("at four", 2_000, 3_200)


def test_a_sentence_said_again_and_again_for_seconds_is_not_lit_up() -> None:
    cues = _cues(*((n * 3_000, n * 3_000 + 3_000, "Thank you.") for n in range(5)))
    assert unrolled(cues) is cues


def test_few_lines_are_enough_where_the_file_is_known_to_roll() -> None:
    cues = _cues((0, 400, "yeah"), (400, 900, "yeah\nwhat"), (900, 1_200, "no"))
    assert [cue.text for cue in unrolled(cues)] == ["yeah", "yeah\nwhat", "no"]
    assert [cue.text for cue in unrolled(cues, rolls=True)] == ["yeah", "what", "no"]


_WORDS = st.sampled_from(["tak", "no", "a b", " ", "c"])
_SCREENS = st.lists(_WORDS, min_size=1, max_size=4).map("\n".join)


@given(st.lists(st.text(alphabet="ab \n", max_size=12)))
def test_no_word_is_lost_where_no_cue_repeats_a_line(texts: list[str]) -> None:
    numbered = (
        "\n".join(f"{line}{number}" for line in text.split("\n"))
        for number, text in enumerate(texts)
    )
    cues = _cues(*((n * 100, n * 100 + 40, text) for n, text in enumerate(numbered)))
    assert unrolled(cues, rolls=True) == cues


@given(st.lists(st.tuples(_SCREENS, st.integers(0, 200), st.integers(0, 200)), max_size=12))
def test_lines_that_go_are_lines_that_stood_in_the_cue_before(
    screens: list[tuple[str, int, int]],
) -> None:
    cues, time = [], 0
    for text, pause, length in screens:
        cues.append(Cue(time + pause, time + pause + length, text))
        time += pause + length
    said = {word for cue in unrolled(cues, rolls=True) for word in cue.text.split()}
    assert said == {word for text, _, _ in screens for word in text.split()}
