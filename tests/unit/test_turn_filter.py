from hypothesis import given
from hypothesis import strategies as st

from tests.unit.pages import transcripts, turn
from tui_reader.model import Transcript
from tui_reader.turn_filter import Length, TurnFilter

TALK = Transcript(
    turns=(
        turn("So what is a lantern for?", "Ann"),
        turn("Yeah.", "Bo"),
        turn("It is for the boats that come home late.", "Bo"),
        turn("Mm.", None),
        turn("And for those that do not.", "Ann"),
        turn("Somebody laughs.", None),
    )
)
ONLY_BO = frozenset({"Bo"})

names = st.frozensets(st.sampled_from(["Ann", "Bo", "話者", "Nobody"]), max_size=2)
filters = st.builds(
    TurnFilter, st.booleans(), names, names, st.sampled_from(Length), st.integers(1, 12)
)
hits = st.none() | st.sets(st.integers(-1, 9))


def test_nothing_is_hidden_unless_somebody_asks() -> None:
    assert list(TurnFilter().turns(TALK, {1})) == [0, 1, 2, 3, 4, 5]
    assert TurnFilter().in_words == ""


def test_only_some_speakers_are_shown() -> None:
    assert TurnFilter(only=ONLY_BO).turns(TALK) == [1, 2]


def test_who_is_hidden_leaves_those_who_are_not_named() -> None:
    assert TurnFilter(hidden=ONLY_BO).turns(TALK) == [0, 3, 4, 5]


def test_turns_of_a_single_word_are_folded() -> None:
    assert TurnFilter(length=Length.WORDS).turns(TALK) == [0, 2, 4, 5]


def test_a_long_turn_has_as_many_words_as_one_likes() -> None:
    assert TurnFilter(length=Length.LONG, long_turn=6).turns(TALK) == [0, 2, 4]
    assert TurnFilter(length=Length.LONG, long_turn=7).turns(TALK) == [2]


def test_where_no_spaces_are_written_a_sentence_is_no_single_word() -> None:
    texts = ("はい。", "そうですね、行きましょう。", "ครับ", "我们明天再谈这个问题")
    talk = Transcript(turns=tuple(turn(text) for text in texts))
    assert {1, 3} <= set(TurnFilter(length=Length.WORDS).turns(talk))
    assert 0 not in TurnFilter(length=Length.WORDS).turns(talk)


def test_hits_are_asked_for_only_while_something_is_searched() -> None:
    assert list(TurnFilter(True).turns(TALK, None)) == [0, 1, 2, 3, 4, 5]
    assert TurnFilter(True).turns(TALK, {4, 1}) == [1, 4]
    assert TurnFilter(True).turns(TALK, set()) == []


def test_a_turn_needs_all_that_is_asked_for() -> None:
    asked = TurnFilter(True, ONLY_BO, length=Length.WORDS)
    assert asked.turns(TALK, {0, 1, 2}) == [2]
    assert asked.in_words == "hits, only Bo, no single words"


def test_it_is_taken_back_part_by_part() -> None:
    left = TurnFilter(True, ONLY_BO, frozenset({"Ann"}), Length.LONG)
    said = []
    while left != left.back():
        said.append(left.in_words)
        left = left.back()
    assert said == ["hits, only Bo, without Ann, long turns", "only Bo, without Ann, long turns",
                    "long turns"]  # fmt: skip
    assert left == TurnFilter()


def test_a_hidden_turn_takes_back_only_what_hides_it() -> None:
    asked = TurnFilter(True, ONLY_BO, length=Length.WORDS)
    assert asked.showing(TALK.turns[2], is_hit=True) == asked
    assert asked.showing(TALK.turns[2], is_hit=False).in_words == "only Bo, no single words"
    assert asked.showing(TALK.turns[1], is_hit=True).in_words == "hits, only Bo"
    assert asked.showing(TALK.turns[0], is_hit=True).in_words == "hits, no single words"


def test_where_nobody_of_them_speaks_all_are_shown() -> None:
    asked = TurnFilter(only=ONLY_BO, hidden=frozenset({"Ann"}), length=Length.LONG)
    assert asked.among(["Wen"]) == TurnFilter(length=Length.LONG)
    assert asked.among(["Bo"]).in_words == "only Bo, long turns"


def test_many_speakers_are_told_by_their_number() -> None:
    assert TurnFilter(only=frozenset({"Bo", "Ann"})).in_words == "only Ann and Bo"
    assert TurnFilter(hidden=frozenset({"Bo", "Ann", "Wen"})).in_words == "without 3 speakers"


@given(transcripts(), filters, hits)
def test_what_is_shown_is_in_order_and_there(
    talk: Transcript, asked: TurnFilter, found: set[int] | None
) -> None:
    shown = list(asked.turns(talk, found))
    assert shown == sorted(set(shown))
    assert set(shown) <= set(range(len(talk.turns)))


@given(transcripts(), filters, hits)
def test_with_less_asked_for_more_is_shown(
    talk: Transcript, asked: TurnFilter, found: set[int] | None
) -> None:
    assert set(asked.turns(talk, found)) <= set(asked.back().turns(talk, found))


@given(transcripts(least=1), filters, st.sets(st.integers(0, 9)))
def test_what_had_to_be_shown_is(talk: Transcript, asked: TurnFilter, found: set[int]) -> None:
    for number, one in enumerate(talk.turns):
        assert number in asked.showing(one, is_hit=number in found).turns(talk, found)
