import pytest

from tui_reader.model import Transcript, Turn
from tui_reader.speakers import Share, shares


def test_everybody_is_counted_in_the_order_of_their_first_words() -> None:
    turns = (
        Turn("one two three", "Bo", 0, 2_000),
        Turn("four", "Ada", 2_000, 2_500),
        Turn("five six", "Bo", 3_000, 4_000),
    )
    assert shares(Transcript(turns=turns)) == (
        Share("Bo", 2, 5, 3_000),
        Share("Ada", 1, 1, 500),
    )


def test_a_turn_without_an_end_lasts_until_the_next_one_starts() -> None:
    turns = (Turn("a", "Ada", 1_000), Turn("b", None), Turn("c", "Bo", 5_000), Turn("d", "Bo"))
    assert [(share.name, share.ms) for share in shares(Transcript(turns=turns))] == [
        ("Ada", 4_000),
        ("Bo", 0),
    ]


def test_a_transcript_that_runs_backwards_has_no_negative_time() -> None:
    turns = (
        Turn("a", "Ada", 9_000),
        Turn("b", "Ada", 2_000, 1_000),
        Turn("c", "Ada", 1_000, 1_500),
    )
    assert shares(Transcript(turns=turns))[0].ms == 500


def test_without_times_nobody_has_a_time() -> None:
    assert shares(Transcript(turns=(Turn("a", "Ada"),))) == (Share("Ada", 1, 1, None),)


def test_turns_of_nobody_are_no_share() -> None:
    assert shares(Transcript(turns=(Turn("a"), Turn("b", "")))) == ()


@pytest.mark.parametrize(
    "text", ["", "one", "two words", "two\n\nparagraphs of five words", "słowo\u00a0i słowo"]
)
def test_words_are_what_stands_between_spaces(text: str) -> None:
    (share,) = shares(Transcript(turns=(Turn(text, "Ada"),)))
    assert share.words == len(text.split())
