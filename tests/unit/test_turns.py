from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.turns import Cue, assemble, ends_sentence

_WORDS = st.text(alphabet="ab .?é日本\n\t\u3000", max_size=120)
_TIMES = st.none() | st.integers(0, 10_000_000)
_CUES = st.lists(
    st.builds(Cue, _TIMES, _TIMES, _WORDS, st.sampled_from([None, "", "Ann", "Bo"]), st.just(3)),
    max_size=60,
)


def _cue(start: int, text: str, speaker: str | None = None, length: int = 1000) -> Cue:
    return Cue(start, start + length, text, speaker)


@given(_CUES)
def test_every_timed_cue_is_found_at_its_mark(cues: list[Cue]) -> None:
    marks = iter([(turn, mark) for turn in assemble(cues) for mark in turn.marks])
    for cue in cues:
        words = " ".join(cue.text.split())
        if words and cue.start is not None:
            turn, mark = next(marks)
            assert turn.text[mark.offset :].startswith(words)
            assert mark.time == cue.start
    assert next(marks, None) is None


@given(_CUES)
def test_no_word_is_lost_and_no_turn_is_empty(cues: list[Cue]) -> None:
    turns = assemble(cues)
    said = "".join("".join(cue.text.split()) for cue in cues)
    assert "".join("".join(turn.text.split()) for turn in turns) == said
    assert all(turn.text for turn in turns)


@given(_CUES)
def test_named_speakers_take_turns(cues: list[Cue]) -> None:
    turns = assemble(cues)
    if any(turn.speaker for turn in turns) and not any(cue.fresh for cue in cues):
        assert all(before.speaker != after.speaker for before, after in pairwise(turns))


def test_a_turn_is_all_that_one_speaker_says_in_a_row() -> None:
    first, second = assemble(
        [
            _cue(0, "Hello,  my\nfriend.", "Ann"),
            _cue(9_000, "Hello.", "Ann"),
            _cue(9_900, "Hi", "B"),
        ]
    )
    assert first.text == "Hello, my friend. Hello."
    assert (first.start, first.end, first.speaker) == (0, 10_000, "Ann")
    assert [mark.offset for mark in first.marks] == [0, 18]
    assert second.speaker == "B"


def test_no_name_and_an_empty_name_are_the_same_nobody() -> None:
    (turn,) = assemble([_cue(0, "One", None), _cue(1_000, "two", ""), _cue(2_000, "three")])
    assert turn.speaker is None
    assert turn.text == "One two three"


def test_unnamed_speech_is_broken_at_a_pause_of_two_seconds() -> None:
    turns = assemble([_cue(0, "a"), _cue(2_999, "b"), _cue(5_999, "c")])
    assert [turn.text for turn in turns] == ["a b", "c"]


def test_long_unnamed_speech_is_broken_at_a_sentence_end() -> None:
    cues = [_cue(n * 1_000, "x" * 48 + ("." if n % 3 == 2 else ",")) for n in range(40)]
    turns = assemble(cues)
    assert all(turn.text.endswith(".") for turn in turns[:-1])
    assert all(590 <= len(turn.text) <= 800 for turn in turns[:-1])


def test_speech_without_any_full_stop_is_still_broken() -> None:
    cues = [_cue(n * 1_000, "so it goes on and on") for n in range(400)]
    assert max(len(turn.text) for turn in assemble(cues)) < 2_000


def test_a_long_named_turn_has_paragraphs_and_prefers_pauses_for_them() -> None:
    cues = [_cue(n * 1_000, "x" * 48 + ".", "Ann") for n in range(13)]
    cues += [_cue(15_000 + n * 1_000, "y" * 48 + ".", "Ann") for n in range(13)]
    (turn,) = assemble(cues)
    before, after = turn.text.split("\n\n")
    assert before.replace(" ", "").strip("x.") == ""
    assert after.replace(" ", "").strip("y.") == ""


def test_no_space_is_put_between_japanese_cues() -> None:
    (turn,) = assemble([_cue(0, "今日は"), _cue(1_000, "いい天気。"), _cue(2_000, "OK")])
    assert turn.text == "今日はいい天気。 OK"
    assert [mark.offset for mark in turn.marks] == [0, 3, 9]


def test_untimed_cues_leave_no_marks() -> None:
    (turn,) = assemble([Cue(None, None, "One", "Ann"), Cue(None, None, "two", "Ann")])
    assert (turn.start, turn.end, turn.marks) == (None, None, ())


def test_a_sentence_ends_inside_quotation_marks_too() -> None:
    assert ends_sentence("He said “yes.”")
    assert ends_sentence("本当？")
    assert not ends_sentence("and then,")


def test_a_change_that_is_marked_begins_a_turn_though_nobody_is_named() -> None:
    cues = [Cue(0, 900, "How are you?"), Cue(900, 1_800, "Fine.", fresh=True)]
    assert [turn.text for turn in assemble(cues)] == ["How are you?", "Fine."]


def test_a_change_that_stands_alone_counts_for_the_words_behind_it() -> None:
    cues = [Cue(0, 900, "How are you?"), Cue(900, 950, " ", fresh=True), Cue(950, 1_800, "Fine.")]
    assert [turn.text for turn in assemble(cues)] == ["How are you?", "Fine."]


def test_where_changes_are_marked_seldom_pauses_begin_turns_too() -> None:
    cues = [Cue(n * 5_000, n * 5_000 + 1_000, f"Word {n}.", fresh=not n) for n in range(150)]
    assert len(assemble(cues)) == 150
