from hypothesis import given
from hypothesis import strategies as st

from tui_reader.anchoring import place_again
from tui_reader.model import Place, Transcript, Turn

TALK = Transcript(
    turns=(
        Turn("Good morning from the lighthouse.", "Ada", 1_000),
        Turn("The lantern was out, and nobody had seen the boat come in before dawn.", "Bo", 4_000),
        Turn("Right.", "Ada", 9_000),
        Turn("Right.", "Ada", 12_000),
    )
)


def words(transcript: Transcript, place: Place) -> str:
    return transcript.turns[place.turn].text[place.offset :]


@given(st.integers(0, 3), st.integers(0, 60))
def test_a_place_in_the_same_transcript_stays(turn: int, offset: int) -> None:
    place = Place(turn, min(offset, len(TALK.turns[turn].text)))
    assert place_again(place, TALK, TALK) == place


def test_it_moves_with_its_words() -> None:
    place = Place(1, TALK.turns[1].text.index("nobody"))
    more = Transcript(turns=(Turn("A word before."), *TALK.turns))
    assert words(more, place_again(place, TALK, more)).startswith("nobody had seen")
    joined = Transcript(turns=(Turn(" ".join(turn.text for turn in TALK.turns)),))
    assert words(joined, place_again(place, TALK, joined)).startswith("nobody had seen")


def test_a_word_corrected_beside_it_does_no_harm() -> None:
    place = Place(1, TALK.turns[1].text.index("boat"))
    corrected = Transcript(turns=(Turn(TALK.turns[1].text.replace("lantern", "lamp")),))
    assert words(corrected, place_again(place, TALK, corrected)).startswith("boat come")


def test_words_that_are_gone_leave_their_time_or_their_number() -> None:
    other = Transcript(turns=tuple(Turn(f"line {n}", None, n * 1_000) for n in range(20)))
    assert place_again(Place(1, 3), TALK, other) == Place(4)
    untimed = Transcript(turns=(Turn("x"), Turn("y"), Turn("z")))
    assert place_again(Place(1, 3), TALK, untimed) == Place(1)
    assert place_again(Place(3), TALK, Transcript(turns=(Turn("x"),))) == Place(0)


def test_the_page_above_the_turns_stays_where_it_is() -> None:
    assert place_again(Place(-1), TALK, TALK) == Place(-1)
    assert place_again(Place(2), TALK, Transcript()) == Place(-1)
