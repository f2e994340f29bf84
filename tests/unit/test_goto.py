import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.pages import timed, turn
from tui_reader.errors import QueryError
from tui_reader.goto import EXAMPLES, goto
from tui_reader.model import Metadata, Place, Section, Transcript, Turn

TALK = timed(100)
UNTIMED = Transcript(turns=tuple(turn(f"Paragraph {n}.") for n in range(10)))
HERE = Place(10)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("12:00", Place(12)),
        ("12:34", Place(12, 7)),
        ("1:02:03", Place(62)),
        ("62:03", Place(62)),
        (" 0:00 ", Place(0)),
        ("999:00", Place(99, 7)),
        ("+30", Place(10, 7)),
        ("+ 1:30", Place(11, 7)),
        ("-1:00", Place(9)),
        ("-90", Place(8, 7)),
        ("-99:00", Place(0)),
        ("+9999999", Place(99, 7)),
        ("+0.5", Place(10)),
        ("0%", Place(0)),
        ("50%", Place(50)),
        ("50,5 %", Place(50, 7)),
        ("100%", Place(99, 7)),
        ("250%", Place(99, 7)),
        ("#1", Place(0)),
        ("# 61", Place(60)),
        ("#100", Place(99)),
    ],
)
def test_a_place_is_named_in_many_ways(text: str, place: Place) -> None:
    assert goto(text, TALK, HERE) == place


def test_steps_begin_at_the_words_one_is_at() -> None:
    assert goto("+0", TALK, Place(10, 9)) == Place(10, 7)
    assert goto("+60", TALK, Place(-1)) == Place(1)


@pytest.mark.parametrize(
    "text",
    ["soon", "", "12", "12:60", "1:60:00", "+", "+soon", "-1:99", "%", "x%", "#", "#x", "1.5.6"],
)
def test_what_is_no_place_is_told_with_examples(text: str) -> None:
    with pytest.raises(QueryError) as told:
        goto(text, TALK, HERE)
    assert told.value.message == f"“{text}” is no place to go to. Try {EXAMPLES}."


@pytest.mark.parametrize("text", ["#0", "#101", "#999999999"])
def test_a_turn_that_is_not_there_is_told_with_those_that_are(text: str) -> None:
    with pytest.raises(QueryError) as told:
        goto(text, TALK, HERE)
    assert told.value.message == (f"There is no turn {text}: this transcript has turns #1 to #100.")


@pytest.mark.parametrize("text", ["12:34", "+30", "-1:00"])
def test_without_times_there_is_none_to_go_to(text: str) -> None:
    with pytest.raises(QueryError) as told:
        goto(text, UNTIMED, Place(3))
    assert told.value.message == (
        "This transcript has no times. Go to a turn (#61) or a share of the text (50%)."
    )


def test_without_times_a_share_is_one_of_the_words() -> None:
    assert goto("#4", UNTIMED, HERE) == Place(3)
    assert goto("0%", UNTIMED, HERE) == Place(0)
    assert goto("50%", UNTIMED, HERE) == Place(5)
    assert goto("100%", UNTIMED, HERE) == Place(9)


def test_where_there_are_no_turns_there_is_nowhere_to_go() -> None:
    with pytest.raises(QueryError, match="nothing to go to"):
        goto("50%", Transcript(Metadata(title="Only notes")), Place(-1))


@given(st.text(st.sampled_from("0123456789:+-%#., ½٣g"), max_size=12))
def test_whatever_is_typed_is_a_place_or_a_sentence(text: str) -> None:
    for transcript in (TALK, UNTIMED):
        try:
            place = goto(text, transcript, Place(3, 2))
        except QueryError as told:
            assert told.message.endswith((".", ")"))
        else:
            assert 0 <= place.turn < len(transcript.turns)
            assert 0 <= place.offset <= len(transcript.turns[place.turn].text)


def test_a_clock_time_means_what_the_gutter_shows_at_it() -> None:
    talk = Transcript(
        turns=(
            Turn("Before.", "Ilse", 0),
            Turn("In that second.", "Wen", 270_700),
            Turn("And this.", "Ilse", 270_900),
            Turn("Later.", "Wen", 271_000),
        )
    )
    assert goto("4:30", talk, Place(0)) == Place(1)
    assert goto("4:30.8", talk, Place(0)) == Place(1)
    assert goto("4:31", talk, Place(0)) == Place(3)
    assert goto("4:29", talk, Place(3)) == Place(0)


def test_a_chapter_is_gone_to_by_its_number() -> None:
    sections = (Section("Late", 70), Section("Early", 20))
    talk = Transcript(turns=TALK.turns, sections=sections)
    assert [goto(text, talk, HERE) for text in ("c1", "C 2")] == [Place(20), Place(70)]
    with pytest.raises(QueryError, match="chapters c1 to c2"):
        goto("c3", talk, HERE)
    with pytest.raises(QueryError, match="no chapters"):
        goto("c1", TALK, HERE)
